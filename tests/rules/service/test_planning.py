"""The rules on the plan: which posts they ask, and since when."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import check
from tests.reading.problems import ARABIC, Case, found
from tests.samples import both, plan, write_post, write_yaml

PLAN = "plan.yml"
FIGURE = {
    "kind": "figure", "label": both("السعة", "Capacity"), "value": 40, "unit": "%", "source": both("سجل", "Register"),
    "date": "2025-12-31",
}  # fmt: skip
SERVES = {"objective": "informed-shareholders", "audiences": ["media", "shareholders"], "evidence": [FIGURE]}


def write_posts(root: Path, *posts: dict[str, Any]) -> None:
    for number, keys in enumerate(posts, 1):
        write_post(root, number, ar=keys)


def write_objectives(root: Path, **second: Any) -> None:
    """A plan of two objectives, of which the second is changed."""
    (first,), (other,) = plan()["objectives"], plan()["objectives"]
    write_yaml(root / PLAN, {"objectives": [first, other | {"key": "food", "title": both("الغذاء", "Food")} | second]})


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in SERVES.items() if name != key}


PLANNING_MODEL = [
    Case("an objective without its evidence", "NR304", ARABIC, 14, lambda root: write_posts(root, without("evidence"))),
    Case("a post without an objective", "NR312", "content/posts/2026/post-2/index.ar.md", 3,
         lambda root: write_posts(root, SERVES, {})),
    Case("an objective that nobody serves", "NR313", PLAN, 17, lambda root: (
        write_posts(root, SERVES), write_objectives(root))),
    Case("a post for others", "NR314", ARABIC, 9, lambda root: write_posts(root, SERVES | {"audiences": ["media"]})),
    Case("a contact for others", "NR325", ARABIC, 6, lambda root: write_posts(root, {"audiences": ["employees"]})),
]  # fmt: skip


def codes(root: Path) -> list[str]:
    return [code for code, _, _ in found(root)]


def test_a_plan_that_no_post_names_is_not_in_use_yet(root: Path) -> None:
    write_posts(root, {}, {"type": "speech"})
    assert codes(root) == []


def test_posts_older_than_the_first_that_names_an_objective_are_not_asked(root: Path) -> None:
    write_posts(root, SERVES, {"date": "2026-01-15T08:59"})
    assert codes(root) == []


def test_a_statement_needs_no_objective(root: Path) -> None:
    write_posts(root, SERVES, {"type": "statement"})
    assert codes(root) == []


def test_no_objective_is_asked_for_where_the_plan_has_none_that_day(root: Path) -> None:
    write_objectives(root)
    tree = plan()["objectives"][0] | {"until": "2026-02-01"}
    write_yaml(root / PLAN, {"objectives": [tree]})
    write_posts(root, SERVES, {"date": "2026-02-02T09:00"})
    assert codes(root) == []


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({"from": "2025-10-14"}, ["NR313"]),
        ({"from": "2025-10-15"}, []),
        ({"from": "2026-03-01"}, []),
        ({"from": "2026-01-01", "until": "2026-01-14"}, ["NR313"]),
        ({"from": "2026-01-01", "until": "2026-01-15"}, []),
    ],
    ids=["a whole quarter", "a day less", "not begun", "ended before", "not ended"],
)
def test_an_objective_has_had_its_time_after_a_period_or_at_its_end(
    root: Path, times: dict[str, str], expected: list[str]
) -> None:
    write_posts(root, SERVES)
    write_objectives(root, **times)
    assert codes(root) == expected


def test_a_post_out_of_its_objectives_time_does_not_serve_it(root: Path) -> None:
    write_objectives(root, until="2025-12-31")
    write_posts(root, SERVES, SERVES | {"objective": "food"})
    assert codes(root) == ["NR313"]


def test_a_type_of_posts_without_an_objective_is_told_once_at_the_newest(root: Path) -> None:
    speech = {"type": "speech"}
    write_posts(root, SERVES, speech | {"date": "2026-02-01T09:00"}, speech | {"date": "2026-01-20T09:00"})
    (problem,) = (problem for problem in check(root) if problem.rule.code == "NR315")
    assert problem.path == "content/posts/2026/post-2/index.ar.md"
    assert problem.values == {"type": "speech", "count": "2"}


@pytest.mark.parametrize(
    "posts",
    [
        [{"type": "speech"}],
        [{"type": "speech"}, SERVES | {"type": "speech"}],
        [{"type": "statement"}, {"type": "statement"}],
    ],
    ids=["one post", "one of them serves", "statements"],
)
def test_a_type_is_not_aimless_for(root: Path, posts: list[dict[str, Any]]) -> None:
    write_posts(root, SERVES, *posts)
    assert "NR315" not in codes(root)
