"""A server that speaks Mastodon's API takes what we send, once, whatever becomes of the line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import count
from urllib.parse import parse_qs

import pytest

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Language
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.outlet import Outlet
from tests.networks.opening import carrier, outlet, sealed
from tests.servers.mastodon_server import TOKEN, Server, mastodon
from tests.servers.processes import client
from tests.servers.proxy import Fault, Proxy, answered, answered_afterwards, closed, cut_short, dropped

STATUSES = "/api/v1/statuses"
_POSTS = count(1)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for all tests of this file."""
    with mastodon(tmp_path_factory.mktemp("mastodon")) as server:
        yield server


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    """A proxy before the server."""
    with Proxy(server.address) as proxy:
        yield proxy


@pytest.fixture
def ours(proxy: Proxy, server: Server) -> Carrier:
    """The account as a newsroom has it."""
    return carrier("mastodon", server.handle, proxy.address)


def now() -> datetime.datetime:
    """The instant, by the clock that the server has too."""
    return datetime.datetime.now(datetime.UTC)


@pytest.fixture
def opened(ours: Carrier) -> Outlet:
    """The account opened, behind the proxy."""
    return outlet(ours, {"token": TOKEN}, now)


@pytest.fixture
def message(opened: Outlet, ours: Carrier) -> Sealed:
    """A message of a post of its own, claimed."""
    return sealed(opened, ours, "نمت إيراداتنا ٨٫٤٪ في النصف الأول 🇴🇲.", post=f"post-{next(_POSTS)}", now=now())


def standing(server: Server, message: Sealed) -> list[Receipt]:
    """The statuses on the account that link to a message's post."""
    found = [each for each in server.statuses() if f'href="{message.message.link}"' in each["content"]]
    return [Receipt(each["id"], each["url"]) for each in found]


@pytest.mark.parametrize(("language", "words"), [("ar", "إِعْلَانُ النتائج: ٨٫٤٪ 👨‍👩‍👧‍👦"), ("en", "Results: 8.4% up")])
def test_a_status_stands_on_the_account_as_it_was_sealed(
    language: Language, words: str, opened: Outlet, ours: Carrier, server: Server
) -> None:
    message = sealed(opened, ours, words, language=language, post=f"post-{next(_POSTS)}")
    receipt = opened.send(message, opened.prepare(message))
    assert standing(server, message) == [receipt]
    status = client().get(f"{server.address}{STATUSES}/{receipt.id}").json()
    assert (status["language"], status["visibility"]) == (language, "public")
    assert words in status["content"]


def test_the_key_of_a_status_is_that_of_its_identity(opened: Outlet, message: Sealed, proxy: Proxy) -> None:
    opened.send(message, {})
    (asked,) = proxy.asked(STATUSES)
    assert asked.headers["idempotency-key"] == message.identity.key
    assert parse_qs(asked.body.decode()) == {
        "status": [message.message.text],
        "language": ["ar"],
        "visibility": ["public"],
    }


def test_a_status_that_is_sent_again_is_there_once(opened: Outlet, message: Sealed, server: Server) -> None:
    assert opened.send(message, {}) == opened.send(message, {})
    assert len(standing(server, message)) == 1


def instance(**statuses: object) -> Fault:
    """A server with limits of its own."""
    return answered(200, body=json.dumps({"configuration": {"statuses": statuses}}).encode())


V2, V1 = "/api/v2/instance", "/api/v1/instance"


@pytest.mark.parametrize(
    ("told", "most", "link"),
    [
        ({V2: instance(max_characters=700, characters_reserved_per_url=30)}, 700, 30),
        ({V2: instance(max_characters="5000", characters_reserved_per_url=25)}, 5000, 25),
        ({V2: answered(404), V1: instance(max_characters=600)}, 600, 23),
        ({V2: answered(404), V1: answered(404)}, 500, 23),
        ({V2: answered(200, body=b"<html>"), V1: answered(200, body=b"[]")}, 500, 23),
        ({}, 500, 23),
    ],
    ids=["its own", "as a text", "an old server", "nothing told", "nonsense", "the server itself"],
)
def test_a_message_is_as_long_as_the_server_takes_and_no_longer(
    told: dict[str, Fault], most: int, link: int, opened: Outlet, message: Sealed, proxy: Proxy
) -> None:
    for path, fault in told.items():
        proxy.play(fault, path)
    text = "نَ" * (most - link - 1) + f"\n{message.message.link}"
    assert opened.prepare(replace(message, message=replace(message.message, text=text))) == {}
    with pytest.raises(Declined, match=f"{most + 1} letters long and the server takes {most};"):
        opened.prepare(replace(message, message=replace(message.message, text=f"ن{text}")))


def test_limits_are_asked_once(opened: Outlet, message: Sealed, proxy: Proxy) -> None:
    opened.prepare(message)
    opened.prepare(message)
    assert len(proxy.asked("/instance")) == 1


@pytest.mark.parametrize(
    ("fault", "stands"),
    [
        (closed, False),
        (dropped, True),
        (cut_short, True),
        (answered(503), False),
        (answered_afterwards(500), True),
        (answered(200, body=b"<html>Log in to the network</html>"), False),
    ],
    ids=["closed", "dropped", "cut short", "unavailable", "failed afterwards", "another answered"],
)
def test_a_status_whose_answer_is_lost_is_found_or_sent_again(
    fault: Fault, stands: bool, opened: Outlet, message: Sealed, server: Server, proxy: Proxy
) -> None:
    proxy.play(fault, STATUSES)
    since = now()
    with pytest.raises(Unknown):
        opened.send(message, {})
    assert len(standing(server, message)) == stands
    if stands:
        receipt = opened.recover(message, {}, since)
    else:
        assert opened.recover(message, {}, since) is None
        receipt = opened.send(message, {})
    assert standing(server, message) == [receipt]


def test_a_replay_that_fails_on_the_server_is_looked_up(
    opened: Outlet, message: Sealed, server: Server, proxy: Proxy
) -> None:
    since = now()
    receipt = opened.send(message, {})
    proxy.play(answered(500), STATUSES)
    with pytest.raises(Unknown):
        opened.send(message, {})
    assert opened.recover(message, {}, since) == receipt


@pytest.mark.parametrize(
    ("later", "may_be_sent"),
    [
        (datetime.timedelta(minutes=50), True),
        (datetime.timedelta(minutes=50, seconds=1), False),
        (datetime.timedelta(seconds=-30), True),
        (datetime.timedelta(hours=-2), False),
    ],
    ids=["fifty minutes", "more", "a clock that differs", "a clock that is wrong"],
)
def test_what_is_not_there_is_sent_again_only_while_its_key_is_remembered(
    later: datetime.timedelta, may_be_sent: bool, ours: Carrier, message: Sealed
) -> None:
    instant = now()
    opened = outlet(ours, {"token": TOKEN}, lambda: instant + later)
    with nullcontext() if may_be_sent else pytest.raises(Unknown):
        assert opened.recover(message, {}, instant) is None


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/nodeinfo/2.0", answered(200, body=b'{"software": {"name": "pleroma"}}')),
        ("/nodeinfo/2.0", answered(200, body=b'{"software": "mastodon"}')),
        ("/nodeinfo/2.0", answered(503)),
        ("nodeinfo", answered(404)),
        ("nodeinfo", answered(200, body=b'{"links": []}')),
    ],
    ids=["another program", "nonsense", "down", "nothing told", "no link"],
)
def test_what_is_not_there_is_not_sent_again_to_a_server_that_may_not_mind_keys(
    path: str, fault: Fault, opened: Outlet, message: Sealed, proxy: Proxy
) -> None:
    links = {"links": [{"href": f"{proxy.address}/nodeinfo/2.0"}]}
    if path.startswith("/"):
        proxy.play(answered(200, body=json.dumps(links).encode()), ".well-known")
    proxy.play(fault, path)
    with pytest.raises(Undelivered):
        opened.recover(message, {}, now())


@pytest.mark.parametrize(
    "fault",
    [answered(429), answered(503), answered(401), closed, answered(200, body=b"[]")],
    ids=["too many", "down", "token", "closed", "nonsense"],
)
def test_who_cannot_look_does_not_say_that_nothing_was_sent(
    fault: Fault, opened: Outlet, message: Sealed, proxy: Proxy
) -> None:
    proxy.play(fault, "verify_credentials")
    with pytest.raises(Undelivered):
        opened.recover(message, {}, now())


def test_who_is_refused_a_connection_cannot_tell_but_sent_nothing(
    opened: Outlet, message: Sealed, proxy: Proxy, server: Server
) -> None:
    with proxy.refusing():
        with pytest.raises(NotSent):
            opened.send(message, {})
        with pytest.raises(Undelivered):
            opened.recover(message, {}, now())
    assert standing(server, message) == []


def test_a_status_is_found_behind_many_others(opened: Outlet, ours: Carrier, message: Sealed, server: Server) -> None:
    since = now()
    receipt = opened.send(message, {})
    for _ in range(45):
        opened.send(sealed(opened, ours, "نص", post=f"post-{next(_POSTS)}"), {})
    assert opened.recover(message, {}, since) == receipt


def test_an_older_status_is_another(ours: Carrier, message: Sealed) -> None:
    later = datetime.timedelta(minutes=2)
    opened = outlet(ours, {"token": TOKEN}, lambda: now() + later)
    opened.send(message, {})
    assert opened.recover(message, {}, now() + later) is None


def corrected(message: Sealed) -> Sealed:
    """Another message about the same post."""
    text = message.message.text.replace("نمت", "تصحيح: نمت")
    return replace(message, message=replace(message.message, text=text))


def test_a_status_with_the_link_and_other_words_is_another(opened: Outlet, message: Sealed) -> None:
    since = now()
    opened.send(message, {})
    assert opened.recover(corrected(message), {}, since) is None


def test_the_link_decides_where_a_server_does_not_show_what_it_was_sent(
    opened: Outlet, message: Sealed, proxy: Proxy
) -> None:
    since = now()
    receipt = opened.send(message, {})
    proxy.play(answered(404), "/source")
    assert opened.recover(corrected(message), {}, since) == receipt


def test_who_asked_too_much_is_told_until_when_to_wait(opened: Outlet, message: Sealed, proxy: Proxy) -> None:
    proxy.play(answered(429, {"X-RateLimit-Reset": "2026-11-23T12:05:00.123456Z"}), STATUSES)
    with pytest.raises(NotSent) as caught:
        opened.send(message, {})
    assert caught.value.until == datetime.datetime(2026, 11, 23, 12, 5, 0, 123456, tzinfo=datetime.UTC)


def test_what_the_server_refuses_is_declined_with_its_words(opened: Outlet, message: Sealed) -> None:
    with pytest.raises(Declined, match="Text is too long"):
        opened.send(replace(message, message=replace(message.message, text="ن" * 501)), {})


def test_a_token_that_is_refused_is_told_to_nobody(ours: Carrier) -> None:
    opened = outlet(ours, {"token": "not-the-token"}, now)
    with pytest.raises(Declined, match="401") as caught:
        opened.health()
    assert "not-the-token" not in str(caught.value.reason)


def test_what_was_taken_down_is_gone_and_may_be_taken_down_again(
    opened: Outlet, message: Sealed, server: Server
) -> None:
    receipt = opened.send(message, {})
    opened.delete(receipt)
    opened.delete(receipt)
    assert standing(server, message) == []


def test_health_says_whose_account_it_is_and_changes_nothing(opened: Outlet, server: Server) -> None:
    before = server.statuses()
    assert opened.health().holder == "@testuser"
    assert server.statuses() == before
