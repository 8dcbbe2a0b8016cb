// SPDX-License-Identifier: EUPL-1.2
// Mail scanners open every link, and browsers fetch ahead: asking changes nothing. A crawler asks for every address in
// every letter and on every page, as a guest and in each role, while nothing happens by itself; afterwards each table
// holds what it held.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { faults, fillWithLife, letThePostRest } from './life.mjs';
import { addressOf, patternOf, routes } from './routes.mjs';
import { elsewhere } from './states.mjs';
import { startSite, until } from './support.mjs';

const mostAddresses = 4000;
// Every article of every partner's link is one and the same page: of each row of the table this many are enough.
const mostOfOneKind = 40;

for (const kind of ['sqlite', 'mariadb']) {
  describe(`asking changes nothing, ${kind}`, { timeout: 400_000 }, () => {
    let site;
    let mailed;
    let unlinked; // what no page leads to at this moment
    const visitors = {};
    const asked = new Set(); // patterns of the route table

    before(async () => {
      site = await startSite({ kind, faults });
      const life = await fillWithLife(site);
      for (const role of ['reader', 'coordinator', 'administrator']) visitors[role] = await site.newAccount(role);
      const { email } = visitors.reader;
      await site.visitor().fillIn('/wachtwoord', { email });
      await until('the letter about a password', () => site.letters().some((letter) => letter.to === email));
      await letThePostRest(site);
      mailed = addressesInLetters();
      const values = { ...life.covenant, import: 1, rendering: 1, remark: 1, name: 'x.pdf' };
      unlinked = [...elsewhere, '/bestanden/:rendering/:name', '/convenanten/:covenant/versies/nieuw'].map((path) => addressOf(path, values));
      unlinked.push(`${mailed.find((path) => /^\/u\/[^/]+$/.test(path))}/nl/artikel/${life.covenant.article}/bewaard`);
      await site.restart({ RONDETAFEL_SMTP_URL: undefined, RONDETAFEL_CLOCKWORK_SECONDS: '3600' });
    });
    after(() => site?.stop());

    function addressesInLetters() {
      const found = site.letters().flatMap(({ text, html, calendar = '' }) => [
        ...(text + calendar).match(/https?:\/\/[^\s<>)\]]+/g) ?? [], ...[...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, to]) => to)]);
      const ours = found.map((address) => new URL(address.replaceAll('&amp;', '&'), site.url)).filter((url) => url.origin === site.url);
      assert.ok(ours.some((url) => url.pathname.startsWith('/u/')) && ours.some((url) => url.pathname.startsWith('/wachtwoord/')));
      const paths = ours.map((url) => url.pathname + url.search);
      // The receipt follows an answer; nothing links to it.
      const receipts = paths.filter((path) => path.startsWith('/u/')).map((path) => `${path}/nl/ontvangen`);
      return [...new Set([...paths, ...receipts])];
    }

    /** Asks for everything that can be reached from `starts`; how many addresses that were. */
    async function crawl(visitor, starts) {
      const seen = new Set(starts);
      const waiting = [...starts];
      const ofKind = new Map();
      const add = (to, from) => {
        const url = new URL(to.replaceAll('&amp;', '&'), site.url + from);
        const next = url.pathname + url.search;
        if (url.origin !== site.url || seen.has(next)) return;
        const kindOf = patternOf('GET', url.pathname);
        ofKind.set(kindOf, (ofKind.get(kindOf) ?? 0) + 1);
        if (kindOf && ofKind.get(kindOf) > mostOfOneKind) return;
        seen.add(next);
        waiting.push(next);
      };
      while (waiting.length > 0) {
        assert.ok(seen.size < mostAddresses, `${seen.size} addresses`);
        const path = waiting.shift();
        const answer = await visitor.ask(path);
        const head = await visitor.ask(path, { method: 'HEAD' });
        assert.ok(answer.status < 500, `${path}: ${answer.status}`);
        assert.deepEqual([head.status, head.text, head.location], [answer.status, '', answer.location], `HEAD ${path}`);
        asked.add(patternOf('GET', path));
        if (answer.location) add(answer.location, path);
        if (!answer.type.startsWith('text/html')) continue;
        for (const [, to] of answer.text.matchAll(/<(?:a|link|img|script|form)\b[^>]*?\b(?:href|src|action)="([^"#]+)/g)) add(to, path);
      }
      return seen.size;
    }

    for (const role of ['guest', 'reader', 'coordinator', 'administrator']) {
      test(`by ${role}`, async (context) => {
        const visitor = visitors[role] ?? site.visitor();
        const earlier = site.database.dump();
        const addresses = await crawl(visitor, ['/', ...mailed, ...unlinked]);
        context.diagnostic(`${addresses} addresses`);
        assert.ok(addresses > (role === 'guest' ? mailed.length : 200), `${addresses} addresses`);
        const later = site.database.dump();
        const known = new Set(earlier.split('\n'));
        assert.deepEqual(later.split('\n').filter((line) => !known.has(line)), []);
        assert.equal(later, earlier);
      });
    }

    test('no page of the table was left out', () => {
      // Nothing links to what monitoring and researchers ask for, nor to held letters when there are none.
      const unasked = ['/.well-known/security.txt', '/readyz', '/metrics', '/post/vastgehouden'];
      const missing = routes.filter(({ method, path }) => method === 'GET' && !asked.has(path) && !unasked.includes(path));
      assert.deepEqual(missing.map(({ path }) => path), []);
    });
  });
}
