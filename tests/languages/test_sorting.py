"""The order of names."""

from __future__ import annotations

import pytest

from newsroom.languages.sorting import sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إبراهيم", "ابراهيم"),
        ("آمنة", "امنة"),
        ("لُبان", "لبان"),
        ("محمـــد", "محمد"),
        ("مصطفى", "مصطفي"),
        ("رؤية", "رويه".replace("ه", "ة")),
        ("الموانئ", "موانئ"),
        ("٢٠١٧", "2017"),
        ("Ports", "ports"),
        ("ا\u0654حمد", "أحمد"),
    ],
)
def test_spellings_of_one_name_sort_together(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_hamza_does_not_put_a_name_before_the_alphabet() -> None:
    assert sorted(["بدر", "إياد", "أحمد", "ابتسام"], key=sort_key) == ["ابتسام", "أحمد", "إياد", "بدر"]


def test_the_article_does_not_gather_names_under_alef() -> None:
    assert sorted(["المجتمع", "الابتكار", "سلسلة التبريد"], key=sort_key) == ["الابتكار", "سلسلة التبريد", "المجتمع"]


def test_a_name_that_only_begins_like_the_article_keeps_its_letters() -> None:
    assert sort_key("إلياس") == "الياس"
    assert sort_key("ألف") == "الف"


def test_digits_come_before_letters() -> None:
    assert sorted(["أحمد", "٢٠٢٦", "٢٠١٧"], key=sort_key) == ["٢٠١٧", "٢٠٢٦", "أحمد"]
