// SPDX-License-Identifier: EUPL-1.2
// What every page must be: free of what axe can find, at home on a small screen, usable with the keyboard alone, and
// valid HTML. Each check gives a list of complaints.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

import { root } from './support.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const validator = new HtmlValidate(new FileSystemConfigLoader());

/** Violations, and whatever the tool leaves undecided without a reason that we know. */
export async function accessible(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate((only) => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: only }, resultTypes: ['violations', 'incomplete'],
  }), tags);
  const told = result.violations.flatMap((rule) => rule.nodes
    .map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
  for (const rule of result.incomplete) {
    for (const node of rule.nodes) {
      if (!await explained(page, rule.id, node)) told.push(`incomplete ${rule.id}: ${node.target} ${node.html}`);
    }
  }
  return told;
}

// The contrast of text in a drawing, and of a lone digit, cannot be measured by the tool.
function explained(page, rule, node) {
  if (rule !== 'color-contrast') return false;
  return page.evaluate((selector) => {
    const element = document.querySelector(selector);
    return element.closest('.rt-seats text, .rt-timeline text, .rt-strip text') !== null
      || (element.matches('.rt-count') && element.textContent.trim().length === 1);
  }, String(node.target[0]));
}

/** Nothing sticks out at 320 pixels, and everything to press is large enough (WCAG 2.5.8). */
export async function smallScreen(page) {
  const before = page.viewportSize();
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
  await page.setViewportSize(before);
  return told;
}

/**
 * From the top of the page, Tab reaches every control in the order of the page, each shows that it has the focus, and
 * after the last one the page is left. The first is the link that skips to the content.
 */
export async function keyboard(page) {
  const wanted = await page.evaluate(watchFocus);
  for (let presses = 0; presses <= wanted.length; presses += 1) await page.keyboard.press('Tab');
  const { reached, left } = await page.evaluate(() => ({
    reached: globalThis.reached, left: document.activeElement === document.body || globalThis.reached.length > globalThis.wantedCount,
  }));
  const told = [];
  if (!wanted[0]?.includes('#inhoud')) told.push(`the first control is not the skip link: ${wanted[0]}`);
  wanted.forEach((name, at) => {
    if (reached[at]?.name !== name) told.push(`Tab ${at + 1} reaches ${reached[at]?.name}, not ${name}`);
    else if (!reached[at].shown) told.push(`no visible focus on ${name}`);
  });
  if (!left) told.push('the keyboard is trapped');
  return told.slice(0, 3);
}

// Runs in the page: notes which control gets the focus, and whether that can be seen; gives the controls in order.
function watchFocus() {
  const outline = (element) => {
    const style = getComputedStyle(element);
    return `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow} ${style.borderColor} `
      + `${style.backgroundColor} ${style.textDecoration}`;
  };
  const drawn = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const frames = (element) => [element, ...(element.labels ?? []), element.closest('.rt-choice'), element.parentElement]
    .filter(Boolean);
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  const usable = (element) => element.tabIndex >= 0 && !element.disabled && element.type !== 'hidden'
    && element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;
  // Of the buttons of one choice only the chosen one, or else the first, is a stop.
  const stop = (element) => {
    if (element.type !== 'radio') return true;
    const group = all.filter((other) => other.type === 'radio' && other.name === element.name && usable(other));
    return element === (group.find((other) => other.checked) ?? group[0]);
  };
  const stops = all.filter((element) => usable(element) && stop(element));
  const name = (element) => `${all.indexOf(element)} ${element.outerHTML.slice(0, 100)}`;
  const before = new Map(stops.map((element) => [element, frames(element).map(outline)]));
  globalThis.reached = [];
  globalThis.wantedCount = stops.length;
  document.activeElement?.blur();
  getSelection()?.removeAllRanges();
  document.addEventListener('focusin', ({ target }) => {
    const known = before.get(target);
    const changed = known === undefined || frames(target).some((frame, at) => outline(frame) !== known[at]);
    globalThis.reached.push({ name: name(target), shown: changed && frames(target).some(drawn) });
  });
  return stops.map(name);
}

/** The language that the page says it speaks, and sentences of our catalogues that it has in Dutch nevertheless. */
export async function foreignWords(page, language) {
  const spoken = await page.getAttribute('html', 'lang');
  if (spoken !== language) return [`speaks ${spoken}, not ${language}`];
  const dutch = untranslated[language];
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    // A letter, or the name of a language, says itself which language it is in; a name is a name.
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (parentElement.closest('[lang]') === document.documentElement && !parentElement.closest('.rt-brand')) texts.push(data.trim());
    }
    return texts;
  });
  return shown.filter((line) => dutch.has(line)).map((line) => `in Dutch: ${line}`);
}

// By language: the Dutch sentences that are said differently there, or ought to be.
const untranslated = (() => {
  const folder = join(root, 'service/web/texts');
  const sentences = (language) => new Set(readdirSync(folder).filter((name) => name.endsWith(`.${language}.toml`))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^[\w.]+ = "(.*)"$/gm)])
    .map(([, sentence]) => sentence));
  const dutch = [...sentences('nl')].filter((sentence) => sentence.length > 8);
  return Object.fromEntries(['nl', 'en', 'pl'].map((language) => {
    const said = sentences(language);
    return [language, new Set(dutch.filter((sentence) => !said.has(sentence)))];
  }));
})();

/** What html-validate says, with the rules of .htmlvalidate.json. */
export async function validMarkup(html) {
  const report = await validator.validateString(html, join(root, 'tests/browser/page.html'));
  return report.results.flatMap((result) => result.messages)
    .map(({ ruleId, message, line, column }) => {
      const near = html.split('\n')[line - 1].slice(Math.max(0, column - 40), column + 80);
      return `${ruleId}: ${message} near ${near}`;
    });
}
