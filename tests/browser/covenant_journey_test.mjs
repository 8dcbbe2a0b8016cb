// SPDX-License-Identifier: EUPL-1.2
// A covenant from its starter text through two rounds with twelve parties to a version that can be signed: staff in
// Chromium, partners on a telephone without script from the links in their letters, on each database.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { articlePages, decide, fileOf, issueVersion, moveClock, press, remarksOn, rewrite, sayAsPartner } from './consulting.mjs';
import { byTelephone, firstRound, late, parties, secondRound } from './covenant_scenario.mjs';
import { accessible } from './readable.mjs';
import { root, startSite, until } from './support.mjs';

for (const kind of ['sqlite', 'mariadb']) {
  describe(`a covenant from starter to adopted text, ${kind}`, { timeout: 900_000 }, () => {
    let site;
    let staff;
    let phone;
    let covenant;
    const rounds = [];
    const links = new Map(); // of each person, by address

    before(async () => {
      site = await startSite({ kind });
      staff = await site.staffPage();
      phone = await site.phonePage();
      for (const page of [staff, phone]) page.setDefaultTimeout(10_000);
    });
    after(() => site?.stop());

    const seen = () => staff.locator('main').innerText();
    const peopleOf = (party) => site.database.rows(`SELECT k.email FROM contacts k JOIN organisations o ON o.id = k.organisation_id
      WHERE o.name = '${party}' ORDER BY k.id`).map(([email]) => email);
    const personOf = (party) => links.get(peopleOf(party)[0]);
    const lettersTo = (party) => site.letters().filter((letter) => letter.to === peopleOf(party)[0]);

    /** Plans a round about the last version, asks the first person of each party (of the first party everybody), opens it. */
    async function openRound(closes) {
      const sent = site.letters().length;
      await staff.goto(`${site.url}${covenant}/consultatie/nieuw`);
      await staff.fill('[name=closes_day]', closes);
      await staff.check('[name=accept_late]');
      for (const [at, group] of (await staff.locator('.rt-party-group').all()).entries()) {
        const boxes = await group.locator('input[name=kies]').all();
        for (const box of boxes) await box.setChecked(at === 0 || box === boxes[0]);
      }
      const asked = await staff.locator('input[name=kies]:checked').count();
      await press(staff, 'main form.rt-form button[type=submit]');
      rounds.push(new URL(staff.url()).pathname);
      await press(staff, 'form[action$="/open"] button');
      await until('the invitations', () => site.letters().length === sent + asked, 60);
      for (const letter of site.letters().slice(sent)) links.set(letter.to, letter.link);
    }

    /** Every party of the scenario writes what it has to say and hands it in. */
    async function react(remarks) {
      for (const party of new Set(remarks.map((remark) => remark.party))) {
        const link = personOf(party);
        const pages = await articlePages(phone, link);
        for (const remark of remarks.filter((one) => one.party === party)) await sayAsPartner(phone, pages, remark);
        await phone.goto(link);
        await press(phone, 'button[name=deed][value=hand_in]');
        assert.match(phone.url(), /\/ontvangen$/);
      }
    }

    async function decideAll(remarks, round) {
      await staff.goto(`${site.url}${round}/reacties`);
      const open = await remarksOn(staff);
      for (const remark of remarks.filter(({ outcome }) => outcome)) {
        const found = open.filter(({ text }) => text.includes(remark.comment));
        assert.equal(found.length, 1, remark.comment);
        await decide(site, staff, round, found[0].id, remark);
      }
    }

    async function mergeIntoText(round) {
      await staff.goto(`${site.url}${round}/verwerken`);
      await press(staff, 'form[action$="/verwerken"] button');
    }

    test('starts from a text that comes with the product, with twelve parties', async () => {
      await staff.goto(`${site.url}/convenanten/nieuw`);
      await staff.fill('[name=title]', 'Convenant goed werkgeverschap Aalsmeer');
      await staff.selectOption('[name=start]', 'employership');
      await press(staff, 'main form button[type=submit]');
      covenant = new URL(staff.url()).pathname;
      await staff.goto(`${site.url}${covenant}/partijen`);
      for (const party of parties) await staff.getByLabel(party, { exact: true }).check();
      await press(staff, `form[action="${covenant}/partijen"] button`);
      for (const party of parties) assert.match(await seen(), new RegExp(party));
      await issueVersion(site, staff, covenant, 'Eerste versie voor de partijen.');
    });

    test('asks the parties by letter, and everybody says something on a telephone', async () => {
      await openRound('28-06-2024');
      await react(firstRound);
    });

    test('lets the people of one party build on one reaction', async () => {
      const link = links.get(peopleOf(parties[0])[1]);
      await phone.goto(link);
      assert.match(await phone.locator('main').innerText(), /Dan kan iemand er nog over nadenken/);
      const pages = await articlePages(phone, link);
      await sayAsPartner(phone, pages, { say: 'comment', article: 'Begrippen', comment: 'Dit klopt met de wet.', quote: '' });
      await phone.goto(link);
      await press(phone, 'button[name=deed][value=hand_in]');
    });

    test('takes a reaction without remarks, one by telephone, and a Word file with tracked changes', async () => {
      await phone.goto(personOf('Zorggroep Meerzicht'));
      await press(phone, 'button[name=deed][value=no_remarks]');
      await enterByTelephone();
      await handInWord();
    });

    async function enterByTelephone() {
      await staff.goto(site.url + rounds[0]);
      await press(staff, `a[href*="/invoeren/"]:has-text("${byTelephone.party}")`);
      await staff.selectOption('#artikel', { label: 'Artikel 1 – Begrippen' });
      await press(staff, 'form.rt-filters button');
      await staff.check('#s-phone');
      await staff.selectOption('#consultee', { index: 1 });
      await staff.check('#say-comment');
      await staff.fill('#comment', byTelephone.comment);
      await press(staff, 'button[name=deed][value=one_more]');
      assert.equal(await staff.locator('#fouten').count(), 0);
    }

    async function handInWord() {
      await staff.goto(`${site.url}${covenant}/versies`);
      await press(staff, 'main a[href*="/versies/"]:not([href$=nieuw])');
      const file = join(site.folder, 'reactie.docx');
      writeFileSync(file, await fileOf(site, staff, 'button[name=format][value=docx]'));
      const changed = spawnSync('/usr/bin/python3', [join(root, 'tests/support/change_word_file.py'), file, 'een veilige plaats',
        'een veilige plaats en een gordel', 'Sanne de Vries', 'Dit ging vorig jaar mis.'], { encoding: 'utf8' });
      assert.equal(changed.status, 0, changed.stderr);
      await staff.goto(`${site.url}${covenant}/word`);
      await staff.setInputFiles('#file', file);
      await staff.selectOption('[name=party]', { label: 'Boeketterie Het Palet' });
      await press(staff, 'main form.rt-form button[type=submit]');
      await until('what was understood', async () => (await staff.reload(), staff.locator('.rt-head__actions button').count()), 60);
      assert.match(await seen(), /en een gordel/);
      assert.match(await seen(), /Dit ging vorig jaar mis/);
      await press(staff, '.rt-head__actions button');
    }

    test('closes by itself, and takes a late reaction as late', async () => {
      await moveClock(site, staff, '01-07-2024');
      await until('the round to close', async () => (await staff.goto(site.url + rounds[0]), /Gesloten/.test(await seen())));
      await react([late]);
      await staff.goto(`${site.url}${rounds[0]}/reacties`);
      const [entry] = (await remarksOn(staff)).filter(({ text }) => text.includes(late.comment));
      assert.match(entry.text, /na de sluiting/);
      await staff.goto(site.url + rounds[0]);
      assert.deepEqual(await accessible(staff), []);
    });

    test('shows proposals that clash on every view until somebody writes the text', async () => {
      await decideAll([...firstRound, byTelephone, late], rounds[0]);
      await decideRest(rounds[0]);
      for (const view of ['/reacties', '/verwerken']) {
        await staff.goto(site.url + rounds[0] + view);
        assert.match(await seen(), /Bij 1 artikel is nog geen tekst die geldt/, view);
        assert.deepEqual(await accessible(staff), [], view);
      }
      assert.equal(await staff.locator('form[action$="/verwerken"] button').count(), 0, 'nothing can be merged yet');
      await press(staff, 'a[href*="/verwerken/"]');
      assert.deepEqual(await accessible(staff), [], 'the page for the text that holds');
      await rewrite(staff, 'vóór de eerste werkdag uit welk', 'ten minste één dag vóór de eerste werkdag uit welk');
      await press(staff, 'main form.rt-form button[type=submit]');
      assert.equal(await staff.locator('form[action$="/verwerken"] button').count(), 1, await seen());
    });

    /** What came by other ways than the scenario: from the Word file, and from a colleague. */
    async function decideRest(round) {
      await staff.goto(`${site.url}${round}/reacties`);
      const undecided = await staff.locator('a[href*="/besluit/"][href$="=taken_over"]').evaluateAll((all) => all
        .map((a) => /besluit\/(\d+)/.exec(a.href)[1]));
      const read = new Map((await remarksOn(staff)).map(({ id, text }) => [id, text]));
      for (const id of undecided) {
        if (firstRound.some((remark) => remark.carried && read.get(id).includes(remark.comment))) continue;
        const outcome = read.get(id).includes('gordel') ? 'taken_over' : 'not_taken_over';
        await decide(site, staff, round, id, { outcome, reason: 'Dat is veiliger.' });
      }
    }

    test('brings the decisions into the next version, and tells each author the reasons of its own proposals', async () => {
      await mergeIntoText(rounds[0]);
      const sent = site.letters().length;
      const version = await issueVersion(site, staff, covenant, 'Verwerkt na de eerste ronde.');
      const text = await seen();
      for (const words of ['ten minste één dag vóór de eerste werkdag', 'Klachten', 'een veilige plaats en een gordel',
        'binnen tien dagen na aankomst', 'Convenant goed werkgeverschap Aalsmeer.']) assert.ok(text.includes(words), `${version}: ${words}`);
      assert.ok(text.indexOf('Nakoming en geschillen') > text.indexOf('Opzegging'), 'the article was moved');
      await until('the decisions', () => site.letters().length >= sent + 10, 60);
      const [own] = lettersTo('Bloesem Uitzendgroep').slice(-1);
      assert.match(own.text, /Uitleg vooraf is eerlijker/);
      assert.doesNotMatch(own.text, /Sommige bureaus werven/, 'nobody reads the answer to another');
      assert.equal(site.letters().slice(sent).filter((letter) => letter.to === own.to).length, 1);
      assert.equal(site.letters().slice(sent).filter((letter) => letter.to === peopleOf('Zorggroep Meerzicht')[0]).length, 0);
    });

    test('opens the second round with what changed and what was carried over', async () => {
      await openRound('30-08-2024');
      await phone.goto(personOf('Marshlight Staffing'));
      assert.match(await phone.locator('section[aria-labelledby=veranderd]').innerText(), /Klachten/);
      assert.match(await phone.locator('main').innerText(), /Finding a room takes longer/);
      await phone.goto(personOf('Kwekerij De Gouden Knop'));
      assert.match(await phone.locator('main').innerText(), /Twee weken halen wij niet/);
      await phone.goto(personOf('Veenmos Potplanten'));
      assert.match(await phone.locator('main').innerText(), /Hier willen wij op terugkomen/, 'undecided goes along');
      await react(secondRound);
      const [[count]] = site.database.rows(`SELECT COUNT(*) FROM remarks m JOIN reactions r ON r.id = m.reaction_id
        JOIN rounds o ON o.id = r.round_id WHERE o.covenant_id = ${covenant.split('/').pop()} AND m.kind <> 'agree' AND m.carried_from_id IS NULL`);
      assert.ok(Number(count) >= 60, `${count} remarks`);
    });

    test('asks to look again at a proposal whose article changed', async () => {
      await moveClock(site, staff, '02-09-2024');
      await until('the round to close', async () => (await staff.goto(site.url + rounds[1]), /Gesloten/.test(await seen())));
      await staff.goto(`${site.url}${rounds[1]}/reacties`);
      const all = await remarksOn(staff);
      const of = (words) => all.find(({ text }) => text.includes(words));
      assert.match(of('Twee weken halen wij niet').text, /opnieuw/i);
      assert.doesNotMatch(of('Finding a room takes longer').text, /opnieuw/i, 'its article is as it was');
      await decideAll([...secondRound,
        { comment: 'Finding a room takes longer', outcome: 'taken_over', reason: 'De huisvesters gaan akkoord.' },
        { comment: 'Twee weken halen wij niet', outcome: 'not_taken_over', reason: 'Verzekeraars halen het wel.' },
        { comment: 'Hier willen wij op terugkomen', outcome: 'not_taken_over', reason: 'Er kwam geen voorstel.' }], rounds[1]);
      await mergeIntoText(rounds[1]);
      await issueVersion(site, staff, covenant, 'Verwerkt na de tweede ronde.');
      const text = await seen();
      for (const words of ['ten minste zes weken in', 'binnen vijftien werkdagen', 'ten minste drie keer per jaar',
        'ten minste zes andere partijen']) assert.ok(text.includes(words), words);
      await staff.goto(`${site.url}${rounds[1].replace('consultatie', 'reactienota')}`);
      assert.match(await seen(), /Vier keer is te veel werk/);
      assert.deepEqual(await accessible(staff), []);
    });

    test('is adopted with its decision, and ends with a version that can be signed', async () => {
      await staff.goto(`${site.url}${covenant}/toets`);
      assert.deepEqual(await accessible(staff), []);
      await staff.goto(`${site.url}${covenant}/vaststellen`);
      await staff.fill('[name=change_note]', 'Vastgesteld door het college.');
      await press(staff, 'main form.rt-form button[type=submit]');
      assert.ok(await staff.locator('#fouten').count(), 'no decision is named yet');
      await moveClock(site, staff, '11-09-2024');
      await staff.goto(`${site.url}${covenant}/besluiten`);
      await staff.fill('[name=decided_on]', '10-09-2024');
      await staff.fill('[name=number]', 'Z24-001234');
      await press(staff, 'main form.rt-form button[type=submit]');
      await staff.goto(`${site.url}${covenant}/vaststellen`);
      await staff.selectOption('[name=decision]', { index: 1 });
      await staff.fill('[name=change_note]', 'Vastgesteld door het college.');
      if (await staff.locator('[name=confirmed]').count()) await staff.check('[name=confirmed]');
      await press(staff, 'main form.rt-form button[type=submit]');
      assert.match(staff.url(), /\/versies\/\d+$/, await seen());
      assert.match(await seen(), /Versie 1\.0/);
      assert.match(await seen(), /Z24-001234/);
      assert.deepEqual(await accessible(staff), []);
      const [[major, minor, digest, canonical]] = site.database.rows(`SELECT major, minor, sha256, HEX(canonical)
        FROM covenant_versions WHERE covenant_id = ${covenant.split('/').pop()} ORDER BY id DESC LIMIT 1`);
      assert.deepEqual([major, minor], ['1', '0']);
      assert.equal(createHash('sha256').update(Buffer.from(canonical, 'hex')).digest('hex'), digest);
      assert.ok((await seen()).includes(digest), 'whoever signs can see which text it is');
      const pdf = await fileOf(site, staff, 'button[name=format][value=pdf]');
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    });
  });
}
