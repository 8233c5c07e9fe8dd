"""What stands for a WebSub hub: it wants a feed's address under both names. What readers see is which feeds are new.

It fetches and delivers nothing; ``tests/networks/test_websub.py`` asks a hub that does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from newsroom.model.crossposting import Carrier
from newsroom.model.language import Language
from newsroom.model.message import Message
from tests.networks.stands.loopback import Loopback, Reply, Request, reply
from tests.networks.stands.stand import Fault, Stand
from tests.networks.stands.unnamed import UnnamedStand


class Hub:
    def __init__(self) -> None:
        self.held: list[tuple[str, str]] = []

    def respond(self, request: Request) -> Reply:
        if request.method != "POST":
            return Reply(405)
        form = request.form
        if form.get("hub.mode") != "publish" or form["hub.url"] != form.get("hub.topic"):
            return Reply(400, b"Missing form argument")
        self.held.append((form["hub.topic"], ""))
        return Reply(202)


def failing(fault: Fault, _: Request) -> Reply:
    if fault is Fault.BUSY:
        return reply(429, None, retry_after="20")
    return Reply(403 if fault is Fault.DENIED else 503, b"not now")


class HubStand(UnnamedStand):
    carrier = Carrier("websub", "hub", ("ar", "en"), (), "https://hub.luban.om/")
    repeats = True
    health_knows = False

    def __init__(self, server: Loopback, hub: Hub) -> None:
        super().__init__(server, hub.held)

    def message(self, number: int, language: Language, picture: str) -> Message:
        feed = f"https://newsroom.luban.om/{language}/feeds/rss/topics/{number}.xml"
        return replace(super().message(number, language, picture), text=feed)


@contextmanager
def hub() -> Iterator[Stand]:
    opened = Hub()
    with Loopback(opened.respond, lambda request: request.method == "POST", failing).running() as server:
        yield HubStand(server, opened)


STANDS = {"": hub}
