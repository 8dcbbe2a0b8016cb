#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration lived from 3 June to 31 December 2024: every letter it writes, against tests/golden/demo_2024.txt.

RONDETAFEL_REWRITE_GOLDEN=1 writes the list anew; read the difference before committing it.
"""
import datetime
import difflib
import os
import re
import zoneinfo

import journey

GOLDEN = journey.ROOT / "tests" / "golden" / "demo_2024.txt"
HOME = zoneinfo.ZoneInfo("Europe/Amsterdam")
INVITED = 30
# On which day which guests (numbered by address) say what.
ANSWERS = {"2024-07-02": [(0, "yes"), (1, "no")], "2024-08-15": [(2, "yes"), (3, "yes"), (4, "no")],
           "2024-08-24": [(5, "yes")], "2024-08-26": [(6, "substitute"), (0, "no")], "2024-09-02": [(7, "yes")]}
STEPS = ["2024-06-10", "2024-07-02", "2024-08-13", "2024-08-14", "2024-08-15", "2024-08-17", "2024-08-24", "2024-08-26",
         "2024-08-31", "2024-09-02", "2024-09-04", "2024-09-08", "2024-09-09", "2024-09-11", "2024-10-12", "2024-12-31"]


def contacts_to_invite(town):
    """The first person of each organisation."""
    rows = town.database.rows("SELECT MIN(id) FROM contacts WHERE archived = 0 GROUP BY organisation_id ORDER BY 1")
    return [row[0] for row in rows][:INVITED]


def settle(town):
    journey.wait_for(lambda: not set(town.letters()) & {"queued", "leased", "data_started"}, 60, "the post")


def move_to(town, staff, day):
    """Moves the clock from another process; the running service knows it at the next request."""
    town.cli("demo", "--now", day)
    shown = datetime.date.fromisoformat(day)
    wanted = re.compile(rf'name="day" value="0?{shown.day}-0?{shown.month}-{shown.year}"')
    journey.check(wanted.search(staff.page("/demo/klok")), f"the clock does not stand at {day}")
    settle(town)


def links(town):
    """The personal link of each guest, by address."""
    found = {}
    for envelope in town.envelopes():
        message = town.message(envelope)
        found.setdefault(envelope["recipients"][0], town.link_in(message))
    return found


def answer(town, link, word):
    path = re.sub(r"#.*", "", link)
    guest = town.browser()
    page = guest.page(path)
    action = re.search(r'<form class="rt-answer__form" method="post" action="([^"]*)"', page)
    journey.check(action, f"no form to answer on {path}")
    fields = {"answer": word}
    if word == "substitute":
        fields |= {"substitute_name": "Vera Vervanger", "substitute_email": "v.vervanger@invaller.example"}
    status, location, _ = guest.ask(action[1], {
        "form_token": re.search(r'rt-answer__form.*?name="form_token" value="([^"]*)"', page, re.S)[1], **fields})
    journey.check(status == 303 and location.endswith("/ontvangen"), f"the answer {word} was met with {status}")


def live(town):
    town.peer()
    service = town.serve()
    staff = town.browser().sign_in()
    meeting = town.plan_meeting(staff)
    staff.submit(f"/bijeenkomsten/{meeting}/genodigden", {"kies": contacts_to_invite(town)})
    move_to(town, staff, STEPS[0])
    town.send(staff, meeting)
    settle(town)
    by_address = links(town)
    guests = sorted(by_address)
    journey.check(len(guests) == INVITED, f"{len(guests)} guests got a letter, not {INVITED}")
    for day in STEPS[1:]:
        move_to(town, staff, day)
        for number, word in ANSWERS.get(day, []):
            answer(town, by_address[guests[number]], word)
        settle(town)
    town.stop(service)


def local(seconds):
    return datetime.datetime.fromtimestamp(seconds, HOME)


def judge_reminders(town):
    rows = town.database.rows("SELECT written_at, invitation_id FROM outbox WHERE kind IN ('reminder', 'tomorrow')")
    journey.check(rows, "no reminder at all")
    for written, _ in rows:
        journey.check(local(written).weekday() < 5, f"a reminder in the weekend: {local(written)}")
        journey.check(8 <= local(written).hour < 18, f"a reminder outside office hours: {local(written)}")
    late = town.database.rows(
        "SELECT o.to_address FROM outbox o JOIN answers a ON a.invitation_id = o.invitation_id "
        "WHERE o.kind = 'reminder' AND a.given_at <= o.written_at")
    journey.check(not late, f"reminded after an answer: {late}")


def listing(town):
    rows = town.database.rows("SELECT written_at, kind, to_address, state FROM outbox "
                              "ORDER BY written_at, kind, to_address, ordinal, state")
    lines = [f"{local(written):%Y-%m-%d %H:%M}  {kind:22} {address:45} {state}" for written, kind, address, state in rows]
    return "\n".join(lines) + "\n"


def compare(found):
    if os.environ.get("RONDETAFEL_REWRITE_GOLDEN") == "1":
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8")
        print(f"wrote {GOLDEN.relative_to(journey.ROOT)}")
        return
    wanted = GOLDEN.read_text(encoding="utf-8") if GOLDEN.exists() else ""
    difference = "\n".join(difflib.unified_diff(wanted.splitlines(), found.splitlines(), "golden", "lived", lineterm=""))
    journey.check(found == wanted, f"the letters differ:\n{difference}")


def go():
    town = journey.Town()
    try:
        live(town)
        judge_reminders(town)
        found = listing(town)
        print(f"{len(found.splitlines())} letters")
        compare(found)
    finally:
        town.close()


if __name__ == "__main__":
    journey.run("demo_year", go)
