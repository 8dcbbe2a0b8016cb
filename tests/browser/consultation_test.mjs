// SPDX-License-Identifier: EUPL-1.2
// A consultation from plan to decisions: staff in Chromium, partners on a telephone without script in three languages,
// letters over SMTP, a Word file that comes back changed, the reaction note as PDF, on each database. Every page on the way is
// readable for everyone and fits a small screen.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { fileOf, issueVersion, moveClock, press } from './consulting.mjs';
import { accessible } from './readable.mjs';
import { root, startSite, until } from './support.mjs';

for (const kind of ['sqlite', 'mariadb']) {
  describe(`a consultation, ${kind}`, { timeout: 600_000 }, () => {
    let site;
    let staff;
    let reader; // a partner's computer with script, to look at the same pages
    let covenant;
    let round;
    let invited;
    const links = {};

    before(async () => {
      site = await startSite({ kind, clockworkSeconds: 1 });
      staff = await site.staffPage();
      reader = await (await site.browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    });
    after(() => site?.stop());

    /** What is wrong on a page that is open: for a reader with tools, and on 320 pixels. */
    async function faults(page) {
      const told = await accessible(page);
      await page.setViewportSize({ width: 320, height: 800 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) told.push(`scrolls sideways: ${width}`);
      const small = await page.evaluate(() => [...document.querySelectorAll('button, summary, select, textarea, a.nl-button')]
        .filter((element) => element.checkVisibility())
        .map((element) => [element.getBoundingClientRect(), element.outerHTML.slice(0, 90)])
        .filter(([box]) => box.width > 0 && (box.height < 24 || box.width < 24)).map(([, html]) => html));
      await page.setViewportSize({ width: 1280, height: 900 });
      return told.concat(small.map((html) => `small target: ${html}`));
    }

    async function inspect(page, address) {
      const answer = await page.goto(address);
      assert.ok(answer.status() < 400, `${address}: ${answer.status()}`);
      assert.deepEqual(await faults(page), [], address);
    }

    const issue = (note) => issueVersion(site, staff, covenant, note);

    test('is planned for a version and asks everybody', async () => {
      await staff.goto(`${site.url}/convenanten`);
      covenant = await staff.locator('main table a, main li a').first().getAttribute('href');
      await issue('Eerste versie voor de partijen.');
      await inspect(staff, `${site.url}${covenant}/consultatie`);
      await inspect(staff, `${site.url}${covenant}/consultatie/nieuw`);
      await staff.fill('[name=closes_day]', '01-01-2024');
      await press(staff, 'main form button[type=submit]');
      assert.match(await staff.title(), /^Fout:/);
      assert.deepEqual(await faults(staff), []);
      await staff.fill('[name=closes_day]', '28-06-2024');
      const boxes = await staff.locator('input[name=kies]').all();
      for (const box of boxes) await box.check();
      invited = boxes.length;
      assert.ok(invited >= 3, `${invited} contacts`);
      await press(staff, 'main form button[type=submit]');
      round = new URL(staff.url()).pathname;
      await inspect(staff, staff.url());
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
        const articles = await phone.locator('form.rt-says a[href$=woorden]')
          .evaluateAll((all) => all.map((a) => a.href.replace(/#.*/, '')));
        await phone.goto(articles.at(-2));
        await press(phone, 'main form.rt-answer__form button[type=submit]');
        assert.equal(await phone.locator('#fouten').count(), 1, 'nothing was chosen');
        await phone.check('#woorden');
        const text = await phone.inputValue('#text');
        await phone.fill('#text', `${text}\n\nDit leggen wij in ${language} voor.`);
        await phone.fill('#why', 'Dat is duidelijker.');
        await press(phone, 'main form.rt-answer__form button[type=submit]');
        assert.match(phone.url(), /\/bewaard$/);
        const change = await phone.locator('blockquote ins').first().textContent();
        assert.match(change, /\[[^:]+: /, 'a word says what the colour says');
        await phone.goto(articles.at(-3));
        await phone.check('#opmerking');
        await phone.fill('#comment', 'Wie betaalt dit?');
        await phone.fill('#quote', 'staat hier niet');
        await press(phone, 'main form.rt-answer__form button[type=submit]');
        assert.equal(await phone.locator('#quote-error').count(), 1);
        assert.equal(await phone.inputValue('#comment'), 'Wie betaalt dit?', 'what was typed stays');
        await phone.fill('#quote', '');
        await press(phone, 'main form.rt-answer__form button[type=submit]');
        await phone.goto(link);
        await press(phone, 'button[name=deed][value=hand_in]');
        assert.match(phone.url(), /\/ontvangen$/);
        await inspect(reader, link);
        await inspect(reader, articles.at(-2));
        await inspect(reader, articles.at(-2).replace(/[^/]+$/, 'nieuw'));
        await inspect(reader, phone.url());
        await phone.context().close();
      }
      await until('the receipts', () => site.letters().length === invited + Object.keys(links).length);
    });

    test('can be done with the keyboard alone', async () => {
      await reader.goto(links.nl);
      const article = await reader.locator('form.rt-says a').first().getAttribute('href');
      await reader.goto(new URL(article, site.url).href.replace(/#.*/, ''));
      const reached = new Set();
      for (let turn = 0; turn < 60; ++turn) {
        await reader.keyboard.press('Tab');
        reached.add(await reader.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim().slice(0, 30)));
      }
      for (const name of ['akkoord', 'why', 'Bewaar']) assert.ok(reached.has(name), `${name} is not reached`);
    });

    test('goes out as a Word file and comes back changed', async () => {
      await staff.goto(`${site.url}${covenant}/versies`);
      await staff.goto(site.url + await staff.locator('main a[href*="/versies/"]:not([href$=nieuw])').first().getAttribute('href'));
      const file = join(site.folder, 'reactie.docx');
      writeFileSync(file, await fileOf(site, staff, 'button[name=format][value=docx]'));
      await staff.goto(`${site.url}${covenant}/word`);
      assert.deepEqual(await faults(staff), []);
      await staff.setInputFiles('#file', { name: 'hernoemd.docx', mimeType: 'application/zip', buffer: Buffer.from('geen zip') });
      await staff.selectOption('[name=party]', { index: 5 });
      await press(staff, 'main form.rt-form button[type=submit]');
      await until('the refusal', async () => (await staff.reload(), staff.locator('.utrecht-alert--error, #file-error').count()));
      // As somebody who did not turn on the tracking of changes.
      const changed = spawnSync('/usr/bin/python3', [join(root, 'tests/support/change_word_file.py'), file,
        'vertrouwenspersoon', 'vertrouwenspersoon en een klachtenregeling'], { encoding: 'utf8' });
      assert.equal(changed.status, 0, changed.stderr);
      await staff.goto(`${site.url}${covenant}/word`);
      await staff.setInputFiles('#file', file);
      await staff.selectOption('[name=party]', { index: 5 });
      await press(staff, 'main form.rt-form button[type=submit]');
      const take = staff.locator('.rt-head__actions button');
      await until('what was understood', async () => (await staff.reload(), take.count()), 60);
      assert.match(await staff.locator('main').innerText(), /een klachtenregeling/);
      assert.deepEqual(await faults(staff), []);
      await press(staff, '.rt-head__actions button');
      await staff.goto(`${site.url}${round}/reacties`);
      assert.match(await staff.locator('main').innerText(), /klachtenregeling/);
    });

    test('is decided, put into the text and told', async () => {
      const before = site.letters().length;
      await inspect(staff, site.url + round);
      await inspect(staff, `${site.url}${round}/reacties`);
      await moveClock(site, staff, '01-07-2024');
      await staff.goto(`${site.url}${round}/reacties`);
      const decide = await staff.locator('a[href*="/besluit/"][href$="=not_taken_over"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      assert.equal(decide.length, 2 * Object.keys(links).length + 1, 'and one from the Word file');
      await inspect(staff, site.url + decide[0]);
      await press(staff, 'main form.rt-form button[type=submit]');
      assert.equal(await staff.locator('#reason-error').count(), 1, 'a reason is asked');
      for (const [at, address] of decide.entries()) {
        // Comments come before other words, for their article stands before the other.
        const last = at === decide.length - 1;
        await staff.goto(site.url + (last ? address.replace('not_taken_over', 'taken_over') : address));
        await staff.fill('#reason', 'Zo is het duidelijker.');
        await press(staff, 'main form.rt-form button[type=submit]');
      }
      await inspect(staff, `${site.url}${round}/verwerken`);
      await press(staff, 'form[action$="/verwerken"] button');
      await issue('Verwerkt na de consultatie.');
      const note = round.replace('consultatie', 'reactienota');
      await inspect(staff, site.url + note);
      await inspect(staff, `${site.url}${note}?namen=nee`);
      await staff.goto(site.url + note);
      assert.equal((await fileOf(site, staff, 'button[name=format][value=pdf]')).subarray(0, 5).toString(), '%PDF-');
      const csv = await staff.context().request.get(`${site.url}${note}/reactienota.csv`);
      assert.match(csv.headers()['content-type'], /text\/csv/);
      await until('the decisions', () => site.letters().filter((letter) => /besloten|decided|decyzj/i.test(letter.text)).length
        >= Object.keys(links).length);
      assert.ok(site.letters().length > before);
      for (const link of Object.values(links)) await inspect(reader, link);
    });
  });
}
