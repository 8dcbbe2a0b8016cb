// SPDX-License-Identifier: EUPL-1.2
// The rival in mailing: nodemailer's pool, composing text, html and a calendar file anew for each letter. Arguments: port,
// letters, connections, and the file of a real letter to take text, html and calendar from. Prints letters per second.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodemailer from "nodemailer";

const [port, letters, connections] = process.argv.slice(2, 5).map(Number);
const model = JSON.parse(readFileSync(process.argv[5], "utf8"));
const pool = nodemailer.createTransport({
    pool: true, host: "127.0.0.1", port, ignoreTLS: true, maxConnections: connections, maxMessages: Infinity,
});

function calendar(number) {
    const file = new ICAL.Component(["vcalendar", [], []]);
    file.updatePropertyWithValue("version", "2.0");
    file.updatePropertyWithValue("prodid", "-//rondetafel//bench//NL");
    file.updatePropertyWithValue("method", "PUBLISH");
    const event = new ICAL.Component("vevent");
    event.updatePropertyWithValue("uid", `${number}@velen.example`);
    event.updatePropertyWithValue("summary", "Eerste rondetafel met uitzendbureaus");
    event.updatePropertyWithValue("location", "Raadhuis");
    event.updatePropertyWithValue("dtstamp", ICAL.Time.fromString("2024-06-03T08:00:00Z"));
    event.updatePropertyWithValue("dtstart", ICAL.Time.fromString("2024-09-10T12:00:00Z"));
    event.updatePropertyWithValue("dtend", ICAL.Time.fromString("2024-09-10T14:00:00Z"));
    file.addSubcomponent(event);
    return file.toString();
}

function letter(number) {
    const name = `Gast Nummer${number}`;
    return {
        from: "rondetafel@velen.example", to: { name, address: `genodigde${number}@velen.example` },
        subject: model.subject, text: `${name},\n${model.text}`, html: model.html.replace("<body", `<body title="${name}"`),
        icalEvent: { method: "PUBLISH", filename: "afspraak.ics", content: calendar(number) },
    };
}

await pool.sendMail(letter(0)); // connected and warm
const begin = process.hrtime.bigint();
await Promise.all(Array.from({ length: letters }, (_, number) => pool.sendMail(letter(number))));
console.log(letters / (Number(process.hrtime.bigint() - begin) / 1e9));
pool.close();
