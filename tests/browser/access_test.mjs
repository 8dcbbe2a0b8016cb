// SPDX-License-Identifier: EUPL-1.2
// Who may ask what: each row of the route table asked by a guest and by each role, over a socket. What the table says is
// what happens; a form needs its token; a number that is not there gives nothing away; and what was refused left no trace.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { fillWithLife, pathOf } from './life.mjs';
import { addressOf, routes } from './routes.mjs';
import { elsewhere } from './states.mjs';
import { startSite } from './support.mjs';
import { tokenIn } from './visitor.mjs';

const roles = ['guest', 'reader', 'coordinator', 'administrator'];
const may = (role, who) => who === 'anyone' || who === 'partner' || roles.indexOf(role) >= roles.indexOf(who);
const nobodys = ['999999', '0', '-1', 'x', '18446744073709551617'];
const absent = (route) => elsewhere.includes(route.path) || route.path.startsWith('/bestanden/')
  || (route.who === 'partner' && /artikel|bewaard/.test(route.path));
const signingOut = ['/uitloggen', '/uitloggen/overal'];
// Nothing filled in is a mistake; where a setup starts, it starts anew.
const emptyForm = (path) => ({ '/account/tweede-stap': 200, '/post/vastgehouden': 409 }[path] ?? 422);
// Signed in, one goes on; and whose link it is matters, not who is signed in.
const leadsOn = { '/inloggen': '/', '/post/vastgehouden': '/post' }; // no letter is held here

for (const kind of ['sqlite', 'mariadb']) {
  describe(`who may ask what, ${kind}`, { timeout: 300_000 }, () => {
    let site;
    let values;
    const visitors = {};
    const gets = routes.filter((route) => route.method === 'GET');
    const posts = routes.filter((route) => route.method === 'POST');
    const numbered = (list) => list.filter((route) => route.who !== 'partner' && /:(?!token|language)/.test(route.path));
    const real = (route) => addressOf(route.path, values);
    const wrong = (route, number) => route.path.replace(/:\w+/, encodeURIComponent(number));

    before(async () => {
      site = await startSite({ kind });
      const life = await fillWithLife(site);
      const [meeting] = site.database.rows(`SELECT id FROM meetings WHERE id = ${life.meetings['vol leven']}`)[0];
      values = {
        meeting, invitation: life.invitations['vol leven'][0], letter: life.letters.sent, step: life.steps[0],
        organisation: life.organisation, contact: life.contacts[2][0], account: 1, language: 'nl',
        token: pathOf(life.links['vol leven'][0]).split('/').at(-1),
        ...life.covenant, remark: 1, import: 1, record: 1, rendering: 1, name: 'x.pdf',
        others: life.invitations['een stoel'],
      };
      visitors.guest = site.visitor();
      for (const role of roles.slice(1)) visitors[role] = await site.newAccount(role);
      // Nothing happens by itself from here on.
      await site.restart({ RONDETAFEL_SMTP_URL: undefined, RONDETAFEL_CLOCKWORK_SECONDS: '3600' });
    });
    after(() => site?.stop());

    async function expectNoTrace(deeds) {
      const earlier = site.database.dump().split('\n');
      await deeds();
      const known = new Set(earlier);
      const later = site.database.dump().split('\n');
      assert.deepEqual(later.filter((line) => !known.has(line)), []);
      assert.equal(later.length, earlier.length);
    }

    for (const role of roles) {
      test(`pages, ${role}`, () => expectNoTrace(async () => {
        for (const route of gets) {
          const path = route.path === '/wachtwoord/:token' ? '/wachtwoord/onbekend' : real(route);
          for (const method of ['GET', 'HEAD']) {
            const { status, location, text } = await visitors[role].ask(path, { method });
            const what = `${method} ${path} by ${role}: ${status} ${location}`;
            if (method === 'HEAD') assert.equal(text, '', what);
            if (!may(role, route.who)) {
              assert.equal(status, role === 'guest' ? 303 : 403, what);
              if (role === 'guest') assert.equal(location, path === '/' ? '/inloggen' : `/inloggen?naar=${path}`);
            } else if (leadsOn[route.path] && role !== 'guest') assert.deepEqual([status, location], [303, leadsOn[route.path]], what);
            // What is not there yet is 404, or says why it cannot be.
            else if (absent(route)) assert.ok([200, 404, 409].includes(status), what);
            else assert.equal(status, path === '/wachtwoord/onbekend' ? 404 : 200, what);
          }
        }
      }));

      test(`numbers that are not there, ${role}`, () => expectNoTrace(async () => {
        const found = [];
        for (const route of numbered(routes).filter(({ who }) => may(role, who))) {
          for (const number of nobodys) {
            const token = route.method === 'POST' ? { fields: { form_token: await visitors[role].token() } } : {};
            const { status } = await visitors[role].ask(wrong(route, number), token);
            if (status !== 404) found.push(`${route.method} ${wrong(route, number)}: ${status}`);
          }
        }
        assert.deepEqual(found, []);
      }));

      test(`deeds, ${role}`, () => expectNoTrace(async () => {
        const found = [];
        for (const route of posts.filter(({ path }) => !signingOut.includes(path))) {
          if (route.who === 'anyone' || route.who === 'partner') continue;
          const form_token = role === 'guest' ? 'geen' : await visitors[role].token();
          // Where the role suffices: numbers that nobody has, and fields that nobody filled in.
          const path = may(role, route.who) ? wrong(route, '999999') : real(route);
          const { status } = await visitors[role].ask(path, { fields: { form_token } });
          const allowed = path === route.path ? emptyForm(path) : 404;
          const refusal = role === 'guest' ? 401 : 403;
          const wanted = may(role, route.who) ? allowed : refusal;
          if (status !== wanted) found.push(`POST ${path}: ${status}, not ${wanted}`);
        }
        assert.deepEqual(found, []);
      }));
    }

    test('a form without its token, with that of somebody else, or from elsewhere', () => expectNoTrace(async () => {
      const foreign = await visitors.coordinator.token();
      for (const route of posts.filter(({ who }) => who !== 'anyone' && who !== 'partner')) {
        const own = await visitors.administrator.token();
        const path = real(route);
        for (const [fields, headers] of [[{}, {}], [{ form_token: '' }, {}], [{ form_token: foreign }, {}],
          [{ form_token: own.toLowerCase() }, {}], [{ form_token: own }, { 'Sec-Fetch-Site': 'cross-site' }],
          [{ form_token: own }, { 'Sec-Fetch-Site': 'same-site' }], [{ form_token: own }, { Origin: 'https://elders.example' }]]) {
          const { status } = await visitors.administrator.ask(path, { fields, headers });
          assert.equal(status, 403, `POST ${path} ${JSON.stringify([fields, headers])}`);
        }
      }
    }));

    test('the same for pages that anybody may open', () => expectNoTrace(async () => {
      const other = tokenIn(await visitors.guest.page('/wachtwoord'));
      for (const route of posts.filter(({ who }) => who === 'anyone' || who === 'partner')) {
        const path = real(route);
        for (const [form_token, headers] of [['', {}], ['x', {}], [tokenFor(path, other), { 'Sec-Fetch-Site': 'cross-site' }]]) {
          const { status } = await visitors.guest.ask(path, { fields: { form_token, answer: 'no' }, headers });
          // A link to answer an invitation opens no reaction.
          assert.ok(status === 403 || (absent(route) && status === 404), `POST ${path} ${form_token}: ${status}`);
        }
      }
    }));

    const tokenFor = (path, token) => (path.startsWith('/wachtwoord') ? token : 'x');

    test('a link that is not one', () => expectNoTrace(async () => {
      for (const route of routes.filter(({ who }) => who === 'partner')) {
        for (const token of ['0'.repeat(34), values.token.slice(1), `${values.token}0`]) {
          const path = addressOf(route.path, { ...values, token });
          for (const role of roles) {
            const fields = route.method === 'POST' ? { fields: { answer: 'no', form_token: 'x' } } : {};
            assert.equal((await visitors[role].ask(path, fields)).status, 404, `${route.method} ${path} by ${role}`);
          }
        }
      }
    }));

    test('invitations of another meeting cannot be reached through this one', () => expectNoTrace(async () => {
      for (const deed of ['herinner', 'intrekken', 'verwijder']) {
        await visitors.coordinator.ask(`/bijeenkomsten/${values.meeting}/${deed}`, {
          fields: { form_token: await visitors.coordinator.token(), kies: values.others } });
      }
    }));

    test('who signs out is out, and everywhere if so wished', async () => {
      for (const path of signingOut) {
        for (const role of roles.slice(1)) {
          const { email, password } = visitors[role];
          const here = await site.visitor().signIn(email, password);
          const there = await site.visitor().signIn(email, password);
          await here.post(path);
          assert.equal((await here.ask('/account')).status, 303);
          assert.equal((await there.ask('/account')).status, path === '/uitloggen' ? 200 : 303);
        }
      }
    });

    test('a method that a page does not know', async () => {
      for (const [method, path] of [['POST', '/'], ['GET', '/uitloggen'], ['POST', '/privacy']]) {
        const { status, headers } = await visitors.guest.ask(path, { method });
        assert.equal(status, 405, `${method} ${path}`);
        assert.equal(headers.get('allow').includes(method), false);
      }
    });
  });
}
