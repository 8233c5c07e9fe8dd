"""Roots: what is one word for a reader has one, whatever its form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search.roots import fold, root, roots

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"


def query(word: str) -> str:
    return root(fold(word))


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("والطاقة", "الطاقة"),
        ("فالطاقة", "طاقة"),
        ("وللمزارع", "مزرعة"),
        ("لتعزيز", "تعزيز"),
        ("مشاريع", "مشروع"),
        ("أسواقنا", "سوق"),
        ("موانئ", "الميناء"),
        ("برامجها", "برنامج"),
        ("مسؤول", "مسئول"),
        ("شؤون", "شئون"),
        ("هيئة", "هيئه"),
        ("سنوياً", "سنوي"),
        ("سنويًّا", "سنوي"),
        ("نموًا", "نمو"),
        ("مشروعان", "مشروع"),
        ("مشروعنا", "مشروع"),
        ("بطاقة", "الطاقة"),
        ("مستشفى", "مستشفي"),
        ("عُمانيّون", "عماني"),
        ("الــطاقة", "طاقه"),
        ("اللوجستيات", "لوجستية"),
        ("افتتحت", "افتتاح"),
        ("کرامة", "كرامة"),
    ],
)
def test_forms_of_a_word_meet(written: str, searched: str) -> None:
    assert query(searched) in roots(written).split()


@pytest.mark.parametrize(("one", "other"), [("ميناء", "مناخ"), ("مركب", "مركز"), ("صحار", "صحيفة"), ("شركة", "شحنة")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert query(one) not in roots(other).split()


def test_figures_written_with_a_letter_are_found_by_themselves() -> None:
    assert "24" in roots("لـ٢٤ شاحنة").split()


def test_words_of_other_scripts_have_none() -> None:
    assert roots("ISO 22000, Luban") == ""


def test_each_root_stands_once() -> None:
    found = roots("شركة الشركة وشركات شركتنا").split()
    assert len(found) == len(set(found))


@given(st.text(LETTERS + "ًَّـ", min_size=1, max_size=12))
def test_every_word_is_found_by_itself(word: str) -> None:
    words = fold(word).split()
    assert all(root(each) in roots(word).split() for each in words)


@given(st.text(max_size=40))
def test_to_fold_again_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
