"""What stands for a room on Discord: it refuses what is too long, and answers what it holds only to who waits for it.

It does not check in what unit Discord counts, rates (5 messages in 2 seconds), and how a link's card is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from newsroom.model.crossposting import Carrier
from newsroom.model.message import Message
from tests.networks.stands.loopback import Loopback, LoopbackStand, Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault, Public, Stand

PATH, OTHER = "/api/webhooks/1442/real-token_of_the_room", "/api/webhooks/1442/token_that_was-revoked"
HOST = "https://discord.com"


class Discord:
    def __init__(self) -> None:
        self.messages: dict[str, str] = {}
        self.count = 0

    def respond(self, request: Request) -> Reply:
        assert request.host == "discord.com"
        if not request.path.startswith(PATH):
            return reply(401, {"message": f"Invalid Webhook Token {said_back(request)}", "code": 50027})
        if request.method == "GET":
            return reply(200, {"id": "1442", "name": "Newsroom"})
        return self.delete(request) if request.method == "DELETE" else self.post(request)

    def post(self, request: Request) -> Reply:
        assert request.json["allowed_mentions"] == {"parse": []}
        if len(request.json["content"]) > 2000:
            return reply(400, {"code": 50035, "message": "Invalid Form Body"})
        self.count += 1
        self.messages[str(self.count)] = rendered(request.json["content"])
        return reply(200, {"id": str(self.count)}) if request.query.get("wait") == "true" else Reply(204)

    def delete(self, request: Request) -> Reply:
        gone = self.messages.pop(request.path.removeprefix(f"{PATH}/messages/"), None)
        return Reply(204) if gone else reply(404, {"message": "Unknown Message", "code": 10008})


def rendered(content: str) -> str:
    """What readers see of Markdown in which nothing means anything."""
    return re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", content)


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        body = {"message": "You are being rate limited.", "retry_after": 35.5, "global": False}
        return reply(429, body, retry_after="36", x_ratelimit_reset_after="35.5")
    if fault is Fault.DENIED:
        return reply(401, {"message": f"Invalid Webhook Token {said_back(request)}", "code": 50027})
    return reply(502, {"message": said_back(request)})


class DiscordStand(LoopbackStand):
    carrier = Carrier("discord", "press room", ("ar", "en"), ())

    def __init__(self, server: Loopback, discord: Discord) -> None:
        super().__init__(server)
        self.discord = discord
        self.environment, self.revoked = self.named(address=HOST + PATH), self.named(address=HOST + OTHER)

    def public(self) -> Sequence[Public]:
        return [Public(name, text) for name, text in self.discord.messages.items()]

    def shown(self, message: Message) -> str:
        return rendered(message.text)


@contextmanager
def room() -> Iterator[Stand]:
    discord = Discord()
    with Loopback(discord.respond, lambda request: request.method == "POST", failing).running() as server:
        yield DiscordStand(server, discord)


STANDS = {"": room}
