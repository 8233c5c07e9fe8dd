"""The figures of a post as spreadsheets read them, and the tables that lie in press kits."""

from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path
from typing import Any

import pytest

from newsroom.model.language import Language
from tests.conftest import NOW
from tests.samples import both, picture, point, restatement, write_figure, write_picture, write_post
from tests.wire.test_press_kits import KIT, kits

MEASURED = {
    "kind": "figure",
    "label": both("السعة، بالطبلية", "Capacity, in pallets"),
    "value": 64000,
    "unit": both("طبلية", "pallets"),
    "source": both("سجل المخازن", "Warehouse records"),
    "date": "2026-01-14",
}
REFERRING = {"kind": "figure", "label": both("الإيرادات", "Revenue"), "figure": "results.revenue.q1"}
CERTIFICATE = {
    "kind": "certificate",
    "label": both("شهادة", "A certificate"),
    "source": both("المانح", "Its giver"),
    "date": "2026-01-14",
}
LATER = (NOW + datetime.timedelta(days=1)).isoformat()


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def kit_of(root: Path, site: Path, *evidence: dict[str, Any], words: str = "") -> dict[str, bytes]:
    """What lies in the kit of a post with this evidence and these words in its English text."""
    folder = write_post(root, 1, ar={"hero": picture("hero.png"), "evidence": list(evidence)}, body_en=f"Text. {words}")
    write_picture(folder / "hero.png")
    return {name.removeprefix("post-1/"): data for name, data in kits(root, site)[KIT].items()}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ar",
            [
                ["البيان", "القيمة", "الوحدة", "المصدر", "التاريخ"],
                ["السعة، بالطبلية", "64000", "طبلية", "سجل المخازن", "2026-01-14"],
            ],
        ),
        (
            "en",
            [
                ["Figure", "Value", "Unit", "Source", "Date"],
                ["Capacity, in pallets", "64000", "pallets", "Warehouse records", "2026-01-14"],
            ],
        ),
    ],
)
def test_a_kit_holds_the_figures_of_its_post_in_each_language(
    root: Path, tmp_path: Path, language: Language, expected: list[list[str]]
) -> None:
    kit = kit_of(root, tmp_path / "site", MEASURED, CERTIFICATE)
    assert rows(kit[f"figures.{language}.csv"]) == expected


def test_spreadsheets_take_the_table_for_utf_8_and_each_line_ends_as_they_expect(root: Path, tmp_path: Path) -> None:
    data = kit_of(root, tmp_path / "site", MEASURED)["figures.ar.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 2


def test_a_post_without_figures_has_no_table_of_them(root: Path, tmp_path: Path) -> None:
    assert not [name for name in kit_of(root, tmp_path / "site", CERTIFICATE) if name.endswith(".csv")]


def test_a_value_that_is_named_in_a_text_stands_in_the_table_once(root: Path, tmp_path: Path) -> None:
    write_figure(root)
    words = "{{results.revenue.q1}} and {{results.profit.q1}} and again {{results.profit.q1}}"
    kit = kit_of(root, tmp_path / "site", REFERRING, words=words)
    assert rows(kit["figures.en.csv"])[1:] == [
        ["Revenue", "20.7", "OMR million", "Financial statements", "2026-01-10"],
        ["Revenue by quarter: Profit, Quarter 1", "-2.8", "OMR million", "Financial statements", "2026-01-10"],
    ]
    assert rows(kit["figures.ar.csv"])[2][0] == "الإيرادات بحسب الربع: الربح، الربع 1"


def test_the_table_of_a_figure_holds_what_its_post_knew_and_no_more(root: Path, tmp_path: Path) -> None:
    restated = point("q1", "2026-01-10T08:00", restated=[restatement()], revenue=20.7)
    write_figure(root, points=[restated, point("q2", "2026-04-10T08:00", revenue=21.9)])
    table = rows(kit_of(root, tmp_path / "site", words="![](../../../figures/results.yml)")["figures/results.en.csv"])
    assert [row[:2] for row in table[1:]] == [["Quarter 1", "20.1"]]


def test_the_kit_of_the_newsroom_holds_the_data_of_every_figure_that_may_be_seen(root: Path, tmp_path: Path) -> None:
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=20.7), point("q9", LATER, revenue=99.9)])
    write_figure(root, "later", points=[point("q9", LATER, revenue=99.9)])
    kit = kits(root, tmp_path / "site")["press-kits/newsroom.zip"]
    tables = [name for name in kit if name.endswith(".csv")]
    assert tables == ["newsroom/figures/results.ar.csv", "newsroom/figures/results.en.csv"]
    for name in tables:
        assert [row[1] for row in rows(kit[name])[1:]] == ["20.7"]
