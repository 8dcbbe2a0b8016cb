#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The parts of docker/compose.yaml together, without a container engine.

compose.py SERVICE_ROOT RELAY_ROOT      (the mounted roots of the two images; script/image calls this, as root)
Each part gets a network of its own on one bridge, with the address, the settings, the secrets and the command that
compose.yaml gives it. Service and relay come from their images; Debian's Caddy and MariaDB stand for the images of those.
An administrator then signs up over TLS, and a letter goes the whole way. Not tried: pulling images, and what only an
engine does (restarts, health checks on a timer, the volumes' ownership).
"""
import http.client
import os
import pathlib
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import urllib.parse

import yaml

HERE = pathlib.Path(__file__).resolve()
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))
import journey  # noqa: E402

HOST = "rondetafel.gemeente.example"
FRONT, DATABASE, SERVICE, RELAY, NEXT = (f"172.30.77.{number}" for number in (2, 128, 129, 130, 131))
WORDS = "een lang wachtwoord voor de proef"


def command(*words, **more):
    return subprocess.run(words, check=True, stdin=subprocess.DEVNULL, text=True, **more)


def setting(value):
    """Fills in ${NAME:?…} and ${NAME:-…} as compose does."""
    known = {"RONDETAFEL_HOST": HOST, "RONDETAFEL_RELAY_NEXT": f"[{NEXT}]:2525"}
    return re.sub(r"\$\{(\w+)[^}]*\}", lambda found: known[found[1]], str(value))


class Parts:
    def __init__(self, service_root, relay_root):
        self.roots = {"rondetafel": service_root, "relay": relay_root}
        self.compose = yaml.safe_load((ROOT / "docker/compose.yaml").read_text())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rondetafel-compose."))
        self.folder.chmod(0o755)
        self.running = []

    def environment(self, part):
        return {name: setting(value) for name, value in self.compose["services"][part]["environment"].items()}

    def write_secrets(self):
        folder = self.folder / "secrets"
        folder.mkdir()
        for name, text in {"database_root": "geheim", "database_password": "geheim2", "relay_login": "",
                           "database_url": "mysql://rondetafel:geheim2@database:3306/rondetafel",
                           "smtp_url": "smtp://relay:25?starttls=off"}.items():
            journey.check(name in self.compose["secrets"], f"compose.yaml has no secret {name}")
            (folder / name).write_text(text + "\n")
            (folder / name).chmod(0o644)

    def connect(self):
        """One bridge, one network per part; names by a hosts file, as the engine's own name server gives them."""
        command("mount", "-t", "tmpfs", "tmpfs", "/run/netns")
        command("ip", "link", "set", "lo", "up")
        command("ip", "link", "add", "name", "inside", "type", "bridge")
        command("ip", "address", "add", "172.30.77.1/24", "dev", "inside")
        command("ip", "link", "set", "inside", "up")
        parts = {"front": FRONT, "database": DATABASE, "rondetafel": SERVICE, "relay": RELAY, "next": NEXT}
        for part, address in parts.items():
            command("ip", "netns", "add", part)
            near = f"to-{part}"
            command("ip", "link", "add", "name", near, "type", "veth", "peer", "name", "eth0", "netns", part)
            command("ip", "link", "set", near, "master", "inside", "up")
            command("ip", "-n", part, "address", "add", f"{address}/24", "dev", "eth0")
            command("ip", "-n", part, "link", "set", "eth0", "up")
            command("ip", "-n", part, "link", "set", "lo", "up")
        hosts = self.folder / "hosts"
        hosts.write_text("".join(f"{address} {part}\n" for part, address in parts.items()) +
                         f"127.0.0.1 localhost\n{FRONT} {HOST}\n")
        command("mount", "--bind", str(hosts), "/etc/hosts")

    def furnish(self, part, volume, kept):
        """What the engine puts into a container: names, secrets, devices and the volume; the rest as read-only as asked."""
        root = pathlib.Path(self.roots[part])
        binds = {"etc/hosts": self.folder / "hosts", "run/secrets": self.folder / "secrets", volume: kept}
        (root / "etc/hosts").touch()
        (root / "run/secrets").mkdir(exist_ok=True)
        command("mount", "--bind", str(root), str(root))
        for place, source in binds.items():
            command("mount", "--bind", str(source), str(root / place))
        command("mount", "-t", "proc", "proc", str(root / "proc"))
        command("mount", "--rbind", "/dev", str(root / "dev"))
        if self.compose["services"][part].get("read_only"):
            command("mount", "-o", "remount,bind,ro", str(root))

    def in_part(self, part, environment, words, user=None):
        """The words to run something in a part: its network, its root, its user, nothing else in the environment."""
        inner = ["env", "-i", *(f"{name}={value}" for name, value in environment.items()), *words]
        if part in self.roots:
            inner = ["chroot", *([f"--userspec={user}", "--groups="] if user else []), self.roots[part], *inner]
        return ["ip", "netns", "exec", part, *inner]

    def service(self, *words):
        environment = {"PATH": "/opt/rondetafel/bin:/usr/bin:/bin", "RONDETAFEL_LISTEN": "0.0.0.0:8080",
                       "RONDETAFEL_SECRETS": "/var/lib/rondetafel/secrets", **self.environment("rondetafel")}
        return self.in_part("rondetafel", environment, ["setpriv", "--no-new-privs", "rondetafel", *words], "10001:10001")

    def start(self, name, words):
        with open(self.folder / f"{name}.log", "ab") as log:
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.running.append((name, process))
        return process

    def log(self, name):
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def close(self):
        for name, process in reversed(self.running):
            # unshare passes nothing on but SIGKILL.
            process.send_signal(signal.SIGKILL if name == "relay" else signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                print(f"{name} did not stop", file=sys.stderr)

    # The parts

    def start_database(self):
        data, socket = self.folder / "data", self.folder / "s.sock"
        wanted = self.compose["services"]["database"]
        with open(self.folder / "install.log", "w", encoding="utf-8") as log:
            command("mariadb-install-db", "--no-defaults", "--user=root", f"--datadir={data}", "--skip-test-db",
                    "--auth-root-authentication-method=normal", stdout=log, stderr=log)
        self.start("database", self.in_part("database", {"PATH": os.environ["PATH"]}, [
            "mariadbd", "--no-defaults", "--user=root", f"--datadir={data}", f"--socket={socket}", "--port=3306",
            f"--pid-file={self.folder}/pid", "--skip-name-resolve", *wanted["command"]]))
        self.sql = ["mariadb", "--no-defaults", "-uroot", "-S", str(socket)]
        journey.wait_for(lambda: subprocess.run([*self.sql, "-e", "SELECT 1"], stdin=subprocess.DEVNULL, check=False,
                                                capture_output=True).returncode == 0, 30, "MariaDB")
        names = wanted["environment"]
        command(*self.sql, "-e", f"CREATE DATABASE {names['MARIADB_DATABASE']}; "
                f"CREATE USER '{names['MARIADB_USER']}'@'%' IDENTIFIED BY 'geheim2'; "
                f"GRANT ALL ON {names['MARIADB_DATABASE']}.* TO '{names['MARIADB_USER']}'@'%'")

    def start_relay(self):
        self.furnish("relay", "var/spool/postfix", self.spool())
        words = re.search(r"^CMD (\[.*?\])$", (ROOT / "docker/relay/Dockerfile").read_text(), re.S | re.M)[1]
        asked = yaml.safe_load(words.replace("\\\n", ""))
        keep = ",".join(f"+{name.lower()}" for name in self.compose["services"]["relay"]["cap_add"])
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "RONDETAFEL_RELAY_TLS": "none", **self.environment("relay")}
        # As in a container, it is process 1 of its own.
        alone = ["unshare", "--pid", "--fork", "--kill-child"]
        rights = ["setpriv", "--no-new-privs", "--inh-caps=-all", f"--bounding-set=-all,{keep}"]
        self.start("relay", [*alone, *self.in_part("relay", environment, [*rights, *asked])])

    def spool(self):
        """A new volume is filled from the image."""
        spool = self.folder / "spool"
        command("cp", "-a", f"{self.roots['relay']}/var/spool/postfix", str(spool))
        return spool

    def start_service(self):
        keys = self.folder / "keys"
        keys.mkdir(mode=0o700)
        os.chown(keys, 10001, 10001)
        self.furnish("rondetafel", "var/lib/rondetafel", keys)
        print(command(*self.service("migrate"), stdout=subprocess.PIPE).stdout.strip().splitlines()[-1])
        self.start("rondetafel", self.service("serve"))
        command(*self.service("check-config"), stdout=subprocess.DEVNULL)

    def start_front(self):
        """The Caddyfile as it is, with certificates from Caddy's own authority: nobody outside gives us one."""
        file = self.folder / "Caddyfile"
        own = "{\n\tlocal_certs\n\tskip_install_trust\n\tadmin off\n}\n"
        file.write_text(own + (ROOT / "docker/Caddyfile").read_text())
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder),
                       "XDG_DATA_HOME": str(self.folder / "certificates"), **self.environment("front")}
        words = ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]
        self.start("front", self.in_part("front", environment, words))

    def start_next(self):
        self.start("next", self.in_part("next", {"PATH": os.environ["PATH"]}, [
            "/usr/bin/python3", str(ROOT / "tests/support/smtp_peer.py"), "--folder", str(self.folder / "mail"),
            "--host", NEXT, "--port", "2525"]))

    # What people see

    def authority(self):
        return self.folder / "certificates/caddy/pki/authorities/local/root.crt"

    def over_tls(self, path, method="GET", fields=None, cookie=None):
        """Status, headers and text of one exchange over verified TLS, redirects not followed."""
        context = ssl.create_default_context(cafile=str(self.authority()))
        connection = http.client.HTTPSConnection(HOST, timeout=30, context=context)
        headers = {"Sec-Fetch-Site": "same-origin"} | ({"Cookie": cookie} if cookie else {})
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urllib.parse.urlencode(fields) if fields is not None else None, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()

    def submit(self, path, fields):
        status, headers, page = self.over_tls(path)
        journey.check(status == 200, f"{path} answered {status}")
        token = re.search(r'name="form_token" value="([^"]*)"', page)[1]
        cookies = "; ".join(line.split(";")[0] for line in headers.get_all("Set-Cookie") or [])
        return self.over_tls(path, "POST", {"form_token": token, **fields}, cookies)

    def expect(self, path, wanted):
        status = self.over_tls(path)[0]
        print(f"https://{HOST}{path}: {status}")
        journey.check(status == wanted, f"{path} should answer {wanted} through the front")


def go(parts):
    parts.write_secrets()
    parts.connect()
    parts.start_database()
    parts.start_next()
    parts.start_relay()
    parts.start_service()
    parts.start_front()
    look_at_front(parts)
    sign_up(parts)
    send_letter(parts)


def look_at_front(parts):
    def through():
        try:
            return parts.over_tls("/healthz")[0] == 200
        except (OSError, http.client.HTTPException):
            return False
    journey.wait_for(through, 60, "an answer through the front")
    for path, wanted in (("/healthz", 200), ("/inloggen", 200), ("/metrics", 404), ("/readyz", 404)):
        parts.expect(path, wanted)
    plain = http.client.HTTPConnection(HOST, timeout=30)
    plain.request("GET", "/inloggen")
    answer = plain.getresponse()
    print(f"http://{HOST}/inloggen: {answer.status} {answer.headers['Location']}")
    journey.check(answer.status == 308, "plain HTTP should lead to TLS")


def sign_up(parts):
    """The first administrator, from the command's link to a sign-in."""
    made = command(*parts.service("user", "add", "--email", "beheer@gemeente.example", "--name", "Bea Beheer", "--role",
                                  "administrator"), stdout=subprocess.PIPE).stdout
    link = re.search(rf"https://{re.escape(HOST)}(/\S+)", made)
    journey.check(link, f"user add gave no link of {HOST}")
    status, headers, _ = parts.submit(link[1], {"password": WORDS, "repeat": WORDS})
    print(f"first password: {status}")
    journey.check(status == 303, "the first password was not taken")
    status, headers, _ = parts.submit("/inloggen", {"email": "beheer@gemeente.example", "password": WORDS})
    cookies = headers.get_all("Set-Cookie") or []
    print(f"sign-in: {status}, cookie {'Secure' if any('Secure' in cookie for cookie in cookies) else 'not Secure'}")
    journey.check(status == 303 and all("Secure" in cookie for cookie in cookies), "sign-in over TLS failed")


def send_letter(parts):
    """A letter that is asked before anybody set a sender waits, and leaves once there is one."""
    parts.submit("/wachtwoord", {"email": "beheer@gemeente.example"})
    journey.wait_for(lambda: "outcome=misconfigured" in parts.log("rondetafel"), 30, "the letter without a sender")
    command(*parts.sql, "rondetafel", "-e", "REPLACE INTO settings (name, value) VALUES "
            "('office.sender_name', 'Gemeente'), ('office.sender_address', 'rondetafel@gemeente.example')")
    envelopes = parts.folder / "mail/envelopes.jsonl"
    journey.wait_for(lambda: envelopes.exists() and envelopes.stat().st_size, 90, "the letter at the next relay")
    print("letter: service, relay, next relay: arrived")


def main():
    if len(sys.argv) == 3:
        pathlib.Path("/run/netns").mkdir(exist_ok=True)
        os.execvp("unshare", ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "--kill-child",
                              sys.executable, str(HERE), *sys.argv[1:], "inside"])
    parts = Parts(*sys.argv[1:3])
    try:
        journey.run("compose.yaml", lambda: go(parts))
    except BaseException:
        for name, _ in parts.running:
            print(f"--- {name}\n{parts.log(name)[-1500:]}", file=sys.stderr)
        raise
    finally:
        parts.close()
        shutil.rmtree(parts.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
