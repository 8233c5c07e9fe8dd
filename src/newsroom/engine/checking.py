"""``newsroom check`` with a memory of its own: a folder that was looked at before is not read again.

What is remembered is of every post, held back or not, and so no build of a site ever looks at it.
"""

from __future__ import annotations

import datetime
import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from newsroom.commands.check import check, newsroom_and_warnings
from newsroom.commands.mending import Mended, mend
from newsroom.engine.cache import Cache
from newsroom.engine.code import code_key
from newsroom.engine.fingerprints import file_system_time
from newsroom.engine.progress import Part, Progress, in_silence
from newsroom.engine.shelf import Shelf
from newsroom.engine.verdicts import Verdicts
from newsroom.engine.workers import processors
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem
from newsroom.reading.newsroom import MEMORY, require_newsroom

_NAME: Final = "check.db"
_TICK: Final = 0.001
"""Seconds after which to look at the clock of the file system again; most move on within four milliseconds."""
ROUNDS: Final = 10
"""How often mends are made one after another, where one makes room for the next."""


def check_remembering(
    root: Path, now: datetime.datetime, *, processes: int | None = None, progress: Progress = in_silence
) -> tuple[Problem, ...]:
    """Every problem of the newsroom in a folder; see :func:`newsroom.commands.check.check`."""
    with _memory(root, processes, progress) as (shelf, verdicts):
        return check(root, now, shelf, verdicts)


def read_remembering(root: Path, now: datetime.datetime) -> Newsroom:
    """The newsroom in a folder, with the consents that it has by now.

    Raises :class:`newsroom.errors.ProblemsFound` where it has errors.
    """
    with _memory(root, None, in_silence) as (shelf, verdicts):
        return newsroom_and_warnings(root, shelf, now=now, memory=verdicts)[0]


@contextmanager
def _memory(root: Path, processes: int | None, progress: Progress) -> Iterator[tuple[Shelf, Verdicts]]:
    """What was read and found before; what is new is kept where the work comes to its end."""
    require_newsroom(root)
    with _uncollected():
        cache = Cache(root / MEMORY / _NAME, code_key())
        try:
            shelf = Shelf(cache, root / MEMORY, processes or processors(), Part("posts", progress))
            verdicts = Verdicts(cache)
            yield shelf, verdicts
            shelf.keep_all()
            verdicts.save()
        finally:
            cache.close()


def check_and_mend(root: Path, now: datetime.datetime) -> tuple[tuple[Problem, ...], tuple[Mended, ...]]:
    """The problems that are left when everything mechanical is mended, and what was. Raises :class:`Refused`."""
    mended: list[Mended] = []
    for _ in range(ROUNDS):
        since = _after_all_that_was_saved(root)
        problems = check_remembering(root, now)
        new = mend(root, problems, since, {each.path: each.stamp for each in mended})
        mended += new
        if not new:
            return problems, tuple(mended)
    return check_remembering(root, now), tuple(mended)


def _after_all_that_was_saved(root: Path) -> int:
    """A time of the file system that no file can bear which was saved before."""
    saved = now = file_system_time(root)
    while now and now == saved:
        time.sleep(_TICK)
        now = file_system_time(root)
    return now


@contextmanager
def _uncollected() -> Iterator[None]:
    """Make much that lives to the end, without a collector that goes through all of it again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
