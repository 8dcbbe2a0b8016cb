# SPDX-License-Identifier: EUPL-1.2
"""Pages and jobs of one meeting in a small and in a big register: 1,000 contacts with 10,000 invitations, and a hundred times
as many. The rows lie in meetings of an earlier programme; each invitation has its letter and its link."""
import time

import journey

GUESTS = 100
DIGITS = "(" + " UNION ALL ".join(f"SELECT {digit} AS d" for digit in range(10)) + ")"
SEARCHES = ("velen 777", "zuid", "niet te vinden")


def text(town, *parts):
    """A concatenation, as this database writes it."""
    return " || ".join(parts) if isinstance(town.database, journey.Sqlite) else f"CONCAT({', '.join(parts)})"


def numbers(count):
    """A table of the numbers 1 to `count`, a power of ten."""
    places = len(str(count)) - 1
    joined = " CROSS JOIN ".join(f"{DIGITS} t{place}" for place in range(places))
    total = " + ".join(f"t{place}.d * {10 ** place}" for place in range(places))
    return f"(SELECT 1 + {total} AS n FROM {joined}) numbers"


def fill(town, contacts, invitations):
    """Rows by the thousand, straight into the tables; two contacts per organisation, a hundred invitations per meeting."""
    database, base = town.database, 1_000_000
    organisations, meetings = contacts // 2, invitations // GUESTS
    past = journey.SECONDS_1_JUNE_2024 - 400 * 86400
    join = lambda *parts: text(town, *parts)
    database.run(["INSERT INTO programmes (slug, title, municipality, period_from, period_to, note) "
                  "VALUES ('eerder', 'Eerder', 'Elders', '2020-01-01', '2023-12-31', '')"])
    programme = database.rows("SELECT id FROM programmes WHERE slug = 'eerder'")[0][0]
    place = "CASE n % 4 WHEN 0 THEN 'Zuid' WHEN 1 THEN 'Noord' WHEN 2 THEN 'Oost' ELSE 'Aalsmeer' END"
    database.run([
        "INSERT INTO organisations (id, name, search_name, place, note) SELECT n + " + str(base) + ", "
        + join("'Velen '", "n") + ", LOWER(" + join("'velen '", "n", "' '", place) + f"), {place}, '' FROM {numbers(contacts)} "
        f"WHERE n <= {organisations}",
        f"INSERT INTO organisation_kinds (organisation_id, kind) SELECT id, CASE id % 3 WHEN 0 THEN 'agency' WHEN 1 THEN "
        f"'employer' ELSE 'housing_provider' END FROM organisations WHERE id > {base}",
        "INSERT INTO contacts (id, organisation_id, given_name, family_name, address_form, language, email, email_key, "
        f"address_state, revision) SELECT n + {base}, {base} + 1 + n % {organisations}, 'Gast', " + join("'Nummer'", "n")
        + ", 'heer', 'nl', " + join("'g'", "n", "'@velen.example'") + ", " + join("'g'", "n", "'@velen.example'")
        + f", 'good', 1 FROM {numbers(contacts)}",
        "INSERT INTO meetings (id, programme_id, kind, title, goal, agenda, starts_local, ends_local, zone, starts_at, ends_at, "
        "answer_by_local, answer_by_at, state, cancel_reason, uid, invited_at, revision) "
        f"SELECT n + {base}, {programme}, 'round_table', " + join("'Eerder '", "n") + ", '', '', '2023-05-01T10:00', "
        f"'2023-05-01T12:00', 'Europe/Amsterdam', {past}, {past} + 7200, '2023-04-20T17:00', {past} - 900000, 'closed', '', "
        + join("'m'", "n", "'@velen.example'") + f", {past} - 2000000, 1 FROM {numbers(invitations)} WHERE n <= {meetings}",
        "INSERT INTO invitations (id, meeting_id, contact_id, given_name, family_name, address_form, organisation, "
        "organisation_id, email, language, state, answer, source, remark, invited_at, answered_at, address_state, uid, revision) "
        f"SELECT n + {base}, {base} + 1 + (n - 1 - (n - 1) % {GUESTS}) / {GUESTS}, {base} + 1 + (n * 7919) % {contacts}, 'Gast', 'Nummer', 'heer', "
        f"'Velen', {base} + 1, " + join("'g'", f"(1 + (n * 7919) % {contacts})", "'@velen.example'")
        + f", 'nl', 'invited', CASE n % 2 WHEN 0 THEN 'yes' ELSE 'no' END, 'self', '', {past}, {past}, 'good', "
        + join("'i'", "n", "'@velen.example'") + f", 1 FROM {numbers(invitations)}",
        "INSERT INTO outbox (id, kind, state, occasion, recipient, meeting_id, invitation_id, language, to_name, to_address, "
        "message_id, seed, written_at, facts, next_attempt_at, expires_at, created_at, sent_at) "
        "SELECT id, 'invitation', 'sent', " + join("'meeting:'", "meeting_id") + ", " + join("'invitation:'", "id")
        + ", meeting_id, id, 'nl', 'Gast', email, " + join("'l'", "id", "'@velen.example'")
        + f", 'seed', {past}, '', {past}, {past}, {past}, {past} FROM invitations WHERE id > {base}",
        "INSERT INTO links (link_key, key_number, purpose, invitation_id, letter_id, lookup, created_at, expires_at) "
        "SELECT 'key', 1, 'answer', id, id, " + join("'lookup'", "id") + f", {past}, {past} FROM invitations WHERE id > {base}",
    ])


PAGES = {"meeting": "/bijeenkomsten/{}", "messages": "/bijeenkomsten/{}/berichten", "progress": "/bijeenkomsten/{}/stand",
         "pick invitees": "/bijeenkomsten/{}/genodigden"}
# Reminders leave 14, 7 and 2 working days before the answers are due on 3 September 2024.
MORNINGS = ("2024-08-15", "2024-08-26", "2024-09-02")


class Installation:
    """A town with a register of this size, and the least time that each page and job took so far."""

    def __init__(self, mariadb, contacts, raised):
        self.contacts, self.raised, self.best, self.memory = contacts, raised, {}, 0
        self.town = journey.Town(mariadb)
        fill(self.town, contacts, 10 * contacts)
        self.town.peer()

    def note(self, name, begin):
        milliseconds = 1000 * (time.monotonic() - begin)
        self.best[name] = min(milliseconds, self.best.get(name, milliseconds))

    def page(self, name, browser, path, times=8):
        for _ in range(times):
            begin = time.monotonic()
            browser.page(path)
            self.note(name, begin)

    def round(self, morning):
        town, before = self.town, len(self.town.envelopes())
        service = town.serve(more=self.raised)
        staff = town.browser().sign_in()
        meeting = town.plan_meeting(staff)
        town.pick_many(meeting, GUESTS)
        begin = time.monotonic()
        town.send(staff, meeting)
        self.note("job: write 100 invitations", begin)
        begin = time.monotonic()
        journey.wait_for(lambda: len(town.envelopes()) >= before + GUESTS, 60, "the letters", 0.005)
        self.note("job: 100 letters leave", begin)
        self.page("page: answer page", staff, town.link_in(town.message(town.envelopes()[-1])))
        for name, path in PAGES.items():
            self.page("page: " + name, staff, path.format(meeting))
        for words in SEARCHES:
            self.page("search: " + words, staff, "/partners?zoek=" + words.replace(" ", "+"))
        self.page("register, first page", staff, "/partners")
        self.memory = max(self.memory, journey.resident_megabytes(service))
        town.stop(service)
        written = lambda: town.database.rows("SELECT COUNT(*) FROM reminders")[0][0]
        reminded, begin = written(), time.monotonic()
        town.cli("demo", "--now", morning)
        self.note("job: reminders fall due", begin)
        journey.check(written() >= reminded + GUESTS, "no reminders were written")
        town.database.run([f"UPDATE meetings SET state = 'cancelled' WHERE id = {meeting}",
                           "UPDATE outbox SET state = 'cancelled' WHERE state = 'queued'"])
        town.cli("demo", "--now", "2024-06-03")


def measure(mariadb, raised):
    """The small and the big installation, measured in turn."""
    installations = []
    try:
        for contacts in (1_000, 100_000):
            installations.append(Installation(mariadb, contacts, raised))
        for morning in MORNINGS:
            for installation in installations:
                installation.round(morning)
    finally:
        for installation in installations:
            installation.town.close()
    return installations
