"""Chat rooms: what is said there is shown as it is, and calls for nobody."""

from __future__ import annotations

import datetime
import html
import json
import re
from bisect import bisect_right
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.errors import AccountUnusable
from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Receipt, Sealed
from newsroom.model.language import Language
from newsroom.model.message import Card, Message
from newsroom.networks import NETWORKS, discord, teams
from newsroom.networks.network import Draft
from newsroom.networks.outcomes import Declined
from newsroom.networks.outlet import Access, Outlet
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web
from tests.servers.proxy import Fault, Proxy, Request, answered

NOW = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
LINK = "https://newsroom.luban.om/ar/posts/2026/a_b_c/?x=1&y=2"
ROOMS = ("discord", "slack", "teams")
lines = st.text(st.sampled_from("نص a1 \\*_~`|<>[]#-&@:!"), min_size=1).map(str.strip).filter(bool)


def answering(request: Request) -> Fault:
    held = {"id": "1442", "name": "Newsroom", "content": ""}
    return answered(204 if request.method == "DELETE" else 200, body=json.dumps(held).encode())


@pytest.fixture
def room() -> Iterator[Proxy]:
    """A room that takes everything, and keeps what it was asked."""
    with Proxy("http://nobody.invalid", answering) as room:
        yield room


def outlet(network: str, address: str) -> Outlet:
    carrier = Carrier(network, "press", ("ar", "en"), ())
    secrets = Secrets(carrier, {Secrets(carrier, {}).name("address"): address})
    opened = NETWORKS[network].opened
    assert opened
    return opened(Access(carrier, secrets, Web(lambda: NOW, secrets.hide), lambda: NOW))


def message(network: str, language: Language = "ar", words: str = "نص <!channel> @everyone") -> Message:
    text = NETWORKS[network].written(Draft(words, (), LINK))
    card = Card("عنوان", "ملخص", "https://newsroom.luban.om/card.png", "بطاقة")
    return Message("post1", language, network, "press", text, LINK, card)


def said(network: str, room: Proxy, path: str = "/services/T0/B0", language: Language = "ar") -> Request:
    """What a room was asked to show."""
    whole = Sealed(Identity("post1", language, network, "press"), message(network, language), NOW)
    outlet(network, room.address + path).send(whole, {})
    return room.seen[-1]


def test_nothing_on_slack_is_more_than_text(room: Proxy) -> None:
    body = json.loads(said("slack", room).body)
    assert body == {
        "text": f"نص &lt;!channel&gt; @everyone\n\n{LINK.replace('&', '&amp;')}",
        "mrkdwn": False,
        "unfurl_links": True,
    }


@given(lines)
def test_slack_shows_what_was_written(words: str) -> None:
    text = NETWORKS["slack"].written(Draft(words, (), LINK))
    assert html.unescape(text) == f"{words}\n\n{LINK}"
    assert not set(text) & {"<", ">"}


def test_discord_keeps_what_it_says_it_keeps_and_calls_nobody(room: Proxy) -> None:
    asked = said("discord", room, "/api/webhooks/1/token?thread_id=7")
    assert asked.path == "/api/webhooks/1/token?thread_id=7&wait=true"
    assert json.loads(asked.body)["allowed_mentions"] == {"parse": []}


@given(lines)
def test_discord_shows_what_was_written(words: str) -> None:
    """Discord takes away a backslash before a sign, and takes any other sign that means something for markup."""
    shown = re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", discord.escaped(words))
    assert shown == words
    assert not re.search(r"[*_~`|<>\[\]]|^[#-]", re.sub(r"\\.", "x", discord.escaped(words)))


def test_links_on_discord_stay_whole() -> None:
    assert discord.escaped(f"a_b {LINK}") == f"a\\_b {LINK}"


def test_what_is_on_discord_is_taken_down_at_its_own_address(room: Proxy) -> None:
    outlet("discord", f"{room.address}/api/webhooks/1/token?thread_id=7").delete(Receipt("1442"))
    assert (room.seen[0].method, room.seen[0].path) == ("DELETE", "/api/webhooks/1/token/messages/1442?thread_id=7")


@pytest.mark.parametrize(("language", "is_rtl"), [("ar", True), ("en", False)])
def test_a_card_on_teams_has_a_direction_and_its_picture_words(room: Proxy, language: Language, is_rtl: bool) -> None:
    card = json.loads(said("teams", room, language=language).body)["attachments"][0]["content"]
    assert (card["lang"], card["rtl"]) == (language, is_rtl)
    assert card["body"][0]["inlines"] == [{"type": "TextRun", "text": "نص <!channel> @everyone"}]
    assert card["body"][-1]["altText"] == "بطاقة"
    assert card["actions"][0]["url"] == LINK


@settings(deadline=None)
@given(st.text(st.sampled_from('نa\n"\\'), min_size=1, max_size=9))
def test_the_longest_text_fits_a_card(part: str) -> None:
    number = bisect_right(range(teams.MOST), teams.MOST, key=lambda number: teams.size(part * number)) - 1
    body = json.dumps(teams.posted(message("teams", words=part * number)), ensure_ascii=False, separators=(",", ":"))
    assert teams.size(part * number) <= teams.MOST
    assert len(body.encode()) <= teams.MOST_OF_CARD


@pytest.mark.parametrize("network", ROOMS)
def test_a_room_says_that_it_is_there_without_a_word(network: str, room: Proxy) -> None:
    assert outlet(network, f"{room.address}/services/T0/B0").health().holder
    assert [each.body for each in room.seen if each.method == "POST"] in ([], [b"{}"])


@pytest.mark.parametrize("network", ROOMS)
@pytest.mark.parametrize("address", ["http://hooks.example/T0", "T0/B0", "https://[::1/"], ids=["open", "none", "cut"])
def test_words_are_sent_to_no_address_that_others_can_read_along(network: str, address: str) -> None:
    with pytest.raises(AccountUnusable) as caught:
        outlet(network, address)
    assert address not in caught.value.sentence("en") + caught.value.sentence("ar")


@pytest.mark.parametrize("network", ROOMS)
def test_a_room_that_says_its_address_back_is_not_repeated(network: str) -> None:
    def echo(request: Request) -> Fault:
        return answered(404, body=f"no {request.path}".encode())

    with Proxy("http://nobody.invalid", echo) as gone, pytest.raises(Declined) as caught:
        said(network, gone, "/services/T0/real-word?sig=another-word")
    assert not [word for word in ("real-word", "another-word") if word in str(caught.value.reason)]
