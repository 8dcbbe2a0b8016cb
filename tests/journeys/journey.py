# SPDX-License-Identifier: EUPL-1.2
"""What the journeys share: a database of their own, `serve` processes, a mail peer, a browser without pictures.

Everything lives in one folder and on free loopback ports; Town.close() ends each process by its own number.
"""
import email
import email.policy
import html
import http.cookiejar
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("RONDETAFEL_BINARY", str(ROOT / "build" / "dev" / "rondetafel"))
STAFF = ("noor.vandijk@aalsmeer.example", "rondetafel in aalsmeer")
SECONDS_1_JUNE_2024 = 1717200000


def resident_megabytes(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s*(\d+)", status)[1]) / 1024


class Violation(Exception):
    """What the product promised did not hold."""


def check(holds, words):
    if not holds:
        raise Violation(words)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(what, seconds, words, step=0.05):
    end = time.monotonic() + seconds
    while True:
        value = what()
        if value:
            return value
        check(time.monotonic() < end, f"waited {seconds} s in vain for {words}")
        time.sleep(step)


class Sqlite:
    def __init__(self, folder):
        self.path = folder / "rondetafel.sqlite"
        self.url = f"sqlite://{self.path}"

    def rows(self, sql):
        connection = sqlite3.connect(self.path, timeout=30)
        try:
            return [tuple(row) for row in connection.execute(sql)]
        finally:
            connection.close()

    def run(self, statements):
        connection = sqlite3.connect(self.path, timeout=30)
        try:
            with connection:
                for statement in statements:
                    connection.execute(statement)
        finally:
            connection.close()

    def drop(self):
        pass


class MariaDb:
    """A database of its own on the server that RONDETAFEL_TEST_MYSQL names (script/mariadb start FOLDER)."""

    def __init__(self):
        prefix = os.environ.get("RONDETAFEL_TEST_MYSQL")
        if not prefix:
            raise SystemExit("set RONDETAFEL_TEST_MYSQL to mysql://user:password@127.0.0.1:port (script/mariadb start)")
        address = urllib.parse.urlsplit(prefix)
        self.name = f"journey_{os.getpid()}_{random.randrange(10 ** 6)}"
        self.url = f"{prefix.rstrip('/')}/{self.name}"
        self.client = ["mariadb", "--no-defaults", "-h", address.hostname, "-P", str(address.port), "-u",
                       address.username, f"-p{address.password}", "--default-character-set=utf8mb4"]
        self._ask(f"CREATE DATABASE {self.name} CHARACTER SET utf8mb4", None)

    def _ask(self, sql, name):
        done = subprocess.run(self.client + ["--batch", "--skip-column-names"] + ([name] if name else []), input=sql,
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            raise SystemExit(f"mariadb: {done.stderr.strip()}")
        return done.stdout

    def rows(self, sql):
        typed = lambda cell: None if cell == "NULL" else int(cell) if re.fullmatch(r"-?\d+", cell) else cell
        return [tuple(typed(cell) for cell in line.split("\t")) for line in self._ask(sql, self.name).splitlines()]

    def run(self, statements):
        self._ask("START TRANSACTION;\n" + ";\n".join(statements) + ";\nCOMMIT;\n", self.name)

    def drop(self):
        self._ask(f"DROP DATABASE {self.name}", None)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    def __init__(self, base):
        self.base = base
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar, NoRedirect)

    def ask(self, path, fields=None):
        """Status, Location and text of one exchange."""
        data = urllib.parse.urlencode(fields, doseq=True).encode() if fields is not None else None
        try:
            answer = self.opener.open(self.base + path, data, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.headers.get("Location"), answer.read().decode()

    def page(self, path):
        status, _, text = self.ask(path)
        check(status == 200, f"{path} answered {status}")
        return text

    def submit(self, page, fields, action=None):
        """Fills in the form on `page` that posts to `action` (the page itself when nothing is said)."""
        action = action or page
        form = re.search(rf'<form[^>]*method="post" action="{re.escape(action)}".*?</form>', self.page(page), re.S)
        check(form, f"no form for {action} on {page}")
        hidden = dict((name, html.unescape(value)) for name, value in
                      re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form[0]))
        status, location, text = self.ask(action, {**hidden, **fields})
        errors = re.findall(r'error-message"[^>]*>([^<]*)', text)
        check(status == 303, f"{action} answered {status} {errors}")
        return location

    def sign_in(self):
        self.submit("/inloggen", {"email": STAFF[0], "password": STAFF[1]})
        return self


class Town:
    """One installation in demonstration mode: its database, its settings, its processes."""

    def __init__(self, mariadb=False):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rondetafel-journey."))
        self.processes = []
        self.database = MariaDb() if mariadb else Sqlite(self.folder)
        self.settings = {"DEMO": "yes", "SHARE": str(ROOT), "SECRETS": str(self.folder / "secrets"),
                         "DATABASE": self.database.url, "CLOCKWORK_SECONDS": "1", "MAIL_PER_MINUTE": "1000000"}
        self.settle_on(free_port())
        self.cli("migrate")
        self.cli("demo")

    def settle_on(self, port):
        self.port = port
        self.settings |= {"LISTEN": f"127.0.0.1:{port}", "BASE_URL": f"http://127.0.0.1:{port}"}

    def environment(self, more=None):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("RONDETAFEL_")}
        return kept | {f"RONDETAFEL_{name}": value for name, value in (self.settings | (more or {})).items()}

    def cli(self, *words):
        done = subprocess.run([BINARY, *words], env=self.environment(), stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        check(done.returncode == 0, f"rondetafel {' '.join(words)}: {done.stderr}")
        return done.stdout

    def _start(self, command, log, **more):
        with open(self.folder / log, "ab") as file:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, **more)
        self.processes.append(process)
        return process

    def serve(self, port=None, more=None):
        """A running `serve`; returns once /healthz answers."""
        port = port or self.port
        address = {"LISTEN": f"127.0.0.1:{port}", "BASE_URL": f"http://127.0.0.1:{port}"}
        process = self._start([BINARY, "serve"], "serve.log", env=self.environment(address | (more or {})))

        def alive():
            check(process.poll() is None, f"serve ended: {self.log('serve.log')[-500:]}")
            try:
                return Browser(f"http://127.0.0.1:{port}").ask("/healthz")[0] == 200
            except OSError:
                return False
        try:
            wait_for(alive, 60, "serve", 0.01)
        except Violation as error:
            raise Violation(f"{error}: {self.log('serve.log')[-500:]}") from error
        return process

    def peer(self, *options, port=0, folder="mail"):
        """A mail server that may misbehave (tests/support/smtp_peer.py); sets the relay to it."""
        log = f"{folder}.log"
        process = self._start(["/usr/bin/python3", str(ROOT / "tests/support/smtp_peer.py"), "--folder",
                               str(self.folder / folder), "--port", str(port), *options], log)

        def port_of():
            check(process.poll() is None, f"the mail peer ended: {self.log(log)[-500:]}")
            return re.search(r"PORT (\d+)", self.log(log))
        number = wait_for(port_of, 20, "the mail peer")[1]
        self.settings["SMTP_URL"] = f"smtp://127.0.0.1:{number}?starttls=off"
        return process

    def log(self, name):
        return (self.folder / name).read_text(errors="replace")

    def stop(self, process, how=signal.SIGTERM):
        if process.poll() is None:
            process.send_signal(how)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise Violation("a process did not end within 30 s of SIGTERM")

    def close(self):
        for process in reversed(self.processes):
            try:
                self.stop(process)
            except Violation as error:
                print(error, file=sys.stderr)
        self.database.drop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def browser(self):
        return Browser(f"http://127.0.0.1:{self.port}")

    # What is in the post

    def envelopes(self, folder="mail"):
        file = self.folder / folder / "envelopes.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def message(self, envelope, folder="mail"):
        content = (self.folder / folder / envelope["file"]).read_bytes()
        return email.message_from_bytes(content, policy=email.policy.default)

    def link_in(self, message):
        text = message.get_body(("plain",)).get_content()
        found = re.search(r"https?://[^/\s]+(/u/[^\s>]+)", text)
        check(found, "no personal link in the letter")
        return found[1]

    def letters(self):
        """How many letters are in which state."""
        return dict(self.database.rows("SELECT state, COUNT(*) FROM outbox GROUP BY state"))

    # What staff do

    def plan_meeting(self, browser, **more):
        """A round table on 10 September 2024; answers until 3 September at 17.00. `more` are other fields of the form."""
        location = browser.submit("/bijeenkomsten/nieuw", {
            "kind": "round_table", "title": "Eerste rondetafel met uitzendbureaus", "day": "10-09-2024",
            "start": "14.00", "end": "16.00", "place": "Raadhuis", "answer_day": "03-09-2024", "answer_time": "17.00",
            "substitutes": "ja", **more}, "/bijeenkomsten")
        return int(re.search(r"/bijeenkomsten/(\d+)", location)[1])

    def pick_many(self, meeting, count, state="selected"):
        """Contacts of one new organisation, straight into the database, and a place for each on the list."""
        organisation = 1 + self.database.rows("SELECT MAX(id) FROM organisations")[0][0]
        first = 1 + self.database.rows("SELECT MAX(id) FROM contacts")[0][0]
        invited = SECONDS_1_JUNE_2024 if state == "invited" else "NULL"
        statements = [f"INSERT INTO organisations (id, name, search_name, note) VALUES ({organisation}, 'Velen', "
                      "'velen', '')"]
        for number in range(first, first + count):
            address = f"genodigde{number}@velen.example"
            statements.append(
                "INSERT INTO contacts (id, organisation_id, given_name, family_name, address_form, language, email, email_key, "
                f"address_state, revision) VALUES ({number}, {organisation}, 'Gast', 'Nummer{number}', 'heer', 'nl', "
                f"'{address}', '{address}', 'good', 1)")
            statements.append(
                "INSERT INTO invitations (meeting_id, contact_id, given_name, family_name, address_form, organisation, "
                "organisation_id, email, language, state, answer, source, remark, invited_at, address_state, uid, revision) "
                f"VALUES ({meeting}, {number}, 'Gast', 'Nummer{number}', 'heer', 'Velen', {organisation}, '{address}', 'nl', "
                f"'{state}', 'none', 'self', '', {invited}, 'good', 'invitation-{number}@velen.example', 1)")
        if state == "invited":
            statements.append(f"UPDATE meetings SET state = 'invited', invited_at = {invited} WHERE id = {meeting}")
        self.database.run(statements)

    def send(self, browser, meeting):
        browser.submit(f"/bijeenkomsten/{meeting}/versturen", {})


def run(name, journey):
    """Runs a journey, and says which promise broke."""
    try:
        journey()
    except Violation as error:
        print(f"{name}: VIOLATION: {error}")
        raise SystemExit(1)
    print(f"{name}: all promises held")
