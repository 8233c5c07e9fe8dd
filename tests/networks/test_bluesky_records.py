"""What is fixed of a post for Bluesky: its key, its time, and which bytes are links and hashtags."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.model.delivery import Identity
from newsroom.model.message import Card, Message
from newsroom.networks.bluesky_records import (
    Record,
    facets,
    record_key,
    with_picture,
    without_picture,
    written,
)

NOW = datetime.datetime(2026, 11, 23, 8, 0, 0, 123456, tzinfo=datetime.UTC)
LINK = "https://newsroom.luban.om/ar/posts/2026/results/"
MESSAGE = Message("results", "ar", "bluesky", "luban.test", f"نص #نتائج\n\n{LINK}", LINK, Card("عنوان", "وصف", "", ""))

LETTERS = re.findall(
    r"\S+", "نمت الإيرادات إِعْلَانٌ ـــ ﷺ ٨٫٤٪ café e\u0301 naïve Ω 👨‍👩‍👧‍👦 🇴🇲 1️⃣ \u061cAI \u200fنص «مفتوح» C++"
)
TAGS = ("#الأمن_الغذائي", "#رؤية_عمان_2040", "#FoodSecurity", "#إِعْلَان", "#Q3", "#عُمان🇴🇲")
LINKS = (LINK, "https://xn--mgb9awbf.om/%D9%86?a=b#c", "http://luban.om/(x)/y")
words = st.sampled_from(LETTERS) | st.text(
    st.characters(codec="utf-8", exclude_characters="#", exclude_categories=("Z", "Cc")), min_size=1
)
parts = st.lists(
    words.filter(lambda word: "http" not in word) | st.sampled_from(TAGS) | st.sampled_from(LINKS), max_size=30
)


def told(text: str, facets: Iterable[Record]) -> list[tuple[str, str]]:
    """What stands at the bytes of each facet of a text, and what the facet says that it is."""
    whole = text.encode()
    return [(whole[each["index"]["byteStart"] : each["index"]["byteEnd"]].decode(), said(each)) for each in facets]


def said(facet: Record) -> str:
    """The link or hashtag of a facet, as it is written."""
    (feature,) = facet["features"]
    return str(feature["uri"]) if "uri" in feature else f"#{feature['tag']}"


@given(parts, st.sampled_from([" ", "\n", "\n\n"]))
def test_every_link_and_hashtag_is_found_at_its_own_bytes(parts: Sequence[str], space: str) -> None:
    expected = [part for part in parts if part in LINKS] + [part for part in parts if part in TAGS]
    text = space.join(parts)
    assert told(text, facets(text)) == [(part, part) for part in expected]


@given(st.text())
def test_no_facet_cuts_a_letter_or_says_what_is_not_there(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert all(shown == meant for shown, meant in told(text, facets(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("انظر https://luban.om/a.", ["https://luban.om/a"]),
        ("«https://luban.om/a»", ["https://luban.om/a"]),
        ("هل https://luban.om/a؟", ["https://luban.om/a"]),
        ("#نتائج، #أرباح!", ["#نتائج", "#أرباح"]),
        ("C#sharp a#b", []),
        ("#1 #٢٠٢٦ # ##", []),
        ("#" + "ن" * 64, ["#" + "ن" * 64]),
        ("#" + "ن" * 65, []),
        ("https://luban.om/a#b", ["https://luban.om/a#b"]),
    ],
    ids=["full stop", "quotes", "question mark", "punctuation", "inside a word", "no letter", "64", "65", "fragment"],
)
def test_what_stands_beside_a_link_or_hashtag_is_no_part_of_it(text: str, found: list[str]) -> None:
    assert told(text, facets(text)) == [(each, each) for each in found]


def test_the_record_says_language_time_and_card() -> None:
    record = json.loads(written(MESSAGE, NOW.astimezone(datetime.timezone(datetime.timedelta(hours=4)))))
    assert (record["text"], record["langs"], record["createdAt"]) == (MESSAGE.text, ["ar"], "2026-11-23T08:00:00.123Z")
    assert record["embed"]["external"] == {"uri": LINK, "title": "عنوان", "description": "وصف"}


def test_a_record_with_a_picture_is_the_same_message_as_one_without() -> None:
    record = json.loads(written(MESSAGE, NOW))
    pictured = with_picture(record, '{"$type": "blob"}')
    assert pictured["embed"]["external"]["thumb"] == {"$type": "blob"}
    assert without_picture(pictured) == record == with_picture(record, "")


def keys(number: int, now: datetime.datetime) -> list[str]:
    """The keys of messages that are claimed at one instant."""
    return [record_key(Identity(f"post-{each}", "ar", "bluesky", "luban.test"), now) for each in range(number)]


def test_messages_that_are_claimed_at_one_instant_have_keys_of_their_own() -> None:
    assert len(set(keys(2_000, NOW))) == 2_000


def test_keys_are_of_the_form_that_bluesky_asks_for() -> None:
    form = re.compile("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
    assert [each for each in keys(200, NOW) if not form.fullmatch(each)] == []


def test_a_message_that_is_claimed_a_second_later_sorts_later() -> None:
    seconds = [keys(20, NOW + datetime.timedelta(seconds=each)) for each in range(5)]
    assert all(max(earlier) < min(later) for earlier, later in pairwise(seconds))
