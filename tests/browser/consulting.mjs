// SPDX-License-Identifier: EUPL-1.2
// What partners and staff do in a consultation: by links, buttons and fields of the pages, nothing else.
import assert from 'node:assert/strict';

import { until } from './support.mjs';

/** Clicks, and waits for the page that comes. */
export const press = (page, selector) => Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);

const submit = 'main form.rt-answer__form button[type=submit]';

/** The file that a button asks for, when the press has made it. */
export async function fileOf(site, staff, selector) {
  await press(staff, selector);
  const ready = staff.locator('main a[download]');
  await until('the file', async () => {
    await staff.reload();
    return ready.count();
  }, 90);
  const answer = await staff.context().request.get(site.url + await ready.getAttribute('href'));
  assert.equal(answer.status(), 200);
  return answer.body();
}

/** Moves the clock of the demonstration to noon of a day. */
export async function moveClock(site, staff, day) {
  await staff.goto(`${site.url}/demo/klok`);
  await staff.fill('[name=day]', day);
  await press(staff, 'main form button[type=submit]');
}

export async function issueVersion(site, staff, covenant, note) {
  await staff.goto(`${site.url}${covenant}/versies/nieuw`);
  await staff.fill('[name=change_note]', note);
  await press(staff, 'main form button[type=submit]');
  assert.match(staff.url(), /\/versies\/\d+$/, await staff.locator('main').innerText());
  return new URL(staff.url()).pathname;
}

/** The pages on which a partner writes about an article, by its heading, from the personal page. */
export async function articlePages(phone, link) {
  await phone.goto(link);
  const all = await phone.locator('article.rt-article').evaluateAll((articles) => articles.map((article) => [
    article.getAttribute('aria-label').replace(/^[^–]+ – /, ''),
    article.querySelector('.rt-says a').href.replace(/#.*/, '')]));
  return new Map(all);
}

/** Writes one remark of the scenario on a telephone. */
export async function sayAsPartner(phone, pages, remark) {
  if (remark.say === 'insert') return propose(phone, pages, remark);
  await phone.goto(pages.get(remark.article));
  await phone.check(`input[name=say][value=${remark.say}]`);
  if (remark.say === 'comment') {
    await phone.fill('#comment', remark.comment);
    await phone.fill('#quote', remark.quote);
  } else {
    await phone.fill('#why', remark.comment);
  }
  if (remark.say === 'change') await rewrite(phone, remark.from, remark.to);
  if (remark.say === 'move') await choosePlace(phone, remark.after);
  await press(phone, submit);
  assert.match(phone.url(), /\/bewaard$/, await phone.locator('main').innerText());
}

async function propose(phone, pages, remark) {
  await phone.goto([...pages.values()][0].replace(/[^/]+$/, 'nieuw'));
  await phone.check('#kind-article');
  await choosePlace(phone, remark.after);
  await phone.fill('#heading', remark.heading);
  await phone.fill('#text', remark.text);
  await phone.fill('#why', remark.comment);
  await press(phone, submit);
  assert.match(phone.url(), /#opmerking-\d+$/, await phone.locator('main').innerText());
}

async function choosePlace(page, heading) {
  const value = await page.locator('#place option').evaluateAll((options, wanted) => options
    .find((option) => option.textContent.includes(wanted))?.value, heading);
  await page.selectOption('#place', value);
}

/** Puts other words in the box of a text. */
export async function rewrite(page, from, to) {
  const text = await page.inputValue('#text');
  assert.ok(text.includes(from), `"${from}" does not stand in: ${text}`);
  await page.fill('#text', text.replace(from, to));
}

/** The numbers of the remarks on a page of staff, each with what it reads. */
export const remarksOn = (staff) => staff.locator('.rt-note[id^=opmerking-]').evaluateAll((notes) => notes
  .map((note) => ({ id: note.id.replace('opmerking-', ''), text: note.textContent })));

/** Decides about a remark, with a reason; `written` are the words that come instead: [from, to]. */
export async function decide(site, staff, round, id, { outcome, reason, written }) {
  await staff.goto(`${site.url}${round}/besluit/${id}?uitkomst=${outcome}`);
  await staff.fill('#reason', reason);
  if (written) await rewrite(staff, ...written);
  await press(staff, 'main form.rt-form button[type=submit]');
  assert.match(staff.url(), /\/reacties/, await staff.locator('main').innerText());
}
