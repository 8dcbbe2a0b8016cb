// SPDX-License-Identifier: EUPL-1.2
// Every page of the route table, in each language it has and each state it can be in: readable for everyone, at home on
// a small screen, usable by keyboard, valid HTML. A route that nobody looked at fails the suite.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Inspection } from './inspection.mjs';
import { faults, fillWithLife } from './life.mjs';
import { oneTimeCode } from './one_time_code.mjs';
import { routes } from './routes.mjs';
import * as states from './states.mjs';
import { startSite, until } from './support.mjs';

const without = (wanted, seen) => wanted.filter((path) => !seen.has(path));

for (const kind of ['sqlite', 'mariadb']) {
  describe(`every page, ${kind}`, { timeout: 850_000 }, () => {
    let site;
    let life;
    let inspection;

    before(async () => {
      site = await startSite({ kind, faults });
      life = await fillWithLife(site);
      inspection = new Inspection(site);
    });
    after(() => site?.stop());

    for (const language of ['nl', 'en']) {
      test(`staff, ${language}`, async () => {
        const visitor = language === 'nl' ? life.staff : await site.newAccount('administrator', language);
        const all = [...states.eachPage(life), ...states.otherStates(life), ...states.errorStates(life)];
        await inspection.look({ name: 'administrator', visitor, language }, all);
        assert.deepEqual(without(states.staffPages.map((route) => route.path), inspection.visited()), []);
        inspection.expectNothing();
      });

      test(`the second step, ${language}`, async () => {
        await secondStep(await site.newAccount('coordinator', language), language);
        inspection.expectNothing();
      });
    }

    test('a reader, who may change nothing', async () => {
      const visitor = await site.newAccount('reader', 'nl');
      const may = (route) => ['anyone', 'reader'].includes(route.who);
      const forbidden = states.eachPage(life, (route) => !may(route)).map((state) => ({ ...state, status: 403 }));
      await inspection.look({ name: 'reader', visitor, language: 'nl' },
        [...states.eachPage(life, may), ...states.otherStates(life).slice(0, 15), ...forbidden.slice(0, 2)]);
      inspection.expectNothing();
    });

    for (const language of ['nl', 'en', 'pl']) {
      test(`partners, ${language}`, async () => {
        await inspection.look({ language }, states.partnerStates(life, language, life.bare[language]));
        assert.deepEqual(without(states.partnerPages, inspection.visited()), []);
        inspection.expectNothing();
      });

      test(`guests, ${language}`, async () => {
        await inspection.look({ language }, states.guestStates(await passwordPath(), language));
        assert.deepEqual(without(states.guestPages, inspection.visited()), []);
        inspection.expectNothing();
      });
    }

    test('menu and skip link, by keyboard on a small screen', async () => {
      const page = await site.staffPage({ width: 320, height: 640 });
      const focused = (ask) => page.evaluate((selector) => document.activeElement.matches(selector), ask);
      await page.keyboard.press('Tab');
      assert.ok(await focused('a[href="#inhoud"]'), 'the skip link comes first');
      assert.ok(await page.locator('a[href="#inhoud"]').isVisible());
      await page.keyboard.press('Enter');
      assert.ok(await focused('main'), 'it leads to the content');
      await page.goto(`${site.url}/programma`);
      for (let presses = 0; presses < 4 && !await focused('.rt-menu-button'); presses += 1) await page.keyboard.press('Tab');
      const links = page.locator('#hoofdmenu a');
      assert.ok(!await links.first().isVisible());
      await page.keyboard.press('Enter');
      assert.ok(await links.first().isVisible(), 'Enter opens the menu');
      for (let number = 0; number < await links.count(); number += 1) {
        await page.keyboard.press('Tab');
        assert.ok(await links.nth(number).evaluate((link) => link === document.activeElement), `link ${number}`);
      }
      await page.keyboard.press('Escape');
      assert.ok(!await links.first().isVisible(), 'Escape closes it');
      assert.ok(await focused('.rt-menu-button'), 'and gives the focus back');
      await page.context().close();
    });

    test('too many attempts look like one', async () => {
      const { email } = await site.newAccount('reader');
      for (let attempts = 0; attempts < 8; attempts += 1) {
        assert.equal((await site.visitor().fillIn('/inloggen', { email, password: 'verkeerd' })).status, 422);
      }
      await inspection.look({ language: 'nl' }, [{ path: '/inloggen', fields: { email, password: 'nog eens' }, status: 422 }]);
      inspection.expectNothing();
    });

    test('what is no page to read', async () => {
      const meeting = `/bijeenkomsten/${life.meetings['vol leven']}/antwoorden.csv`;
      for (const path of ['/programma/stappen.csv', meeting]) await expectTable(path);
      const person = await life.staff.ask(`/contacten/${life.contacts[2][0]}/gegevens.json`);
      assert.match(person.type, /^application\/json/);
      assert.ok(JSON.stringify(JSON.parse(person.text)).includes(life.contacts[2][2]), 'the address of this person');
      const contact = await plain('/.well-known/security.txt');
      assert.match(contact, /^Contact: mailto:\S+@\S+$/m);
      const [, expires] = /^Expires: (\S+)$/m.exec(contact);
      assert.ok(Date.parse(expires) > Date.now(), expires);
      assert.match(await plain('/metrics'), /^rondetafel_letters\{state="sent"\} \d+$/m);
      assert.equal(await plain('/readyz'), 'ready\n');
      assert.match((await site.visitor().ask('/theme.css')).type, /^text\/css/);
      // Each stands in the table, and each was asked above.
      const known = new Set(routes.map((route) => route.path));
      assert.deepEqual(without(states.downloads, known), []);
      assert.deepEqual(without(states.elsewhere, known), []);
      assert.equal(states.downloads.length, 9);
    });

    async function plain(path) {
      const { status, type, text } = await site.visitor().ask(path);
      assert.equal(status, 200, path);
      assert.match(type, /^text\/plain/);
      return text;
    }

    async function expectTable(path) {
      const { status, type, headers, text } = await life.staff.ask(path);
      assert.equal(status, 200, path);
      assert.match(type, /^text\/csv; charset=utf-8/);
      assert.match(headers.get('content-disposition'), /^attachment; filename="[\w-]+\.csv"$/);
      const rows = text.replace(/^\uFEFF/, '').split('\r\n').filter((row) => row !== '');
      assert.ok(rows.length > 5, `${rows.length} rows`);
      for (const row of rows) assert.doesNotMatch(row, /(^|[;,])"?[=+@]/, 'no cell that a spreadsheet runs');
    }

    /** A path to set a new password, asked by mail. */
    async function passwordPath() {
      const { email } = await site.newAccount('reader', 'nl');
      await site.visitor().fillIn('/wachtwoord', { email });
      const letter = await until('the letter', () => site.letters().find((one) => one.to === email));
      return /\/wachtwoord\/[^\s>]+/.exec(letter.text)[0];
    }

    /** Turning it on, signing in with it, and what goes wrong on the way. */
    async function secondStep(visitor, language) {
      const who = { name: 'coordinator', visitor, language };
      const setup = await visitor.page('/account/tweede-stap');
      const [, sealed] = /name="sealed" value="([^"]+)"/.exec(setup);
      const [, secret] = /secret=([A-Z2-7]+)/.exec(setup);
      const right = { sealed, code: oneTimeCode(secret) };
      await inspection.look(who, [{ path: '/account/tweede-stap', fields: right }]);
      await inspection.look(who, [{ path: '/account/tweede-stap' }, { path: '/account' },
        { path: '/account/tweede-stap', fields: { code: '000' }, status: 422 }]);
      const entrance = { path: '/inloggen', fields: { email: visitor.email, password: visitor.password } };
      await inspection.look({ language }, [entrance]);
    }
  });

  describe(`every page of an empty installation, ${kind}`, { timeout: 200_000 }, () => {
    let site;
    before(async () => { site = await startSite({ kind, example: false }); });
    after(() => site?.stop());

    test('says what to do next', async () => {
      const inspection = new Inspection(site);
      const visitor = await site.newAccount('administrator', 'nl');
      const paths = ['/', '/programma', '/partners', '/bijeenkomsten', '/post', '/beheer/accounts', '/beheer/organisatie',
        '/programma/stappen/nieuw', '/partners/nieuw', '/hulp', '/privacy', '/toegankelijkheid'];
      // There is nothing to plan a meeting in, or to shift.
      const later = ['/bijeenkomsten/nieuw', '/programma/schuiven'].map((path) => ({ path, status: 404 }));
      await inspection.look({ name: 'administrator', visitor, language: 'nl' }, [...paths.map((path) => ({ path })), ...later]);
      inspection.expectNothing();
    });
  });
}
