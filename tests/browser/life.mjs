// SPDX-License-Identifier: EUPL-1.2
// Fills a site with meetings, invitations and letters in every state that a page can show, the way people would: by
// forms, links from letters, and the demonstration's clock.
import assert from 'node:assert/strict';

import { until } from './support.mjs';

const later = '12-6-2024';

/** How the mail server treats three guests of the liveliest meeting: refused, put off, and cut before it answered. */
export const faults = ['rcpt:z.hermans@*=550 5.1.1 no such user', 'rcpt:k.denouden@*=450 4.2.0 later',
  'kept:a.tenbrink@*=cut'];

/** Everything a suite may want to open: { meetings, invitations, links, letters, steps, organisations, contacts }. */
export async function fillWithLife(site) {
  const life = { site, staff: await site.administrator(), meetings: {}, invitations: {}, links: {} };
  life.contacts = site.database.rows(
    'SELECT MIN(id), organisation_id, MIN(email) FROM contacts WHERE archived = 0 GROUP BY organisation_id ORDER BY 1');
  await planMeetings(life);
  life.bare = await inviteEachLanguage(life);
  await answer(life);
  await moveClock(life, later);
  await afterwards(life);
  await fillSeats(life);
  await consult(life);
  await letThePostRest(site);
  life.letters = lettersByState(site);
  life.steps = site.database.rows('SELECT id FROM steps ORDER BY id').map(([id]) => id);
  [[, life.organisation], [, life.archived]] = life.contacts;
  await life.staff.post(`/partners/${life.archived}/archief`, { doe: 'archiveer' });
  return life;
}

/** Waits until no letter is on its way any more. */
export const letThePostRest = (site) => until('the post', () => site.database.rows(
  "SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'leased', 'data_started')")[0][0] === '0', 60);

async function moveClock(life, day) {
  await letThePostRest(life.site);
  const [date, month, year] = day.split('-').map((part) => part.padStart(2, '0'));
  await life.staff.post('/demo/klok', { day: `${date}-${month}-${year}` });
}

/** Plans a meeting, puts `guests` contacts on its list and sends the invitations. */
async function meeting(life, name, fields, guests, send = true) {
  const { staff, site } = life;
  const location = await staff.post('/bijeenkomsten', {
    kind: 'round_table', title: `Rondetafel ${name}`, goal: 'Elkaar leren kennen', agenda: 'Opening\nVervoer en taal',
    day: '10-09-2024', start: '14.00', end: '16.00', place: 'Raadhuis', address: 'Raadhuisplein 1, Aalsmeer',
    answer_time: '17.00', substitutes: 'ja', ...fields,
  });
  const id = Number(/\d+$/.exec(location)[0]);
  life.meetings[name] = id;
  if (guests === 0) return id;
  await staff.post(`${location}/genodigden`, { kies: life.contacts.slice(3, 3 + guests).map(([contact]) => contact) });
  if (!send) return id;
  await staff.post(`${location}/versturen`);
  await letThePostRest(site);
  life.invitations[name] = site.database.rows(`SELECT id FROM invitations WHERE meeting_id = ${id} ORDER BY id`)
    .map(([invitation]) => Number(invitation));
  const sent = site.letters().filter((letter) => letter.text.includes(`Rondetafel ${name}`) && letter.link);
  const addresses = new Map(site.database.rows(`SELECT id, email FROM invitations WHERE meeting_id = ${id}`));
  life.links[name] = life.invitations[name].map((invitation) => sent
    .find((letter) => letter.to === addresses.get(String(invitation)))?.link);
  return id;
}

async function planMeetings(life) {
  await meeting(life, 'leeg', {}, 0);
  await meeting(life, 'op de lijst', { stap: '11' }, 8, false);
  await meeting(life, 'vol leven', { online_url: 'https://overleg.example/rondetafel' }, 9);
  await meeting(life, 'een stoel', { capacity: '1' }, 4);
  await meeting(life, 'met wachtrij', { capacity: '1' }, 3);
  await meeting(life, 'geannuleerd', {}, 3);
  await meeting(life, 'antwoorden gesloten', { day: '20-06-2024', answer_day: '10-06-2024' }, 3);
  await meeting(life, 'voorbij', { day: '06-06-2024', answer_day: '05-06-2024' }, 2);
  await meeting(life, 'lang voorbij', { day: '04-06-2024', answer_day: '03-06-2024' }, 2);
  await meeting(life, 'in de vakantie', { day: '25-12-2024' }, 0);
}

/** A meeting with a guest in each language; the link in each letter, by language. */
async function inviteEachLanguage(life) {
  const chosen = ['nl', 'en', 'pl'].map((language) => life.site.database.rows(
    `SELECT MAX(id), MAX(organisation_id) FROM contacts WHERE language = '${language}' AND archived = 0`)[0]);
  const others = life.contacts;
  life.contacts = [...others.slice(0, 3), ...chosen];
  await meeting(life, 'in drie talen', {}, chosen.length);
  life.contacts = others;
  const sent = life.site.letters().filter((letter) => letter.text.includes('Rondetafel in drie talen'));
  return Object.fromEntries(sent.map((letter) => [letter.language, letter.link]));
}

/** The path behind a link that came by mail. */
export const pathOf = (link) => new URL(link).pathname;

async function say(life, name, guest, fields) {
  const path = pathOf(life.links[name][guest]);
  const { status, text } = await life.site.visitor().fillIn(path, fields);
  assert.equal(status, 303, `${name} ${guest}: ${status} ${text.slice(0, 300)}`);
}

async function answer(life) {
  const { staff } = life;
  const lively = life.invitations['vol leven'];
  const remark = 'Een lange opmerking zonder veel inhoud, maar wel met "aanhalingstekens", <haken> & een eind eraan.';
  await say(life, 'vol leven', 0, { answer: 'yes', remark });
  await say(life, 'vol leven', 1, { answer: 'no', remark });
  await say(life, 'vol leven', 2, {
    answer: 'substitute', substitute_name: 'Vera van der Vervanger', substitute_email: 'vera@invaller.example' });
  await staff.post(`/uitnodigingen/${lively[3]}/antwoord`, { answer: 'yes', source: 'phone', remark: 'Belde vanochtend' });
  await staff.post(`/bijeenkomsten/${life.meetings['vol leven']}/intrekken`, { kies: lively[4] });
  await staff.post(`/uitnodigingen/${lively[5]}/link`, { wat: 'intrekken' });
  await say(life, 'antwoorden gesloten', 0, { answer: 'yes' });
  await say(life, 'voorbij', 0, { answer: 'yes' });
  await staff.post(`/bijeenkomsten/${life.meetings.geannuleerd}/annuleer`, { reason: 'De zaal staat onder water.' });
}

async function afterwards(life) {
  const { staff, meetings } = life;
  await staff.post(`/bijeenkomsten/${meetings.voorbij}/gehouden`);
  await staff.post(`/bijeenkomsten/${meetings['lang voorbij']}/gehouden`);
  await staff.post(`/bijeenkomsten/${meetings['lang voorbij']}/gesloten`);
}

// An offer holds for two working days, so these come after the clock has moved.
async function fillSeats(life) {
  await say(life, 'een stoel', 0, { answer: 'yes' });
  await say(life, 'een stoel', 1, { answer: 'yes' });
  await say(life, 'met wachtrij', 0, { answer: 'yes' });
  await say(life, 'met wachtrij', 1, { answer: 'yes' });
  await say(life, 'met wachtrij', 2, { answer: 'yes' });
  await say(life, 'met wachtrij', 0, { answer: 'no' });
  const states = (name) => life.site.database.rows(
    `SELECT answer FROM invitations WHERE meeting_id = ${life.meetings[name]} ORDER BY id`).map(([one]) => one);
  assert.deepEqual(states('een stoel'), ['yes', 'waiting', 'none', 'none']);
  assert.deepEqual(states('met wachtrij'), ['no', 'offered', 'waiting']);
}

/** A version of the example's covenant with an open round about it, and what a page of it is named by: life.covenant. */
async function consult(life) {
  const { site } = life;
  const staff = await site.staffPage();
  const covenant = Number(site.database.rows('SELECT MIN(id) FROM covenants')[0][0]);
  const press = (selector) => Promise.all([staff.waitForNavigation(), staff.click(selector)]);
  await staff.goto(`${site.url}/convenanten/${covenant}/versies/nieuw`);
  await staff.fill('[name=change_note]', 'Eerste versie voor de partijen.');
  await press('main form button[type=submit]');
  await staff.goto(`${site.url}/convenanten/${covenant}/consultatie/nieuw`);
  await staff.fill('[name=closes_day]', '28-06-2024');
  for (const box of await staff.locator('input[name=kies]').all()) await box.check();
  await press('main form button[type=submit]');
  await press('form[action$="/open"] button');
  await staff.context().close();
  const one = (query) => site.database.rows(query)[0][0];
  life.covenant = {
    covenant,
    article: one(`SELECT article_id FROM draft_articles WHERE covenant_id = ${covenant} AND kind = 'article' ORDER BY position`),
    party: one(`SELECT MAX(id) FROM covenant_parties WHERE covenant_id = ${covenant}`),
    version: one(`SELECT MIN(id) FROM covenant_versions WHERE covenant_id = ${covenant}`),
    round: one(`SELECT MIN(id) FROM rounds WHERE covenant_id = ${covenant}`),
    consultee: one('SELECT MIN(id) FROM consultees'),
  };
}

function lettersByState(site) {
  return Object.fromEntries(site.database.rows('SELECT state, MIN(id) FROM outbox GROUP BY state'));
}

