"""Every approval that ever lay in the repository, whatever became of its files since."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.approvals.files import FOLDER, STATEMENT
from newsroom.approvals.statement import Statement, read_statement
from newsroom.approvals.verification import Case
from newsroom.history.log import History, files_at

_APPROVAL: Final = re.compile(rf"{FOLDER}/([0-9]{{4}}/[^/]+)/[a-z-]+{re.escape(STATEMENT)}")


@dataclass(frozen=True, slots=True)
class PastApproval:
    """A statement as it lay at a commit, or at none yet; ``place`` is the year and slug of its post."""

    commit: str
    place: str
    statement: Statement
    case: Case


def past_approvals(root: Path, history: History) -> Iterator[PastApproval]:
    """Every approval at each commit that changed it. Raises :class:`HistoryUnknown`."""
    return _read(root, ((commit, path) for path, commits in _changes(history).items() for commit in commits))


def replaced_approvals(root: Path, history: History, present: Collection[str]) -> Iterator[PastApproval]:
    """The same, of those alone that were replaced or taken away; ``present`` are the paths of statements now.

    Where each lies as it first came, as is usual, nothing is read.
    """
    return _read(
        root,
        (
            (commit, path)
            for path, commits in _changes(history).items()
            if len(commits) > 1 or path not in present
            for commit in commits
        ),
    )


def past_approval(commit: str, path: str, data: bytes, signature: bytes) -> PastApproval | None:
    """An approval from its two files; nothing, where the path or the text is that of none."""
    match = _APPROVAL.fullmatch(path)
    statement = read_statement(data) if match else None
    if match is None or statement is None:
        return None
    return PastApproval(commit, match[1], statement, Case(data, signature, statement.principal, statement.signed))


def _changes(history: History) -> dict[str, list[str]]:
    """The commits that changed each statement or its signature, the newest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for commit in history.commits:
        for path in sorted({path.removesuffix(".sig") for path in commit.paths}):
            if _APPROVAL.fullmatch(path):
                found[path].append(commit.id)
    return found


def _read(root: Path, places: Iterable[tuple[str, str]]) -> Iterator[PastApproval]:
    wanted = [(commit, name) for commit, path in places for name in (path, f"{path}.sig")]
    files = files_at(root, wanted)
    for (commit, path), data in files.items():
        found = past_approval(commit, path, data, files.get((commit, f"{path}.sig"), b""))
        if found:
            yield found
