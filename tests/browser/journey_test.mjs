// SPDX-License-Identifier: EUPL-1.2
// From a step of the programme to the answers of those who were invited, in a real browser, over a real SMTP server,
// on each database.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ICAL from 'ical.js';

import { startSite, until } from './support.mjs';

const invited = { nl: /^Uitnodiging: /, en: /^Invitation: /, pl: /^Zaproszenie: / };
const reminded = { nl: /^Herinnering: /, en: /^Reminder: /, pl: /^Przypomnienie: / };
const receipts = {
  nl: { yes: /^U komt: /, substitute: /^Iemand anders komt voor u: /, no: /^U komt niet: / },
  en: { yes: /^You will come: /, substitute: /^Somebody else comes for you: /, no: /^You will not come: / },
  pl: { yes: /^Przyjdą Państwo: /, substitute: /^Ktoś inny przyjdzie za Państwa: /, no: /^Nie przyjdą Państwo: / },
};
const cancelled = { nl: /^Gaat niet door: /, en: /^Cancelled: /, pl: /^Odwołane: / };

for (const kind of ['sqlite', 'mariadb']) {
  describe(`from step to answer, ${kind}`, { timeout: 400_000 }, () => {
    let site;
    let staff;
    let meeting;
    const contacts = new Map(); // address -> language, as the register says
    const answered = new Set();
    const lettersTo = (address) => site.letters().filter((letter) => letter.to === address);
    const lettersAs = (subjects) => site.letters().filter((letter) => subjects[letter.language]?.test(letter.subject));
    const open = (path) => staff.goto(new URL(path, site.url).href);
    const heading = (page) => page.locator('h1').innerText();

    /** The answers in the numbers of the meeting page: invited, yes, substitute, no, none. */
    async function counts() {
      await open(meeting);
      const numbers = await staff.locator('.rt-tally__n').allInnerTexts();
      const [all, yes, substitute, no, none] = numbers.map(Number);
      return { all, yes, substitute, no, none };
    }

    /** The page behind the link of the newest letter to this address, on a telephone. */
    async function follow(address) {
      const phone = await site.phonePage();
      const response = await phone.goto(lettersTo(address).at(-1).link);
      assert.equal(response.status(), 200);
      return phone;
    }

    async function newLetter(address, subject) {
      return until(`a letter "${subject}" to ${address}`,
        () => lettersTo(address).find((letter) => subject.test(letter.subject)));
    }

    const someoneSpeaking = (language) => {
      const found = [...contacts].find(([address, theirs]) => theirs === language && !answered.has(address));
      assert.ok(found, `a contact in ${language}`);
      answered.add(found[0]);
      return found[0];
    };

    before(async () => {
      site = await startSite({ kind });
      staff = await site.staffPage();
    });
    after(() => site?.stop());

    test('the coordinator plans a meeting from the step', async () => {
      await staff.click('.rt-nav a[href="/programma"]');
      await staff.click('main table a:text-is("Eerste ronde tafelbijeenkomst met uitzendbureaus")');
      await staff.click('.rt-head__actions a.nl-button--primary');
      assert.ok(await staff.isChecked('#kind-round_table'));
      assert.equal(await staff.inputValue('[name=title]'), 'Eerste ronde tafelbijeenkomst met uitzendbureaus');
      await staff.fill('[name=day]', '10-09-2024');
      await staff.fill('[name=start]', '14.00');
      await staff.fill('[name=end]', '16.00');
      await staff.fill('[name=place]', 'Raadhuis Aalsmeer');
      await staff.fill('[name=agenda]', 'Kennismaken\nHuisvesting');
      await staff.click('.rt-form button[type=submit]');
      meeting = new URL(staff.url()).pathname;
      assert.match(meeting, /^\/bijeenkomsten\/\d+$/);
    });

    test('agencies and employers go on the list', async () => {
      for (const soort of ['agency', 'employer']) {
        await open(`${meeting}/genodigden`);
        await staff.selectOption('#soort', soort);
        await staff.click('.rt-filters button');
        for (const box of await staff.locator('input[name=kies]').all()) await box.check();
        await staff.click('.rt-bulk button');
      }
      const { all, none } = await counts();
      assert.ok(all >= 30, `${all} persons`);
      assert.equal(none, all);
      assert.equal(site.letters().length, 0);
    });

    test('a look at each language, and sending', async () => {
      const { all } = await counts();
      await staff.click('.rt-head__actions a.nl-button--primary');
      for (const [language, words] of [['nl', 'van harte uit'], ['en', 'round table'], ['pl', 'Zapraszamy']]) {
        await open(`${meeting}/versturen?taal=${language}`);
        assert.match(await staff.locator('pre').innerText(), new RegExp(words));
      }
      await staff.click('.rt-head__actions button');
      assert.equal(new URL(staff.url()).pathname, `${meeting}/stand`);
      await until('all to be sent', async () => {
        await open(`${meeting}/stand`);
        return (await heading(staff)).startsWith(`${all} van ${all} `);
      });
    });

    test('each contact got one letter in the right language', async () => {
      await readRegister();
      const { all } = await counts();
      const letters = site.letters();
      assert.equal(letters.length, all);
      assert.equal(new Set(letters.map((letter) => letter.to)).size, all);
      assert.equal(new Set(letters.map((letter) => letter.link)).size, all);
      for (const letter of letters) {
        assert.equal(letter.language, contacts.get(letter.to), letter.to);
        assert.match(letter.subject, invited[letter.language]);
        assert.ok(letter.html.includes(letter.link), 'the link is in both parts');
      }
      assert.deepEqual(new Set(contacts.values()), new Set(['nl', 'en', 'pl']));
    });

    // The language of each invitee as the coordinator sees it in the register, not as the letters say.
    async function readRegister() {
      await open(meeting);
      const rows = await staff.locator('tbody th a').evaluateAll((links) => links.map((link) => link.href));
      const languages = { Nederlands: 'nl', Engels: 'en', Pools: 'pl' };
      for (const href of rows) {
        await staff.goto(href);
        const facts = await staff.locator('.rt-head .rt-facts li').allInnerTexts();
        const address = facts.find((fact) => fact.includes('@')).trim();
        contacts.set(address, languages[facts.at(-1).trim()]);
      }
    }

    test('"Ik kom" on a telephone takes two clicks and no script', async () => {
      const address = someoneSpeaking('nl');
      const phone = await follow(address);
      assert.equal(await phone.locator('html').getAttribute('lang'), 'nl');
      assert.match(await heading(phone), /^Komt u naar /);
      await phone.click('text="Ik kom"');
      await phone.click('text="Verstuur mijn antwoord"');
      assert.match(phone.url(), /\/nl\/ontvangen$/);
      assert.equal(await heading(phone), 'U komt. Bedankt!');
      assert.match(await phone.locator('.rt-ticket').innerText(), /Kennismaken\s+Huisvesting\s*$/);

      const receipt = await newLetter(address, /^U komt: /);
      assert.match(receipt.calendarName, /\.ics$/);
      const event = new ICAL.Component(ICAL.parse(receipt.calendar)).getFirstSubcomponent('vevent');
      assert.equal(event.getFirstPropertyValue('dtstart').toString(), '2024-09-10T14:00:00');
      assert.equal(event.getFirstPropertyValue('dtend').toString(), '2024-09-10T16:00:00');
      assert.equal(event.getFirstPropertyValue('location'), 'Raadhuis Aalsmeer');
    });

    test('a substitute: bad input keeps what was typed; the person gets an own invitation and answers', async () => {
      const address = someoneSpeaking('en');
      const phone = await follow(address);
      assert.equal(await phone.locator('html').getAttribute('lang'), 'en');
      await phone.click('text="Someone else comes for me"');
      await phone.fill('[name=substitute_name]', 'Grace Müller-Øst');
      await phone.fill('[name=remark]', 'She knows "the housing" & more <3');
      await phone.click('main button[type=submit]');
      assert.ok(await phone.locator('#substitute_email-error').isVisible());
      assert.equal(await phone.getAttribute('#substitute_email', 'aria-describedby'), 'substitute_email-error');
      assert.equal(await phone.inputValue('[name=substitute_name]'), 'Grace Müller-Øst');
      assert.equal(await phone.inputValue('[name=remark]'), 'She knows "the housing" & more <3');
      assert.ok(await phone.isChecked('#vervanger'));
      assert.equal(lettersTo(address).length, 1, 'nothing was sent');

      await phone.fill('[name=substitute_email]', 'grace@elsewhere.example');
      await phone.click('main button[type=submit]');
      assert.match(await heading(phone), /Grace Müller-Øst comes for you/);
      await newLetter(address, /^Somebody else comes for you: /);

      await newLetter('grace@elsewhere.example', invited.en);
      const hers = await follow('grace@elsewhere.example');
      assert.match(await hers.locator('.rt-who').first().innerText(), /Grace Müller-Øst/);
      assert.equal(await hers.locator('#vervanger').count(), 0, 'no substitute of a substitute');
      await hers.click('text="I will come"');
      await hers.click('main button[type=submit]');
      assert.match(await heading(hers), /You are coming/);
      const receipt = await newLetter('grace@elsewhere.example', /^You will come: /);
      assert.ok(receipt.calendar);
      answered.add('grace@elsewhere.example');
    });

    test('a Polish partner declines', async () => {
      const address = someoneSpeaking('pl');
      const phone = await follow(address);
      assert.equal(await phone.locator('html').getAttribute('lang'), 'pl');
      await phone.click('text="Nie przyjdę"');
      await phone.click('main button[type=submit]');
      assert.equal(await heading(phone), 'Dziękujemy za wiadomość.');
      const receipt = await newLetter(address, /^Nie przyjdą Państwo: /);
      assert.equal(receipt.calendar, undefined);
    });

    test('the coordinator sees it and enters one answer by phone', async () => {
      const before = await counts();
      assert.equal(before.no, 1);
      assert.equal(before.yes + before.substitute, 2, JSON.stringify(before));
      const address = someoneSpeaking('nl');
      await open(`${meeting}?antwoord=geen`);
      await findInvitation(address);
      await staff.click('.rt-head__actions a.nl-button--primary');
      await staff.check('[name=answer][value=yes]');
      await staff.check('[name=source][value=phone]');
      await staff.fill('[name=remark]', 'Belde vanochtend');
      await staff.click('.rt-form button[type=submit]');
      const now = await counts();
      assert.equal(now.yes, before.yes + 1);
      assert.equal(now.none, before.none - 1);
      assert.match(await staff.locator('main').innerText(), /per telefoon/);
      await newLetter(address, /^U komt: /);
    });

    async function findInvitation(address) {
      await open(meeting);
      for (const link of await staff.locator('tbody th a').evaluateAll((all) => all.map((one) => one.href))) {
        await staff.goto(link);
        if ((await staff.locator('.rt-head').innerText()).includes(address)) return;
      }
      assert.fail(`no invitation of ${address}`);
    }

    async function moveClock(day) {
      await open('/demo/klok');
      await staff.fill('[name=day]', day);
      await staff.click('.rt-form button[type=submit]');
    }

    test('reminders go only to those without an answer', async () => {
      const { none } = await counts();
      await moveClock('15-08-2024');
      await until('the reminders', () => lettersAs(reminded).length >= none);
      await new Promise((done) => { setTimeout(done, 2500); });
      const letters = lettersAs(reminded);
      assert.equal(letters.length, none);
      assert.equal(new Set(letters.map((letter) => letter.to)).size, none);
      for (const letter of letters) {
        assert.ok(!answered.has(letter.to), `${letter.to} answered already`);
        assert.equal(letter.language, contacts.get(letter.to));
      }
    });

    test('a change of mind through the link of the reminder', async () => {
      const address = someoneSpeaking('nl');
      for (const [choice, words] of [['Ik kom', /U komt\. Bedankt/], ['Ik kom niet', /U komt niet/]]) {
        const phone = await follow(address);
        await phone.click(`text="${choice}"`);
        await phone.click('main button[type=submit]');
        assert.match(await heading(phone), words);
      }
      await newLetter(address, /^U komt niet: /);
      assert.equal((await counts()).no, 2);
    });

    // The telephone runs no script, so this holds for every browser.
    test('every answer in every language, by keyboard alone', async () => {
      for (const [language, subjects] of Object.entries(receipts)) {
        const address = someoneSpeaking(language);
        for (const [answer, radio] of [['no', 'ik-kom-niet'], ['substitute', 'vervanger'], ['yes', 'ik-kom']]) {
          const phone = await follow(address);
          assert.equal(await phone.locator('html').getAttribute('lang'), language);
          await choose(phone, radio);
          if (answer === 'substitute') {
            await tabTo(phone, 'substitute_name');
            await phone.keyboard.type(`Robin ${language}`);
            await tabTo(phone, 'substitute_email');
            await phone.keyboard.type(`robin.${language}@elsewhere.example`);
          }
          await tabTo(phone, 'button');
          await Promise.all([phone.waitForURL(`**/${language}/ontvangen`), phone.keyboard.press('Enter')]);
          const receipt = await newLetter(address, subjects[answer]);
          assert.equal(receipt.language, language);
          assert.equal(receipt.calendar !== undefined, answer === 'yes', answer);
        }
      }
    });

    /** Presses Tab until the control with this id, or the button that sends, has the focus. */
    async function tabTo(page, id) {
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => {
          const { id: name, type, closest } = document.activeElement;
          return type === 'submit' && closest.call(document.activeElement, 'main') ? 'button' : name;
        });
        if (here === id) return;
      }
      assert.fail(`Tab does not reach ${id}`);
    }

    // The answers are one stop; arrows go from one to the next.
    async function choose(page, radio) {
      await tabTo(page, 'ik-kom');
      await page.keyboard.press('Space');
      for (let presses = 0; presses < 3 && !await page.isChecked(`#${radio}`); presses += 1) await page.keyboard.press('ArrowDown');
      assert.ok(await page.isChecked(`#${radio}`), radio);
    }

    test('cancelled: letters go out and the link says so, without a form', async () => {
      await open(`${meeting}/annuleer`);
      await staff.fill('[name=reason]', 'De zaal staat onder water.');
      await staff.click('.rt-form button[type=submit]');
      assert.match(await staff.locator('main').innerText(), /De zaal staat onder water/);
      const addresses = [...contacts.keys()].filter((address) => lettersTo(address)
        .every((letter) => !/^(U komt niet|Nie przyjd)/.test(letter.subject)));
      for (const address of addresses) {
        const letter = await until(`the cancellation for ${address}`,
          () => lettersTo(address).find((one) => cancelled[contacts.get(address)].test(one.subject)));
        assert.equal(letter.language, contacts.get(address));
      }
      for (const [language, words] of [['nl', /gaat niet door/], ['en', /will not take place/],
        ['pl', /się nie odbędzie/]]) {
        const [address] = [...contacts].find(([, theirs]) => theirs === language);
        const phone = await site.phonePage();
        await phone.goto(lettersTo(address)[0].link);
        assert.match(await heading(phone), words);
        assert.equal(await phone.locator('main form').count(), 0);
      }
    });
  });
}
