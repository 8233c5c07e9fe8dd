"""``plan.yml``: what it says comes back, and an impossible date or number is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.plan import LEAD_TIMES
from newsroom.model.post import POST_TYPES
from newsroom.reading.newsroom import read_newsroom
from tests.reading.problems import Case, found, only_problem, write

SOUND = """\
objectives:
  - key: informed-shareholders
    title: {ar: مساهمون مطّلعون, en: Informed shareholders}
    purpose: {ar: ثقة المساهمين, en: Trust}
    audiences: [shareholders]
    cadence: {posts: 1, every: quarter}
    from: 2024-02-29
    until: 2024-02-29
lead_times: {results: 30, statement: 0}
"""


def plan(root: Path, old: str = "", new: str = "") -> None:
    """Write the sound plan with one change."""
    assert SOUND.count(old) == 1 or not old
    write(root, "plan.yml", SOUND.replace(old, new) if old else SOUND)


def case(name: str, code: str, line: int, old: str, new: str) -> Case:
    return Case(name, code, "plan.yml", line, lambda root: plan(root, old, new))


PLAN = [
    case("an end before the beginning", "NR235", 8, "until: 2024-02-29", "until: 2024-02-28"),
    case("a beginning on 31 February", "NR204", 7, "from: 2024-02-29", "from: 2024-02-31"),
    case("a leap day of a common year", "NR204", 8, "until: 2024-02-29", "until: 2025-02-29"),
    case("a beginning beyond all calendars", "NR204", 7, "from: 2024-02-29", "from: 9999-12-31"),
    case("no post in a quarter", "NR203", 6, "posts: 1", "posts: 0"),
    case("fewer than no post", "NR203", 6, "posts: 1", "posts: -1"),
    case("half a post", "NR203", 6, "posts: 1", "posts: 0.5"),
    case("more posts than days", "NR203", 6, "posts: 1", "posts: 367"),
    case("a period that there is not", "NR205", 6, "every: quarter", "every: fortnight"),
    case("an objective for nobody", "NR206", 5, "[shareholders]", "[]"),
    case("a lead time below nothing", "NR203", 9, "results: 30", "results: -1"),
    case("a lead time longer than a year", "NR203", 9, "results: 30", "results: 367"),
    case("a lead time in words", "NR203", 9, "results: 30", "results: a month"),
    case("a lead time of a type that there is not", "NR205", 9, "results: 30", "tweet: 1"),
    case("lead times in a list", "NR203", 9, "{results: 30, statement: 0}", "[30]"),
]


@pytest.mark.parametrize("case", PLAN, ids=lambda case: case.name)
def test_each_fault_of_a_plan_is_one_problem_on_its_line(case: Case, root: Path) -> None:
    plan(root)
    assert found(root) == []
    case.change(root)
    assert found(root) == [(case.code, case.path, case.line)]


def test_an_objective_that_ends_before_it_begins_is_named_in_both_languages(root: Path) -> None:
    plan(root, "until: 2024-02-29", "until: 2024-02-28")
    problem = only_problem(root)
    assert "informed-shareholders" in problem.what("ar")
    assert problem.what("en") == 'the objective "informed-shareholders" ends before it begins'


def test_a_reversed_objective_gives_a_newsroom_all_the_same_so_that_all_else_is_looked_at(root: Path) -> None:
    plan(root, "until: 2024-02-29", "until: 2024-02-28")
    assert read_newsroom(root).newsroom


def test_lead_times_that_are_named_replace_those_that_are_not(root: Path) -> None:
    plan(root)
    assert sound_newsroom(root).lead_times == {**LEAD_TIMES, "results": 30, "statement": 0}


def test_a_newsroom_that_names_no_lead_times_has_one_for_every_type(root: Path) -> None:
    assert sound_newsroom(root).lead_times == LEAD_TIMES
    assert tuple(LEAD_TIMES) == POST_TYPES
