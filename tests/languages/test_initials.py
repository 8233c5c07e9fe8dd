"""The letters that stand where a portrait would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.languages.initials import initials

APART = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        pytest.param("سالم بن خلفان الحارثي", f"س{APART}ح", id="a father's name and an article"),
        pytest.param("مريم بنت عبدالله اللواتية", f"م{APART}ل", id="an article before its own letter"),
        pytest.param("حمد آل سعيد", f"ح{APART}س", id="a house"),
        pytest.param("إلياس الأزكي", f"إ{APART}أ", id="hamza keeps its seat"),
        pytest.param("هدى", "ه", id="one name"),
        pytest.param("Salim Al Harthy", f"S{APART}H", id="an article apart"),
        pytest.param("Aisha Al-Rawahi", f"A{APART}R", id="an article with a hyphen"),
        pytest.param("o'brien, anne-marie", f"O{APART}A", id="small letters"),
        pytest.param("Alan Elder", f"A{APART}E", id="names that only begin like an article"),
        pytest.param("«الشيخ» ناصر", f"ش{APART}ن", id="quotation marks"),
        pytest.param("2030", "", id="no letter"),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text())
def test_initials_are_never_more_than_two_letters_and_never_touch(name: str) -> None:
    letters = initials(name).split(APART)
    assert len(letters) <= 2
    assert not any(character.isspace() for letter in letters for character in letter)
