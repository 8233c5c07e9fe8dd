"""What ``newsroom check --fix`` does to an English text, and what it never does."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsroom.rules.english import ENGLISH_RULES
from tests.rules.mending import assert_mends_at_once, assert_says_the_same, texts
from tests.rules.wordings import mended

WORDS = ("yes", "the", "Luban", "can't", "can’t", "5", "2,500", ".om", "نعم", ":)")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("A cold  store , in   June .", "A cold store, in June."),
        ("**Yes , no** [no](https://a.example/) ; `ls` !", "**Yes, no** [no](https://a.example/); `ls`!"),
        ("- fish  and grain\n- fruit ,", "- fish and grain\n- fruit,"),
        ("| a  b | c , |\n|---|---|\n| d | e |", "| a b | c, |\n|---|---|\n| d | e |"),
    ],
)
def test_what_is_sure_is_mended(text: str, right: str) -> None:
    assert mended(ENGLISH_RULES, "en", text) == right


@pytest.mark.parametrize(
    "text",
    ["One.  Two.", "One  \ntwo", "the the", '“a” and "b"', "colour and center", "`a  b , c`", "3 : 2", "thanks :)"],
)
def test_what_a_person_must_judge_is_left(text: str) -> None:
    assert mended(ENGLISH_RULES, "en", text) == text


@given(texts(WORDS))
def test_mending_once_is_mending_for_good(text: str) -> None:
    assert_mends_at_once(ENGLISH_RULES, "en", text)


@given(texts(WORDS))
def test_mending_changes_no_word_and_no_element(text: str) -> None:
    assert_says_the_same(ENGLISH_RULES, "en", text)
