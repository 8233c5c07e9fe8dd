"""What stands for a room on Slack: it cuts what is too long, reads ``<…>`` as commands, and gives no id.

It does not check rates (a message a second in a channel), blocks, and how a link's card is made.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from contextlib import contextmanager

from newsroom.model.crossposting import Carrier
from newsroom.model.message import Message
from tests.networks.stands.loopback import Loopback, Reply, Request, said_back
from tests.networks.stands.stand import Fault, Stand
from tests.networks.stands.unnamed import UnnamedStand

PATH, OTHER = "/services/T0LUBAN/B0PRESS/real-word-of-the-room", "/services/T0LUBAN/B0PRESS/word-that-was-revoked"
HOST = "https://hooks.slack.com"


class Slack:
    def __init__(self) -> None:
        self.held: list[tuple[str, str]] = []

    def respond(self, request: Request) -> Reply:
        assert (request.method, request.host) == ("POST", "hooks.slack.com")
        if request.path != PATH:
            return Reply(404, f"no_service {said_back(request)}".encode())
        if not request.json.get("text"):
            return Reply(400, b"no_text")
        assert request.json["mrkdwn"] is False
        assert not set(request.json["text"]) & {"<", ">"}
        self.held.append((html.unescape(request.json["text"][:40_000]), ""))
        return Reply(200, b"ok")


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        return Reply(429, b"rate_limited", {"Retry-After": "30"})
    if fault is Fault.DENIED:
        return Reply(403, f"invalid_token {said_back(request)}".encode())
    return Reply(500, f"rollup_error {said_back(request)}".encode())


class SlackStand(UnnamedStand):
    carrier = Carrier("slack", "press room", ("ar", "en"), ())

    def __init__(self, server: Loopback, slack: Slack) -> None:
        super().__init__(server, slack.held)
        self.environment, self.revoked = self.named(address=HOST + PATH), self.named(address=HOST + OTHER)

    def shown(self, message: Message) -> str:
        return html.unescape(message.text)


def is_deed(request: Request) -> bool:
    return bool(json.loads(request.body))


@contextmanager
def room() -> Iterator[Stand]:
    slack = Slack()
    with Loopback(slack.respond, is_deed, failing).running() as server:
        yield SlackStand(server, slack)


STANDS = {"": room}
