"""What stands for Telegram's Bot API: its limits of length, its errors, and a bot that may or may not post.

It does not check rates (20 messages a minute in a chat), that a message can be taken down for 48 hours only, and what
becomes of the preview of a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from newsroom.model.crossposting import Carrier
from tests.networks.stands.loopback import Loopback, LoopbackStand, Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault, Public, Stand

TOKEN, OTHER = "7401:AAE-real_token+of/the=bot", "7401:AAE-token_that_was+taken/back="
CHANNEL = "@luban_newsroom"


class Telegram:
    """A channel with a bot that may post in it."""

    def __init__(self) -> None:
        self.messages: dict[int, str] = {}
        self.count = 100

    def respond(self, request: Request) -> Reply:
        _, token, method = request.path.split("/", 1)[0], *request.path.rsplit("/", 1)
        if token != f"/bot{TOKEN}":
            return wrong(401, f"Unauthorized: {said_back(request)}")
        record = request.json
        if record.get("chat_id", CHANNEL) != CHANNEL:
            return wrong(400, "Bad Request: chat not found")
        return getattr(self, f"on_{method}")(record)

    def on_sendMessage(self, record: dict[str, object]) -> Reply:  # noqa: N802
        text = str(record["text"]).strip()
        if set(record) - {"chat_id", "text", "link_preview_options"}:
            return wrong(400, "Bad Request: can't parse entities")
        if not text or len(text.encode("utf-16-le")) // 2 > 4096:
            return wrong(400, "Bad Request: message is too long" if text else "Bad Request: message text is empty")
        self.count += 1
        self.messages[self.count] = text
        return right({"message_id": self.count, "chat": {"username": CHANNEL[1:]}, "text": text})

    def on_deleteMessage(self, record: dict[str, int]) -> Reply:  # noqa: N802
        gone = self.messages.pop(record["message_id"], None)
        return right(True) if gone else wrong(400, "Bad Request: message to delete not found")

    def on_getMe(self, _: dict[str, object]) -> Reply:  # noqa: N802
        return right({"id": 7401, "is_bot": True, "username": "luban_newsroom_bot"})

    def on_getChatMember(self, record: dict[str, int]) -> Reply:  # noqa: N802
        assert record["user_id"] == 7401
        return right({"status": "administrator", "can_post_messages": True})


def right(result: object) -> Reply:
    return reply(200, {"ok": True, "result": result})


def wrong(status: int, description: str, **parameters: int) -> Reply:
    record = {"ok": False, "error_code": status, "description": description}
    return reply(status, record | ({"parameters": parameters} if parameters else {}))


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        return wrong(429, "Too Many Requests: retry after 35", retry_after=35)
    if fault is Fault.DENIED:
        return wrong(401, f"Unauthorized: {said_back(request)}")
    return wrong(502, f"Bad Gateway: {said_back(request)}")


class TelegramStand(LoopbackStand):
    carrier = Carrier("telegram", CHANNEL, ("ar", "en"), ())

    def __init__(self, server: Loopback, telegram: Telegram) -> None:
        super().__init__(server)
        self.telegram = telegram
        self.environment, self.revoked = self.named(token=TOKEN), self.named(token=OTHER)

    def public(self) -> Sequence[Public]:
        return [Public(str(number), text) for number, text in sorted(self.telegram.messages.items())]


@contextmanager
def channel() -> Iterator[Stand]:
    telegram = Telegram()
    with Loopback(telegram.respond, lambda request: request.path.endswith("/sendMessage"), failing).running() as server:
        yield TelegramStand(server, telegram)


STANDS = {"": channel}
