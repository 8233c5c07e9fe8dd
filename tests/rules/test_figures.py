"""Values that texts refer to: told where there is none, and told of again when they are restated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.problems import ARABIC, ENGLISH, add_keys, add_words, found, only_problem, replace
from tests.samples import both, point, restatement, write_figure, write_post

EVIDENCE = "evidence:\n- kind: figure\n  label: {ar: ن, en: n}\n  figure: results."
"""The reference stands on line 16 of the file."""
CHART = "![](../../../figures/results.yml)"


def write_restated(root: Path, **changes: object) -> None:
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=2, profit=1, restated=[restatement(**changes)])])


def correct(root: Path, date: str) -> None:
    add_keys(root, f"corrections:\n- {{date: {date}, text: {{ar: ت, en: c}}}}")


@pytest.mark.parametrize(
    "written",
    ["results.revenue.q9", "results.costs.q1", "result.revenue.q1", "results.revenue", "q1", "results.profit.q2"],
)
def test_a_reference_to_no_value_is_an_error_where_it_stands(root: Path, written: str) -> None:
    write_figure(root)
    add_words(root, f"\nIt was\n{{{{{written}}}}}.")
    assert found(root) == [("NR411", ENGLISH, 9)]
    assert only_problem(root).is_error


def test_evidence_that_refers_to_no_value_is_an_error_in_its_line(root: Path) -> None:
    write_figure(root)
    add_keys(root, f"{EVIDENCE}revenue.q9")
    assert found(root) == [("NR411", ARABIC, 16)]


def test_a_post_may_not_name_a_value_that_is_released_after_it(root: Path) -> None:
    write_figure(root)
    add_words(root, "\n{{results.revenue.q2}}")
    assert found(root) == [("NR411", ENGLISH, 8)]
    replace(root, ARABIC, "2026-01-15T09:00", "2026-04-10T08:00")
    assert found(root) == []


def test_a_page_may_name_any_value(root: Path) -> None:
    write_figure(root)
    add_words(root, "\n{{results.revenue.q2}}", "content/pages/about/index.en.md")
    assert found(root) == []


def test_the_name_that_was_likely_meant_comes_first(root: Path) -> None:
    write_figure(root)
    add_words(root, "\n{{results.profits.q1}}")
    assert only_problem(root).mend("en").startswith("choose from: results.profit.q1")


def test_a_chart_of_a_figure_that_is_not_there_is_a_broken_link(root: Path) -> None:
    write_figure(root, "other")
    add_words(root, f"\n{CHART}")
    assert found(root) == [("NR406", ENGLISH, 8)]


@pytest.mark.parametrize("use", ["{{results.revenue.q1}}", CHART])
def test_a_restatement_is_told_of_in_each_text_that_uses_the_value(root: Path, use: str) -> None:
    write_restated(root)
    add_words(root, f"\n{use}")
    assert found(root) == [("NR412", ENGLISH, 8)]
    problem = only_problem(root)
    assert not problem.is_error
    assert problem.values == {"value": "results.revenue.q1", "date": "2026-03-01"}


def test_a_restatement_is_told_of_where_evidence_uses_the_value(root: Path) -> None:
    write_restated(root)
    add_keys(root, f"{EVIDENCE}revenue.q1")
    assert found(root) == [("NR412", ARABIC, 16)]


def test_a_post_that_uses_a_value_often_is_told_once(root: Path) -> None:
    write_restated(root)
    add_words(root, f"\n{{{{results.revenue.q1}}}} {{{{results.revenue.q1}}}}\n\n{CHART}")
    assert [code for code, *_ in found(root)] == ["NR412"]


@pytest.mark.parametrize(
    ("date", "codes"), [("2026-02-28T08:00", ["NR412"]), ("2026-03-01T08:00", []), ("2026-05-01T08:00", [])]
)
def test_a_correction_after_the_restatement_settles_it_and_one_before_does_not(
    root: Path, date: str, codes: list[str]
) -> None:
    write_restated(root)
    add_words(root, f"\n{CHART}")
    correct(root, date)
    assert [code for code, *_ in found(root)] == codes


def test_a_second_restatement_asks_for_a_second_correction(root: Path) -> None:
    twice = [restatement(), restatement(date="2026-06-01T08:00")]
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=2, restated=twice)])
    add_words(root, f"\n{CHART}")
    correct(root, "2026-03-01T08:00")
    assert only_problem(root).values["date"] == "2026-06-01"


@pytest.mark.parametrize(
    "words", ["{{results.profit.q1}}", "words", "\\{{results.revenue.q1}}", "`{{results.revenue.q1}}`"]
)
def test_who_does_not_use_the_restated_value_hears_nothing(root: Path, words: str) -> None:
    write_restated(root)
    add_words(root, f"\n{words}")
    assert found(root) == []


def test_a_post_released_after_the_restatement_hears_nothing(root: Path) -> None:
    write_restated(root, date="2026-01-12T08:00")
    add_words(root, f"\n{CHART}")
    assert found(root) == []


def test_a_page_shows_the_new_value_and_needs_no_note(root: Path) -> None:
    write_restated(root)
    add_words(root, "\n![](../../figures/results.yml)", "content/pages/about/index.en.md")
    assert found(root) == []


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_a_post_that_nobody_can_see_hears_nothing(root: Path, status: str) -> None:
    write_restated(root)
    withdrawal = {"date": "2026-02-01T08:00", "reason": both("أ", "a")}
    changes = {"pubstatus": status} | ({"withdrawal": withdrawal} if status == "canceled" else {})
    write_post(root, ar=changes, body_ar=CHART)
    assert found(root) == []
