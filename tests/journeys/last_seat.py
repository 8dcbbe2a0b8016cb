#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Many guests say "I come" at the same moment, by the links in their letters, and one seat is left: one gets it, the others
wait. On MariaDB the answers come in at two `serve` processes.

last_seat.py [--mariadb] [--guests 40]
"""
import argparse
import collections
import re
import threading

import journey


def invite(town, guests):
    """The paths behind the links in the letters."""
    town.peer()
    town.serve()
    staff = town.browser().sign_in()
    meeting = town.plan_meeting(staff, capacity="1")
    town.pick_many(meeting, guests)
    town.send(staff, meeting)
    journey.wait_for(lambda: town.letters().get("sent", 0) == guests, 60, f"{guests} invitations", 0.2)
    return meeting, [town.link_in(town.message(envelope)) for envelope in town.envelopes()]


def answer_at_once(bases, paths):
    """What each guest was told: 303 and where to, or what went wrong."""
    start = threading.Barrier(len(paths))
    told = [None] * len(paths)

    def answer(number, path):
        guest = journey.Browser(bases[number % len(bases)])
        token = re.search(r'name="form_token" value="([^"]*)"', guest.page(path))[1]
        start.wait(30)
        status, location, _ = guest.ask(path, {"form_token": token, "answer": "yes"})
        told[number] = (status, location and location.endswith("/ontvangen"))
    threads = [threading.Thread(target=answer, args=(number, path)) for number, path in enumerate(paths)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def judge(town, meeting, guests, told):
    answers = dict(town.database.rows(f"SELECT answer, COUNT(*) FROM invitations WHERE meeting_id = {meeting} GROUP BY answer"))
    print(f"answers {answers}, told {collections.Counter(told)}")
    journey.check(told == [(303, True)] * guests, "each guest is led to a receipt")
    journey.check(answers == {"yes": 1, "waiting": guests - 1}, "one gets the seat, the others wait")
    receipts = town.database.rows("SELECT COUNT(*) FROM outbox WHERE kind = 'receipt'")[0][0]
    journey.check(receipts == guests, f"each guest one receipt, not {receipts} in all")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mariadb", action="store_true")
    parser.add_argument("--guests", type=int, default=40)
    wish = parser.parse_args()

    def go():
        town = journey.Town(mariadb=wish.mariadb)
        try:
            meeting, paths = invite(town, wish.guests)
            bases = [f"http://127.0.0.1:{town.port}"]
            if wish.mariadb:
                port = journey.free_port()
                town.serve(port)
                bases.append(f"http://127.0.0.1:{port}")
            judge(town, meeting, wish.guests, answer_at_once(bases, paths))
        finally:
            town.close()
    journey.run("last_seat", go)


if __name__ == "__main__":
    main()
