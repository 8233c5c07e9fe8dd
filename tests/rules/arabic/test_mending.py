"""What ``newsroom check --fix`` does to an Arabic text, and what it never does."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsroom.rules.arabic import ARABIC_RULES
from tests.rules.mending import assert_mends_at_once, assert_says_the_same, texts
from tests.rules.wordings import mended

WORDS = ("نعم", "شرکة", "علی", "فی", "ﻻ", "ﺍﻟﺸﺮﻛﺔ", "بـ", "و", "طُبِعَ", "Luban", "ISO", "5", "٧", "١،٥", "2,500")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("نعم, وصلت; هل بدأت?", "نعم، وصلت؛ هل بدأت؟"),
        ("نعم ,وصلت ،ثم بدأت ؟", "نعم، وصلت، ثم بدأت؟"),
        ("صحار,صلالة،الدقم", "صحار، صلالة، الدقم"),
        ("قال: \"نعم\"... و'لا' « أبدًا »", "قال: «نعم»… و'لا' «أبدًا»"),
        ("شرکة فی ۴۵ موقعًا", "شركة في ٤٥ موقعًا"),
        ("ﺍﻟﺸﺮﻛﺔ وعمﻼؤها", "الشركة وعملاؤها"),
        ("[نعم](https://a.example/) ، و`ls` ، و{{a.b.c}} .", "[نعم](https://a.example/)، و`ls`، و{{a.b.c}}."),
        ("> نعم ,\n> ثم لا", "> نعم،\n> ثم لا"),
        ('| نعم , | لا |\n|---|---|\n| ٥ ، | "ست" |', "| نعم، | لا |\n|---|---|\n| ٥، | «ست» |"),
        ('قال: ""نعم"', 'قال: ""نعم"'),
    ],
)
def test_what_is_sure_is_mended(text: str, right: str) -> None:
    assert mended(ARABIC_RULES, "ar", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "وصل علی أمس",
        "نعم&nbsp;، لا",
        "نعم \n، لا",
        "[نعم] : لا",
        "`نعم , لا`",
        "https://a.example/x ، نعم",
        "**نعم،**لا و**نعم** ، لا",
        'قال: «نعم "لا"»',
        'قال: "نعم\nلا"',
        "قال »نعم« ثم ذهب",
        "هل؟؟ نعم!! في في",
        "الذى ان الشركه شـركة",
        "٥ و 5",
    ],
)
def test_what_a_person_must_judge_is_left(text: str) -> None:
    assert mended(ARABIC_RULES, "ar", text) == text


@given(texts(WORDS))
def test_mending_once_is_mending_for_good(text: str) -> None:
    assert_mends_at_once(ARABIC_RULES, "ar", text)


@given(texts(WORDS))
def test_mending_changes_no_word_and_no_element(text: str) -> None:
    assert_says_the_same(ARABIC_RULES, "ar", text)
