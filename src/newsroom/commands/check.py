"""``newsroom check``: everything that is wrong, in one run."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.commands.instants import aware
from newsroom.errors import ProblemsFound
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, in_reading_order
from newsroom.reading.findings import Findings
from newsroom.reading.newsroom import Reading, read_newsroom
from newsroom.reading.posts import Each
from newsroom.reading.published import read_published
from newsroom.rules import inspect, run_rules
from newsroom.rules.allowances import applied
from newsroom.rules.soundness import remembered
from newsroom.rules.unfinished import RULE as UNFINISHED
from newsroom.rules.weighing import softened, weighed, weights_of
from newsroom.scaffold.rules import find_outdated

if TYPE_CHECKING:
    from newsroom.approvals.verification import Memory


def check(
    root: Path, now: datetime.datetime | None = None, each: Each = map, memory: Memory | None = None
) -> tuple[Problem, ...]:
    """Every problem of the newsroom in a folder, in order of path and line; ``now`` is when it would be published.

    ``each`` and ``memory`` are those of :func:`newsroom_and_warnings`.
    """
    found = _read(root, each, now, {} if memory is None else memory)[1]
    findings = Findings()
    read_published(root, findings)
    find_outdated(root, findings)
    return tuple(sorted((*found, *findings.problems), key=in_reading_order))


def sound_newsroom(root: Path) -> Newsroom:
    """The newsroom in a folder. Raises :class:`ProblemsFound` where it has errors."""
    newsroom, _ = newsroom_and_warnings(root)
    return newsroom


def newsroom_and_warnings(
    root: Path,
    each: Each = map,
    *,
    now: datetime.datetime | None = None,
    memory: Memory | None = None,
    publishes: bool = True,
) -> tuple[Newsroom, tuple[Problem, ...]]:
    """The newsroom in a folder and its warnings. Raises :class:`ProblemsFound` where it has errors.

    ``each`` is how the folders of posts are gone through; ``now`` when it is published, or nothing where it is not;
    ``memory`` holds what is known of approvals, and what is sound. Whoever ``publishes`` nothing sees what has
    editorial errors too.
    """
    newsroom, problems = _read(root, each, now, {} if memory is None else memory)
    # What is for information is told by ``check`` alone.
    pressing = tuple(
        problem if publishes else softened(problem) for problem in problems if problem.rule.severity != "information"
    )
    if newsroom is None or any(problem.is_error for problem in pressing):
        raise ProblemsFound(pressing)
    return newsroom, pressing


def newsroom_in_progress(root: Path) -> tuple[Newsroom, frozenset[str]]:
    """The newsroom in a folder, and the folders of posts that still hold placeholders: for those who plan.

    Raises :class:`ProblemsFound` where it has other errors that are not an editor's to judge.
    """
    newsroom, problems = _read(root, map, None, {})
    unfinished = [problem for problem in problems if problem.rule.code == UNFINISHED.code]
    others = [softened(problem) for problem in problems if problem.rule.code != UNFINISHED.code]
    if newsroom is None or any(problem.is_error for problem in others):
        raise ProblemsFound(tuple(problem for problem in others if problem.rule.severity != "information"))
    paths = {problem.path for problem in unfinished}
    folders = (post.folder for post in newsroom.posts)
    return newsroom, frozenset(each for each in folders if any(path.startswith(f"content/{each}/") for path in paths))


def _read(
    root: Path, each: Each, now: datetime.datetime | None, memory: Memory
) -> tuple[Newsroom | None, tuple[Problem, ...]]:
    reading = read_newsroom(root, remembered(inspect, memory), each)
    newsroom, found = reading.newsroom, problems_but_for_consent(reading, root)
    if newsroom and newsroom.policy.approvals:
        # Loaded where it is needed: that takes longer than to look at a thousand posts that have not changed.
        from newsroom.approvals.gate import with_consents  # noqa: PLC0415

        newsroom, of_consent = with_consents(newsroom, root, memory, aware(now, newsroom) if now else None)
        # Consent is nothing that a newsroom could allow itself to lack.
        found += of_consent
    return newsroom, tuple(sorted(found, key=in_reading_order))


def problems_but_for_consent(reading: Reading, root: Path) -> list[Problem]:
    """What is wrong with a newsroom, as it weighs its rules, apart from the consent that its posts need."""
    newsroom = reading.newsroom
    if newsroom is None:
        return list(reading.problems)
    return applied(weighed((*reading.problems, *run_rules(newsroom, root)), weights_of(newsroom)))
