"""Each network counts in units of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.networks import NETWORKS
from newsroom.networks.counting import graphemes, utf8_bytes, utf16_units, with_links_as, with_pictograms_as_bytes
from newsroom.networks.little_text import escaped, unescaped
from newsroom.networks.network import Draft
from newsroom.networks.x import PRICE, PRICE_WITH_LINK, price, weight

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
LINK = "https://newsroom.luban.om/ar/posts/2026/first-half-results-2026/"


@pytest.mark.parametrize(
    ("text", "seen", "units", "length", "weighs"),
    [
        ("عُمان", 4, 5, 10, 5),
        ("إِعْلَان", 5, 8, 16, 8),
        ("لا", 2, 2, 4, 2),
        ("ـــ", 3, 3, 6, 3),
        ("ﷺ", 1, 1, 3, 2),
        ("\u200fنص", 3, 3, 7, 4),
        ("٢٠٢٦", 4, 4, 8, 4),
        (FAMILY, 1, 11, 25, 2),
        ("", 0, 0, 0, 0),
    ],
    ids=[
        "a vowel sign",
        "vowel signs",
        "two letters",
        "tatweel",
        "a ligature",
        "a mark",
        "digits",
        "a family",
        "nothing",
    ],
)
def test_a_text_is_as_long_as_the_network_says(text: str, seen: int, units: int, length: int, weighs: int) -> None:
    assert (graphemes(text), utf16_units(text), utf8_bytes(text), weight(text)) == (seen, units, length, weighs)


@pytest.mark.parametrize("text", [LINK, f"نص\n\n{LINK}"], ids=["alone", "below a text"])
def test_a_link_counts_the_same_however_long_it_is(text: str) -> None:
    rest = text.removesuffix(LINK)
    assert weight(text) == with_links_as(23, text) == len(rest) + 23


def test_an_emoji_counts_its_bytes_where_the_network_says_so() -> None:
    assert with_pictograms_as_bytes(f"عمان {FAMILY}") == 5 + 25


def test_a_text_with_a_link_has_its_price() -> None:
    assert (price("نص"), price(f"نص\n\n{LINK}")) == (PRICE, PRICE_WITH_LINK)


@given(st.text())
def test_what_is_escaped_for_linkedin_is_read_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_a_hashtag_on_linkedin_is_a_template() -> None:
    draft = Draft("نتائج (النصف) #١", ("الأمن_الغذائي",), LINK)
    assert NETWORKS["linkedin"].written(draft) == "نتائج \\(النصف\\) \\#١\n\n{hashtag|\\#|الأمن\\_الغذائي}"


@pytest.mark.parametrize("key", sorted(key for key, each in NETWORKS.items() if each.tells == "announcement"))
def test_the_link_stands_alone_and_last_or_beside_the_text(key: str) -> None:
    lines = NETWORKS[key].written(Draft("Words.", ("Results",), LINK)).split("\n\n")
    assert lines[0] == "Words."
    assert LINK not in lines[:-1]


@pytest.mark.parametrize("key", sorted(NETWORKS))
def test_a_network_is_known_by_its_own_name(key: str) -> None:
    assert NETWORKS[key].key == key
