"""What stands for Mastodon."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.networks.opening import carrier
from tests.networks.stands.proxied import ProxiedStand, said_back
from tests.networks.stands.stand import Fault, Public, Stand
from tests.servers.mastodon_server import TOKEN, Server, mastodon
from tests.servers.proxy import Proxy, answered_afterwards, closed, dropped


class Mastodon(ProxiedStand):
    """The account on it."""

    deed = "/api/v1/statuses"
    faults = frozenset(Fault) - {Fault.PICTURE_REFUSED}
    carries_language = True

    def __init__(self, server: Server, proxy: Proxy) -> None:
        super().__init__(proxy)
        self._server = server
        self._texts: dict[str, str] = {}
        self.carrier = carrier("mastodon", server.handle, proxy.address)
        self.environment = self.named(token=TOKEN)
        self.revoked = self.named(token="revoked-token")
        self.plays = {
            Fault.DROPPED: closed,
            Fault.ANSWER_LOST: dropped,
            Fault.BUSY: said_back(429, x_ratelimit_reset="2126-11-23T12:05:00.123456Z"),
            Fault.FAILED: said_back(503),
            Fault.FAILED_DONE: answered_afterwards(500),
            Fault.DENIED: said_back(401),
        }

    def deeds(self) -> int:
        return len([each for each in self.proxy.asked(self.deed) if each.method == "POST"])

    def public(self) -> Sequence[Public]:
        statuses = reversed(self._server.statuses())
        return [Public(each["id"], self._text(each["id"]), each["language"]) for each in statuses]

    def _text(self, status: str) -> str:
        if status not in self._texts:
            self._texts[status] = self._server.text(status)
        return self._texts[status]


@contextmanager
def _opened() -> Iterator[Stand]:
    with tempfile.TemporaryDirectory() as folder, mastodon(Path(folder)) as server, Proxy(server.address) as proxy:
        yield Mastodon(server, proxy)


STANDS = {"": _opened}
