"""What is sent is in normal form, on one line, and shown in the direction of its language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.crosspost.cleaning import clean, directed
from newsroom.crosspost.hashtags import hashtag
from newsroom.model.language import Language


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("\ufeffنص", "نص"),
        ("إيرا\u00adدات", "إيرادات"),
        ("\u2067نص", "نص"),
        ("ﻻ ﺷﻲء", "لا شيء"),
        ("صلى ﷺ ﴿آية﴾", "صلى ﷺ ﴿آية﴾"),
        ("two\n lines", "two lines"),
        ("e\u0301", "é"),
        ("بين\u00a0اسمين", "بين\u00a0اسمين"),
    ],
    ids=[
        "mark",
        "soft hyphen",
        "open isolate",
        "shaped letters",
        "words of honour",
        "lines",
        "normal form",
        "no-break",
    ],
)
def test_what_networks_mistake_is_taken_out(written: str, sent: str) -> None:
    assert clean(written) == sent


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("text", "language", "is_marked"),
    [
        ("Luban تربح", "ar", True),
        ("٨٪ نمو", "ar", False),
        ("لُبان", "ar", False),
        ("Luban", "en", False),
        ("2026", "ar", False),
    ],
    ids=["a Latin name first", "digits first", "Arabic", "English", "digits alone"],
)
def test_arabic_that_opens_with_latin_letters_is_marked(text: str, language: Language, is_marked: bool) -> None:
    assert (directed(text, language) == "\u061c" + text) is is_marked


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("الأمن الغذائي", "ar", "الأمن_الغذائي"),
        ("عُمان ٢٠٤٠", "ar", "عمان_٢٠٤٠"),
        ("النتـــائج", "ar", "النتائج"),
        ("Food security", "en", "FoodSecurity"),
        ("IPO & listing", "en", "IPOListing"),
        ("2026", "en", ""),
        ("…", "ar", ""),
    ],
    ids=["two words", "vowel sign", "tatweel", "English", "capitals", "digits alone", "no letter"],
)
def test_a_hashtag_is_one_word(name: str, language: Language, expected: str) -> None:
    assert hashtag(name, language) == expected


@given(st.text(), st.sampled_from(["ar", "en"]))
def test_no_hashtag_has_what_would_end_it(name: str, language: Language) -> None:
    made = hashtag(name, language)
    assert all(each.isalnum() or each == "_" for each in made)
