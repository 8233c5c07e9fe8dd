"""A mail server, aiosmtpd, that keeps letters and can be told to fail at any phase of one.

It takes who has the right name and password, letters of 100,000 bytes, and addresses in other letters than those of
ASCII where it is told to. It does not check who may write from which address, signatures, or what spam is.
"""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8
from pathlib import Path
from typing import Any, Final, Literal, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST: Final = "127.0.0.1"
USER: Final = "press-office-4711"
PASSWORD: Final = "pass-word-of-the-mail-server"
MOST: Final = 100_000
Phase = Literal["CONNECT", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "END"]
"""How far a letter has come: ``END`` is after the full stop that ends it."""


@dataclass(frozen=True)
class Failure:
    """What happens at a phase: the server says ``reply``, or the line drops; at the end the letter may be kept."""

    phase: Phase
    reply: str = ""
    is_kept: bool = False


@dataclass(frozen=True)
class Kept:
    """A letter as it came: who it is for, its bytes, and the same read by a program that knows mail."""

    reader: str
    content: bytes

    @property
    def mail(self) -> EmailMessage:
        return cast("EmailMessage", message_from_bytes(self.content, policy=SMTPUTF8))

    def part(self, kind: Literal["plain", "html"]) -> str:
        body = self.mail.get_body((kind,))
        assert body
        return str(body.get_content()).replace("\r\n", "\n")


@dataclass
class MailServer:
    """The server as a test sees it. ``ends`` counts the full stops that ended letters, whatever became of them."""

    letters: list[Kept] = field(default_factory=list)
    failures: deque[Failure] = field(default_factory=deque)
    ends: int = 0
    port: int = 0

    @property
    def address(self) -> str:
        return f"smtp://{HOST}:{self.port}"

    def fail(self, phase: Phase, reply: str = "", *, is_kept: bool = False) -> None:
        """Let the next letter fail so, whichever of the two ways of logging in is tried."""
        times = 2 if phase == "AUTH" and reply else 1
        self.failures.extend([Failure(phase, reply, is_kept)] * times)

    def met(self, phase: Phase) -> Failure | None:
        is_next = self.failures and self.failures[0].phase == phase
        return self.failures.popleft() if is_next else None

    async def handle_MAIL(  # noqa: N802 (the library's name)
        self, _: SMTP, session: Session, envelope: Envelope, address: str, options: Sequence[str]
    ) -> str:
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, line: SMTP, _: Session, envelope: Envelope) -> str:  # noqa: N802
        self.ends += 1
        failure = self.met("END")
        if failure is None or failure.is_kept:
            self.letters += [Kept(each, bytes(envelope.content or b"")) for each in envelope.rcpt_tos]
        return await _said(line, failure) if failure else "250 2.0.0 kept"


async def _said(line: Any, failure: Failure) -> str:
    if not failure.reply:
        line.transport.abort()
    return failure.reply


class _Line(SMTP):
    async def _fails(self, phase: Phase) -> bool:
        failure = self.event_handler.met(phase)
        reply = await _said(self, failure) if failure else ""
        if reply:
            await self.push(reply)
        return failure is not None

    async def _handle_client(self) -> None:
        if not await self._fails("CONNECT"):
            await super()._handle_client()

    async def smtp_EHLO(self, arg: str) -> None:  # noqa: N802
        if not await self._fails("EHLO"):
            await super().smtp_EHLO(arg)

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802
        if not await self._fails("AUTH"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        if not await self._fails("MAIL"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        if not await self._fails("RCPT"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if not await self._fails("DATA"):
            await super().smtp_DATA(arg)


class _Controller(Controller):
    lines: list[_Line]

    def factory(self) -> SMTP:
        self.lines.append(_Line(self.handler, **self.SMTP_kwargs))
        return self.lines[-1]

    def stop(self, *, no_assert: bool = False) -> None:
        """Close every line first: what is open when the loop stops stays so."""
        asyncio.run_coroutine_threadsafe(self._close(), self.loop).result()
        super().stop(no_assert=no_assert)

    async def _close(self) -> None:
        for line in self.lines:
            if line.transport:
                line.transport.abort()
        await asyncio.sleep(0.01)

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def _admits(_: SMTP, __: Session, ___: Envelope, ____: str, given: Any) -> AuthResult:
    is_right = isinstance(given, LoginPassword) and given == LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_right, handled=False)


@contextmanager
def mail_server(
    *,
    again: MailServer | None = None,
    is_international: bool = True,
    encrypted: ssl.SSLContext | None = None,
    encrypting: ssl.SSLContext | None = None,
) -> Iterator[MailServer]:
    """A server on loopback, or one ``again`` that was stopped.

    It is ``encrypted`` from the first byte, or ``encrypting`` when it is asked to.
    """
    server = again or MailServer()
    controller = _Controller(
        server,
        HOST,
        server.port,
        ssl_context=encrypted,
        tls_context=encrypting,
        enable_SMTPUTF8=is_international,
        authenticator=_admits,
        auth_require_tls=encrypting is not None,
        data_size_limit=MOST,
    )
    controller.lines = []
    controller.start()
    try:
        server.port = controller.port
        yield server
    finally:
        controller.stop()


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate for loopback that nobody has signed: a server's context, and the file that makes it trusted."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
        " -addext subjectAltName=IP:127.0.0.1,DNS:localhost"
    )
    subprocess.run(
        [*command.split(), "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True, timeout=60
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context, certificate
