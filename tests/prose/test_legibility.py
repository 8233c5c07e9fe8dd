"""Characters that a file cannot hold, and all others, which stay."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsroom.prose.legibility import in_legible_characters, legible

MARK = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Record:
    title: str
    parts: tuple[str, ...]
    size: int


@given(st.text(st.characters()))
def test_xml_holds_whatever_is_legible(text: str) -> None:
    element = etree.Element("title")
    element.text = legible(text)
    assert element.text == legible(text)


@pytest.mark.parametrize("character", [*"\x00\x08\x0b\x1f\x7f\x85\x9f\ud800\udfff\ufffe\uffff"], ids=ascii)
def test_a_character_that_some_file_cannot_hold_leaves_a_mark(character: str) -> None:
    assert legible(f"a{character}\nb") == f"a{MARK}\nb"


@pytest.mark.parametrize(
    "text", ["", "a\t\r\n", "\xa0", "\xad", "a\u200c\u200f\u2028", "\ue000", "👩🏽\u200d🚀"], ids=ascii
)
def test_what_is_odd_and_sound_stays(text: str) -> None:
    assert legible(text) == text


@given(st.text(st.characters()))
def test_a_text_is_mended_character_by_character(text: str) -> None:
    assert legible(text) == "".join(map(legible, text))


def test_all_texts_of_a_value_are_mended_wherever_they_are() -> None:
    value = {"records": [Record("a\x00", ("b\ud800",), 7)], "none": None}
    assert in_legible_characters(value) == {"records": [Record(f"a{MARK}", (f"b{MARK}",), 7)], "none": None}
