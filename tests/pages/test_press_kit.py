"""What a post's page offers: its kit, and its figures as lines of a table."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from newsroom.model.language import Language, Localized
from newsroom.model.post import Picture
from newsroom.pages.press_kit import figures_as_text, has_kit
from tests.wire.samples import FIGURE, WITHDRAWAL, paper, post

BOTH = Localized("وصف", "words")
HERO = Picture("posts/2026/annual-results/hero.jpg", 8, 4, 90, "image/jpeg", BOTH, BOTH, BOTH, BOTH)
MILLIONS = replace(
    FIGURE,
    label=Localized("الإيرادات", "Revenue"),
    value=Decimal("48.5"),
    unit=Localized("مليون ر.ع.", "OMR million"),
    date=datetime.date(2026, 7, 1),
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, False, id="text alone"),
        pytest.param({"hero": HERO}, True, id="a picture"),
        pytest.param({"attachments": {"posts/2026/annual-results/report.pdf": None}}, True, id="a document"),
        pytest.param({"hero": HERO, "withdrawal": WITHDRAWAL}, False, id="withdrawn"),
    ],
)
def test_a_post_has_a_kit_where_there_is_more_than_its_text(changes: dict[str, object], expected: bool) -> None:
    assert has_kit(post(**changes)) == expected


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "Growth\t8.4\t%\tFinancial statements\t10 January 2026",
                "Revenue\t48.5\tOMR million\tFinancial statements\t1 July 2026",
            ],
        ),
        (
            "ar",
            [
                "نسبة النمو\t٨٫٤\t٪\tالقوائم المالية\t١٠ يناير ٢٠٢٦",
                "الإيرادات\t٤٨٫٥\tمليون ر.ع.\tالقوائم المالية\t١ يوليو ٢٠٢٦",
            ],
        ),
    ],
)
def test_figures_are_lines_of_five_fields(language: Language, lines: list[str]) -> None:
    told = post(evidence=(FIGURE, replace(FIGURE, kind="report", value=None, unit=None), MILLIONS))
    assert figures_as_text(paper(language).hand, told).split("\n") == lines


def test_a_label_cannot_begin_another_field() -> None:
    strange = replace(FIGURE, label=Localized("أ\tب", "One\ttwo\nthree"))
    assert figures_as_text(paper("en").hand, post(evidence=(strange,))).count("\t") == 4


@pytest.mark.parametrize(
    ("language", "length", "said"),
    [
        ("en", 90, "JPEG, 8 × 4 pixels, 1\N{NO-BREAK SPACE}KB"),
        ("en", 999_400, "JPEG, 8 × 4 pixels, 999\N{NO-BREAK SPACE}KB"),
        ("en", 4_250_000, "JPEG, 8 × 4 pixels, 4.2\N{NO-BREAK SPACE}MB"),
        ("ar", 12_000_000, "JPEG، ٨ × ٤ بكسل، ١٢٫٠\N{NO-BREAK SPACE}ميغابايت"),
    ],
)
def test_a_file_says_what_it_is_and_how_much_it_takes(language: Language, length: int, said: str) -> None:
    assert paper(language).hand.file(replace(HERO, length=length)) == said
