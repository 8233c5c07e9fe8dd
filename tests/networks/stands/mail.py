"""A press list on a real mail server. What a reader sees is the plain text, above the line that says why they have it.

That nobody listens, and what happens before a letter has ended, is asked in ``tests/networks/test_mail.py``: here the
deed is the full stop at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom.model.crossposting import Carrier
from newsroom.model.message import Message
from tests.networks.stands.stand import Fault, Public, Stand
from tests.servers.mail_server import MOST, PASSWORD, USER, MailServer, mail_server

SALT = "long-random-word-of-the-list"


class MailStand(Stand):
    faults = frozenset({Fault.DROPPED, Fault.ANSWER_LOST, Fault.BUSY, Fault.DENIED})
    carries_language = True
    deletes = False

    def __init__(self, server: MailServer, running: ExitStack, readers: Path) -> None:
        self._server, self._running = server, running
        readers.write_text("zahra@paper.example ar\nsalim@paper.example en\n", encoding="utf-8")
        self.carrier = Carrier("mail", "press", ("ar", "en"), (), server.address, "لُبان <news@luban.example>")
        secrets = {"user": USER, "password": PASSWORD, "recipients": str(readers), "salt": SALT}
        self.environment = self.named(**secrets)
        self.revoked = self.named(**secrets | {"password": "password-that-was-changed"})

    def public(self) -> Sequence[Public]:
        return [
            Public(
                str(kept.mail["Message-ID"]),
                kept.part("plain").partition("\n\n-- \n")[0],
                str(kept.mail["Content-Language"]),
            )
            for kept in self._server.letters
        ]

    def deeds(self) -> int:
        return self._server.ends

    def fault(self, fault: Fault) -> None:
        replies = {Fault.BUSY: "452 4.3.1 full", Fault.DENIED: "554 5.7.1 <zahra@paper.example> may not have it"}
        self._server.fail("END", replies.get(fault, ""), is_kept=fault is Fault.ANSWER_LOST)

    def unreachable(self, *, gone: bool) -> None:
        if gone:
            self._running.close()
        else:
            self._running.enter_context(mail_server(again=self._server))

    def too_long(self, message: Message) -> str:
        return message.text + " longer" * MOST


@contextmanager
def press_list() -> Iterator[Stand]:
    with TemporaryDirectory() as folder, ExitStack() as running:
        yield MailStand(running.enter_context(mail_server()), running, Path(folder) / "readers.txt")


STANDS = {"": press_list}
