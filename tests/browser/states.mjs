// SPDX-License-Identifier: EUPL-1.2
// The states in which each page can be found, for a site filled by life.mjs.
import { pathOf } from './life.mjs';
import { addressOf, routes } from './routes.mjs';

/** Pages of the table that are no pages to read; pages_test.mjs looks at each in another way. */
export const downloads = ['/theme.css', '/.well-known/security.txt', '/readyz', '/metrics', '/programma/stappen.csv',
  '/bijeenkomsten/:meeting/antwoorden.csv', '/contacten/:contact/gegevens.json',
  '/convenanten/:covenant/reactienota/:round/reactienota.csv', '/bestanden/:rendering/:name'];

/** Pages that need a closed round, or a file that was handed in or made: consultation_test.mjs fails unless it saw them all. */
export const elsewhere = ['/convenanten/:covenant/consultatie/:round/besluit/:remark',
  '/convenanten/:covenant/consultatie/:round/verwerken/:article', '/convenanten/:covenant/word/:import',
  '/convenanten/nieuw/bestand/:import', '/bestanden/:rendering',
  '/convenanten/:covenant/consultatie/nieuw', '/convenanten/:covenant/vaststellen'];
const onReactions = (route) => route.who === 'partner' && /artikel|bewaard|reactie/.test(route.path);

const forPartners = (route) => route.who === 'partner' || route.path === '/wachtwoord/:token' || route.path === '/inloggen';
const pages = routes.filter((route) => route.method === 'GET' && ![...downloads, ...elsewhere].includes(route.path)
  && !onReactions(route));
export const reactionPages = routes.filter((route) => route.method === 'GET' && onReactions(route)).map((route) => route.path);
export const staffPages = pages.filter((route) => !forPartners(route));
export const guestPages = pages.filter((route) => route.who === 'anyone').map((route) => route.path);
export const partnerPages = pages.filter((route) => route.who === 'partner').map((route) => route.path);

const states = (paths, more = {}) => paths.map((path) => ({ path, ...more }));
const refused = (path, fields, action = undefined, status = 422) => ({ path, fields, action, status });

/** Every page of the table once, at what is liveliest. */
export function eachPage(life, allowed = () => true) {
  const values = {
    meeting: life.meetings['vol leven'], invitation: life.invitations['vol leven'][0], letter: life.letters.sent,
    step: life.steps[0], organisation: life.organisation, contact: life.contacts[2][0], ...life.covenant,
  };
  return states(staffPages.filter(allowed).map((route) => addressOf(route.path, values)));
}

/** More of the staff's pages: empty, full, cancelled, over, filtered, and of every kind of step and letter. */
export function otherStates(life) {
  const meeting = (name, rest = '') => `/bijeenkomsten/${life.meetings[name]}${rest}`;
  return states([
    ...Object.keys(life.meetings).map((name) => meeting(name)),
    ...['yes', 'no', 'none&alle=ja', 'waiting'].map((answer) => meeting('vol leven', `?antwoord=${answer}`)),
    meeting('vol leven', '?zoek=niemand'), meeting('leeg', '/presentielijst'), meeting('leeg', '/versturen'),
    meeting('leeg', '/stand'), meeting('leeg', '/berichten'), meeting('geannuleerd', '/herinneringen'),
    meeting('geannuleerd', '/berichten'), meeting('op de lijst', '/versturen?taal=en'), meeting('op de lijst', '/versturen?taal=pl'),
    meeting('leeg', '/genodigden?zoek=niemand'), meeting('leeg', '/genodigden?soort=agency&alle=ja'),
    '/bijeenkomsten/nieuw?stap=11',
    ...['vol leven', 'een stoel', 'met wachtrij'].flatMap((name) => life.invitations[name]).map((id) => `/uitnodigingen/${id}`),
    ...life.steps.map((id) => `/programma/stappen/${id}`),
    ...Object.keys(life.letters).map((state) => `/post?stand=${state}`), '/post?stand=expired', '/post?pagina=2',
    ...Object.values(life.letters).map((id) => `/post/${id}`),
    '/partners?zoek=niemand', '/partners?archief=ja', '/partners?deel=zorgpartners', '/partners?pagina=2',
    `/partners/${life.archived}`, ...life.contacts.slice(3, 6).map(([, organisation]) => `/partners/${organisation}`),
  ]);
}

/** The same pages after something was filled in wrongly, or cannot be. */
export function errorStates(life) {
  const meeting = (name, rest = '') => `/bijeenkomsten/${life.meetings[name]}${rest}`;
  const party = `/partners/${life.organisation}`;
  const night = { title: 'Nachtoverleg', start: '02.30', end: '04.00', place: 'Raadhuis', answer_day: '', answer_time: '' };
  const answer = `/uitnodigingen/${life.invitations['vol leven'][6]}/antwoord`;
  return [
    refused('/demo/klok', { day: 'geen dag' }),
    refused('/account', { deed: 'details', name: '' }),
    refused('/account', { deed: 'password', old_password: 'x', password: 'kort' }),
    refused('/account/tweede-stap', { code: '000' }),
    refused('/beheer/accounts', { name: '', email: 'geen adres' }),
    refused('/beheer/organisatie', { name: '', sender_address: 'geen adres', phone: '', hue: '999' }),
    refused('/programma/stappen/nieuw', { title: '', from: '99-99-2024' }, '/programma/stappen'),
    refused(`/programma/stappen/${life.steps[0]}`, { title: '', from: '01-01-2024', to: '' }),
    refused('/programma/schuiven', { years: '' }),
    refused('/partners/nieuw', { name: '', website: 'geen adres' }, '/partners'),
    refused(`${party}/wijzig`, { name: '', website: 'geen adres' }),
    refused(`${party}/contacten/nieuw`, { family: '', email: 'geen adres' }),
    refused(`/contacten/${life.contacts[2][0]}`, { family: '', email: 'naam@' }),
    refused('/bijeenkomsten/nieuw', { title: '', day: '31-02-2024', start: '25.00', capacity: 'veel' }, '/bijeenkomsten'),
    refused('/bijeenkomsten/nieuw', { ...night, day: '27-10-2024' }, '/bijeenkomsten'),
    refused('/bijeenkomsten/nieuw', { ...night, day: '30-03-2025' }, '/bijeenkomsten'),
    refused(meeting('vol leven', '/bewerk'), { title: '', place: '' }),
    refused(meeting('vol leven', '/annuleer'), { reason: '' }),
    refused(meeting('vol leven', '/herinneringen'), { 'days_*': '999' }),
    refused(answer, { answer: 'geen', source: '' }),
    refused(answer, { answer: 'substitute', source: 'phone', substitute_name: '', substitute_email: 'x', remark: 'lang '.repeat(500) }),
    refused('/', {}, meeting('leeg', '/versturen'), 409),
    refused('/', {}, meeting('vol leven', '/weg'), 409),
    refused('/', { form_token: 'oud' }, meeting('leeg', '/weg'), 403),
    refused(`/programma/stappen/${life.steps[0]}`, { revision: '0' }, undefined, 409),
    ...states(['/bestaat-niet', ...['bijeenkomsten', 'partners', 'contacten', 'programma/stappen', 'uitnodigingen', 'post']
      .map((noun) => `/${noun}/999999`)], { status: 404 }),
    { path: '/uitloggen', status: 405 },
  ];
}

/** What a partner can find behind a link, in one language. `bare` is a link as it came in a letter in that language. */
export function partnerStates(life, language, bare) {
  const at = (name, guest, rest = '') => ({ path: `${pathOf(life.links[name][guest])}/${language}${rest}` });
  const receipt = (name, guest) => at(name, guest, '/ontvangen');
  const wrong = (fields, status = 422) => ({ ...at('vol leven', 6), fields, status });
  const none = (state) => ({ ...state, status: 404 });
  return [
    { path: pathOf(bare) }, at('vol leven', 0), at('vol leven', 1), at('vol leven', 2), at('vol leven', 3), at('vol leven', 6),
    at('een stoel', 0), at('een stoel', 1), at('een stoel', 2), at('met wachtrij', 1), at('met wachtrij', 2),
    ...[0, 1, 2, 3].map((guest) => receipt('vol leven', guest)), receipt('een stoel', 1), receipt('met wachtrij', 0),
    at('vol leven', 4), at('geannuleerd', 0), at('antwoorden gesloten', 0), at('antwoorden gesloten', 1), at('voorbij', 0),
    none(at('vol leven', 5)), none(at('lang voorbij', 0)), none({ path: `/u/${'0'.repeat(34)}/${language}` }),
    wrong({ answer: '' }), wrong({ answer: 'substitute', substitute_name: '', substitute_email: 'geen adres' }),
    wrong({ answer: 'no', remark: 'lang '.repeat(500) }), wrong({ answer: 'yes', form_token: 'oud' }, 403),
  ];
}

/** Pages for who is not signed in. `passwordPath` is behind a link to set a password. Those of the staff speak no Polish. */
export function guestStates(passwordPath, language) {
  const ofStaff = (state) => state.status !== 403 && state.status !== 401 && /inloggen|wachtwoord|hulp/.test(state.path);
  const spoken = (state) => (language === 'pl' && ofStaff(state) ? { ...state, language: 'nl' } : state);
  return [
    ...states(['/inloggen', '/wachtwoord', '/privacy', '/toegankelijkheid', '/hulp', passwordPath]),
    refused('/inloggen', { email: 'niemand@aalsmeer.example', password: 'verkeerd' }),
    refused('/wachtwoord', { email: 'geen adres' }), refused('/wachtwoord', { email: 'niemand@aalsmeer.example' }, undefined, 200),
    refused(passwordPath, { password: 'kort' }), refused('/inloggen', { form_token: 'oud' }, undefined, 403),
    refused('/inloggen', { state: 'verlopen', code: '123456' }, '/inloggen/code'),
    refused('/inloggen', { title: 'x' }, '/bijeenkomsten', 401),
    ...states(['/bestaat-niet', '/wachtwoord/onbekend'], { status: 404 }), { path: '/uitloggen', status: 405 },
  ].map(spoken);
}
