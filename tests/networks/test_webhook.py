"""A receiver of the newsroom's own can tell what is ours by the lines that the guide gives it."""

from __future__ import annotations

import datetime
import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Sealed
from newsroom.model.message import Card, Message
from newsroom.networks.outlet import Access
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web
from newsroom.networks.webhook import Webhook
from tests.conftest import REPOSITORY
from tests.servers.proxy import Proxy, Request, answered

KEY = "a key that both sides have"
LINK = "https://newsroom.luban.om/ar/posts/2026/results/"
MESSAGE = Message("post1", "ar", "webhook", "portal", "نص", LINK, Card("عنوان", "ملخص", f"{LINK}card.png", "بطاقة"))
SEALED = Sealed(
    Identity("post1", "ar", "webhook", "portal"), MESSAGE, datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
)
Verifier = Callable[[bytes, Mapping[str, str], bytes], bool]


def now() -> datetime.datetime:
    return datetime.datetime.fromtimestamp(time.time(), datetime.UTC)


@pytest.fixture
def receiver() -> Iterator[Proxy]:
    with Proxy("http://nobody.invalid", lambda _: answered(202)) as receiver:
        yield receiver


@pytest.fixture(params=["webhooks.md", "webhooks.ar.md"])
def is_ours(request: pytest.FixtureRequest) -> Verifier:
    """The lines that the guide shows."""
    guide = (REPOSITORY / "docs" / "guides" / request.param).read_text(encoding="utf-8")
    shown = re.search(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert shown
    names: dict[str, Any] = {}
    exec(shown[1], names)
    verifier: Verifier = names["is_ours"]
    return verifier


def received(receiver: Proxy, clock: Callable[[], datetime.datetime] = now) -> Request:
    carrier = Carrier("webhook", "portal", ("ar", "en"), (), f"{receiver.address}/news")
    secrets = Secrets(carrier, {"NEWSROOM_WEBHOOK_PORTAL_KEY": KEY})
    Webhook(Access(carrier, secrets, Web(clock, secrets.hide), clock)).send(SEALED, {})
    asked = receiver.seen[-1]
    return Request(asked.method, asked.path, {name.title(): value for name, value in asked.headers.items()}, asked.body)


def test_what_we_send_is_ours(receiver: Proxy, is_ours: Verifier) -> None:
    asked = received(receiver)
    assert is_ours(KEY.encode(), asked.headers, asked.body)


@pytest.mark.parametrize("change", ["body", "time", "key"])
def test_what_was_changed_is_not_ours(receiver: Proxy, is_ours: Verifier, change: str) -> None:
    asked = received(receiver)
    headers = dict(asked.headers)
    if change == "time":
        headers["Newsroom-Timestamp"] = str(int(headers["Newsroom-Timestamp"]) + 1)
    body = asked.body.replace("نص".encode(), "نض".encode()) if change == "body" else asked.body
    assert not is_ours(b"another" if change == "key" else KEY.encode(), headers, body)


def test_what_is_old_is_not_taken_again(receiver: Proxy, is_ours: Verifier) -> None:
    asked = received(receiver, lambda: now() - datetime.timedelta(hours=1))
    assert not is_ours(KEY.encode(), asked.headers, asked.body)


def test_a_second_try_is_known_by_its_key_and_says_the_same(receiver: Proxy) -> None:
    first, second = received(receiver), received(receiver, lambda: now() + datetime.timedelta(seconds=60))
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"] == SEALED.identity.key
    assert first.body == second.body
    assert first.headers["Newsroom-Signature"] != second.headers["Newsroom-Signature"]


def test_a_receiver_is_told_all_that_the_guide_promises(receiver: Proxy) -> None:
    told = json.loads(received(receiver).body)
    guide = (REPOSITORY / "docs" / "guides" / "webhooks.md").read_text(encoding="utf-8")
    assert list(told) == re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)
    assert told == {
        "id": SEALED.identity.key,
        "post": "post1",
        "part": "announcement",
        "language": "ar",
        "title": "عنوان",
        "summary": "ملخص",
        "text": "نص",
        "link": LINK,
        "picture": {"address": f"{LINK}card.png", "alt": "بطاقة"},
        "made": "2026-11-23T08:00:00+00:00",
    }
