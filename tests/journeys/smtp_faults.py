#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A mail server that refuses, puts off, breaks off, stalls or has the wrong certificate: the outbox says what became
of each letter, and pages go on answering meanwhile. Then: what the pages of the post say while letters leave, and of
letters that were held.
"""
import time

import journey

PAGE_SECONDS = 1.0  # a bound on sanity, not a claim about speed

# What the peer does, the state the letter must end in, how many times the peer may have kept it, and how to go on.
CASES = [
    ("recipient put off", ["rcpt=450 4.2.0 later"], "deferred", 0),
    ("recipient refused", ["rcpt=550 5.1.1 no such user"], "failed", 0),
    ("message put off", ["dot=451 4.3.0 later"], "deferred", 0),
    ("message refused", ["dot=554 5.7.1 no"], "failed", 0),
    ("cut after keeping", ["kept=cut"], "uncertain", 1),
    ("cut before keeping", ["dot=cut"], "uncertain", 0),
    ("cut during the envelope", ["rcpt=cut"], "deferred", 0),
    ("busy at the door", ["banner=421 4.3.2 busy"], "queued", 0),
    ("slow, then well", ["dot=stall 3"], "sent", 1),
]


def settled(town, state):
    """The state a letter came to rest in: an attempt is written down."""
    rows = town.database.rows("SELECT state, attempts, lease_until FROM outbox")
    return rows and rows[0][0] not in ("leased", "data_started") and rows[0][1] > 0 and rows[0][0]


def one_letter(options, tls_refused=False):
    town = journey.Town()
    try:
        if tls_refused:
            town.peer("--tls", "starttls", "--certificate-names", "elsewhere.example")
            town.settings["SMTP_URL"] = town.settings["SMTP_URL"].replace("=off", "=required")
        else:
            town.peer(*[word for fault in options for word in ("--fault", fault)])
        service = town.serve()
        staff = town.browser().sign_in()
        meeting = town.plan_meeting(staff)
        town.pick_many(meeting, 1)
        town.send(staff, meeting)
        slowest = 0.0

        def look():
            nonlocal slowest
            begin = time.monotonic()
            staff.page(f"/bijeenkomsten/{meeting}/stand")
            slowest = max(slowest, time.monotonic() - begin)
            return settled(town, None)
        state = journey.wait_for(look, 40, "an outcome", 0.1)
        town.stop(service)
        return state, len(town.envelopes()), slowest
    finally:
        town.close()


def refresh_of(browser, path):
    """The Refresh header of a page."""
    with browser.opener.open(browser.base + path, timeout=60) as answer:
        return answer.headers.get("Refresh")


def progress_asks_for_itself_while_letters_leave():
    town = journey.Town()
    try:
        town.peer("--fault", "dot=stall 3")
        service = town.serve()
        staff = town.browser().sign_in()
        meeting = town.plan_meeting(staff)
        town.pick_many(meeting, 1)
        progress = f"/bijeenkomsten/{meeting}/stand"
        location = staff.submit(f"/bijeenkomsten/{meeting}/versturen", {})
        journey.check(location == progress, f"sending led to {location}")
        journey.check(refresh_of(staff, progress), "no new look while the letter leaves")
        journey.check(not refresh_of(staff, f"{progress}?ververs=nee"), "a new look against the reader's wish")
        journey.wait_for(lambda: town.letters() == {"sent": 1}, 30, "the letter")
        journey.check(not refresh_of(staff, progress), "a new look at what is done")
        page = staff.page("/post/1")
        journey.check("De mailserver nam de brief aan." in page and "accepted" not in page, "the outcome in words")
        town.stop(service)
    finally:
        town.close()


def held_letters_leave_after_a_question():
    town = journey.Town()
    try:
        service = town.serve()
        staff = town.browser().sign_in()
        meeting = town.plan_meeting(staff)
        town.pick_many(meeting, 2)
        town.send(staff, meeting)
        journey.check(staff.page(f"/bijeenkomsten/{meeting}").count("wacht op verzending") == 2, "they wait")
        journey.check("/post/vastgehouden" not in staff.page("/post"), "a button without a relay")
        town.stop(service)
        town.peer()
        service = town.serve()
        staff = town.browser().sign_in()
        journey.check("Verstuur 2 wachtende brieven" in staff.page("/post"), "no button")
        journey.check(town.letters() == {"held": 2}, "asking sends nothing")
        staff.submit("/post/vastgehouden", {})
        journey.wait_for(lambda: town.letters() == {"sent": 2}, 30, "the letters that were held")
        journey.check("wacht op verzending" not in staff.page(f"/bijeenkomsten/{meeting}"), "they no longer wait")
        town.stop(service)
    finally:
        town.close()


def go():
    progress_asks_for_itself_while_letters_leave()
    held_letters_leave_after_a_question()
    broken = []
    for name, faults, wanted, kept_wanted in CASES + [("certificate of another", None, "queued", 0)]:
        state, kept, slowest = one_letter(faults or [], tls_refused=faults is None)
        print(f"{name:26} {state:10} kept {kept}, slowest page {slowest:.2f} s", flush=True)
        if (state, kept) != (wanted, kept_wanted):
            broken.append(f"{name}: {state} and kept {kept} times, not {wanted} and {kept_wanted}")
        if slowest >= PAGE_SECONDS:
            broken.append(f"{name}: a page took {slowest:.2f} s")
    journey.check(not broken, "; ".join(broken))


if __name__ == "__main__":
    journey.run("smtp_faults", go)
