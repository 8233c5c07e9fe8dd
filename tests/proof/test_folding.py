"""Texts that a reader takes for the same are the same to the proof."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.proof.folding import BARRIER, folded, letters_in, parted, squeezed

WORDS = st.text(st.sampled_from("abcXYZ 019.,-أإآابتثجحخلمنهوية٠١٩"), min_size=1, max_size=40)
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The Port", "THE PORT", id="case"),
        pytest.param("أُعلِنَتِ النّتائج", "اعلنت النتائج", id="vowel marks"),
        pytest.param("النتـــائج", "النتائج", id="tatweel"),
        pytest.param("إدارة أعمال آسيا", "ادارة اعمال اسيا", id="forms of alef"),
        pytest.param("في ٢٠٢٦", "في 2026", id="digits"),
        pytest.param("۲۰۲۶", "2026", id="Persian digits"),
        pytest.param("a port\u00a0of\n call", "a  port of call", id="white space"),
        pytest.param("co\u00adoperation", "cooperation", id="a soft hyphen"),
        pytest.param("\u2067الميناء\u2069", "الميناء", id="isolates"),
        pytest.param("ﺍﻟﻤﻴﻨﺎﺀ", "الميناء", id="letters in their shapes"),
        pytest.param("“A port”, he said", "'A port' he said", id="punctuation"),
    ],
)
def test_two_ways_to_write_the_same_are_one(one: str, other: str) -> None:
    assert squeezed(one) == squeezed(other) != b""


@pytest.mark.parametrize(("one", "other"), [("port", "fort"), ("14.2", "14.3"), ("ميناء", "بناء"), ("port", "ميناء")])
def test_other_words_and_numbers_are_others(one: str, other: str) -> None:
    assert squeezed(one) != squeezed(other)


@given(WORDS)
def test_neither_case_nor_digits_nor_marks_make_a_difference(text: str) -> None:
    changed = "".join(f"{letter}\u0640\u064e" for letter in text.upper().translate(EASTERN))
    assert squeezed(changed) == squeezed(text)


@given(WORDS)
def test_words_put_together_are_the_squeezed_text(text: str) -> None:
    assert parted(text).replace(b" ", b"") == squeezed(text)


def test_words_are_parted_by_single_spaces() -> None:
    assert parted("Revenue: 14.2%, up") == b" revenue 14 2 up "


def test_a_folded_text_keeps_what_is_neither_letter_nor_digit() -> None:
    assert folded("OMR ١٬٢٣٤٫٥ (أوَّلي)") == "omr 1٬234٫5 (اولي)"


def test_digits_are_no_letters() -> None:
    assert letters_in(squeezed("في ٢٠٢٦")) == 2


def test_no_words_are_found_over_a_barrier() -> None:
    assert squeezed(f"Sohar{BARRIER}port") != squeezed("Sohar port")
