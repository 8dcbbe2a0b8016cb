// SPDX-License-Identifier: EUPL-1.2
// What twelve parties say about a covenant in two rounds, and what is decided about it: data for covenant_journey_test.mjs.
// A remark is found again by the words of its party: `comment`, of a proposal the reason for it.

export const parties = ['Bloesem Uitzendgroep', 'Drie Meren Werk', 'Lisdodde Flex', 'Polderwerk Collectief',
  'Ringvaart Personeel', 'Marshlight Staffing', 'Orchideeënhof', 'Kwekerij De Gouden Knop', 'Veenmos Potplanten',
  'Boeketterie Het Palet', 'Zorggroep Meerzicht', 'Participe'];

const [bloesem, drieMeren, lisdodde, polderwerk, ringvaart, marshlight, orchidee, knop, veenmos, palet, zorggroep,
  participe] = parties;

const comment = (party, article, text, decided, quote = '') => ({ party, article, say: 'comment', comment: text, quote, ...decided });
const words = (party, article, from, to, text, decided) => ({ party, article, say: 'change', from, to, comment: text, ...decided });
const not = { outcome: 'not_taken_over', reason: 'De tekst zegt dit al.' };
const taken = (reason) => ({ outcome: 'taken_over', reason });

/** Round 1, on version 0.1: two who want other words on one spot, a new article, one to strike, one to move. */
export const firstRound = [
  words(bloesem, 'Goed werk', 'vóór de eerste werkdag uit welk', 'twee dagen vóór de eerste werkdag uit welk',
    'Dan kan iemand er nog over nadenken.', taken('Uitleg vooraf is eerlijker.')),
  comment(bloesem, 'Vervoer van en naar het werk', 'Wie bepaalt wat een veilige route is?', not, 'een veilige route'),
  comment(bloesem, 'Zorgverzekering en zorg', 'Kan de zorgpartner dit ook in het Pools?', not),
  words(drieMeren, 'Goed werk', 'vóór de eerste werkdag uit welk', 'uiterlijk op de eerste werkdag uit welk',
    'Eerder lukt bij ons niet.', taken('Sommige bureaus werven op dezelfde dag.')),
  comment(drieMeren, 'Registratie in de BRP', 'Wij willen inschrijfdagen op onze locatie.', not),
  comment(drieMeren, 'Monitoring', 'In welke vorm melden wij dit?', not),
  { party: lisdodde, say: 'insert', after: 'Tegengaan van misstanden', heading: 'Klachten',
    text: '1. Het uitzendbureau behandelt iedere klacht binnen vier weken.\n\n2. De gemeente verwijst binnen een week door.',
    comment: 'Over klachten staat nog niets.', ...taken('Een goede aanvulling.') },
  comment(lisdodde, 'Informatie over rechten en plichten', 'Een folder helpt meer dan een pagina.', not),
  comment(lisdodde, 'Toetreding', 'Zes weken is lang.', not, 'binnen zes weken'),
  { party: polderwerk, article: 'Taal en meedoen', say: 'remove', comment: 'Dit is geen taak van werkgevers.',
    outcome: 'not_taken_over', reason: 'Taal is een uitgangspunt van het programma.' },
  comment(polderwerk, 'Goed wonen', 'Geldt dit ook in het weekend?', not, 'dag en nacht bereikbaar'),
  comment(polderwerk, 'Tegengaan van misstanden', 'Blijft een melding anoniem?', not),
  { party: ringvaart, article: 'Nakoming en geschillen', say: 'move', after: 'Opzegging',
    comment: 'Zo staan de slotbepalingen bij elkaar.', ...taken('Dat leest beter.') },
  comment(ringvaart, 'Overleg en regie', 'Wie zit de regiegroep voor?', not),
  comment(ringvaart, 'Looptijd', 'Wat als er vóór die tijd verkiezingen zijn?', not),
  words(marshlight, 'Wonen na verlies van werk', 'ten minste vier weken in', 'ten minste zes weken in',
    'Finding a room takes longer.', { outcome: 'carried_over', reason: 'Wij vragen het eerst aan de huisvesters.' }),
  comment(marshlight, 'Goed werk', 'Please add a list of languages.', not),
  comment(marshlight, 'Evaluatie', 'Who pays for the evaluation?', not),
  words(orchidee, 'Citeertitel', 'Convenant goed werkgeverschap arbeidsmigranten', 'Convenant goed werkgeverschap Aalsmeer',
    'Korter is makkelijker.', taken('Akkoord, korter is beter.')),
  comment(orchidee, 'Veilig en gezond werk', 'Telt een ondernemingsraad als vertegenwoordiging?', not),
  comment(orchidee, 'Doel', 'Noem ook de tuinbouw.', not),
  words(knop, 'Zorgverzekering en zorg', 'binnen twee weken na aankomst', 'binnen drie weken na aankomst',
    'Twee weken halen wij niet.', { outcome: 'carried_over', reason: 'Eerst horen wat verzekeraars zeggen.' }),
  comment(knop, 'Verplichtingen van de gemeente', 'Wie is het aanspreekpunt?', not),
  comment(knop, 'Opzegging', 'Waarom drie maanden?', not),
  words(veenmos, 'Zorgverzekering en zorg', 'binnen twee weken na aankomst', 'binnen tien dagen na aankomst',
    'Twee weken zonder verzekering is lang.', taken('De verzekeraars kunnen dit.')),
  comment(veenmos, 'Gegevens en privacy', 'Is tien personen niet te veel?', not),
  comment(veenmos, 'Wijziging', 'Hier willen wij op terugkomen.', { outcome: '', carried: true }),
];

/** Said by telephone and written down by staff; and by its own link, when the round had closed. */
export const byTelephone = comment(polderwerk, 'Begrippen', 'Noem ook wie zonder bureau komt.', not);
export const late = comment(participe, 'Taal en meedoen', 'Wij geven deze cursus graag.', not);

/** Round 2, on version 0.2. */
export const secondRound = [
  ...parties.slice(0, 10).flatMap((party, at) => [
    comment(party, 'Doel', `Wij kunnen ons hierin vinden, punt ${at + 1}.`, not),
    comment(party, 'Monitoring', `Vraag aan de gemeente, nummer ${at + 1}: kan dit met een formulier?`, not),
  ]),
  words(bloesem, 'Klachten', 'binnen vier weken', 'binnen drie weken', 'Vier weken is te lang.',
    { outcome: 'taken_over_otherwise', reason: 'Korter, maar haalbaar.', written: ['binnen drie weken', 'binnen vijftien werkdagen'] }),
  words(drieMeren, 'Overleg en regie', 'ten minste twee keer per jaar', 'ieder kwartaal', 'Twee keer is te weinig.',
    { outcome: 'partly', reason: 'Vier keer is te veel werk.', written: ['ieder kwartaal', 'ten minste drie keer per jaar'] }),
  words(lisdodde, 'Looptijd', 'ten minste drie andere partijen', 'ten minste zes andere partijen', 'Met drie is het leeg.',
    taken('Zes partijen is een goed begin.')),
  words(polderwerk, 'Openbaarmaking', 'binnen vier weken', 'binnen twee weken', 'Sneller kan best.', not),
  comment(ringvaart, 'Klachten', 'Goed dat dit erbij staat.', not),
  comment(marshlight, 'Begrippen', 'Define the agency as well.', not),
  comment(orchidee, 'Toetreding', 'Duidelijk zo.', not),
  comment(zorggroep, 'Zorgverzekering en zorg', 'Wij hebben hier folders voor.', not),
  comment(participe, 'Taal en meedoen', 'De eerste cursus begint in maart.', not),
];
