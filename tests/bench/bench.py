#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures a release build in one run: pages and answers by wrk against nginx, letters against smtp-source, memory."""
import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journeys"))
import journey  # noqa: E402

SECONDS = int(os.environ.get("RONDETAFEL_BENCH_SECONDS", "5"))
LETTERS = 3000
SBIN = "/usr/sbin/"
RAISED = {"REQUESTS_PER_CONNECTION": "100000000", "MAIL_PER_MINUTE": "10000000", "MAIL_CONNECTIONS": "1"}


def quiet(command, **more):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **more).stdout


def wrk(url, *script, connections=64):
    """Requests per second; stops when any answer was an error."""
    options = ["-s", script[0]] if script else []
    out = quiet(["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", *options, url, *(["--", *script[1:]] if script else [])])
    rate = re.search(r"Requests/sec:\s*([\d.]+)", out)
    journey.check(rate, f"wrk said: {out}")
    if "Non-2xx" in out or "Socket errors" in out:
        print(f"  note: {' '.join(line.strip() for line in out.splitlines() if 'Non-2xx' in line or 'Socket' in line)}")
    return float(rate[1])


def rss_megabytes(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s*(\d+)", status)[1]) / 1024


def nginx(town, content):
    port = journey.free_port()
    (town.folder / "www").mkdir()
    (town.folder / "www" / "file.css").write_bytes(content)
    os.chmod(town.folder, 0o755)
    (town.folder / "nginx.conf").write_text(
        f"worker_processes 1; daemon off; pid {town.folder}/nginx.pid; error_log {town.folder}/nginx.err;\n"
        "events { worker_connections 512; }\n"
        f"http {{ access_log off; types {{ text/css css; }} keepalive_requests 100000000; sendfile on;\n"
        f"client_body_temp_path {town.folder}/t1; proxy_temp_path {town.folder}/t2; fastcgi_temp_path {town.folder}/t3;\n"
        f"uwsgi_temp_path {town.folder}/t4; scgi_temp_path {town.folder}/t5;\n"
        f"server {{ listen 127.0.0.1:{port}; root {town.folder}/www; }} }}\n")
    town._start([SBIN + "nginx", "-c", str(town.folder / "nginx.conf")], "nginx.log")
    url = f"http://127.0.0.1:{port}/file.css"
    journey.wait_for(lambda: quiet(["curl", "-sf", "-o", "/dev/null", "-w", "%{http_code}", url]) == "200", 10, "nginx")
    return url


def sink(town):
    port = journey.free_port()
    as_user = ["-u", "postfix"] if os.getuid() == 0 else []
    town._start([SBIN + "smtp-sink", *as_user, f"127.0.0.1:{port}", "256"], "sink.log")
    time.sleep(0.5)
    return port


def smtp_source(port, size):
    begin = time.monotonic()
    quiet([SBIN + "smtp-source", "-d", "-s", "1", "-m", str(LETTERS), "-l", str(size), "-f", "a@velen.example", "-t",
           "b@velen.example", f"127.0.0.1:{port}"])
    return LETTERS / (time.monotonic() - begin)


def letters_per_second(town, staff, meeting, service):
    town.pick_many(meeting, LETTERS)
    sent = lambda: town.letters().get("sent", 0)
    before = sent()
    begin = time.monotonic()
    town.send(staff, meeting)
    queued = time.monotonic() - begin
    low, begin = sent(), time.monotonic()
    journey.wait_for(lambda: sent() >= before + LETTERS, 300, "all letters", 0.05)
    return (before + LETTERS - low) / (time.monotonic() - begin), queued, rss_megabytes(service)


def verdict(name, value, wanted, least=True):
    held = value >= wanted if least else value <= wanted
    print(f"  {name:48} {value:8.3f}   target {'>=' if least else '<='} {wanted:g}: {'held' if held else 'MISSED'}")


def measure(town):
    mail = town.peer()
    service = town.serve(more=RAISED)
    staff = town.browser().sign_in()
    meeting = town.plan_meeting(staff)
    town.pick_many(meeting, 1)
    town.send(staff, meeting)
    envelope = journey.wait_for(town.envelopes, 20, "the first letter")[0]
    link = town.link_in(town.message(envelope))
    size = (town.folder / "mail" / envelope["file"]).stat().st_size
    town.stop(service)
    town.stop(mail)

    port = sink(town)
    town.settings["SMTP_URL"] = f"smtp://127.0.0.1:{port}?starttls=off"
    service = town.serve(more=RAISED)
    base = town.browser()
    page = base.page(link)
    at_rest = rss_megabytes(service)
    files = re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js|svg)[^"]*)"', page)
    sizes = {path: int(subprocess.check_output(["curl", "-s", "-o", "/dev/null", "-w", "%{size_download}",
                                               base.base + path])) for path in files if not path.startswith("/theme")}
    static = min(sizes, key=lambda path: abs(sizes[path] - len(page.encode())))
    content = subprocess.check_output(["curl", "-s", base.base + static])
    print(f"answer page {len(page.encode())} bytes, static file {static} {len(content)} bytes, letter {size} bytes")
    other = nginx(town, content)
    rates = {"nginx": wrk(other), "static": wrk(base.base + static), "page": wrk(base.base + link)}
    action = re.search(r'<form class="rt-answer__form" method="post" action="([^"]*)"', page)[1]
    token = re.search(r'rt-answer__form.*?name="form_token" value="([^"]*)"', page, re.S)[1]
    script = str(pathlib.Path(__file__).with_name("answer.lua"))
    before = town.database.rows("SELECT COUNT(*) FROM answers")[0][0]
    begin = time.monotonic()
    rates["post"] = wrk(base.base + action, script, token, connections=16)
    given = (town.database.rows("SELECT COUNT(*) FROM answers")[0][0] - before) / (time.monotonic() - begin)
    busy = rss_megabytes(service)
    town.stop(service)

    town.database.run(["UPDATE outbox SET state = 'cancelled' WHERE state <> 'sent'"])
    service = town.serve(more=RAISED)
    staff = town.browser().sign_in()
    source = smtp_source(port, size)
    letters, queued, mailing = letters_per_second(town, staff, meeting, service)
    town.stop(service)
    return rates, given, source, letters, queued, (at_rest, max(busy, mailing))


def report(rates, given, source, letters, queued, memory):
    print(f"raised limits: {', '.join(f'RONDETAFEL_{name}={value}' for name, value in RAISED.items())}")
    for name in ("nginx", "static", "page", "post"):
        print(f"  {name:10} {rates[name]:10.0f} requests/s")
    print(f"  answers kept {given:8.0f} /s")
    print(f"  letters    {letters:10.0f} /s, smtp-source {source:.0f} /s; writing {LETTERS} into the outbox {queued:.1f} s")
    verdict("static file, nginx = 1", rates["static"] / rates["nginx"], 0.5)
    verdict("answer page, own static file = 1", rates["page"] / rates["static"], 0.15)
    verdict("answer given (POST), own static file = 1", rates["post"] / rates["static"], 0.05)
    verdict("letters, smtp-source at one connection = 1", letters / source, 0.3)
    verdict("memory at rest, MB", memory[0], 64, least=False)
    verdict("memory under load, MB", memory[1], 256, least=False)


def main():
    cores = os.cpu_count()
    total = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) // (1024 * 1024)
    print(f"{time.strftime('%Y-%m-%d')}, {cores} cores shared with the load, {total} GB, SQLite, {SECONDS} s each")
    town = journey.Town()
    try:
        report(*measure(town))
    finally:
        town.close()


if __name__ == "__main__":
    main()
