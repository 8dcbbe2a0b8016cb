// SPDX-License-Identifier: EUPL-1.2
// A database of its own for a suite, and what stands in it.
import { spawnSync } from 'node:child_process';

/**
 * A new, empty database: a file for 'sqlite'; for 'mariadb' one in the server that the environment names.
 * { url, rows(sql), dump(), drop() }: rows are arrays of text.
 */
export function newDatabase(kind, folder) {
  return kind === 'sqlite' ? newSqlite(folder) : newMariaDb();
}

function output(command, words, options) {
  const done = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (done.status !== 0) throw new Error(`${command}: ${done.error ?? done.stderr}`);
  return done.stdout;
}

const split = (text) => text.split('\n').filter((line) => line !== '').map((line) => line.split('\t'));

function newSqlite(folder) {
  const file = `${folder}/rondetafel.sqlite`;
  return {
    url: `sqlite://${file}`,
    rows: (sql) => split(output('sqlite3', ['-readonly', '-separator', '\t', file, sql])),
    dump: () => output('sqlite3', ['-readonly', file, '.dump']),
    drop() {},
  };
}

function newMariaDb() {
  const server = process.env.RONDETAFEL_TEST_MYSQL;
  if (!server) throw new Error('RONDETAFEL_TEST_MYSQL must name a MariaDB: script/mariadb start FOLDER prints it');
  const at = new URL(server);
  const name = `browser_${process.pid}_${Date.now()}`;
  const options = { env: { ...process.env, MYSQL_PWD: at.password } };
  const place = ['--no-defaults', '-h', at.hostname, '-P', at.port, '-u', at.username, '--default-character-set=utf8mb4'];
  const ask = (sql, ...words) => output('mariadb', [...place, '--batch', '--skip-column-names', '-e', sql, ...words], options);
  ask(`CREATE DATABASE ${name}`);
  return {
    url: `${server.replace(/\/$/, '')}/${name}`,
    rows: (sql) => split(ask(sql, name)),
    // One row per line, and nothing of the moment of dumping.
    dump: () => output('mariadb-dump', [...place, '--skip-extended-insert', '--skip-comments', '--skip-dump-date',
      '--order-by-primary', name], options),
    drop: () => { ask(`DROP DATABASE ${name}`); },
  };
}
