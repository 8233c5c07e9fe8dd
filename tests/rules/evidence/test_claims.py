"""Which claims rest on what, and where sentences end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import check
from newsroom.rules.evidence.sentences import sentence_around
from tests.reading.problems import ENGLISH
from tests.samples import both, write_post

CLAIM = "Sample runs the largest cold store in Oman."


def evidence(kind: str, label: str, source: str = "Chamber of Commerce", **changes: Any) -> dict[str, Any]:
    figure = {"value": 40, "unit": "%"} if kind == "figure" else {"link": "https://a.example/"}
    words = {"label": both("دليل", label), "source": both("مصدر", source)}
    return {"kind": kind, "date": "2025-12-01", **words, **figure, **changes}


def claims_of(root: Path, text: str, *every: dict[str, Any], **own: Any) -> list[str]:
    write_post(root, body_en=text, ar={"evidence": list(every)} if every else {}, en=own)
    return [problem.values["claim"] for problem in check(root) if problem.rule.code == "NR301"]


@pytest.mark.parametrize(
    ("every", "is_shown"),
    [
        ([], False),
        ([evidence("rating", "Logistics ranking")], True),
        ([evidence("report", "Market of 2025")], True),
        ([evidence("report", "Annual report", "Sample")], False),
        ([evidence("report", "Stores of the country", "Sample")], True),
        ([evidence("certificate", "ISO 22000")], False),
        ([evidence("certificate", "Cold store of the year")], True),
        ([evidence("figure", "Employees")], False),
        ([evidence("figure", "Share of cold stores")], True),
    ],
    ids=["nothing", "rating", "outside report", "own report", "own report on it", "certificate", "certificate for it",
         "figure", "figure on it"],
)  # fmt: skip
def test_a_claim_rests_on(root: Path, every: list[dict[str, Any]], is_shown: bool) -> None:
    assert (claims_of(root, CLAIM, *every) == []) is is_shown


def test_a_link_shows_its_own_sentence_only(root: Path) -> None:
    text = f"{CLAIM} It [opened](https://a.example/) in May."
    assert claims_of(root, text) == ["the largest cold store"]
    assert (
        claims_of(root, "It [opened](https://a.example/). Sample is [the largest port in Oman](https://a.example/).")
        == []
    )


def test_a_title_rests_on_what_the_text_links_to(root: Path) -> None:
    text = "Sample is [the largest operator in Oman](https://a.example/)."
    assert claims_of(root, text, title="Sample, the largest operator in Oman") == []


def test_a_footnote_shows_a_claim(root: Path) -> None:
    assert claims_of(root, f"{CLAIM[:-1]}[^1].\n\n[^1]: The ministry's register.") == []


def test_a_record_rests_on_a_table(root: Path) -> None:
    table = "\n\n| Year | Profit |\n|---|---|\n| 2020 | 12 |"
    assert claims_of(root, "It made a record profit.") == ["record profit"]
    assert claims_of(root, f"It made a record profit.{table}") == []


def test_a_claim_is_told_at_its_line(root: Path) -> None:
    write_post(root, body_en=f"First.\n\n{CLAIM}")
    (problem,) = (problem for problem in check(root) if problem.rule.code == "NR301")
    assert (problem.path, problem.line) == (ENGLISH, 8)


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("One. Two. Three.", 5, " Two."),
        ("It is 4.5 tonnes. Two.", 7, "It is 4.5 tonnes."),
        ("Mr. Khalid came. Two.", 5, "Mr. Khalid came."),
        ("هل وصل؟ نعم.", 9, " نعم."),
        ("بلغت ٥ ر.ع. للصندوق. ثم زادت.", 3, "بلغت ٥ ر.ع. للصندوق."),
        ("No stop", 3, "No stop"),
    ],
)
def test_a_sentence_ends(text: str, place: int, expected: str) -> None:
    start, end = sentence_around(text, place)
    assert text[start:end] == expected
