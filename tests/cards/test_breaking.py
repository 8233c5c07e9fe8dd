"""Lines of headlines: no figure is parted from its unit, nothing is lost, and lines are even."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.cards.breaking import balanced, groups, lines_within

GLUED = [
    "١٨ مليون ريال عُماني",
    "٢٣٫٤ مليون ريال عُماني",
    "٨ في المائة",
    "٦٤ ألف موضع",
    "٥ أمتار",
    "١٢٠ متر مربع",
    "رقم ٧",
    "ر.ع. ٤٨٫٥",
    "− ٣٫١٪",
    "OMR 23.4 million",
    "$ 5 bn",
    "18 million Omani rials",
    "8 per cent",
    "3 cubic metres",
    "64 %",
    "+ 8.4 %",
    "12 – 15 May",
    "No. 7",
    "(OMR 6.5 million)",
    "18 August 2026",
    "١٨ أغسطس ٢٠٢٦",
]
"""Each is one group, whatever stands around it."""
WORDS = ["لُبان", "تربح", "في", "من", "التخزين", "Luban", "invests", "storage,", "to", "(again)", "عُمان:"]

texts = st.lists(st.sampled_from(WORDS + GLUED), min_size=1, max_size=14)
widths = st.integers(4, 60)


@pytest.mark.parametrize("phrase", GLUED)
def test_a_figure_and_what_it_counts_are_one_group(phrase: str) -> None:
    assert phrase in groups(f"تقول {phrase}، لُبان")[1] or phrase in groups(f"says {phrase}, Luban")[1]
    assert groups(f"before {phrase}")[-1] == phrase


@given(texts, widths)
def test_no_line_ends_inside_a_figure_and_its_unit(words: list[str], width: int) -> None:
    lines = balanced(groups(" ".join(words)), width, len)
    for phrase in set(words) & set(GLUED):
        assert sum(line.count(phrase) for line in lines) == " ".join(words).count(phrase)


@given(texts, widths)
def test_the_lines_together_are_the_text(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert " ".join(balanced(groups(text), width, len)) == text


@given(texts, widths)
def test_no_line_is_wider_than_its_place_but_one_that_cannot_be_broken(words: list[str], width: int) -> None:
    parts = groups(" ".join(words))
    assert all(len(line) <= width or line in parts for line in balanced(parts, width, len))


@given(texts, widths)
def test_even_lines_are_no_more_than_full_ones_and_none_is_longer(words: list[str], width: int) -> None:
    parts = groups(" ".join(words))
    full, even = lines_within(parts, width, len), balanced(parts, width, len)
    assert len(even) == len(full)
    assert max(map(len, even)) <= max(map(len, full))


def test_two_lines_share_the_words_between_them() -> None:
    assert balanced(groups("one two three four five six"), 22, len) == ["one two three", "four five six"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"], ids=["no-break space", "narrow no-break space"])
def test_words_that_an_author_joined_stay_together(space: str) -> None:
    assert groups(f"with Al{space}Mahrooqi today") == ["with", f"Al{space}Mahrooqi", "today"]


@pytest.mark.parametrize(
    ("text", "last"),
    [("ارتفعت ٨٪ في عام", "عام"), ("up 8% in May", "May"), ("a 4-year plan", "plan"), ("in 2026, Luban", "Luban")],
    ids=["a sign that ends the figure", "the same in English", "a word of its own", "a comma"],
)
def test_a_figure_that_is_complete_holds_nothing(text: str, last: str) -> None:
    assert groups(text)[-1] == last
    assert all(" " not in group for group in groups(text))


def test_an_empty_text_has_no_line() -> None:
    assert balanced(groups(" \n"), 10, len) == []
