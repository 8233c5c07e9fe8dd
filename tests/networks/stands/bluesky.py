"""Bluesky's own server."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.networks.opening import carrier
from tests.networks.stands.proxied import ProxiedStand, said_back
from tests.networks.stands.stand import Fault, Public, Stand
from tests.servers.pds import Account, account, pds
from tests.servers.proxy import Proxy, answered, answered_afterwards, closed, dropped


class Bluesky(ProxiedStand):
    """An account on it."""

    deed = "repo.putRecord"
    faults = frozenset(Fault)
    carries_language = True

    def __init__(self, owner: Account, proxy: Proxy) -> None:
        super().__init__(proxy)
        self._owner = owner
        self.carrier = carrier("bluesky", owner.handle, proxy.address)
        self.environment = self.named(password=owner.password)
        self.revoked = self.named(password="revoked-password")
        self.plays = {
            Fault.DROPPED: closed,
            Fault.ANSWER_LOST: dropped,
            Fault.BUSY: said_back(429, ratelimit_reset=str(int(time.time()) + 3600)),
            Fault.FAILED: said_back(500),
            Fault.FAILED_DONE: answered_afterwards(500),
            Fault.DENIED: said_back(401),
        }

    def public(self) -> Sequence[Public]:
        where = f"at://{self._owner.id}/app.bsky.feed.post"
        posts = sorted(self._owner.posts().items())
        return [Public(f"{where}/{key}", record["text"], record["langs"][0]) for key, record in posts]

    def fault(self, fault: Fault) -> None:
        if fault is Fault.PICTURE_REFUSED:
            self.proxy.play(answered(413), "repo.uploadBlob")
        else:
            super().fault(fault)


@contextmanager
def _opened() -> Iterator[Stand]:
    with tempfile.TemporaryDirectory() as folder, pds(Path(folder)) as server, Proxy(server) as proxy:
        yield Bluesky(account(server, "luban"), proxy)


STANDS = {"": _opened}
