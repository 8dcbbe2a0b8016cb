// SPDX-License-Identifier: EUPL-1.2
// Every page that links lead to, for staff and for partners in each language: readable for everyone, at home on a
// small screen, and harmless to open.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';

import { startSite, until } from './support.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const mostPages = 300;

describe('all pages', { timeout: 850_000 }, () => {
  let site;
  let staff;
  let pages; // paths that answer with HTML, one of each kind with its query
  let links; // every address found
  const partnerLinks = {};

  before(async () => {
    site = await startSite({ clockworkSeconds: 1 });
    staff = await site.staffPage();
    await fillWithLife();
    ({ pages, links } = await crawl(staff, '/'));
  });
  after(() => site?.stop());

  // A meeting that was sent, with answers of each kind, and one that is still a draft.
  async function fillWithLife() {
    const open = (path) => staff.goto(site.url + path);
    for (const step of [11, 10]) {
      await open(`/bijeenkomsten/nieuw?stap=${step}`);
      await staff.fill('[name=day]', '10-09-2024');
      await staff.fill('[name=start]', '14.00');
      await staff.fill('[name=end]', '16.00');
      await staff.fill('[name=place]', 'Raadhuis Aalsmeer');
      await staff.fill('[name=agenda]', 'Opening\nHuisvesting');
      await staff.click('.rt-form button[type=submit]');
    }
    const meeting = new URL(staff.url()).pathname;
    await open(`${meeting}/genodigden?soort=agency`);
    for (const box of await staff.locator('input[name=kies]').all()) await box.check();
    await staff.click('.rt-bulk button');
    const count = Number(await staff.locator('.rt-tally__n').first().innerText());
    await open(`${meeting}/versturen`);
    await staff.click('.rt-head__actions button');
    await until('all invitations', () => site.letters().length === count);
    const letters = site.letters();
    for (const [language, choice] of [['nl', '#ik-kom'], ['en', '#ik-kom-niet'], ['pl', '#ik-kom']]) {
      const [first, second] = letters.filter((letter) => letter.language === language);
      const phone = await site.phonePage();
      await phone.goto(first.link);
      await phone.check(choice);
      await phone.fill('[name=remark]', 'Een lange opmerking zonder veel inhoud, maar met een eind eraan.');
      await phone.click('main button[type=submit]');
      partnerLinks[language] = [first.link, phone.url(), second.link, `${site.url}/u/${'0'.repeat(34)}`];
    }
    await until('the receipts', () => site.letters().length === count + 3);
  }

  const normal = (path) => path.replace(/\d+/g, '#');

  async function crawl(page, from) {
    const seen = new Map([[from, null]]);
    const queue = [from];
    const kinds = new Map();
    const found = [];
    while (queue.length && seen.size < 3000) {
      const path = queue.shift();
      // Of pages that differ in a number only, three are enough.
      const kind = normal(path);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kinds.get(kind) > 3 || found.length >= mostPages) continue;
      const answer = await page.context().request.get(site.url + path);
      assert.ok(answer.ok(), `${path}: ${answer.status()}`);
      if (!answer.headers()['content-type'].startsWith('text/html')) continue;
      found.push(path);
      const html = await answer.text();
      for (const [, href] of html.matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)) {
        const url = new URL(href.replaceAll('&amp;', '&'), site.url + path);
        const next = url.pathname + url.search;
        if (url.origin !== site.url || seen.has(next)) continue;
        seen.set(next, path);
        queue.push(next);
      }
    }
    return { pages: found, links: [...seen.keys()] };
  }

  const guestPages = ['/inloggen', '/wachtwoord', '/privacy', '/toegankelijkheid', '/hulp', '/wachtwoord/onbekend'];

  async function axe(page) {
    await page.evaluate(axeSource);
    const result = await page.evaluate((only) => globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: only }, resultTypes: ['violations', 'incomplete'],
    }), tags);
    const told = result.violations.flatMap((rule) => rule.nodes
      .map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
    for (const rule of result.incomplete) {
      for (const node of rule.nodes) {
        if (!await allowedIncomplete(page, rule.id, node)) told.push(`incomplete ${rule.id}: ${node.target} ${node.html}`);
      }
    }
    return told;
  }

  // The contrast of text in a drawing, and of a lone digit, cannot be measured by the tool.
  function allowedIncomplete(page, rule, node) {
    if (rule !== 'color-contrast') return false;
    return page.evaluate((selector) => {
      const element = document.querySelector(selector);
      return element.closest('.rt-seats text, .rt-timeline text, .rt-strip text') !== null
        || (element.matches('.rt-count') && element.textContent.trim().length === 1);
    }, String(node.target[0]));
  }

  /** Nothing sticks out at 320 pixels, and everything to press is large enough (WCAG 2.5.8). */
  async function smallScreen(page) {
    await page.setViewportSize({ width: 320, height: 800 });
    const told = await page.evaluate(() => {
      const problems = [];
      const width = document.documentElement.scrollWidth;
      if (width > 320) problems.push(`scrolls sideways: ${width}`);
      const pressable = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
      for (const element of document.querySelectorAll(pressable)) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || !element.checkVisibility() || box.right < 0 || box.bottom < 0) continue;
        const inText = element.matches('a') && getComputedStyle(element).display === 'inline'
          && element.parentElement.textContent.trim() !== element.textContent.trim();
        const labelled = element.matches('input') && element.labels?.length
          && [...element.labels].some((label) => label.getBoundingClientRect().height >= 24);
        if (inText || labelled) continue;
        if (box.height < 24 || box.width < 24) {
          problems.push(`small target ${Math.round(box.width)}x${Math.round(box.height)}: ${element.outerHTML.slice(0, 110)}`);
        }
      }
      return problems;
    });
    await page.setViewportSize({ width: 1280, height: 900 });
    return told;
  }

  async function inspect(page, address, problems) {
    await page.goto(address);
    const path = normal(new URL(address).pathname);
    for (const problem of [...await axe(page), ...await smallScreen(page)]) {
      const known = problems.get(problem) ?? new Set();
      problems.set(problem, known.add(path));
    }
  }

  const listed = (problems) => [...problems].map(([problem, where]) => `${[...where].join(', ')}\n  ${problem}`).join('\n');

  test('the pages of the staff', async () => {
    assert.ok(pages.length > 30, `${pages.length} pages`);
    const problems = new Map();
    const perKind = new Map();
    for (const path of pages) {
      const kind = normal(path);
      perKind.set(kind, (perKind.get(kind) ?? 0) + 1);
      if (perKind.get(kind) <= 2) await inspect(staff, site.url + path, problems);
    }
    assert.equal(listed(problems), '');
  });

  test('the pages of guests and partners', async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const problems = new Map();
    for (const path of guestPages) await inspect(page, site.url + path, problems);
    for (const address of Object.values(partnerLinks).flat()) await inspect(page, address, problems);
    assert.equal(listed(problems), '');
  });

  test('opening pages changes nothing', async () => {
    // Nothing works in the background now: the mail is sent and the clock of the example stands still.
    const dump = () => {
      const done = spawnSync('sqlite3', [`${site.folder}/rondetafel.sqlite`, '.dump'],
        { encoding: 'utf8', maxBuffer: 1 << 28 });
      assert.equal(done.status, 0, done.stderr);
      return done.stdout;
    };
    const earlier = dump();
    const everything = [...links, ...guestPages, ...Object.values(partnerLinks).flat().map((link) => link.slice(site.url.length))];
    for (const path of everything) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await staff.context().request.fetch(site.url + path, { method, maxRedirects: 0 });
        assert.ok(answer.status() < 500, `${method} ${path}: ${answer.status()}`);
        if (method === 'HEAD') assert.equal((await answer.body()).length, 0, path);
      }
    }
    const difference = dump().split('\n').filter((line) => !earlier.includes(line));
    assert.deepEqual(difference, []);
    assert.equal(dump().length, earlier.length);
  });
});
