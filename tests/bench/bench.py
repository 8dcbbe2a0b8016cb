#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures a release build against its neighbours on this machine, in one run. What counts are the ratios.

bench.py [pages] [letters] [scale] [--mariadb]   all three subjects when none is named
Each subject is measured in alternating rounds and the best of each is taken, so that what else the machine does in one
round weighs on nobody.
"""
import os
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journeys"))
import journey  # noqa: E402
import rivals  # noqa: E402
import scale  # noqa: E402

ROUNDS = int(os.environ.get("RONDETAFEL_BENCH_ROUNDS", "3"))
PARTNERS = 200
LETTERS = 3000
RAISED = {"REQUESTS_PER_CONNECTION": "100000000"}
RAISED_FOR_LETTERS = {"MAIL_PER_MINUTE": "10000000"}
DEFAULT_PACE = {"MAIL_PER_MINUTE": "120"}


def verdict(name, value, wanted, least=True):
    held = value >= wanted if least else value <= wanted
    print(f"  {name:52} {value:8.3f}   target {'>=' if least else '<='} {wanted:g}: {'held' if held else 'MISSED'}")


def best(rounds):
    """The highest of each figure."""
    return {name: max(figures[name] for figures in rounds) for name in rounds[0]}


def invite(town, count):
    """A meeting with so many invited, their letters received."""
    mail = town.peer()
    service = town.serve(more=RAISED | RAISED_FOR_LETTERS)
    staff = town.browser().sign_in()
    meeting = town.plan_meeting(staff)
    town.pick_many(meeting, count)
    town.send(staff, meeting)
    journey.wait_for(lambda: len(town.envelopes()) >= count, 60, "the invitations")
    town.stop(service)
    town.stop(mail)
    return [town.message(envelope) for envelope in town.envelopes()]


def with_static_page(town, content):
    """The service's own files, and this page among them as a file."""
    share = town.folder / "share"
    for source in journey.ROOT.glob("service/web/*"):
        if source.name in ("templates", "texts"):
            (share / "service/web").mkdir(parents=True, exist_ok=True)
            (share / "service/web" / source.name).symlink_to(source)
    for name in ("db", "email-templates"):
        (share / name).symlink_to(journey.ROOT / name)
    static = share / "service/web/static"
    static.mkdir()
    (static / "page.html").write_bytes(content)
    town.settings["SHARE"] = str(share)
    return "/static/page.html"


def forms_of(town, browser, links):
    """A file with the address and the form token of each partner's answer."""
    lines = []
    for link in links:
        page = browser.page(link)
        action = re.search(r'<form class="rt-answer__form" method="post" action="([^"]*)"', page)[1]
        lines.append(f"{action} " + re.search(r'rt-answer__form.*?name="form_token" value="([^"]*)"', page, re.S)[1])
    file = town.folder / "forms.txt"
    file.write_text("\n".join(lines) + "\n")
    return str(file)


def measure_pages(town):
    links = [town.link_in(message) for message in invite(town, PARTNERS)]
    town.settings["SMTP_URL"] = f"smtp://127.0.0.1:{rivals.sink(town)}?starttls=off"
    service = town.serve(more=RAISED | DEFAULT_PACE)
    content = town.browser().page(links[0]).encode()
    town.stop(service)
    static = with_static_page(town, content)
    service = town.serve(more=RAISED | DEFAULT_PACE)
    browser = town.browser()
    at_rest = journey.resident_megabytes(service)
    forms = forms_of(town, browser, links)
    other = rivals.nginx(town, content)
    script = str(pathlib.Path(__file__).with_name("answer.lua"))
    count = lambda: town.database.rows("SELECT COUNT(*) FROM answers")[0][0]
    before, rounds = count(), []
    for _ in range(ROUNDS):
        rounds.append({"nginx": rivals.wrk(other), "static": rivals.wrk(browser.base + static),
                       "page": rivals.wrk(browser.base + links[0]), "answer": rivals.wrk(browser.base + "/", script, forms)})
    kept = count() - before
    answered = sum(figures["answer"] for figures in rounds) * rivals.SECONDS
    journey.check(kept > 0.9 * answered, f"{kept} answers kept of {answered:.0f}")
    memory = at_rest, journey.resident_megabytes(service)
    town.stop(service)
    return best(rounds), len(content), memory


def report_pages(town):
    rates, size, memory = measure_pages(town)
    print(f"pages: 64 connections; the page of {size} bytes, and the same bytes as a static file; {PARTNERS} partners answer in "
          f"turn, each answer on disk; letters at the default pace; raised: {RAISED}")
    for name, rate in rates.items():
        print(f"  {name:10} {rate:10.0f} requests/s")
    verdict("static file, nginx with one worker = 1", rates["static"] / rates["nginx"], 0.5)
    verdict("answer page, own static file = 1", rates["page"] / rates["static"], 0.15)
    verdict("answer given (POST), own static file = 1", rates["answer"] / rates["static"], 0.05)
    verdict("memory at rest, MB", memory[0], 64, least=False)
    verdict("memory under load, MB", memory[1], 256, least=False)


def write_receipts(town, turn):
    """A receipt for everybody, by hand in the outbox: the letter with text, html and a calendar file."""
    join = lambda *parts: scale.text(town, *parts)
    town.database.run([
        "UPDATE invitations SET answer = 'yes', answered_at = invited_at WHERE state = 'invited'",
        "INSERT INTO outbox (kind, state, occasion, recipient, ordinal, meeting_id, invitation_id, language, to_name, to_address, "
        "message_id, seed, written_at, facts, next_attempt_at, expires_at, created_at) "
        f"SELECT 'receipt', 'queued', occasion, recipient, {turn}, meeting_id, invitation_id, language, to_name, to_address, "
        + join(f"'receipt.{turn}.'", "message_id") + ", seed, written_at, 'answer=yes\n', next_attempt_at, expires_at, created_at "
        "FROM outbox WHERE kind = 'invitation'",
        "INSERT INTO links (link_key, key_number, purpose, invitation_id, letter_id, lookup, created_at, expires_at) "
        "SELECT k.link_key, k.key_number, k.purpose, k.invitation_id, o.id, " + join(f"'bench.{turn}.'", "k.id")
        + ", k.created_at, k.expires_at FROM links k JOIN outbox o ON o.invitation_id = k.invitation_id "
        f"AND o.kind = 'receipt' AND o.ordinal = {turn} JOIN outbox i ON i.id = k.letter_id AND i.kind = 'invitation'"])


def mail_all(town, connections):
    """Letters per second from the first that was sent to the last, and the service's memory then."""
    sent = lambda: town.database.rows("SELECT COUNT(*) FROM outbox WHERE kind = 'receipt' AND state = 'sent'")[0][0]
    goal = sent() + LETTERS
    service = town.serve(more=RAISED_FOR_LETTERS | {"MAIL_CONNECTIONS": str(connections)})
    low, begin = journey.wait_for(lambda: sent() + LETTERS > goal, 10, "the first letter", 0.005) and sent(), time.monotonic()
    journey.wait_for(lambda: sent() >= goal, 300, "all letters", 0.02)
    rate = (goal - low) / (time.monotonic() - begin)
    memory = journey.resident_megabytes(service)
    town.stop(service)
    return rate, memory


def one_receipt(town, link):
    """A letter as a partner gets it after answering: its message and its size."""
    mail = town.peer(folder="receipt")
    service = town.serve(more=RAISED_FOR_LETTERS)
    town.browser().submit(link, {"answer": "yes"}, link + "/nl")
    envelope = journey.wait_for(lambda: town.envelopes("receipt"), 20, "the receipt")[0]
    town.stop(service)
    town.stop(mail)
    return town.message(envelope, "receipt"), (town.folder / "receipt" / envelope["file"]).stat().st_size


def report_letters(town):
    message, size = one_receipt(town, town.link_in(invite(town, LETTERS)[0]))
    port = rivals.sink(town)
    town.settings["SMTP_URL"] = f"smtp://127.0.0.1:{port}?starttls=off"
    print(f"letters: {LETTERS} receipts of {size} bytes with text, html and calendar file, from the outbox to smtp-sink; raised: "
          f"{RAISED_FOR_LETTERS}")
    memory, turn = 0, 1
    for connections in (1, 4):
        rounds = []
        for _ in range(ROUNDS):
            write_receipts(town, turn)
            turn += 1
            ours, resident = mail_all(town, connections)
            memory = max(memory, resident)
            rounds.append({"rondetafel": ours, "smtp-source": rivals.smtp_source(port, 2 * LETTERS, size, connections),
                           "nodemailer": rivals.nodemailer(town, message, port, LETTERS, connections)})
        rates = best(rounds)
        for name, rate in rates.items():
            print(f"  {name:12} {rate:8.0f} letters/s at {connections} connections")
        if connections == 1:
            verdict("letters at 1 connection, smtp-source = 1", rates["rondetafel"] / rates["smtp-source"], 0.3)
        else:
            verdict("letters at 4 connections, nodemailer's pool = 1", rates["rondetafel"] / rates["nodemailer"], 1)
    verdict("memory under load, MB", memory, 256, least=False)


def report_scale(mariadb):
    small, big = scale.measure(mariadb, RAISED | RAISED_FOR_LETTERS)
    print(f"scale: one meeting of {scale.GUESTS} guests, with {small.contacts} contacts and {10 * small.contacts} invitations around "
          f"it, and with {big.contacts} and {10 * big.contacts}; two contacts per organisation")
    for name, milliseconds in big.best.items():
        print(f"  {name:32} {small.best[name]:8.1f} ms, {milliseconds:8.1f} ms")
    for name, milliseconds in big.best.items():
        if name.startswith("search"):
            verdict(f"{name}, ms", milliseconds, 100, least=False)
        elif name.startswith(("page", "job")):
            verdict(f"{name}, small register = 1", milliseconds / small.best[name], 2, least=False)
    verdict("memory with the big register, MB", big.memory, 256, least=False)


def in_a_town(mariadb, report):
    town = journey.Town(mariadb)
    try:
        report(town)
    finally:
        town.close()


def main():
    mariadb = "--mariadb" in sys.argv
    subjects = [word for word in sys.argv[1:] if not word.startswith("--")] or ["pages", "letters", "scale"]
    total = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) // (1024 * 1024)
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores shared with the load, {total} GB, "
          f"{'MariaDB' if mariadb else 'SQLite'}, best of {ROUNDS} rounds of {rivals.SECONDS} s")
    for subject in subjects:
        if subject == "scale":
            report_scale(mariadb)
        else:
            in_a_town(mariadb, {"pages": report_pages, "letters": report_letters}[subject])


if __name__ == "__main__":
    main()
