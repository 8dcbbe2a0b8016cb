// SPDX-License-Identifier: EUPL-1.2
// The table of all pages, read where it stands: service/web/routes.cpp. A suite that walks it notices a new row by itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './support.mjs';

const source = readFileSync(join(root, 'service/web/routes.cpp'), 'utf8');
const row = /\{(get|post), "([^"]+)", Who::(\w+),\s*pages::(\w+)((?:, (?:true|false))*)\}/g;

/** Each { method, path, who }: 'GET' or 'POST', a pattern such as '/post/:letter', the least role. */
export const routes = [...source.matchAll(row)].map(([, method, path, who]) => (
  { method: method.toUpperCase(), path, who }));

// A row written in another way would be left out in silence.
assert.equal(routes.length, source.match(/\bWho::\w+,/g).length, 'a row of the route table that is not understood');
assert.ok(routes.length > 50, `${routes.length} routes`);

/** As the router does: of the patterns that fit, the one that says most. */
export function patternOf(method, path) {
  const parts = path.split('?')[0].split('/');
  const fits = (route) => {
    const wanted = route.path.split('/');
    return route.method === method && wanted.length === parts.length
      && wanted.every((part, at) => part === parts[at] || (part.startsWith(':') && parts[at] !== ''));
  };
  const variables = (route) => route.path.split(':').length;
  return routes.filter(fits).sort((left, right) => variables(left) - variables(right))[0]?.path;
}

/** The address of a pattern: '/post/:letter' with { letter: 3 } is '/post/3'. */
export function addressOf(pattern, values) {
  return pattern.replace(/:(\w+)/g, (all, name) => {
    assert.ok(name in values, `no ${name} known for ${pattern}`);
    return values[name];
  });
}
