"""Words are found as a person looks for them, and not inside other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.model.language import Language
from newsroom.prose.expressions import find, first, fold, may_stand

FOUND: list[tuple[Language, str, str, str]] = [
    ("ar", "مضمون", "عائدٌ مَضمونٌ اليوم", "مَضمونٌ"),
    ("ar", "مضمون", "وبالمضمونة", "وبالمضمونة"),
    ("ar", "مضمون", "للمضمونين", "للمضمونين"),
    ("ar", "مضمون", "مضمـــون", "مضمـــون"),
    ("ar", "الأفضل", "فالأفضل منه", "فالأفضل"),
    ("ar", "الأفضل", "هو الافضل", "الافضل"),
    ("ar", "رائد عالمي", "الشركة الرائدة العالمية", "الرائدة العالمية"),
    ("ar", "شركة رائدة", "شركات رائدات", "شركات رائدات"),
    ("ar", "أول", "لأول مرة", "لأول"),
    ("ar", "100%", "نسبة ١٠٠٪.", "١٠٠٪"),
    ("ar", "ISO 9001", "شهادة ISO ٩٠٠١", "ISO ٩٠٠١"),
    ("en", "guarantee", "Guarantees.", "Guarantees"),
    ("en", "world-class", "a World class hub", "World class"),
    ("en", "first company", "the first companies'", "first companies'"),
    ("en", "can't lose", "You can’t lose!", "can’t lose"),
    ("en", "risk free", "risk\u00a0free", "risk\u00a0free"),
    ("en", "/guarantee[ds]? of/", "no Guarantees of it", "Guarantees of"),
    ("en", "İstanbul x", "a İSTANBUL X y", "İSTANBUL X"),
]  # fmt: skip
NOT_FOUND: list[tuple[Language, str, str]] = [
    ("ar", "أمل", "العمل كامل"),
    ("ar", "ان", "قويّان"),
    ("ar", "الأفضل", "أفضل منه"),
    ("ar", "ضمان", "الضامن"),
    ("ar", "عام", "طعام"),
    ("en", "best", "bestow"),
    ("en", "lead", "mislead"),
    ("en", "first", "xfirst"),
    ("en", "a", "as"),
]


@pytest.mark.parametrize(("language", "expression", "text", "shown"), FOUND)
def test_an_expression_is_found_where_a_person_would_find_it(
    language: Language, expression: str, text: str, shown: str
) -> None:
    place = first([expression], text, language)
    assert place
    assert text[place.start : place.end] == shown
    assert may_stand([expression], f"x\n{text}\ny", language) == (expression,)


@pytest.mark.parametrize(("language", "expression", "text"), NOT_FOUND)
def test_an_expression_is_not_found_inside_another_word(language: Language, expression: str, text: str) -> None:
    assert list(find([expression], text, language)) == []


@given(st.text(alphabet="اأبةىي ًّـ٣%abCİ'’.", max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text).letters).letters == fold(text).letters


@given(st.text(alphabet="اأبة ًّـ٣abC", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_span_of_folded_letters_is_those_letters_of_the_text(text: str, one: int, other: int) -> None:
    folded = fold(text)
    start, end = sorted((min(one, len(folded.letters)), min(other, len(folded.letters))))
    first_letter, last = folded.span(start, end)
    if start < end:
        assert fold(text[first_letter:last]).letters == folded.letters[start:end]
