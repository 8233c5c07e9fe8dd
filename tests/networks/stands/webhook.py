"""A receiver that does as the guide asks: it takes what is ours and fresh, each key once, and 100,000 bytes."""

from __future__ import annotations

import datetime
import hashlib
import hmac
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from newsroom.model.crossposting import Carrier
from newsroom.model.message import Message
from newsroom.networks.outlet import Outlet
from tests.networks.stands.loopback import Loopback, LoopbackStand, Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault, Public, Stand

KEY, OTHER = "a real key that both sides have", "a key that was taken back"
MOST = 100_000


class Receiver:
    def __init__(self) -> None:
        self.held: dict[str, Public] = {}

    def respond(self, request: Request) -> Reply:
        if request.method != "POST":
            return Reply(405)
        timestamp = request.headers["newsroom-timestamp"]
        signed = hmac.new(KEY.encode(), timestamp.encode() + b"." + request.body, hashlib.sha256).hexdigest()
        if request.headers["newsroom-signature"] != f"sha256={signed}" or abs(time.time() - int(timestamp)) > 300:
            return Reply(401, said_back(request).encode())
        if len(request.body) > MOST:
            return Reply(413)
        told = json.loads(request.body)
        self.held.setdefault(request.headers["idempotency-key"], Public(told["id"], told["text"], told["language"]))
        return Reply(202)


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        return reply(429, None, retry_after="20")
    return Reply(401 if fault is Fault.DENIED else 503, said_back(request).encode())


class WebhookStand(LoopbackStand):
    carrier = Carrier("webhook", "portal", ("ar", "en"), (), "https://portal.luban.om/news")
    carries_language = True
    deletes = False
    health_knows = False

    def __init__(self, server: Loopback, receiver: Receiver) -> None:
        super().__init__(server)
        self.receiver = receiver
        self.environment, self.revoked = self.named(key=KEY), self.named(key=OTHER)

    def outlet(self, environment: Mapping[str, str], ahead: datetime.timedelta = datetime.timedelta(0)) -> Outlet:
        # An hour later it is that for the receiver as well, and it asks when a request was signed.
        return super().outlet(environment)

    def public(self) -> Sequence[Public]:
        return [*self.receiver.held.values()]

    def too_long(self, message: Message) -> str:
        return message.text + " longer" * MOST


@contextmanager
def portal() -> Iterator[Stand]:
    receiver = Receiver()
    with Loopback(receiver.respond, lambda request: request.method == "POST", failing).running() as server:
        yield WebhookStand(server, receiver)


STANDS = {"": portal}
