"""A real hub delivers to a real subscriber what it is told of."""

from __future__ import annotations

import datetime
import hashlib
import hmac
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Sealed
from newsroom.model.message import Card, Message
from newsroom.networks.outlet import Access
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web
from newsroom.networks.websub import Hub
from tests.servers.proxy import Fault, Proxy, Request, answered
from tests.servers.websub_hub import running_hub

NOW = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
SECRET = "known to the subscriber and the hub"
ENTRY = "<rss><channel><title>لُبان</title></channel></rss>".encode()


@pytest.fixture(scope="module")
def hub() -> Iterator[str]:
    with running_hub() as address:
        yield address


@pytest.fixture
def site(hub: str) -> Iterator[Proxy]:
    """A newsroom with feeds, each with the links of WebSub in its headers."""

    def feed(request: Request) -> Fault:
        links = f'<{hub}>; rel="hub", <http://{request.headers["host"]}{request.path}>; rel="self"'
        return answered(200, {"Link": links, "Content-Type": "application/rss+xml"}, ENTRY)

    with Proxy("http://nobody.invalid", feed) as site:
        yield site


def confirming(request: Request) -> Fault:
    """A subscriber that says the hub's challenge back, and takes what is delivered."""
    challenge = parse_qs(urlsplit(request.path).query).get("hub.challenge", [""])[0]
    return answered(200, body=challenge.encode())


@pytest.fixture
def subscriber() -> Iterator[Proxy]:
    with Proxy("http://nobody.invalid", confirming) as subscriber:
        yield subscriber


def subscribe(hub: str, subscriber: Proxy, topic: str) -> None:
    asked = {"hub.mode": "subscribe", "hub.topic": topic, "hub.callback": subscriber.address, "hub.secret": SECRET}
    assert httpx.post(hub, data=asked).status_code == 202


def tell(hub: str, *feeds: str) -> None:
    carrier = Carrier("websub", "hub", ("ar", "en"), (), hub)
    outlet = Hub(Access(carrier, Secrets(carrier, {}), Web(lambda: NOW), lambda: NOW))
    message = Message("post1", "ar", "websub", "hub", "\n".join(feeds), "", Card("", "", "", ""))
    outlet.send(Sealed(Identity("post1", "ar", "websub", "hub"), message, NOW), {})


def deliveries(subscriber: Proxy) -> list[Request]:
    return [each for each in subscriber.seen if each.method == "POST"]


def test_a_subscriber_is_delivered_the_feed_signed(hub: str, site: Proxy, subscriber: Proxy) -> None:
    topic = f"{site.address}/ar/feed.xml"
    subscribe(hub, subscriber, topic)
    tell(hub, topic)
    (delivered,) = deliveries(subscriber)
    assert delivered.body == ENTRY
    signed = hmac.new(SECRET.encode(), ENTRY, hashlib.sha512).hexdigest()
    assert delivered.headers["x-hub-signature"] == f"sha512={signed}"


def test_each_feed_of_a_post_is_told_of(hub: str, site: Proxy, subscriber: Proxy) -> None:
    topics = [f"{site.address}/ar/{name}" for name in ("feed.xml", "atom.xml", "feeds/rss/topics/ports.xml")]
    for topic in topics:
        subscribe(hub, subscriber, topic)
    tell(hub, *topics)
    assert len(deliveries(subscriber)) == 3


def test_another_feed_is_delivered_to_nobody(hub: str, site: Proxy, subscriber: Proxy) -> None:
    subscribe(hub, subscriber, f"{site.address}/ar/feed.xml")
    tell(hub, f"{site.address}/en/feed.xml")
    assert deliveries(subscriber) == []
