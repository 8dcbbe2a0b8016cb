// SPDX-License-Identifier: EUPL-1.2
// Meetings on the nights that the clocks change, from planning to the calendar file that came by mail, which another
// library (ical.js) reads as the same moments. Reminders strike nine on both sides.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ICAL from 'ical.js';

import { letThePostRest, pathOf } from './life.mjs';
import { startSite, until } from './support.mjs';

/** Start, end, identity and number of the event in a calendar file, as ical.js understands it. */
function eventIn(calendar) {
  const file = new ICAL.Component(ICAL.parse(calendar));
  ICAL.TimezoneService.reset();
  for (const zone of file.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(file.getFirstSubcomponent('vevent'));
  return {
    method: file.getFirstPropertyValue('method'), uid: event.uid, sequence: event.sequence,
    starts: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString(),
  };
}

const moments = ({ starts, ends }) => [starts.replace(':00.000Z', 'Z'), ends.replace(':00.000Z', 'Z')];

for (const kind of ['sqlite', 'mariadb']) {
  describe(`nights that the clocks change, ${kind}`, { timeout: 300_000 }, () => {
    let site;
    let staff;
    let contacts;

    before(async () => {
      site = await startSite({ kind });
      staff = await site.administrator();
      contacts = site.database.rows("SELECT MIN(id), MIN(email) FROM contacts WHERE language = 'nl' AND archived = 0 "
        + 'GROUP BY organisation_id ORDER BY 1').slice(0, 2);
      await staff.post('/demo/klok', { day: '26-02-2024' });
    });
    after(() => site?.stop());

    const fieldsOf = (title, fields) => ({
      kind: 'round_table', title, place: 'Raadhuis', answer_time: '17.00', start: '14.00', end: '16.00', ...fields });

    /** Plans, invites two, and lets the first say yes: { id, path, address, ics } with the event of the receipt. */
    async function meeting(title, fields) {
      const path = await staff.post('/bijeenkomsten', fieldsOf(title, fields));
      await staff.post(`${path}/genodigden`, { kies: contacts.map(([id]) => id) });
      await staff.post(`${path}/versturen`);
      const address = await firstInvited(path);
      const invitation = await letterAbout(title, address, (letter) => letter.link);
      const answer = await site.visitor().fillIn(pathOf(invitation.link), { answer: 'yes' }, `${pathOf(invitation.link)}/nl`);
      assert.equal(answer.status, 303);
      const receipt = await letterAbout(title, address, (letter) => letter.calendar);
      return { id: Number(path.split('/').at(-1)), path, title, address, ics: eventIn(receipt.calendar) };
    }

    const letterAbout = (title, address, fits) => until(`a letter to ${address} about ${title}`, () => site.letters()
      .find((letter) => letter.to === address && letter.text.includes(title) && fits(letter)));

    async function firstInvited(path) {
      await letThePostRest(site);
      return site.database.rows(`SELECT email FROM invitations WHERE meeting_id = ${path.split('/').at(-1)} ORDER BY id`)[0][0];
    }

    async function refused(title, fields, field, words) {
      const { status, text } = await staff.ask('/bijeenkomsten', {
        fields: { form_token: await staff.token(), ...fieldsOf(title, fields) } });
      assert.equal(status, 422);
      const summary = /<a[^>]*href="#(\w+)"[^>]*>([^<]*)/g;
      const told = [...text.matchAll(summary)].map(([, name, sentence]) => `${name}: ${sentence}`);
      assert.ok(told.some((one) => one.startsWith(`${field}:`) && words.test(one)), told.join(' | '));
      for (const value of [title, fields.day, fields.start, 'Raadhuis']) assert.ok(text.includes(`value="${value}"`), value);
      return text;
    }

    /** When letters of a kind about a meeting were written, as moments. */
    const written = (about, letter) => site.database.rows('SELECT o.written_at FROM outbox o JOIN invitations i '
      + `ON i.id = o.invitation_id WHERE i.meeting_id = ${about.id} AND o.kind = '${letter}' ORDER BY o.written_at`)
      .map(([seconds]) => new Date(Number(seconds) * 1000).toISOString().replace(':00.000Z', 'Z'));

    test('31 March 2024: half past two does not exist', async () => {
      const night = { day: '31-03-2024', answer_day: '26-03-2024' };
      await refused('Voorjaarsnacht', { ...night, start: '02.30', end: '04.00' }, 'start', /bestaat niet/);
      await refused('Voorjaarsnacht', { ...night, start: '01.30', end: '02.30' }, 'end', /bestaat niet/);
    });

    test('31 March 2024: before, across and after the change', async () => {
      const night = { day: '31-03-2024', answer_day: '26-03-2024' };
      const across = await meeting('Voorjaar over de nacht', { ...night, start: '01.30', end: '03.30' });
      assert.deepEqual(moments(across.ics), ['2024-03-31T00:30Z', '2024-03-31T01:30Z']);
      const day = await meeting('Voorjaar overdag', night);
      assert.deepEqual(moments(day.ics), ['2024-03-31T12:00Z', '2024-03-31T14:00Z']);
      const eve = await meeting('Voorjaar dag ervoor', { ...night, day: '30-03-2024' });
      assert.deepEqual(moments(eve.ics), ['2024-03-30T13:00Z', '2024-03-30T15:00Z']);
      const later = await meeting('Voorjaar na Pasen', { ...night, day: '03-04-2024' });
      assert.deepEqual(moments(later.ics), ['2024-04-03T12:00Z', '2024-04-03T14:00Z']);
      await staff.post('/demo/klok', { day: '04-04-2024' });
      // Working days before 26 March; Good Friday and Easter Monday are none.
      assert.deepEqual(written(day, 'reminder'), ['2024-03-06T08:00Z', '2024-03-15T08:00Z', '2024-03-22T08:00Z']);
      for (const about of [across, day, eve]) assert.deepEqual(written(about, 'tomorrow'), ['2024-03-28T08:00Z'], about.title);
      assert.deepEqual(written(later, 'tomorrow'), ['2024-04-02T07:00Z']);
    });

    test('27 October 2024: half past two comes twice', async () => {
      await staff.post('/demo/klok', { day: '16-09-2024' });
      const night = { day: '27-10-2024', answer_day: '22-10-2024', start: '02.30', end: '04.00' };
      const page = await refused('Najaarsnacht', night, 'start', /twee keer/);
      assert.match(page, /name="occurrence" id="uur1" value="eerste">.*name="occurrence" id="uur2" value="tweede">/s);
      const first = await meeting('Najaar eerste uur', { ...night, occurrence: 'eerste' });
      assert.deepEqual(moments(first.ics), ['2024-10-27T00:30Z', '2024-10-27T03:00Z']);
      const second = await meeting('Najaar tweede uur', { ...night, occurrence: 'tweede' });
      assert.deepEqual(moments(second.ics), ['2024-10-27T01:30Z', '2024-10-27T03:00Z']);
      const until230 = { ...night, start: '01.00', end: '02.30' };
      const early = await meeting('Najaar tot het eerste uur', { ...until230, occurrence: 'eerste' });
      assert.deepEqual(moments(early.ics), ['2024-10-26T23:00Z', '2024-10-27T00:30Z']);
      const late = await meeting('Najaar tot het tweede uur', { ...until230, occurrence: 'tweede' });
      assert.deepEqual(moments(late.ics), ['2024-10-26T23:00Z', '2024-10-27T01:30Z']);
    });

    test('27 October 2024: reminders, a move onto that day, and cancelling', async () => {
      const dates = { day: '26-10-2024', answer_day: '22-10-2024' };
      const moved = await meeting('Najaar verzet', dates);
      assert.deepEqual(moments(moved.ics), ['2024-10-26T12:00Z', '2024-10-26T14:00Z']);
      const revision = /name="revision" value="(\d+)"/.exec(await staff.page(`${moved.path}/bewerk`))[1];
      await staff.post(`${moved.path}/bewerk`, fieldsOf(moved.title, {
        ...dates, day: '27-10-2024', revision, tell: 'ja', keep_answers: 'ja', substitutes: 'ja' }));
      const update = eventIn((await letterAbout(moved.title, moved.address,
        (letter) => letter.calendar && eventIn(letter.calendar).sequence > moved.ics.sequence)).calendar);
      assert.deepEqual(moments(update), ['2024-10-27T13:00Z', '2024-10-27T15:00Z']);
      assert.equal(update.uid, moved.ics.uid);
      const after = await meeting('Najaar erna', { ...dates, day: '29-10-2024' });
      await staff.post('/demo/klok', { day: '28-10-2024' });
      assert.deepEqual(written(moved, 'reminder'), ['2024-10-02T07:00Z', '2024-10-11T07:00Z', '2024-10-18T07:00Z']);
      assert.deepEqual(written(moved, 'tomorrow'), ['2024-10-25T07:00Z']);
      assert.deepEqual(written(after, 'tomorrow'), ['2024-10-28T08:00Z']);
      await staff.post(`${after.path}/annuleer`, { reason: 'De zaal staat onder water.' });
      const gone = eventIn((await letterAbout(after.title, after.address,
        (letter) => letter.calendar && eventIn(letter.calendar).method === 'CANCEL')).calendar);
      assert.deepEqual(moments(gone), moments(after.ics));
      assert.equal(gone.uid, after.ics.uid);
      assert.ok(gone.sequence > after.ics.sequence, `${gone.sequence}`);
    });
  });
}
