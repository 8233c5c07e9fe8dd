"""The summary of a post in feeds: whole sentences, and as many as are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.prose.opening import summary
from newsroom.prose.portable import portable
from tests.prose.manuscripts import NOTICE, PAGE, TANGLES, converted


def summed_up(first: str, html: str, at_least: int) -> str:
    return summary(first, portable(html, PAGE, "en", NOTICE), at_least)


def sentences(text: str) -> list[str]:
    """Where a paragraph may be cut, asked for one letter more each time."""
    cuts = [summed_up("", f"<p>{text}</p>", length) for length in range(1, len(text) + 1)]
    return [cut[len(before) :].strip() for before, cut in zip(["", *cuts], cuts, strict=False) if cut != before]


@pytest.mark.parametrize(
    "expected",
    [
        ["Revenue rose 13.8% to OMR 48.5 million.", "Profit rose too!", "Why?"],
        ["ارتفعت الإيرادات ١٣٫٨٪، ونما الربح.", "هل يكفي ذلك؟", "لا!"],
        ["قال: «نشكر زملاءنا».", "ثم مضى."],
        ["“We ship today.”", "She meant it."],
        ["We met Dr. Salim on 3 p.m. Friday.", "It rained."],
        ["وقال د. سالم ذلك.", "ثم مضى."],
        ["In Q2 2026.", "Then we grew."],
        ["The brand Yahoo! said so.", "Nobody minded."],
    ],
    ids=["figures", "arabic", "guillemets", "quotes", "abbreviations", "doctor", "year", "exclamation"],
)
def test_sentences_end_where_they_end(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_summary_that_is_long_enough_stays_alone() -> None:
    assert summed_up("Long  enough.", "<p>More.</p>", 12) == "Long enough."


def test_sentences_follow_until_there_are_enough_letters() -> None:
    assert summed_up("First.", "<p>Second one. Third one. Fourth.</p>", 20) == "First. Second one. Third one."


def test_a_text_that_is_short_is_told_whole() -> None:
    assert summed_up("First.", "<p>Second.</p>", 300) == "First. Second."


def test_a_summary_without_a_stop_gets_one_before_more_follows() -> None:
    assert summed_up("Profit up 8.4%", "<p>More.</p>", 300) == "Profit up 8.4%. More."


def test_what_the_summary_says_already_is_not_said_again() -> None:
    assert summed_up("Profit rose. Costs fell.", "<p>Profit rose. So did sales.</p>", 300).count("Profit rose.") == 1


def test_only_paragraphs_are_summed_up() -> None:
    passed_by = "- item.\n\n> quoted.\n\n| a |\n|---|\n| b. |"
    markdown = f"## Heading\n\nDear all,\n\nThree[^1] reasons. They are:\n\n{passed_by}\n\nEnd.\n\n[^1]: Note."
    assert summed_up("First.", converted(markdown), 300) == "First. Three reasons. End."


def test_what_nobody_sees_on_the_page_is_not_said() -> None:
    assert summed_up("First.", "<p hidden>A draft.</p><p>Second.</p>", 300) == "First. Second."


def test_a_paragraph_that_is_only_a_link_is_no_sentence() -> None:
    assert summed_up("First.", "<p>a.</p><form><input></form>", 300) == "First. a."


@settings(deadline=None)
@given(st.text(max_size=20), TANGLES, st.integers(0, 400))
def test_a_summary_begins_as_asked_and_stops_when_it_is_long_enough(first: str, html: str, at_least: int) -> None:
    text = summed_up(first, html, at_least)
    assert text.startswith(" ".join(first.split()))
    assert text == summed_up(first, html, max(at_least - 1, 0)) or len(text) >= at_least - 1
