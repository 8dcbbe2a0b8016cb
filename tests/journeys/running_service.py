#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What a running service owes to those outside it: a guesser learns nothing, figures are for this machine, the
demonstration's clock is seen at once, and SIGTERM ends it in time whatever the relay does.
"""
import argparse
import datetime
import re
import time
import urllib.error
import urllib.request

import journey

GUESSES = 12
STOP_SECONDS = 20
TOKEN = "a token of enough letters"


def guesses(town):
    """Twelve wrong passwords for an address that exists, and for one of the same length that does not."""
    known, unknown = journey.STAFF[0], "noor.vandyck@aalsmeer.example"
    answers = {known: [], unknown: []}
    for number in range(GUESSES):
        for email in (known, unknown):
            guest = town.browser()
            page = guest.page("/inloggen")
            token = re.search(r'name="form_token" value="([^"]*)"', page)[1]
            status, location, text = guest.ask("/inloggen", {
                "form_token": token, "email": email, "password": f"guess number {number}", "naar": "/"})
            answers[email].append((status, location, text.replace(email, "EMAIL")))
    journey.check(answers[known] == answers[unknown], "an address that exists is answered differently")
    journey.check(len(set(answers[known])) == 1, "the answer changes with the number of guesses")
    journey.check("EMAIL" in answers[known][0][2], "what was typed is kept")
    print(f"{2 * GUESSES} guesses, one answer")


def figures(town, port, headers):
    asked = urllib.request.Request(f"http://127.0.0.1:{port}/metrics", headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.status, error.read().decode()


def figures_are_for_this_machine(town):
    port = town.port
    status, text = figures(town, port, {})
    journey.check(status == 200 and "rondetafel_letters" in text, f"/metrics answered {status} on this machine")
    for headers in ({"X-Forwarded-For": "127.0.0.1"}, {"X-Forwarded-For": "192.0.2.1"}, {"Forwarded": "for=127.0.0.1"},
                    {"X-Real-IP": "127.0.0.1"}, {"X-Forwarded-For": "192.0.2.1", "Authorization": "Bearer no such token"}):
        status, text = figures(town, port, headers)
        journey.check(status == 404 and "rondetafel_letters" not in text, f"/metrics answered {status} to {headers}")
    status, text = figures(town, port, {"X-Forwarded-For": "192.0.2.1", "Authorization": f"Bearer {TOKEN}"})
    journey.check(status == 200 and "rondetafel_letters" in text, f"/metrics answered {status} to the token")


def clock_is_seen(town, staff, count):
    """Moved by the command, then behind everybody's back in the database alone."""
    town.cli("demo", "--now", "2024-08-12")
    journey.check("12-08-2024" in staff.page("/demo/klok"), "the next request does not know the new day")
    moment = int(datetime.datetime(2024, 8, 14, 9, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=2))).timestamp())
    town.database.run([f"UPDATE settings SET value = '{moment}' WHERE name = 'demo.clock'"])
    moved = time.monotonic()
    reminders = "SELECT COUNT(*) FROM outbox WHERE kind = 'reminder'"
    journey.wait_for(lambda: town.database.rows(reminders)[0][0] == count, 10, f"{count} reminders", 0.02)
    print(f"the clockwork came round {time.monotonic() - moved:.2f} s after the clock was moved")


def ends_in_time(town, service):
    began = time.monotonic()
    town.stop(service)
    took = time.monotonic() - began
    print(f"with letters at a relay that hangs it ended {took:.1f} s after SIGTERM")
    journey.check(took < STOP_SECONDS, f"SIGTERM took {took:.1f} s")
    states = set(town.letters())
    journey.check(states <= {"queued", "deferred"}, f"letters that may not wait: {states}")


def live(mariadb):
    town = journey.Town(mariadb)
    try:
        town.settings |= {"METRICS_TOKEN": TOKEN, "TRUSTED_PROXY": "127.0.0.1"}
        stalling = town.peer("--fault", "rcpt=stall 600", folder="hangs")
        service = town.serve()
        guesses(town)
        # The address that exists is passed over for a while now, also with the right password.
        staff = journey.wait_for(lambda: signed_in(town), 60, "a sign-in after the wait", 1)
        meeting = town.plan_meeting(staff)
        town.pick_many(meeting, 3, state="invited")
        clock_is_seen(town, staff, 3)
        figures_are_for_this_machine(town)
        dialogue = town.folder / "hangs" / "dialogue.log"
        journey.wait_for(lambda: dialogue.exists() and "RCPT" in dialogue.read_text(), 20, "a letter under way")
        ends_in_time(town, service)
        town.stop(stalling)
        town.peer(folder="well")
        town.settings["CLOCKWORK_SECONDS"] = "1"
        town.database.run(["UPDATE outbox SET next_attempt_at = 0 WHERE state = 'deferred'"])
        town.serve()
        journey.wait_for(lambda: town.letters() == {"sent": 3}, 30, "the letters after a new start")
        journey.check(len(town.envelopes("well")) == 3, "each letter once")
    finally:
        town.close()


def signed_in(town):
    browser = town.browser()
    page = browser.page("/inloggen")
    token = re.search(r'name="form_token" value="([^"]*)"', page)[1]
    status, _, _ = browser.ask("/inloggen", {"form_token": token, "email": journey.STAFF[0],
                                             "password": journey.STAFF[1], "naar": "/"})
    return browser if status == 303 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mariadb", action="store_true")
    mariadb = parser.parse_args().mariadb
    journey.run("running_service", lambda: live(mariadb))


if __name__ == "__main__":
    main()
