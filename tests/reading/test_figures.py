"""``content/figures/name.yml``: what is written comes back, and what is wrong is said where it stands."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.figure import Figure
from tests.reading.problems import ARABIC, Case, add_keys, found, instant, only_problem, replace, the_post, write
from tests.samples import both, figure, point, restatement, write_figure

FILE = "content/figures/results.yml"
EVIDENCE = "evidence:\n- kind: figure\n  label: {ar: ن, en: n}\n"
"""Lines 13 to 15 of a post; what is written behind it begins on line 16."""


def the_figure(root: Path) -> Figure:
    (read,) = sound_newsroom(root).figures
    return read


def test_a_newsroom_needs_no_figures(root: Path) -> None:
    assert sound_newsroom(root).figures == ()


def test_a_figure_says_what_was_written(root: Path) -> None:
    write_figure(root, form="bars")
    read = the_figure(root)
    assert (read.name, read.path, read.form) == ("results", "figures/results.yml", "bars")
    assert (tuple(read.title), tuple(read.by)) == (("الإيرادات بحسب الربع", "Revenue by quarter"), ("الربع", "Quarter"))
    assert [(each.key, each.name["en"]) for each in read.series] == [("revenue", "Revenue"), ("profit", "Profit")]
    first, second = read.points
    assert (first.key, first.name["ar"], first.released) == ("q1", "الربع 1", instant("2026-01-10T08:00+04:00"))
    assert {key: value.number for key, value in first.values.items()} == {
        "revenue": Decimal("20.7"),
        "profit": Decimal("-2.8"),
    }
    assert list(second.values) == ["revenue"]


def test_a_figure_is_of_columns_unless_it_says_otherwise(root: Path) -> None:
    write_figure(root)
    assert the_figure(root).form == "columns"


def test_one_unit_may_serve_both_languages(root: Path) -> None:
    write_figure(root, unit="%")
    assert tuple(the_figure(root).unit) == ("%", "%")


def test_restatements_stand_in_order_of_time_whatever_the_order_in_the_file(root: Path) -> None:
    later = restatement(date="2026-05-01T08:00", **{"from": 20.4})
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=20.7, restated=[later, restatement()])])
    value = the_figure(root).points[0].values["revenue"]
    assert [each.before for each in value.restatements] == [Decimal("20.1"), Decimal("20.4")]


def test_figures_stand_in_order_of_their_names(root: Path) -> None:
    write_figure(root, "results")
    write_figure(root, "capacity")
    assert [each.name for each in sound_newsroom(root).figures] == ["capacity", "results"]


def one_point(**changes: object) -> list[dict[str, object]]:
    return [point("q1", "2026-01-10T08:00", revenue=20.7) | changes]


CASES = [
    Case("a name that cannot be in a reference", "NR110", "content/figures/Results 1.yml", 1, lambda root: write_figure(
        root, "Results 1")),
    Case("a file of another kind", "NR109", "content/figures/results.csv", 1, lambda root: write(
        root, "content/figures/results.csv", "quarter,revenue\n")),
    Case("a key that is not known", "NR202", FILE, 31, lambda root: write_figure(
        root, points=one_point(note="x"))),
    Case("a point without its instant", "NR201", FILE, 23, lambda root: write_figure(
        root, points=[{key: value for key, value in one_point()[0].items() if key != "released"}])),
    Case("no points", "NR206", FILE, 22, lambda root: write_figure(root, points=[])),
    Case("a form that nobody draws", "NR205", FILE, 31, lambda root: write_figure(
        root, points=one_point(), form="pie")),
    Case("two points of one name", "NR214", FILE, 31, lambda root: write_figure(
        root, points=one_point() + one_point())),
    Case("two series of one name", "NR214", FILE, 18, lambda root: write_figure(
        root, series=[{"key": "revenue", "name": both(each, each)} for each in "ab"], points=one_point())),
    Case("a value of no series", "NR205", FILE, 30, lambda root: write_figure(
        root, points=[point("q1", "2026-01-10T08:00", revenue=20.7, loss=1)])),
    Case("a restatement of no value", "NR205", FILE, 31, lambda root: write_figure(
        root, points=one_point(restated=[restatement(series="profit")]))),
    Case("a value that is no number", "NR203", FILE, 29, lambda root: write_figure(
        root, points=one_point(values={"revenue": "20,7"}))),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_is_wrong_in_a_figure_is_one_problem_where_it_stands(root: Path, case: Case) -> None:
    case.change(root)
    assert found(root) == [(case.code, case.path, case.line)]


def test_a_figure_with_a_fault_makes_no_problem_of_the_texts_that_use_it(root: Path) -> None:
    write_figure(root, form="pie")
    add_keys(root, f"{EVIDENCE}  figure: results.revenue.q1")
    with (root / ARABIC).open("a", encoding="utf-8") as text:
        text.write("\n{{results.profit.q1}}\n\n![](../../../figures/results.yml)\n")
    assert [code for code, *_ in found(root)] == ["NR205"]


def test_evidence_may_refer_to_a_value(root: Path) -> None:
    write_figure(root)
    add_keys(root, f"{EVIDENCE}  figure: results.revenue.q1\n  link: https://a.example/")
    (evidence,) = the_post(root).evidence
    assert (evidence.figure, evidence.link, evidence.value) == ("results.revenue.q1", "https://a.example/", None)


@pytest.mark.parametrize("key", ["value: 1", "unit: '%'", "source: {ar: م, en: s}", "date: 2026-01-01"])
def test_evidence_does_not_say_again_what_its_figure_says(root: Path, key: str) -> None:
    write_figure(root)
    add_keys(root, f"{EVIDENCE}  figure: results.revenue.q1\n  {key}")
    assert found(root) == [("NR222", ARABIC, 17)]
    assert only_problem(root).values == {"key": key.partition(":")[0], "figure": "results.revenue.q1"}


@pytest.mark.parametrize("key", ["source", "date"])
def test_evidence_without_a_figure_needs_its_source_and_day(root: Path, key: str) -> None:
    lines = {"source": "  source: {ar: م, en: s}\n", "date": "  date: 2026-01-01\n", "value": "  value: 1"}
    add_keys(root, EVIDENCE + "".join(words for name, words in lines.items() if name != key))
    assert found(root) == [("NR201", ARABIC, 14)]
    assert only_problem(root).values["key"] == f"evidence.0.{key}"


def test_only_a_figure_refers_to_a_figure(root: Path) -> None:
    write_figure(root)
    add_keys(root, f"{EVIDENCE}  figure: results.revenue.q1")
    replace(root, ARABIC, "kind: figure", "kind: report")
    assert [code for code, *_ in found(root)] == ["NR212"]


def test_a_sample_is_without_a_problem(root: Path) -> None:
    write_figure(root)
    assert found(root) == []
    assert figure()["title"]["en"] == the_figure(root).title.en
