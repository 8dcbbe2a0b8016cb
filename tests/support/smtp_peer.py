#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A real SMTP server (aiosmtpd) for tests, that can be told to misbehave.

Prints "PORT n" once it listens and runs until SIGTERM. In --folder it keeps:
  <n>.eml           each message as it came, without dot-stuffing
  envelopes.jsonl   one line per message: number, file, sender, recipients, connection, tls, user
  dialogue.log      "<connection> + | > command | < reply | -"; what follows AUTH is never written

--fault "STAGE[:PATTERN][#TIMES]=STEP[; STEP]" may be given more than once; the first that fits is taken.
  STAGE    banner ehlo starttls auth mail rcpt data (before 354) body (after 354)
           dot (message complete, not kept) kept (message kept, reply not sent)
  PATTERN  shell pattern for the recipient (at mail: the sender);  TIMES: only so many times
  STEP     "450 4.2.0 later" a reply instead of the server's own; "stall 2.5" seconds; "cut"; "close" after replying
Example: --fault "rcpt:nobody@*=550 5.1.1 no such user" --fault "mail#1=421 4.3.2 closing; close"
"""
import argparse
import asyncio
import fnmatch
import ipaddress
import json
import logging
import pathlib
import re
import signal
import ssl
import subprocess
import traceback
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, TLSSetupException

FAULT = re.compile(r"(?P<stage>[a-z]+)(:(?P<pattern>[^#=]+))?(#(?P<times>\d+))?=(?P<steps>.+)")


class Fault:
    def __init__(self, text):
        found = FAULT.fullmatch(text)
        if not found:
            raise SystemExit(f"smtp_peer: not a fault: {text}")
        self.stage, self.pattern = found["stage"], found["pattern"] or "*"
        self.left = int(found["times"]) if found["times"] else -1
        self.steps = [step.strip() for step in found["steps"].split(";")]

    def takes(self, stage, address):
        if self.stage != stage or self.left == 0 or not fnmatch.fnmatch(address.lower(), self.pattern.lower()):
            return False
        self.left -= 1
        return True


class Store:
    """What came in, on disk before it is acknowledged."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder) if folder else None
        self.connections = self.number = 0
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.number = max((int(f.stem) for f in self.folder.glob("*.eml") if f.stem.isdigit()), default=0)

    def append(self, name, line):
        if self.folder:
            with open(self.folder / name, "a", encoding="utf-8", errors="replace") as file:
                file.write(line + "\n")

    def keep(self, server, envelope):
        self.number += 1
        if self.folder:
            waiting = self.folder / f"{self.number}.part"
            waiting.write_bytes(envelope.content)
            waiting.rename(self.folder / f"{self.number}.eml")
        self.append("envelopes.jsonl", json.dumps({
            "number": self.number, "file": f"{self.number}.eml", "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos, "connection": server.connection,
            "tls": server.transport.get_extra_info("sslcontext") is not None,
            "user": (server.session.auth_data or b"").decode()}))


class Handler:
    def __init__(self, store):
        self.store = store

    async def handle_DATA(self, server, session, envelope):
        reply = await server.fault("dot")
        if reply is None:
            self.store.keep(server, envelope)
            reply = await server.fault("kept")
        return reply or "250 2.0.0 Ok: queued"

    async def handle_exception(self, error):
        if not isinstance(error, (TLSSetupException, ConnectionError)):
            traceback.print_exception(error)
        return "451 4.3.0 the peer itself failed"


class Peer(SMTP):
    def __init__(self, options, store, **settings):
        super().__init__(Handler(store), hostname="peer.example", **settings)
        self.options, self.store = options, store
        store.connections += 1
        self.connection = store.connections
        for command, method in list(self._smtp_methods.items()):
            self._smtp_methods[command] = self.watched(command, method)

    def write_log(self, text):
        self.store.append("dialogue.log", f"{self.connection} {text}")

    async def leave(self, abort):
        self.transport.abort() if abort else self.transport.close()
        await asyncio.sleep(60)  # ended by the loss of the connection

    async def fault(self, stage, address=None):
        """Does what the fault for this stage says; the reply it sends instead of ours, or None."""
        if address is None:
            address = self.envelope.rcpt_tos[0] if self.envelope and self.envelope.rcpt_tos else ""
        fault = next((f for f in self.options.fault if f.takes(stage, address)), None)
        reply = None
        for step in fault.steps if fault else []:
            if step.startswith("stall "):
                await asyncio.sleep(float(step[6:]))
            elif step in ("cut", "close"):
                if reply:
                    await self.push(reply)
                await self.leave(abort=step == "cut")
            else:
                reply = step
        return reply

    def watched(self, command, method):
        async def run(arg):
            self.write_log(f"> {command} {arg or ''}".rstrip() if command != "AUTH" else "> AUTH")
            found = re.search(r"<([^>]*)>", arg or "")
            reply = await self.fault(command.lower(), found[1] if found else None)
            if reply:
                return await self.push(reply)
            await method(arg)
            if command == "DATA" and self.options.close_after_message:
                await self.leave(abort=False)
        return run

    async def push(self, status):
        text = status if isinstance(status, str) else status.decode("latin-1")
        self.write_log(f"< {text}")
        await super().push(status)
        if text.startswith("354"):
            await self.fault("body")

    def connection_lost(self, error):
        self.write_log("-")
        super().connection_lost(error)

    async def _handle_client(self):
        self.write_log("+")
        reply = await self.fault("banner", "")
        if reply:
            await self.push(reply)
            await self.leave(abort=False)
        await super()._handle_client()


def certificate(folder, names):
    """A certificate of our own for `names`; returns the PEM file, which is its own authority too."""
    pem = pathlib.Path(folder) / "peer.pem"
    is_address = lambda name: name.replace(".", "").isdigit() or ":" in name
    alternatives = ",".join(f"IP:{ipaddress.ip_address(n)}" if is_address(n) else f"DNS:{n}" for n in names)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
         "2", "-subj", f"/CN={names[0]}", "-addext", f"subjectAltName={alternatives}", "-keyout", str(pem) + ".key",
         "-out", str(pem)], check=True, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return pem


async def serve(options):
    store, settings, implicit = Store(options.folder), {}, None
    if options.tls:
        if not options.folder:
            raise SystemExit("smtp_peer: --tls needs --folder for the certificate")
        pem = certificate(options.folder, options.certificate_names.split(","))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem, str(pem) + ".key")
        implicit = context if options.tls == "implicit" else None
        settings = {} if implicit else {"tls_context": context, "require_starttls": True}
    if options.auth:
        wanted = tuple(part.encode() for part in options.auth.split(":", 1))

        def authenticator(server, session, envelope, mechanism, login):
            right = (login.login, login.password) == wanted
            return AuthResult(success=right, auth_data=login.login, handled=False)
        settings.update(authenticator=authenticator, auth_required=True,
                        auth_require_tls=options.tls == "starttls")
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Peer(options, store, **settings), options.host, options.port,
                                      ssl=implicit, backlog=256)
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    print(f"PORT {server.sockets[0].getsockname()[1]}", flush=True)
    await stopped.wait()
    server.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--folder", help="where messages and logs are kept; without it nothing is")
    parser.add_argument("--fault", type=Fault, action="append", default=[])
    parser.add_argument("--tls", choices=["implicit", "starttls"], help="with a certificate made in --folder: peer.pem")
    parser.add_argument("--certificate-names", default="localhost,127.0.0.1")
    parser.add_argument("--auth", metavar="USER:PASSWORD", help="sign-in is required")
    parser.add_argument("--close-after-message", action="store_true")
    logging.disable(logging.CRITICAL)  # clients that break off are what this is for
    warnings.simplefilter("ignore")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
