// SPDX-License-Identifier: EUPL-1.2
// A consultation from plan to decisions: staff in Chromium, partners on a telephone without script in three languages,
// letters over SMTP, a Word file that comes back changed, the reaction note as PDF, on each database. Every page on the
// way is looked at with all checks of readable.mjs; those that pages_test.mjs cannot reach are looked at here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { fileOf, issueVersion, moveClock, press } from './consulting.mjs';
import { Inspection } from './inspection.mjs';
import { pathOf } from './life.mjs';
import * as states from './states.mjs';
import { root, startSite, until } from './support.mjs';

for (const kind of ['sqlite', 'mariadb']) {
  describe(`a consultation, ${kind}`, { timeout: 850_000 }, () => {
    let site;
    let staff;
    let inspection;
    let lookers; // staff in both languages of the pages
    let covenant;
    let round;
    let invited;
    const links = {};

    before(async () => {
      site = await startSite({ kind });
      staff = await site.staffPage();
      inspection = new Inspection(site);
      lookers = [{ name: 'administrator', visitor: await site.administrator(), language: 'nl' },
        { name: 'administrator', visitor: await site.newAccount('administrator', 'en'), language: 'en' }];
    });
    after(() => site?.stop());

    /** Looks at pages of staff in each language: addresses, or states as inspection.mjs has them. */
    async function look(...wanted) {
      const all = wanted.map((one) => (typeof one === 'string' ? { path: one } : one));
      for (const looker of lookers) await inspection.look(looker, all);
      inspection.expectNothing();
    }

    async function lookAsPartner(language, ...paths) {
      await inspection.look({ language }, paths.map((path) => (typeof path === 'string' ? { path } : path)));
      inspection.expectNothing();
    }

    const here = () => staff.url().replace(site.url, '');

    test('is planned for a version and asks everybody', async () => {
      await staff.goto(`${site.url}/convenanten`);
      covenant = await staff.locator('main table a, main li a').first().getAttribute('href');
      await issueVersion(site, staff, covenant, 'Eerste versie voor de partijen.');
      const plan = `${covenant}/consultatie/nieuw`;
      await look(`${covenant}/consultatie`, plan, `${covenant}/vaststellen`,
        { path: plan, action: `${covenant}/consultatie`, fields: { closes_day: '01-01-2024' }, status: 422 },
        { path: `${covenant}/vaststellen`, fields: { change_note: '' }, status: 422 });
      await staff.goto(site.url + plan);
      await staff.fill('[name=closes_day]', '28-06-2024');
      const boxes = await staff.locator('input[name=kies]').all();
      for (const box of boxes) await box.check();
      invited = boxes.length;
      assert.ok(invited >= 3, `${invited} contacts`);
      await press(staff, 'main form.rt-form button[type=submit]');
      round = new URL(staff.url()).pathname;
      await look(round);
      await press(staff, 'form[action$="/open"] button');
      await until('the invitations', () => site.letters().length === invited);
      for (const letter of site.letters()) {
        assert.match(letter.text, /\/u\//);
        links[letter.language] ??= letter.link;
      }
    });

    test('is answered on a telephone without script, in each language', async () => {
      for (const [language, link] of Object.entries(links)) {
        const phone = await site.phonePage();
        await phone.goto(link);
        assert.equal(await phone.locator('html').getAttribute('lang'), language);
        await press(phone, 'button[name=deed][value=agree]');
        const articles = await phone.locator('.rt-says a[href$=woorden]')
          .evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
        await proposeWords(phone, language, articles.at(-2));
        await comment(phone, articles.at(-3));
        await phone.goto(link);
        await press(phone, 'button[name=deed][value=hand_in]');
        assert.match(phone.url(), /\/ontvangen$/);
        await lookAsPartner(language, pathOf(link), articles.at(-2), `${articles.at(-2)}/bewaard`,
          articles.at(-2).replace(/[^/]+$/, 'nieuw'), pathOf(phone.url()), `${pathOf(link)}/${language}`,
          { path: articles.at(-4), fields: { say: '' }, status: 422 });
        await phone.context().close();
      }
      await until('the receipts', () => site.letters().length === invited + Object.keys(links).length);
    });

    async function proposeWords(phone, language, article) {
      await phone.goto(site.url + article);
      await press(phone, 'main form.rt-answer__form button[type=submit]');
      assert.equal(await phone.locator('#fouten').count(), 1, 'nothing was chosen');
      await phone.check('#woorden');
      await phone.fill('#text', `${await phone.inputValue('#text')}\n\nDit leggen wij in ${language} voor.`);
      await phone.fill('#why', 'Dat is duidelijker.');
      await press(phone, 'main form.rt-answer__form button[type=submit]');
      assert.match(phone.url(), /\/bewaard$/);
      const change = await phone.locator('blockquote ins').first().textContent();
      assert.match(change, /\[[^:]+: /, 'a word says what the colour says');
    }

    async function comment(phone, article) {
      await phone.goto(site.url + article);
      await phone.check('#opmerking');
      await phone.fill('#comment', 'Wie betaalt dit?');
      await phone.fill('#quote', 'staat hier niet');
      await press(phone, 'main form.rt-answer__form button[type=submit]');
      assert.equal(await phone.locator('#quote-error').count(), 1);
      assert.equal(await phone.inputValue('#comment'), 'Wie betaalt dit?', 'what was typed stays');
      await phone.fill('#quote', '');
      await press(phone, 'main form.rt-answer__form button[type=submit]');
    }

    test('goes out as a Word file and comes back changed', async () => {
      await staff.goto(`${site.url}${covenant}/versies`);
      await press(staff, 'main a[href*="/versies/"]:not([href$=nieuw])');
      const file = join(site.folder, 'reactie.docx');
      writeFileSync(file, await fileOf(site, staff, 'button[name=format][value=docx]'));
      await look(here());
      await handIn({ name: 'hernoemd.docx', mimeType: 'application/zip', buffer: Buffer.from('geen zip') });
      await until('the refusal', async () => (await staff.reload(), staff.locator('.utrecht-alert--error, #file-error').count()));
      await look(here());
      // As somebody who did not turn on the tracking of changes.
      const changed = spawnSync('/usr/bin/python3', [join(root, 'tests/support/change_word_file.py'), file,
        'vertrouwenspersoon', 'vertrouwenspersoon en een klachtenregeling'], { encoding: 'utf8' });
      assert.equal(changed.status, 0, changed.stderr);
      await handIn(file);
      const take = staff.locator('.rt-head__actions button');
      await until('what was understood', async () => (await staff.reload(), take.count()), 60);
      assert.match(await staff.locator('main').innerText(), /een klachtenregeling/);
      await look(here());
      await press(staff, '.rt-head__actions button');
      await staff.goto(`${site.url}${round}/reacties`);
      assert.match(await staff.locator('main').innerText(), /klachtenregeling/);
    });

    async function handIn(file) {
      await staff.goto(`${site.url}${covenant}/word`);
      await staff.setInputFiles('#file', file);
      await staff.selectOption('[name=party]', { index: 5 });
      await press(staff, 'main form.rt-form button[type=submit]');
    }

    test('a whole covenant starts from a Word file too', async () => {
      await staff.goto(`${site.url}/convenanten/nieuw/bestand`);
      await staff.setInputFiles('#file', join(site.folder, 'reactie.docx'));
      await press(staff, 'main form.rt-form button[type=submit]');
      await until('what was understood', async () => (await staff.reload(), staff.locator('.rt-head__actions button').count()), 60);
      await look(here());
      await press(staff, '.rt-head__actions button');
      assert.match(new URL(staff.url()).pathname, /^\/convenanten\/\d+$/);
      assert.match(await staff.locator('main').innerText(), /een klachtenregeling/);
    });

    test('is decided, put into the text and told', async () => {
      const before = site.letters().length;
      await look(round, `${round}/reacties`, `${round}/bewerk`);
      await enterNewArticle();
      await moveClock(site, staff, '01-07-2024');
      await staff.goto(`${site.url}${round}/reacties`);
      const decide = await staff.locator('a[href*="/besluit/"][href$="=not_taken_over"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      assert.equal(decide.length, 2 * Object.keys(links).length + 2, 'and one from the Word file, one by telephone');
      await look(`${round}/reacties`, decide[0],
        { path: decide[0], fields: { reason: '' }, status: 422 });
      for (const [at, address] of decide.entries()) {
        // Comments come before other words, for their article stands before the other.
        const last = at === decide.length - 1;
        await staff.goto(site.url + (last ? address.replace('not_taken_over', 'taken_over') : address));
        await staff.fill('#reason', 'Zo is het duidelijker.');
        await press(staff, 'main form.rt-form button[type=submit]');
      }
      const [[article]] = site.database.rows("SELECT MIN(article_id) FROM remarks WHERE article_id <> ''");
      await look(`${round}/verwerken`, `${round}/verwerken/${article}`);
      await staff.goto(`${site.url}${round}/verwerken`);
      await press(staff, 'form[action$="/verwerken"] button');
      await issueVersion(site, staff, covenant, 'Verwerkt na de consultatie.');
      await readNote();
      await until('the decisions', () => site.letters().filter((letter) => /besloten|decided|decyzj/i.test(letter.text)).length
        >= Object.keys(links).length);
      assert.ok(site.letters().length > before);
      for (const [language, link] of Object.entries(links)) await lookAsPartner(language, pathOf(link));
    });

    /** What a party said by telephone: an article that is not there yet. */
    async function enterNewArticle() {
      await staff.goto(site.url + round);
      const enter = await staff.locator('a[href*="/invoeren/"]').first().getAttribute('href');
      const article = await staff.context().request.get(site.url + enter).then(async (answer) => /<option value="([0-9a-z]{12})"/.exec(await answer.text())[1]);
      await look(`${enter}?artikel=${article}`, `${enter}?artikel=nieuw`,
        { path: `${enter}?artikel=nieuw`, action: enter, fields: { deed: 'one_more', text: '' }, status: 422 });
      await staff.goto(`${site.url}${enter}?artikel=nieuw`);
      await staff.check('#s-phone');
      await staff.selectOption('#consultee', { index: 1 });
      await staff.check('#kind-article');
      await staff.fill('#heading', 'Klachten');
      await staff.fill('#text', '1. Het uitzendbureau behandelt iedere klacht binnen vier weken.');
      await staff.fill('#comment', 'Dat ontbrak.');
      await press(staff, 'button[name=deed][value=one_more]');
      assert.equal(await staff.locator('#fouten').count(), 0, await staff.locator('main').innerText());
    }

    async function readNote() {
      const note = round.replace('consultatie', 'reactienota');
      await look(round, `${round}/reacties`, `${round}/verwerken`, note, `${note}?namen=nee`);
      await staff.goto(site.url + note);
      assert.equal((await fileOf(site, staff, 'button[name=format][value=pdf]')).subarray(0, 5).toString(), '%PDF-');
      const csv = await staff.context().request.get(`${site.url}${note}/reactienota.csv`);
      assert.match(csv.headers()['content-type'], /text\/csv/);
    }

    test('led to every page that the other suite left out', () => {
      const seen = inspection.visited();
      assert.deepEqual([...states.elsewhere, ...states.reactionPages].filter((path) => !seen.has(path)), []);
    });
  });
}
