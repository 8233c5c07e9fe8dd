"""The main line: the commits that were checked out one after another, when each came, and where that is in doubt.

A merge counts as one step, at the instant of the merge: what lay on a branch before was on no site.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from newsroom.history.git import ask, ask_in_lines, text_of
from newsroom.history.log import SLACK, whereabouts

_MAIN: Final = ("log", "--first-parent", "--diff-merges=first-parent", "--no-renames", "--no-relative")
_COMMIT: Final = "\x01"

BEGINNING: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""Before every commit: git counts seconds from here."""

Reason = Literal["shallow", "backwards", "written-after", "ahead"]
"""Why instants are in doubt: history is cut off before a commit; a commit is dated before the one that it follows; it
was written after it was committed; it is dated after the clock."""


@dataclass(frozen=True, slots=True)
class Step:
    """A commit of the main line. ``instant`` is when it was made, ``written`` when its author says to have written it.

    ``since`` is the earliest instant at which it can have been the newest: never before a commit that it follows.
    """

    commit: str
    instant: datetime.datetime
    written: datetime.datetime
    since: datetime.datetime


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of time of which git cannot tell what was checked out, and the commit on whose account."""

    reason: Reason
    commit: str
    since: datetime.datetime
    until: datetime.datetime

    def covers(self, instant: datetime.datetime) -> bool:
        """Whether an instant lies in it, its ends included."""
        return self.since <= instant <= self.until


def main_line(root: Path) -> tuple[Step, ...]:
    """Every step up to the commit that is checked out, the oldest first. Raises :class:`HistoryUnknown`."""
    lines = ask_in_lines(root, "log", "--first-parent", "--format=%H %ct %at", "HEAD")
    steps: list[Step] = []
    for line in reversed(lines):
        commit, made, written = line.split()
        instant = _instant(made)
        since = max(instant, steps[-1].since) if steps else instant
        steps.append(Step(commit, instant, _instant(written), since))
    return tuple(steps)


def doubts(root: Path, steps: Sequence[Step], now: datetime.datetime) -> tuple[Doubt, ...]:
    """What of the main line cannot be believed, in order of time. Raises :class:`HistoryUnknown`."""
    is_shallow, _, _ = whereabouts(root)
    found = [Doubt("shallow", steps[0].commit, BEGINNING, steps[0].instant)] if is_shallow else []
    found += [doubt for step in steps for doubt in _of_step(step, now)]
    return tuple(sorted(found, key=lambda doubt: (doubt.since, doubt.until, doubt.commit)))


def carriers(root: Path, word: str, place: str) -> tuple[tuple[str, str], ...]:
    """Files below a place that gained or lost a word, each with a commit of the main line that did it."""
    return tuple(_changed(root, f"-S{word}", "--", place))


def changed_below(root: Path, place: str) -> tuple[tuple[str, str], ...]:
    """Every file below a place that a commit of the main line changed, with the commit, the newest first."""
    return tuple(_changed(root, "--", place))


def touching(root: Path, places: Sequence[str]) -> frozenset[str]:
    """The commits of the main line that changed something in these places, given below the newsroom's folder."""
    return frozenset(ask_in_lines(root, *_MAIN, "--no-patch", "--format=%H", "HEAD", "--", *places))


def _changed(root: Path, *question: str) -> Iterator[tuple[str, str]]:
    prefix = whereabouts(root)[1]
    options, places = question[: question.index("--")], question[question.index("--") :]
    answer = ask(root, *_MAIN, "--name-only", "-z", "--format=%x01%H", *options, "HEAD", *places)
    for told in text_of(answer).split(_COMMIT)[1:]:
        commit, *paths = told.split("\0")
        yield from ((commit.strip(), path.strip("\n").removeprefix(prefix)) for path in paths if path.strip("\n"))


def _of_step(step: Step, now: datetime.datetime) -> Iterator[Doubt]:
    if step.instant < step.since - SLACK:
        yield Doubt("backwards", step.commit, step.instant, step.since)
    if step.written > step.instant + SLACK:
        yield Doubt("written-after", step.commit, step.instant, step.written)
    if step.instant > now + SLACK:
        yield Doubt("ahead", step.commit, now, step.instant)


def _instant(seconds: str) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
