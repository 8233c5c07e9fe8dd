"""Groups: no figure is parted from its unit, nor what an author joined."""

from __future__ import annotations

import pytest

from newsroom.prose.groups import groups

GLUED = [
    "١٨ مليون ريال عُماني",
    "٢٣٫٤ مليون ريال عُماني",
    "٨ في المائة",
    "٦٤ ألف موضع",
    "٥ أمتار",
    "١٢٠ متر مربع",
    "رقم ٧",
    "ر.ع. ٤٨٫٥",
    "− ٣٫١٪",
    "OMR 23.4 million",
    "$ 5 bn",
    "18 million Omani rials",
    "8 per cent",
    "3 cubic metres",
    "64 %",
    "+ 8.4 %",
    "12 – 15 May",
    "No. 7",
    "(OMR 6.5 million)",
    "18 August 2026",
    "١٨ أغسطس ٢٠٢٦",
]
"""Each is one group, whatever stands around it."""


@pytest.mark.parametrize("phrase", GLUED)
def test_a_figure_and_what_it_counts_are_one_group(phrase: str) -> None:
    assert phrase in groups(f"تقول {phrase}، لُبان")[1] or phrase in groups(f"says {phrase}, Luban")[1]
    assert groups(f"before {phrase}")[-1] == phrase


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"], ids=["no-break space", "narrow no-break space"])
def test_words_that_an_author_joined_stay_together(space: str) -> None:
    assert groups(f"with Al{space}Mahrooqi today") == ["with", f"Al{space}Mahrooqi", "today"]


@pytest.mark.parametrize(
    ("text", "last"),
    [("ارتفعت ٨٪ في عام", "عام"), ("up 8% in May", "May"), ("a 4-year plan", "plan"), ("in 2026, Luban", "Luban")],
    ids=["a sign that ends the figure", "the same in English", "a word of its own", "a comma"],
)
def test_a_figure_that_is_complete_holds_nothing(text: str, last: str) -> None:
    assert groups(text)[-1] == last
    assert all(" " not in group for group in groups(text))


def test_an_empty_text_has_no_group() -> None:
    assert groups(" \n") == []
