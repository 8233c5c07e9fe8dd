"""Lines of headlines: no figure is parted from its unit, nothing is lost, and lines are even."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.cards.breaking import balanced, lines_within
from newsroom.prose.groups import groups
from tests.prose.test_groups import GLUED

WORDS = ["لُبان", "تربح", "في", "من", "التخزين", "Luban", "invests", "storage,", "to", "(again)", "عُمان:"]

texts = st.lists(st.sampled_from(WORDS + GLUED), min_size=1, max_size=14)
widths = st.integers(4, 60)


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


def test_an_empty_text_has_no_line() -> None:
    assert balanced(groups(" \n"), 10, len) == []
