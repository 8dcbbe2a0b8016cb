#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 of `serve`, again and again, during a mailing: no letter is lost, none silently sent twice.

kill_test.py [--kills 100] [--letters 1000] [--mariadb] [--seed 1] [--hasty]
The peer refuses a few letters for good and a few for now, so that kills meet these states too. At the end every letter
is sent, uncertain or refused for good; what the outbox calls sent has arrived; what arrived twice has the same
Message-ID, and that happened at most once per kill. Of what is uncertain, at most one letter per connection and kill has
arrived, so that repeating all of it could not do more.
--hasty: without a pace, to a peer that answers at once, so that the start of several letters is noted in one commit; give
it letters enough (--kills 20 --letters 10000).
"""
import argparse
import collections
import random
import signal
import time

import journey

STATES = ["queued", "leased", "data_started", "sent", "uncertain", "deferred", "failed", "expired", "cancelled", "held"]
# The peer takes its time before and after it keeps a message, so that kills land between those moments too.
SLOW = ["--fault", "dot=stall 0.015", "--fault", "kept=stall 0.015"]
# By the last digit of the number in the address; the first few of them only.
REFUSING = ["--fault", "rcpt:*7@*#{few}=550 5.1.1 no such user", "--fault", "rcpt:*3@*#{few}=450 4.2.0 mailbox busy"]
MET = ["queued", "leased", "data_started", "sent", "uncertain", "deferred", "failed"]
MET_TIMES = 5
PER_SECOND = 40
LIFE_SECONDS = 0.5
CONNECTIONS = 2
STARTED_AT_ONCE = 10  # per connection, when nothing slows the mailing down


def mail_and_kill(town, options):
    chance = random.Random(options.seed)
    life, pace = LIFE_SECONDS, 10_000_000
    if not options.hasty:
        life = max(LIFE_SECONDS, options.letters / (options.kills * PER_SECOND))
        pace = max(60, int(60 * 0.8 * options.letters / (options.kills * life)))
    town.settings |= {"MAIL_LEASE_SECONDS": "2", "MAIL_PER_MINUTE": str(pace)}
    seen, kills_in_work = collections.Counter(), 0
    service = town.serve()
    for _ in range(options.kills):
        time.sleep(chance.uniform(0.02, 2 * life))
        town.stop(service, signal.SIGKILL)
        states = town.letters()
        seen.update(state for state, count in states.items() if count)
        kills_in_work += any(states.get(state) for state in ("queued", "leased", "data_started"))
        service = town.serve()
    town.stop(service)
    return seen, kills_in_work


def finish(town):
    town.settings["MAIL_PER_MINUTE"] = "1000000"
    service = town.serve()
    journey.wait_for(lambda: ended(town), 300, "the last letters", 0.5)
    town.stop(service)


def ended(town):
    # Who was told "later" is tried again after five minutes; nobody waits for that here.
    town.database.run(["UPDATE outbox SET next_attempt_at = 0 WHERE state = 'deferred'"])
    return set(town.letters()) <= {"sent", "uncertain", "failed", "expired", "cancelled"}


def judge(town, options, seen, kills_in_work):
    states = town.letters()
    arrived = collections.Counter(str(town.message(envelope)["Message-ID"]).strip("<> \t") for envelope in
                                  town.envelopes())
    addresses = collections.Counter(envelope["recipients"][0] for envelope in town.envelopes())
    letters = town.database.rows("SELECT message_id, state FROM outbox")
    sent = {identity.strip("<>") for identity, state in letters if state == "sent"}
    known = {identity.strip("<>") for identity, _ in letters}
    missing = len(sent - set(arrived))
    ended = sum(states.get(state, 0) for state in ("sent", "uncertain", "failed"))
    lost = options.letters - ended + missing
    duplicates = sum(arrived.values()) - len(arrived)
    unrecorded = sum(state == "uncertain" and identity.strip("<>") in arrived for identity, state in letters)
    print(f"kills {options.kills}, of which {kills_in_work} with letters still to go")
    print("states seen at a kill: " + ", ".join(f"{state} {seen[state]}" for state in STATES if seen[state]))
    print("in the end: " + ", ".join(f"{state} {count}" for state, count in sorted(states.items())))
    print(f"arrived {sum(arrived.values())}, different {len(arrived)}, duplicates {duplicates}, lost {lost}, "
          f"uncertain though arrived {unrecorded}")
    journey.check(len(letters) == options.letters, f"{len(letters)} letters in the outbox, not {options.letters}")
    journey.check(lost == 0, f"{lost} letters lost")
    journey.check(set(arrived) <= known, "a Message-ID arrived that the outbox does not know")
    journey.check(duplicates <= options.kills, "more duplicates than kills")
    journey.check(len(addresses) == len(arrived), "somebody got a second letter under another Message-ID")
    journey.check(states.get("failed", 0) <= town.refused, "a letter failed that nobody refused")
    for state in MET:
        wanted = min(MET_TIMES, options.kills // 3)
        journey.check(seen[state] >= wanted, f"only {seen[state]} kills met a letter that was {state}, not {wanted}")
    in_the_air = CONNECTIONS * options.kills
    journey.check(unrecorded <= in_the_air, "more letters arrived unrecorded than were in the air")
    journey.check(states.get("uncertain", 0) <= in_the_air * (STARTED_AT_ONCE if options.hasty else 1),
                  "more uncertain letters than were noted as started")
    journey.check(kills_in_work >= options.kills * 0.6, "the mailing was over before most kills: slow it down")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--mariadb", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hasty", action="store_true")
    options = parser.parse_args()

    def go():
        town = journey.Town(options.mariadb)
        try:
            service = town.serve()  # without a relay: letters are held, or wait
            staff = town.browser().sign_in()
            meeting = town.plan_meeting(staff)
            town.pick_many(meeting, options.letters)
            town.stop(service)
            town.refused = options.letters // 100
            town.peer(*([] if options.hasty else SLOW), *(fault.format(few=town.refused) for fault in REFUSING))
            service = town.serve(more={"MAIL_PER_MINUTE": "1"})
            town.send(town.browser().sign_in(), meeting)
            town.stop(service)
            finish_counts = mail_and_kill(town, options)
            finish(town)
            judge(town, options, *finish_counts)
        finally:
            town.close()
    journey.run("kill_test on " + ("MariaDB" if options.mariadb else "SQLite"), go)


if __name__ == "__main__":
    main()
