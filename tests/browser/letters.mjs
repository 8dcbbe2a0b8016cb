// SPDX-License-Identifier: EUPL-1.2
// Reads the messages that the mail server of a suite kept.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The letters that arrived, oldest first. */
export function readLetters(folder) {
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
