"""A letter handed to a mail server, each phase by itself: what a failure means depends on how far it had come.

Until the full stop that ends a letter has left, there is no letter; and when it has, only an answer tells whether the
server keeps it (https://www.rfc-editor.org/rfc/rfc1047). ``smtplib`` raises the same for both where the line drops.
From the moment on at which a server knows the reader, its words are told no more, for they may name them.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from newsroom.model.language import Localized
from newsroom.model.problem import printable
from newsroom.networks.mail_letters import Letter
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.servers import is_loopback

SCHEMES: Final = ("smtps", "smtp")
"""Encrypted from the first byte, or from STARTTLS on (https://www.rfc-editor.org/rfc/rfc8314)."""
_PORTS: Final = {"smtps": 465, "smtp": 587}
_PATIENCE: Final = 60.0
"""Seconds to wait for each answer before the letter has left."""
_PATIENCE_AT_THE_END: Final = 600.0
"""Seconds to wait for the last answer (https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.2.6)."""
_OURSELVES: Final = "[127.0.0.1]"
"""How a client without a public name introduces itself: the machine's own name is nobody's business."""
_DONE: Final = 2
_GO_AHEAD: Final = 3
"""The first digits of answers (https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1): done, and to be gone on with."""
_REFUSED: Final = 5
_SAYS_WHETHER_IT_IS_KEPT: Final = frozenset({_DONE, 4, _REFUSED})
_ENHANCED: Final = re.compile(r"[245]\.\d{1,3}\.\d{1,3}\b")
"""A code that tells more than the first three digits (https://www.rfc-editor.org/rfc/rfc3463)."""

Reply = tuple[int, bytes]
Told = Callable[[Reply], Localized[str]]
"""What is told of a reply."""


@dataclass(frozen=True, slots=True)
class PostOffice:
    """A mail server, and who may hand letters in there. ``hide`` takes secrets out of a text."""

    address: str
    user: str
    password: str
    hide: Callable[[str], str]

    def __repr__(self) -> str:
        """Without the secrets."""
        return f"PostOffice({self._host})"

    @contextmanager
    def open(self) -> Iterator[smtplib.SMTP]:
        """A line to the server, encrypted and logged in. Raises ``NotSent`` and ``Declined``."""
        with self._before_the_end():
            line = self._connected()
        try:
            with self._before_the_end():
                self._admitted(line)
            yield line
            with suppress(smtplib.SMTPException, OSError):
                line.quit()
        finally:
            line.close()

    def hand_over(self, line: smtplib.SMTP, letter: Letter) -> None:
        """Hand a letter in. Raises ``NotSent``, ``Declined`` and ``Unknown``."""
        with self._before_the_end():
            options = ["SMTPUTF8", "BODY=8BITMIME"] if letter.is_international else []
            self._expect(line.mail(letter.sender, options), _words)
            codes = partial(_codes, letter.line)
            self._expect(line.rcpt(letter.reader), codes)
            self._expect(line.docmd("DATA"), codes, _GO_AHEAD)
            line.send(re.sub(rb"(?m)^\.", b"..", letter.content))
        self._expect(self._ended(line), codes)

    def _connected(self) -> smtplib.SMTP:
        parts = urlsplit(self.address)
        host, port = self._host, parts.port or _PORTS[parts.scheme]
        if parts.scheme == "smtps":
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(host, port, _OURSELVES, timeout=_PATIENCE, context=context)
        return smtplib.SMTP(host, port, _OURSELVES, timeout=_PATIENCE)

    def _admitted(self, line: smtplib.SMTP) -> None:
        line.ehlo_or_helo_if_needed()
        is_encrypted = isinstance(line, smtplib.SMTP_SSL)
        if not is_encrypted and (line.has_extn("starttls") or not is_loopback(self._host)):
            line.starttls(context=ssl.create_default_context())
        line.login(self.user, self.password)

    def _ended(self, line: smtplib.SMTP) -> Reply:
        """The answer to the full stop that ends the letter."""
        try:
            if line.sock:
                line.sock.settimeout(_PATIENCE_AT_THE_END)
            line.send(b".\r\n")
            code, words = line.getreply()
        except (smtplib.SMTPException, OSError):
            code, words = -1, b""
        if code // 100 not in _SAYS_WHETHER_IT_IS_KEPT:
            raise Unknown(
                Localized(
                    f"{self._host}: سُلّمت الرسالة وانقطع الاتصال قبل الجواب، فقد تكون قد أُرسلت",
                    f"{self._host}: the letter was handed over and no answer came; it may have been sent",
                )
            )
        return code, words

    @contextmanager
    def _before_the_end(self) -> Iterator[None]:
        """Nothing that fails in here has sent a letter."""
        try:
            yield
        except smtplib.SMTPResponseException as error:
            words = error.smtp_error if isinstance(error.smtp_error, bytes) else str(error.smtp_error).encode()
            raise self._failure((error.smtp_code, words), _words) from None
        except (smtplib.SMTPNotSupportedError, UnicodeError) as error:
            raise Declined(self._reason(_alike(str(error)))) from None
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(self._reason(_alike(str(error) or type(error).__name__))) from None

    def _expect(self, reply: Reply, told: Told, wanted: int = _DONE) -> None:
        if reply[0] // 100 != wanted:
            raise self._failure(reply, told)

    def _failure(self, reply: Reply, told: Told) -> Undelivered:
        """What a server means by a code: of the 500s that it will not have it, else that it may be tried again."""
        reason = self._reason(told(reply))
        return Declined(reason) if reply[0] // 100 == _REFUSED else NotSent(reason)

    def _reason(self, told: Localized[str]) -> Localized[str]:
        arabic, english = (printable(self.hide(text)) for text in (told.ar, told.en))
        return Localized(f"{self._host}: الجواب: {arabic}", f"{self._host}: {english}")

    @property
    def _host(self) -> str:
        return urlsplit(self.address).hostname or ""


def _words(reply: Reply) -> Localized[str]:
    return _alike(f"{reply[0]} {reply[1].decode('utf-8', 'replace')}")


def _alike(words: str) -> Localized[str]:
    return Localized(words, words)


def _codes(line: int, reply: Reply) -> Localized[str]:
    """A reply without its words, and the line on which the reader stands in the list."""
    enhanced = _ENHANCED.match(reply[1].decode("utf-8", "replace"))
    code = f"{reply[0]} {enhanced[0] if enhanced else ''}".strip()
    return Localized(
        f"{code}، عن القارئ في السطر {line} من القائمة", f"{code}, of the reader on line {line} of the list"
    )
