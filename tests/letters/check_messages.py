# SPDX-License-Identifier: EUPL-1.2
"""Judges our messages with a library that is not ours: Python's email package.

Usage: check_messages.py <program that writes every letter into a folder> <folder of golden letters>
"""
import email
import email.policy
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

SETTINGS = [{"LC_ALL": "C", "TZ": "UTC"}, {"LC_ALL": "C.UTF-8", "TZ": "America/New_York"},
            {"LC_ALL": "nl_NL.UTF-8", "LANGUAGE": "nl", "TZ": "Asia/Tokyo"}]


def write(program, folder, settings):
    subprocess.run([program, folder], check=True, env={**os.environ, **settings})
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}


def kinds(part):
    return [leaf.get_content_type() for leaf in part.walk()]


def check_header(message):
    assert message["Subject"].encode("utf-8"), "a subject"
    sender, recipient = message["From"].addresses[0], message["To"].addresses[0]
    assert sender.display_name == "Gemeente Aalsmeer, programma arbeidsmigranten", sender
    assert sender.addr_spec == "rondetafel@aalsmeer.example", sender
    assert recipient.display_name == "Zoë van 't Hof", recipient
    assert recipient.addr_spec == "zoe@partner.example", recipient
    assert len(message["To"].addresses) == 1
    assert message["Message-ID"] == "<inv.7f3k2m9qx4c5.s0@rondetafel.example>", message["Message-ID"]
    assert message["Date"].datetime.isoformat() == "2024-06-03T09:00:00+00:00", message["Date"]
    for name in ["Subject", "From", "To", "Date", "Message-ID", "MIME-Version", "Content-Type"]:
        assert len(message.get_all(name)) == 1, name


def check_tree(message):
    alternative = ["multipart/alternative", "text/plain", "text/html"]
    with_file = ["multipart/mixed", *alternative, "text/calendar"]
    assert kinds(message) in (alternative, with_file), kinds(message)
    for part in message.walk():
        assert not part.defects, (part.get_content_type(), part.defects)
        if part.get_content_maintype() == "text":
            assert part.get_content_charset() == "utf-8", part
    for calendar in (part for part in message.walk() if part.get_content_type() == "text/calendar"):
        assert calendar.get_content_disposition() == "attachment"
        assert calendar.get_filename() == "afspraak.ics"
        body = calendar.get_content()
        assert "METHOD:" + calendar["Content-Type"].params["method"] + "\r\n" in body.replace("\n", "\r\n").replace(
            "\r\r", "\r"), body


def check_content(message, name, golden):
    text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    html = message.get_body(("html",)).get_content().replace("\r\n", "\n")
    expected = (golden / (name + ".txt")).read_bytes().decode()
    # Quoted-printable may keep no line end that the letter had, and must not add one.
    assert expected.startswith(message["Subject"] + "\n\n" + text), name
    assert html.rstrip("\n") == (golden / (name + ".html")).read_bytes().decode().rstrip("\n"), name


def main(program, golden):
    runs = []
    for settings in SETTINGS:
        with tempfile.TemporaryDirectory() as folder:
            runs.append(write(program, folder, settings))
    assert runs[0] and all(run == runs[0] for run in runs), "other bytes in another process, locale or time zone"
    for name, data in runs[0].items():
        message = email.message_from_bytes(data, policy=email.policy.default)
        check_header(message)
        check_tree(message)
        check_content(message, name.removesuffix(".eml"), golden)
    together = hashlib.sha256(b"".join(runs[0].values())).hexdigest()
    print(f"{len(runs[0])} messages, {len(runs)} processes, the same bytes: {together}")


main(sys.argv[1], pathlib.Path(sys.argv[2]))
