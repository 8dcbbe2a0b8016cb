// SPDX-License-Identifier: EUPL-1.2
// Opens pages in a browser the way a person would, and looks at each with all checks of readable.mjs.
import assert from 'node:assert/strict';

import { accessible, foreignWords, keyboard, smallScreen, validMarkup } from './readable.mjs';
import { patternOf } from './routes.mjs';

// As many pages at a time as the machine has hands for.
const lanes = 2;

/**
 * A state is what leads to a page: { path, status, form, action, fields }. With `fields` the form of the page that posts to
 * `action` (the page's own address when left out) is sent with those fields changed; a name that ends in * means all
 * fields that begin so. `status` is that of the page looked at, 200 when left out.
 */
export class Inspection {
  #complaints = new Map();

  #visited = new Set();

  constructor(site) {
    this.site = site;
  }

  /** Looks at all states with the cookies and the language of one person. */
  async look(who, states) {
    const context = await this.site.browser.newContext({
      viewport: { width: 1280, height: 900 }, locale: { nl: 'nl-NL', en: 'en-GB', pl: 'pl-PL' }[who.language],
    });
    await context.addCookies((who.visitor?.cookies ?? []).map((cookie) => ({ ...cookie, url: this.site.url })));
    const waiting = [...states];
    await Promise.all(Array.from({ length: lanes }, async () => {
      const page = await context.newPage();
      while (waiting.length > 0) await this.#lookAt(page, who, waiting.shift());
    }));
    await context.close();
  }

  async #lookAt(page, who, state) {
    const name = `${state.path}${state.fields ? ` + ${JSON.stringify(state.fields)}` : ''}, ${who.name ?? 'guest'} (${who.language})`;
    let response = await page.goto(this.site.url + state.path);
    if (state.fields) response = await send(page, state);
    assert.equal(response.status(), state.status ?? 200, name);
    this.#visited.add(patternOf('GET', state.path));
    const html = await response.text();
    const complaints = [...await validMarkup(html), ...await accessible(page), ...await smallScreen(page),
      ...await keyboard(page)];
    complaints.push(...await foreignWords(page, state.language ?? who.language));
    for (const complaint of complaints) {
      this.#complaints.set(complaint, (this.#complaints.get(complaint) ?? new Set()).add(name));
    }
  }

  /** The patterns of all pages that were looked at since the last time this was asked. */
  visited() {
    const found = this.#visited;
    this.#visited = new Set();
    return found;
  }

  /** Fails with everything that was found since the last time. */
  expectNothing() {
    const told = [...this.#complaints].map(([what, where]) => {
      const some = [...where].slice(0, 3).join('; ');
      return `${what}\n    ${some}${where.size > 3 ? ` and ${where.size - 3} more` : ''}`;
    });
    this.#complaints = new Map();
    if (told.length > 0) assert.fail(`${told.length} complaints\n${told.join('\n')}`);
  }
}

async function send(page, { path, action = path.split('?')[0], fields }) {
  const [response] = await Promise.all([page.waitForNavigation(), page.evaluate(sendForm, { action, fields })]);
  return response;
}

// Runs in the page.
function sendForm({ action, fields }) {
  const forms = [...document.querySelectorAll('form[method=post]')];
  const there = forms.filter((form) => form.getAttribute('action') === action);
  const original = there.find((form) => !fields.deed || form.querySelector(`[name=deed][value=${fields.deed}]`)) ?? there[0];
  // A deed that this page offers no button for: an older page did.
  const data = original ? new FormData(original) : new FormData();
  if (!original) data.set('form_token', document.querySelector('[name=form_token]').value);
  for (const [name, value] of Object.entries(fields)) {
    const names = name.endsWith('*') ? [...data.keys()].filter((one) => one.startsWith(name.slice(0, -1))) : [name];
    for (const one of names) data.set(one, value);
  }
  const form = Object.assign(document.createElement('form'), { method: 'post', action });
  for (const [name, value] of data) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(form);
  form.submit();
}
