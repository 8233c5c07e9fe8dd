"""Bluesky's own server takes what we send, once, whatever becomes of the line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Language
from newsroom.networks.bluesky import MOST_BYTES, MOST_GRAPHEMES, NETWORK
from newsroom.networks.counting import graphemes, utf8_bytes
from newsroom.networks.outcomes import Declined, NotSent, Unknown
from newsroom.networks.outlet import Outlet
from tests.networks.opening import NOW, carrier, outlet, sealed
from tests.networks.test_bluesky_records import told
from tests.networks.test_thumbnails import noise
from tests.networks.test_x import messages
from tests.servers.pds import Account, account, pds
from tests.servers.proxy import Fault, Proxy, answered, answered_afterwards, closed, cut_short, dropped

PUT = "repo.putRecord"
HARAKA = "\u064e"
_NAMES = count(1)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server for all tests of this file."""
    with pds(tmp_path_factory.mktemp("pds")) as address:
        yield address


@pytest.fixture
def owner(server: str) -> Account:
    """A new account."""
    return account(server, f"luban{next(_NAMES)}")


@pytest.fixture
def proxy(server: str) -> Iterator[Proxy]:
    """A proxy before the server."""
    with Proxy(server) as proxy:
        yield proxy


@pytest.fixture
def ours(owner: Account, proxy: Proxy) -> Carrier:
    """The account as a newsroom has it."""
    return carrier("bluesky", owner.handle, proxy.address)


@pytest.fixture
def opened(ours: Carrier, owner: Account) -> Outlet:
    """The account opened, behind the proxy."""
    return outlet(ours, {"password": owner.password})


@pytest.fixture
def message(opened: Outlet, ours: Carrier) -> Sealed:
    """A message, claimed."""
    return sealed(opened, ours, "نمت إيراداتنا ٨٫٤٪ في النصف الأول 🇴🇲.")


def posted(opened: Outlet, message: Sealed) -> Receipt:
    """The receipt of a message that is sent with all that belongs to it."""
    return opened.send(message, opened.prepare(message))


@pytest.mark.parametrize(("language", "words"), [("ar", "إِعْلَانُ النتائج: ٨٫٤٪ 👨‍👩‍👧‍👦"), ("en", "Results: 8.4% up")])
def test_a_post_stands_on_the_account_as_it_was_sealed(
    language: Language, words: str, opened: Outlet, ours: Carrier, owner: Account
) -> None:
    message = sealed(opened, ours, words, language=language)
    receipt = posted(opened, message)
    ((key, record),) = owner.posts().items()
    assert receipt == Receipt(
        f"at://{owner.id}/app.bsky.feed.post/{key}", f"https://bsky.app/profile/{owner.handle}/post/{key}"
    )
    assert record == json.loads(message.extras["record"])
    assert (record["text"], record["langs"]) == (message.message.text, [language])
    assert told(record["text"], record["facets"]) == [(each, each) for each in (message.message.link, "#الأمن_الغذائي")]


def test_the_server_takes_whatever_was_composed_and_every_facet_stands_at_its_letters(
    opened: Outlet, ours: Carrier, message: Sealed, owner: Account
) -> None:
    texts = list(messages(150, NETWORK))
    for number, text in enumerate(texts):
        identity = replace(message.identity, post=f"post-{number}")
        opened.send(opened.seal(identity, replace(message.message, text=text), NOW), {})
    records = owner.posts().values()
    assert sorted(each["text"] for each in records) == sorted(texts)
    shown = [pair for record in records for pair in told(record["text"], record["facets"])]
    assert [pair for pair in shown if pair[0] != pair[1]] == []
    assert len(shown) >= len(texts)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("ن" * 300, True),
        ("ن" * 301, False),
        (("ن" + HARAKA) * 300, True),
        ("ن" + HARAKA * 1499, True),
        ("ن" + HARAKA * 1499 + ".", False),
        (("ن" + HARAKA * 5) * 300, False),
        ("🇴🇲" * 300, True),
        ("👨‍👩‍👧‍👦" * 120, True),
        ("👨‍👩‍👧‍👦" * 120 + "a", False),
    ],
    ids=["300", "301", "signed", "3000 bytes", "3001 bytes", "3600 bytes", "flags", "families", "families and one"],
)
def test_the_server_takes_exactly_what_we_count_as_fitting(
    text: str, fits: bool, opened: Outlet, message: Sealed, owner: Account
) -> None:
    assert (graphemes(text) <= MOST_GRAPHEMES and utf8_bytes(text) <= MOST_BYTES) is fits
    bare = opened.seal(message.identity, replace(message.message, text=text), NOW)
    with suppress(Declined):
        opened.send(bare, {})
    assert len(owner.posts()) == fits


def test_a_put_says_that_nothing_may_stand_there_yet(opened: Outlet, message: Sealed, proxy: Proxy) -> None:
    opened.send(message, {})
    (put,) = proxy.asked(PUT)
    assert b'"swapRecord": null' in put.body


def test_a_post_that_is_sent_again_is_there_once(opened: Outlet, message: Sealed, owner: Account) -> None:
    assert opened.send(message, {}) == opened.send(message, {})
    assert len(owner.posts()) == 1


def test_eight_who_send_the_same_post_at_once_make_one(ours: Carrier, message: Sealed, owner: Account) -> None:
    outlets = [outlet(ours, {"password": owner.password}) for _ in range(8)]
    with ThreadPoolExecutor(8) as together:
        receipts = list(together.map(lambda each: each.send(message, {}), outlets))
    assert len(set(receipts)) == 1
    assert len(owner.posts()) == 1


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
def test_a_post_whose_answer_is_lost_is_found_or_sent_again(
    fault: Fault, stands: bool, opened: Outlet, message: Sealed, owner: Account, proxy: Proxy
) -> None:
    proxy.play(fault, PUT)
    with pytest.raises(Unknown):
        opened.send(message, {})
    assert len(owner.posts()) == stands
    if stands:
        receipt = opened.recover(message, {}, NOW)
    else:
        assert opened.recover(message, {}, NOW) is None
        receipt = opened.send(message, {})
    assert receipt
    assert [receipt.id.rpartition("/")[2]] == list(owner.posts())


def test_who_is_refused_a_connection_sent_nothing(
    opened: Outlet, message: Sealed, owner: Account, proxy: Proxy
) -> None:
    opened.health()
    with proxy.refusing(), pytest.raises(NotSent):
        opened.send(message, {})
    assert owner.posts() == {}


def test_another_post_under_the_key_is_an_alarm_and_stays(opened: Outlet, message: Sealed, owner: Account) -> None:
    opened.send(opened.seal(message.identity, replace(message.message, text="غيره"), NOW), {})
    for again in (lambda: opened.send(message, {}), lambda: opened.recover(message, {}, NOW)):
        with pytest.raises(Declined, match="a post that we did not send stands under this message's key"):
            again()
    assert [each["text"] for each in owner.posts().values()] == ["غيره"]


def test_who_cannot_see_what_stands_under_the_key_does_not_say_that_nothing_was_sent(
    opened: Outlet, message: Sealed, proxy: Proxy
) -> None:
    opened.send(opened.seal(message.identity, replace(message.message, text="غيره"), NOW), {})
    proxy.play(answered(503), "repo.getRecord")
    with pytest.raises(Unknown):
        opened.send(message, {})


def test_a_post_that_got_another_picture_at_another_try_is_the_same(
    opened: Outlet, message: Sealed, owner: Account
) -> None:
    with picture(noise("PNG", (40, 20))) as page:
        pictured = replace(
            message, message=replace(message.message, card=replace(message.message.card, picture=page.address))
        )
        receipt = posted(opened, pictured)
    assert opened.send(message, {}) == receipt == opened.recover(message, {}, NOW)


def test_who_asked_too_much_is_told_until_when_to_wait(
    opened: Outlet, message: Sealed, owner: Account, proxy: Proxy
) -> None:
    until = NOW.replace(microsecond=0) + datetime.timedelta(hours=1)
    proxy.play(answered(429, {"ratelimit-reset": str(int(until.timestamp()))}), PUT)
    with pytest.raises(NotSent) as caught:
        opened.send(message, {})
    assert caught.value.until == until
    assert owner.posts() == {}


def test_many_posts_need_one_log_in(opened: Outlet, ours: Carrier, owner: Account, proxy: Proxy) -> None:
    for number in range(3):
        posted(opened, sealed(opened, ours, "نص", post=f"post-{number}"))
    assert len(owner.posts()) == 3
    assert len(proxy.asked("server.createSession")) == 1


@pytest.mark.parametrize(("status", "error"), [(400, b"ExpiredToken"), (400, b"InvalidToken"), (401, b"ExpiredToken")])
def test_a_token_that_ran_out_is_refreshed_without_a_log_in(
    status: int, error: bytes, opened: Outlet, message: Sealed, owner: Account, proxy: Proxy
) -> None:
    proxy.play(answered(status, body=b'{"error": "%s"}' % error), PUT)
    opened.send(message, {})
    assert len(owner.posts()) == 1
    assert len(proxy.asked("server.createSession")) == len(proxy.asked("server.refreshSession")) == 1


def test_a_token_that_is_refused_again_and_again_is_not_asked_for_for_ever(
    opened: Outlet, message: Sealed, owner: Account, proxy: Proxy
) -> None:
    proxy.play(answered(400, body=b'{"error": "InvalidToken"}'), PUT, times=9)
    with pytest.raises(Declined):
        opened.send(message, {})
    assert len(proxy.asked("server.refreshSession")) == 1
    assert owner.posts() == {}


def test_a_password_that_is_wrong_is_refused_and_told_to_nobody(ours: Carrier) -> None:
    opened = outlet(ours, {"password": "not-the-password"})
    with pytest.raises(Declined, match="Invalid identifier or password") as caught:
        opened.health()
    assert "not-the-password" not in str(caught.value.reason)


def test_who_was_refused_a_session_does_not_ask_for_one_with_every_post(
    ours: Carrier, owner: Account, proxy: Proxy
) -> None:
    opened = outlet(ours, {"password": "not-the-password"})
    for number in range(3):
        with pytest.raises(Declined):
            posted(opened, sealed(opened, ours, "نص", post=f"post-{number}"))
    assert len(proxy.asked("server.createSession")) == 1


def test_who_logged_in_too_often_asks_again_when_the_time_has_come(ours: Carrier, owner: Account, proxy: Proxy) -> None:
    clock = [NOW]
    opened = outlet(ours, {"password": owner.password}, lambda: clock[0])
    proxy.play(answered(429, {"retry-after": "60"}), "server.createSession")
    for _ in range(2):
        with pytest.raises(NotSent):
            opened.health()
    assert len(proxy.asked("server.createSession")) == 1
    clock.append(clock.pop() + datetime.timedelta(seconds=60))
    assert opened.health().holder == owner.handle


def test_what_a_server_says_back_of_a_token_is_hidden(opened: Outlet, message: Sealed, proxy: Proxy) -> None:
    proxy.play(lambda asked, _: answered(403, body=asked.headers["authorization"].encode())(asked, lambda: None), PUT)
    with pytest.raises(Declined, match=r"403 Bearer \[secret\]$"):
        opened.send(message, {})


def test_who_cannot_log_in_does_not_say_that_nothing_was_sent(ours: Carrier, message: Sealed) -> None:
    with pytest.raises(Declined):
        outlet(ours, {"password": "not-the-password"}).recover(message, {}, NOW)


def picture(data: bytes) -> Proxy:
    """A page that is a picture."""
    return Proxy("http://nobody.invalid", lambda _: answered(200, {"Content-Type": "image/png"}, data))


@pytest.mark.parametrize("data", [noise("PNG", (40, 20)), noise("PNG")], ids=["small", "too large"])
def test_the_card_has_its_picture_as_small_as_it_has_to_be(
    data: bytes, opened: Outlet, ours: Carrier, owner: Account
) -> None:
    with picture(data) as page:
        posted(opened, sealed(opened, ours, "نص", picture=page.address))
    (record,) = owner.posts().values()
    thumb = record["embed"]["external"]["thumb"]
    assert thumb["mimeType"] == ("image/png" if len(data) < 1_000_000 else "image/jpeg")
    assert thumb["size"] <= 1_000_000


@pytest.mark.parametrize(
    ("page", "upload"),
    [(404, None), (503, None), (200, None), (200, 413), (200, 500)],
    ids=["missing", "down", "no picture", "refused", "lost"],
)
def test_a_post_goes_out_without_a_picture_that_fails(
    page: int, upload: int | None, opened: Outlet, ours: Carrier, owner: Account, proxy: Proxy
) -> None:
    data = noise("PNG", (40, 20)) if upload else b"<html>"
    with Proxy("http://nobody.invalid", lambda _: answered(page, body=data)) as site:
        proxy.play(answered(upload or 500), "uploadBlob")
        posted(opened, sealed(opened, ours, "نص", picture=site.address))
    (record,) = owner.posts().values()
    assert "thumb" not in record["embed"]["external"]


def test_a_picture_that_the_server_does_not_know_any_more_is_left_out(
    opened: Outlet, message: Sealed, owner: Account
) -> None:
    link = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"
    gone = {"$type": "blob", "ref": {"$link": link}, "mimeType": "image/png", "size": 9}
    opened.send(message, {"picture": json.dumps(gone)})
    (record,) = owner.posts().values()
    assert record == json.loads(message.extras["record"])


def test_what_was_taken_down_is_gone_and_may_be_taken_down_again(
    opened: Outlet, message: Sealed, owner: Account
) -> None:
    receipt = opened.send(message, {})
    opened.delete(receipt)
    opened.delete(receipt)
    assert owner.posts() == {}


def test_health_says_whose_account_it_is_and_changes_nothing(opened: Outlet, owner: Account, proxy: Proxy) -> None:
    assert opened.health().holder == owner.handle
    assert owner.posts() == {}


def test_who_logs_in_too_often_is_told_until_when_to_wait(tmp_path: Path) -> None:
    with pds(tmp_path, limits=True) as server:
        owner = account(server, "luban")
        ours = carrier("bluesky", owner.handle, server)
        clock = datetime.datetime.now(datetime.UTC)
        outlets = [outlet(ours, {"password": owner.password}, lambda: clock) for _ in range(31)]
        with ThreadPoolExecutor(8) as together:
            told = [each.exception() for each in [together.submit(opened.health) for opened in outlets]]
    (error,) = filter(None, told)
    assert isinstance(error, NotSent)
    assert error.until
    assert datetime.timedelta(0) < error.until - clock <= datetime.timedelta(minutes=5)
