"""``newsroom check``: everything that is wrong, in one run."""

from __future__ import annotations

from pathlib import Path

from newsroom.errors import ProblemsFound
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, in_reading_order
from newsroom.reading.newsroom import Reading, read_newsroom
from newsroom.reading.posts import Each
from newsroom.rules import inspect, run_rules


def check(root: Path) -> tuple[Problem, ...]:
    """Every problem of the newsroom in a folder, in order of path and line."""
    return _problems(read_newsroom(root, inspect), root)


def sound_newsroom(root: Path) -> Newsroom:
    """The newsroom in a folder. Raises :class:`ProblemsFound` where it has errors."""
    newsroom, _ = newsroom_and_warnings(root)
    return newsroom


def newsroom_and_warnings(root: Path, each: Each = map) -> tuple[Newsroom, tuple[Problem, ...]]:
    """The newsroom in a folder and its warnings. Raises :class:`ProblemsFound` where it has errors.

    ``each`` is how the folders of posts are gone through.
    """
    reading = read_newsroom(root, inspect, each)
    problems = _problems(reading, root)
    if reading.newsroom is None or any(problem.is_error for problem in problems):
        raise ProblemsFound(problems)
    return reading.newsroom, problems


def _problems(reading: Reading, root: Path) -> tuple[Problem, ...]:
    found = run_rules(reading.newsroom, root) if reading.newsroom else ()
    return tuple(sorted((*reading.problems, *found), key=in_reading_order))
