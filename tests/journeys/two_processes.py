#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Two `serve` processes on one MariaDB, with reminders for many invitations due at the same moment: each goes out once.

two_processes.py [--invitations 500]
"""
import argparse
import collections
import time

import journey

# Fourteen working days before the last day for answers, 3 September 2024.
REMINDER_DAY = "2024-08-14"


def remind(town, count):
    town.peer()
    first = town.serve()
    meeting = town.plan_meeting(town.browser().sign_in())
    second = town.serve(journey.free_port())
    town.pick_many(meeting, count, "invited")
    town.cli("demo", "--now", REMINDER_DAY)
    journey.wait_for(lambda: town.letters().get("sent", 0) == count, 60, f"{count} reminders", 0.2)
    # Another two rounds of both clockworks may write nothing more.
    journey.wait_for(rounds_passed(2.5), 10, "two more rounds", 0.1)
    town.stop(first)
    town.stop(second)


def rounds_passed(seconds):
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def judge(town, count):
    kinds = dict(town.database.rows("SELECT kind, COUNT(*) FROM outbox GROUP BY kind"))
    addresses = collections.Counter(envelope["recipients"][0] for envelope in town.envelopes())
    attempts = town.database.rows("SELECT COUNT(*) FROM outbox_attempts")[0][0]
    print(f"letters {kinds}, attempts {attempts}, arrived {sum(addresses.values())} at {len(addresses)} addresses")
    journey.check(kinds == {"reminder": count}, "each invitation one reminder")
    journey.check(len(addresses) == count and max(addresses.values()) == 1, "each address one letter")
    journey.check(attempts == count, "each letter one attempt")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--invitations", type=int, default=500)
    count = parser.parse_args().invitations

    def go():
        town = journey.Town(mariadb=True)
        try:
            remind(town, count)
            judge(town, count)
        finally:
            town.close()
    journey.run("two_processes", go)


if __name__ == "__main__":
    main()
