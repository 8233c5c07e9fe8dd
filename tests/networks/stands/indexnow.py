"""What stands for engines that are told by IndexNow: they look whether the key is on the site, and believe it for that.

It does not check how many addresses a day an engine takes from a site, and whether it looks at them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from newsroom.model.crossposting import Carrier
from tests.networks.stands.loopback import Loopback, Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault, Stand
from tests.networks.stands.unnamed import UnnamedStand

KEY, OTHER = "0123456789abcdef-real", "0123456789abcdef-revoked"
FILE = "https://newsroom.luban.om/engines.txt"


class Engines:
    def __init__(self) -> None:
        self.held: list[tuple[str, str]] = []

    def respond(self, request: Request) -> Reply:
        if request.host == urlsplit(FILE).netloc:
            return Reply(200, f"{KEY}\n".encode())
        assert (request.host, request.path) == ("api.indexnow.org", "/indexnow")
        told = request.json
        if told["key"] != KEY or told["keyLocation"] != FILE:
            return Reply(403, said_back(request).encode())
        if any(urlsplit(each).netloc != told["host"] or not each.isascii() for each in told["urlList"]):
            return Reply(422)
        self.held += [(each, "") for each in told["urlList"]]
        return Reply(202)


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        return reply(429, None, retry_after="20")
    return Reply(403 if fault is Fault.DENIED else 503, said_back(request).encode())


class EnginesStand(UnnamedStand):
    carrier = Carrier("indexnow", "engines", ("ar", "en"), (), id=FILE)
    repeats = True

    def __init__(self, server: Loopback, engines: Engines) -> None:
        super().__init__(server, engines.held)
        self.environment, self.revoked = self.named(key=KEY), self.named(key=OTHER)


@contextmanager
def engines() -> Iterator[Stand]:
    opened = Engines()
    with Loopback(opened.respond, lambda request: request.method == "POST", failing).running() as server:
        yield EnginesStand(server, opened)


STANDS = {"": engines}
