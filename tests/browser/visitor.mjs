// SPDX-License-Identifier: EUPL-1.2
// Somebody who asks pages over a socket without a browser: cookies, forms, no following of redirects.
import assert from 'node:assert/strict';

export class Visitor {
  #cookies = new Map();

  #token;

  constructor(url, headers = {}) {
    this.url = url;
    this.headers = headers;
  }

  /** The name and value of each cookie, for a browser that goes on as this person. */
  get cookies() {
    return [...this.#cookies].map(([name, value]) => ({ name, value }));
  }

  /** One exchange: { status, location, type, text, headers }. `fields` makes it a form; a field may have several values. */
  async ask(path, { method, fields, headers = {} } = {}) {
    const sent = { ...this.headers, ...headers };
    if (this.#cookies.size > 0) sent.Cookie = this.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const options = { method: method ?? (fields ? 'POST' : 'GET'), headers: sent, redirect: 'manual' };
    if (fields) {
      options.body = new URLSearchParams(Object.entries(fields)
        .flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])));
    }
    const answer = await fetch(new URL(path, this.url), options);
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      type: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
      headers: answer.headers,
    };
  }

  #keep(cookie) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
    if (value === '' || /max-age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  async page(path) {
    const { status, text } = await this.ask(path);
    assert.equal(status, 200, `${path} answered ${status}`);
    return text;
  }

  /** The token that forms of this member of staff carry. */
  async token() {
    this.#token ??= tokenIn(await this.page('/account'));
    return this.#token;
  }

  /** A form of the staff; it must be accepted. Returns where it leads. */
  async post(path, fields = {}) {
    const { status, location, text } = await this.ask(path, { fields: { form_token: await this.token(), ...fields } });
    const told = [...text.matchAll(/error-message[^>]*>(.*?)<\/div>/gs)].map(([, words]) => words.replace(/<[^>]*>/g, ''));
    assert.equal(status, 303, `${path} answered ${status} ${told.join(' | ')}`);
    return location;
  }

  /** A form on a page that anybody may open, such as a partner's answer. */
  async fillIn(page, fields, action = page) {
    const token = tokenIn(await this.page(page));
    return this.ask(action, { fields: { form_token: token, ...fields } });
  }

  async signIn(email, password) {
    const { status, text } = await this.fillIn('/inloggen', { email, password });
    assert.equal(status, 303, `${email} could not sign in: ${text.slice(0, 200)}`);
    return this;
  }
}

export function tokenIn(html) {
  const found = /name="form_token" value="([^"]+)"/.exec(html);
  assert.ok(found, 'a form with a token');
  return found[1];
}
