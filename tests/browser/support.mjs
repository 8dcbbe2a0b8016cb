// SPDX-License-Identifier: EUPL-1.2
// Starts the whole service for a browser suite: a real SMTP server, a fresh database with the example, the program
// itself. Everything is stopped by its own process number, whatever happens.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { newDatabase } from './databases.mjs';
import { readLetters } from './letters.mjs';
import { Visitor } from './visitor.mjs';

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

/**
 * The service with its mail server and browser: site.url, site.letters(), site.staffPage(), site.phonePage(),
 * site.database. `example: false` leaves the database empty; `faults` are those of tests/support/smtp_peer.py.
 */
export async function startSite({ kind = 'sqlite', clockworkSeconds = 1, example = true, faults = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rondetafel-browser-'));
  const site = { folder, kind };
  try {
    await fill(site, { kind, clockworkSeconds, example, faults });
  } catch (error) {
    await stopSite(site);
    throw error;
  }
  return site;
}

async function fill(site, { kind, clockworkSeconds, example, faults }) {
  const mailFolder = join(site.folder, 'mail');
  site.peer = start('/usr/bin/python3', [join(root, 'tests/support/smtp_peer.py'), '--folder', mailFolder,
    ...faults.flatMap((fault) => ['--fault', fault])]);
  const [, mailPort] = await until('the mail server', () => /PORT (\d+)/.exec(site.peer.told));
  site.database = newDatabase(kind, site.folder);
  const port = await freePort();
  site.url = `http://127.0.0.1:${port}`;
  site.settings = {
    RONDETAFEL_SHARE: process.env.RONDETAFEL_SHARE ?? root,
    RONDETAFEL_DEMO: 'yes',
    RONDETAFEL_DATABASE: site.database.url,
    RONDETAFEL_SECRETS: join(site.folder, 'secrets'),
    RONDETAFEL_LISTEN: `127.0.0.1:${port}`,
    RONDETAFEL_BASE_URL: site.url,
    RONDETAFEL_SMTP_URL: `smtp://127.0.0.1:${mailPort}?starttls=off`,
    RONDETAFEL_MAIL_PER_MINUTE: '100000',
    RONDETAFEL_CLOCKWORK_SECONDS: String(clockworkSeconds),
  };
  site.run = (...words) => perform(site, words);
  site.run('migrate');
  if (example) site.run('demo');
  await serve(site);
  site.browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  site.letters = () => readLetters(mailFolder);
  site.staffPage = (options = {}) => signedIn(site, options);
  site.phonePage = () => phone(site);
  site.stop = () => stopSite(site);
  site.restart = (settings) => restart(site, settings);
  site.visitor = (headers) => new Visitor(site.url, headers);
  site.administrator = () => site.visitor().signIn(staff.email, staff.password);
  site.newAccount = (role, language) => newAccount(site, role, language);
}

/** A command of the program, with the settings of this site; what it printed. */
function perform(site, words) {
  const done = spawnSync(binary, words, { env: { ...process.env, ...site.settings }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

async function serve(site) {
  site.server = start(binary, ['serve'], { env: { ...process.env, ...site.settings } });
  await until('the service', async () => {
    if (!running.has(site.server)) throw new Error(`the service stopped: ${site.server.told}`);
    return fetch(`${site.url}/readyz`).then((answer) => answer.ok, () => false);
  });
}

/** The service anew with some settings changed; undefined takes one away. */
async function restart(site, settings) {
  await stop(site.server);
  Object.assign(site.settings, settings);
  for (const [name, value] of Object.entries(settings)) if (value === undefined) delete site.settings[name];
  await serve(site);
}

/** A new member of staff who has signed in, after setting a password by the link that the program prints. */
async function newAccount(site, role, language = 'nl') {
  const email = `${role}.${language}.${site.accounts = (site.accounts ?? 0) + 1}@aalsmeer.example`;
  const password = 'tulpen langs de ringvaart';
  const told = site.run('user', 'add', '--email', email, '--name', `Robin ${role}`, '--role', role);
  const visitor = site.visitor();
  const set = await visitor.fillIn(new URL(/https?:\S+/.exec(told)[0]).pathname, { password });
  if (set.status !== 303) throw new Error(`no password for ${email}: ${set.status}`);
  await visitor.signIn(email, password);
  if (language !== 'nl') await visitor.post('/account', { deed: 'details', name: `Robin ${role}`, language });
  return Object.assign(visitor, { email, password });
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
