// SPDX-License-Identifier: EUPL-1.2
// Starts the whole service for a browser suite: a real SMTP server, a fresh database with the example, the program
// itself. Everything is stopped by its own process number, whatever happens.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = process.env.RONDETAFEL_BINARY ?? join(root, 'build/dev/rondetafel');
const staff = { email: 'noor.vandijk@aalsmeer.example', password: 'rondetafel in aalsmeer' };

export const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** Asks until the answer is truthy; an error or the last answer is told when time is up. */
export async function until(what, ask, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} seconds in vain for ${what}`);
    await pause(100);
  }
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

const running = new Set();
const stopAll = () => { for (const child of running) child.kill('SIGKILL'); };
process.on('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { stopAll(); process.exit(1); });

function start(command, args, options) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  child.told = '';
  child.stdout.on('data', (data) => { child.told += data; });
  child.stderr.on('data', (data) => { child.told += data; });
  child.ended = new Promise((done) => {
    child.on('exit', (code) => { running.delete(child); done(code); });
    child.on('error', (error) => { child.told += error.message; running.delete(child); done(-1); });
  });
  running.add(child);
  return child;
}

async function stop(child) {
  if (!child || !running.has(child)) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await child.ended;
  clearTimeout(late);
}

/** A new, empty database: a file for 'sqlite'; for 'mariadb' one in the server that the environment names. */
function newDatabase(kind, folder) {
  if (kind === 'sqlite') return { url: `sqlite://${folder}/rondetafel.sqlite`, drop() {} };
  const server = process.env.RONDETAFEL_TEST_MYSQL;
  if (!server) throw new Error('RONDETAFEL_TEST_MYSQL must name a MariaDB: script/mariadb start FOLDER prints it');
  const at = new URL(server);
  const name = `browser_${process.pid}_${Date.now()}`;
  const perform = (sql) => {
    const done = spawnSync('mariadb', ['--no-defaults', '-h', at.hostname, '-P', at.port, '-u', at.username, '-e', sql],
      { env: { ...process.env, MYSQL_PWD: at.password }, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`mariadb: ${done.stderr}`);
  };
  perform(`CREATE DATABASE ${name}`);
  return { url: `${server.replace(/\/$/, '')}/${name}`, drop: () => perform(`DROP DATABASE ${name}`) };
}

/** The service with its mail server and browser: site.url, site.letters(), site.staffPage(), site.phonePage(). */
export async function startSite({ kind = 'sqlite', clockworkSeconds = 1 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rondetafel-browser-'));
  const site = { folder, kind };
  try {
    await fill(site, kind, clockworkSeconds);
  } catch (error) {
    await stopSite(site);
    throw error;
  }
  return site;
}

async function fill(site, kind, clockworkSeconds) {
  const mailFolder = join(site.folder, 'mail');
  site.peer = start('/usr/bin/python3', [join(root, 'tests/support/smtp_peer.py'), '--folder', mailFolder]);
  const [, mailPort] = await until('the mail server', () => /PORT (\d+)/.exec(site.peer.told));
  site.database = newDatabase(kind, site.folder);
  const port = await freePort();
  site.url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    RONDETAFEL_SHARE: root,
    RONDETAFEL_DEMO: 'yes',
    RONDETAFEL_DATABASE: site.database.url,
    RONDETAFEL_SECRETS: join(site.folder, 'secrets'),
    RONDETAFEL_LISTEN: `127.0.0.1:${port}`,
    RONDETAFEL_BASE_URL: site.url,
    RONDETAFEL_SMTP_URL: `smtp://127.0.0.1:${mailPort}?starttls=off`,
    RONDETAFEL_MAIL_PER_MINUTE: '100000',
    RONDETAFEL_CLOCKWORK_SECONDS: String(clockworkSeconds),
  };
  for (const deed of ['migrate', 'demo']) {
    const done = spawnSync(binary, [deed], { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${deed}: ${done.stdout}${done.stderr}`);
  }
  site.server = start(binary, ['serve'], { env });
  await until('the service', async () => {
    if (!running.has(site.server)) throw new Error(`the service stopped: ${site.server.told}`);
    return fetch(`${site.url}/readyz`).then((answer) => answer.ok, () => false);
  });
  site.browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  site.letters = () => readLetters(mailFolder);
  site.staffPage = (options = {}) => signedIn(site, options);
  site.phonePage = () => phone(site);
  site.stop = () => stopSite(site);
}

async function stopSite(site) {
  await site.browser?.close();
  await stop(site.server);
  await stop(site.peer);
  site.database?.drop();
  rmSync(site.folder, { recursive: true, force: true });
}

async function signedIn(site, { width = 1280, height = 900 } = {}) {
  const context = await site.browser.newContext({ viewport: { width, height }, locale: 'nl-NL' });
  const page = await context.newPage();
  await page.goto(`${site.url}/inloggen`);
  await page.fill('input[name=email]', staff.email);
  await page.fill('input[name=password]', staff.password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`${site.url}/`);
  return page;
}

/** A partner's telephone, without JavaScript. */
async function phone(site) {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, javaScriptEnabled: false,
  });
  return context.newPage();
}

/** The letters that arrived, oldest first. */
function readLetters(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  files.sort((left, right) => parseInt(left, 10) - parseInt(right, 10));
  return files.map((name) => letterOf(readFileSync(join(folder, name), 'latin1')));
}

function letterOf(source) {
  const parts = [];
  collect(source, parts);
  const { headers } = split(source);
  const text = parts.find((part) => part.type === 'text/plain')?.body ?? '';
  return {
    to: (headers.to ?? '').replace(/^.*<([^>]*)>.*$/s, '$1').trim(),
    subject: encodedWords(headers.subject ?? ''),
    language: headers['content-language'] ?? /<html[^>]* lang="?([a-z]+)/.exec(source)?.[1],
    text,
    html: parts.find((part) => part.type === 'text/html')?.body ?? '',
    calendar: parts.find((part) => part.type === 'text/calendar' || /\.ics/.test(part.head))?.body,
    calendarName: /(?:file)?name="?([^";\r\n]*\.ics)/.exec(source)?.[1],
    link: /https?:\/\/\S+\/u\/[^\s>)]+/.exec(text)?.[0],
    source,
  };
}

function split(source) {
  const [, head, body] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(source) ?? [null, source, ''];
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { head, headers, body };
}

function collect(source, parts) {
  const { head, headers, body } = split(source);
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  if (boundary) {
    for (const part of body.split(`--${boundary}`).slice(1)) {
      if (!part.startsWith('--')) collect(part.replace(/^\r?\n/, ''), parts);
    }
    return;
  }
  parts.push({ head, type: type.split(';')[0].trim().toLowerCase(), body: decoded(headers, body) });
}

function decoded(headers, body) {
  const how = (headers['content-transfer-encoding'] ?? '8bit').toLowerCase();
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (how === 'quoted-printable') return quotedPrintable(body.replace(/=\r?\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

function quotedPrintable(text) {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (all, code) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function encodedWords(header) {
  return header.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (all, how, text) => (
    how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quotedPrintable(text.replace(/_/g, ' '))
  ));
}
