"""The newsroom's history: its commits, who made them, and which files each changed, as these are called today.

A file that was moved is followed, so that whoever wrote it under its old name is still its author.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from newsroom.errors import HistoryUnknown
from newsroom.history.git import ask, ask_in_lines, text_of

SLACK: Final = datetime.timedelta(minutes=5)
"""By how much two people's clocks may differ without one of them being called wrong."""

PLACES: Final = ("content", "approvals")
"""The folders of a newsroom whose history is asked for."""

_COMMIT: Final = "\x01"
_TRAILERS: Final = "%(trailers:key=Co-authored-by,valueonly,separator=%x02)"
_FORMAT: Final = f"--format=%x01%H%x00%aI%x00%aE%x00%ae%x00{_TRAILERS}"
_ADDRESS: Final = re.compile(r"<([^<>]+)>")
_MOVED: Final = re.compile(r"[RC][0-9]+")


@dataclass(frozen=True, slots=True)
class Commit:
    """A change to the newsroom's files. ``instant`` and ``author`` are those of the writing, not of a later rebase.

    ``writers`` are the e-mail addresses of everyone who wrote it, in small letters, each as it was recorded and as a
    mailmap has it: so none can be mapped away. ``paths`` are the files' names of today, below the newsroom's folder.
    """

    id: str
    instant: datetime.datetime
    author: str
    writers: frozenset[str]
    paths: frozenset[str]


@dataclass(frozen=True)
class History:
    """What led to the commit that is checked out.

    ``commits`` changed files of the newsroom, the newest first. ``times`` are those at which every commit that led
    here was made, by its name. ``recorded`` are the files of the checked-out commit, and ``unrecorded`` those that
    differ from it or are not in it.
    """

    head: str
    commits: tuple[Commit, ...]
    times: Mapping[str, datetime.datetime]
    recorded: frozenset[str]
    unrecorded: frozenset[str]

    def of(self, folder: str) -> tuple[Commit, ...]:
        """The commits that changed files of a folder, given below the newsroom's; the newest first."""
        return tuple(self._by_folder.get(folder, ()))

    def is_recorded(self, folder: str) -> bool:
        """Whether a folder is there as it stands in the checked-out commit."""
        return folder in self._recorded_folders and folder not in self._unrecorded_folders

    @cached_property
    def _by_folder(self) -> dict[str, list[Commit]]:
        found: dict[str, list[Commit]] = defaultdict(list)
        for commit in self.commits:
            for folder in {path.rpartition("/")[0] for path in commit.paths}:
                found[folder].append(commit)
        return found

    @cached_property
    def _recorded_folders(self) -> frozenset[str]:
        return frozenset(folder for path in self.recorded for folder in _folders_above(path))

    @cached_property
    def _unrecorded_folders(self) -> frozenset[str]:
        return frozenset(folder for path in self.unrecorded for folder in _folders_above(path))


def read_history(root: Path) -> History:
    """The history of the newsroom in a folder. Raises :class:`HistoryUnknown` where there is none, or not all of it."""
    is_shallow, prefix, head = whereabouts(root)
    if is_shallow:
        raise HistoryUnknown(
            "this clone is shallow and has not all of its history; complete it with git fetch --unshallow",
            "هذه نسخة مبتورة التاريخ (shallow)؛ أكملها بالأمر git fetch --unshallow",
        )
    return History(
        head=head,
        commits=tuple(_commits(root, prefix)),
        times=_times(root),
        recorded=frozenset(_split(ask(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", *PLACES))),
        unrecorded=unrecorded(root),
    )


def folders_at(root: Path, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """What folders held at commits, as git names a folder's content; empty where it was not there.

    ``wanted`` are pairs of a commit and a folder below the newsroom's. Raises :class:`HistoryUnknown`.
    """
    pairs = sorted(set(wanted))
    if not pairs:
        return {}
    prefix = whereabouts(root)[1]
    told = "".join(f"{commit}:{prefix}{folder}\n" for commit, folder in pairs)
    lines = text_of(
        ask(root, "cat-file", "--batch-check=%(objecttype) %(objectname)", told=told.encode("utf-8", "surrogateescape"))
    ).splitlines()
    found = (line.removeprefix("tree ") if line.startswith("tree ") else "" for line in lines)
    return dict(zip(pairs, found, strict=True))


def files_at(root: Path, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
    """What files held at commits, where they were there.

    ``wanted`` are pairs of a commit and a file below the newsroom's folder. Raises :class:`HistoryUnknown`.
    """
    pairs = sorted(set(wanted))
    if not pairs:
        return {}
    prefix = whereabouts(root)[1]
    told = "".join(f"{commit}:{prefix}{path}\n" for commit, path in pairs).encode("utf-8", "surrogateescape")
    answer, found = ask(root, "cat-file", "--batch=%(objecttype) %(objectsize)", told=told), {}
    for pair in pairs:
        head, _, answer = answer.partition(b"\n")
        kind, _, size = head.rpartition(b" ")
        if kind == b"blob":
            found[pair], answer = answer[: int(size)], answer[int(size) + 1 :]
    return found


def leads_to(root: Path, commit: str, later: str) -> bool:
    """Whether a commit is among those that led to another one, whatever their dates say; none leads to itself.

    Raises :class:`HistoryUnknown`.
    """
    return commit != later and not ask(root, "rev-list", "--max-count=1", commit, f"^{later}")


def _folders_above(path: str) -> Iterator[str]:
    """Every folder that a path lies in. One that ends in a slash is a folder itself, of which git names no file."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def whereabouts(root: Path) -> tuple[bool, str, str]:
    """Whether history was cut off, where the newsroom lies in the repository, and the commit that is checked out.

    Raises :class:`HistoryUnknown`.
    """
    question = ("rev-parse", "--is-shallow-repository", "--show-prefix")
    is_shallow, prefix = text_of(ask(root, *question)).split("\n")[:2]
    head = text_of(ask(root, "rev-parse", "--verify", "HEAD^{commit}")).strip()
    return is_shallow == "true", prefix, head


def _times(root: Path) -> dict[str, datetime.datetime]:
    pairs = (line.split() for line in ask_in_lines(root, "rev-list", "--timestamp", "HEAD"))
    return {commit: datetime.datetime.fromtimestamp(int(seconds), datetime.UTC) for seconds, commit in pairs}


def _commits(root: Path, prefix: str) -> Iterator[Commit]:
    # Not --relative: what a merge changed is told from the top of the repository all the same.
    question = ("log", "--topo-order", "--name-status", "--diff-merges=combined", "-M", "-z", "--no-relative", _FORMAT)
    names = _Names()
    for told in text_of(ask(root, *question, "HEAD", "--", *PLACES)).split(_COMMIT)[1:]:
        commit, instant, author, recorded, trailers, *changes = told.split("\0")
        others = _ADDRESS.findall(trailers)
        yield Commit(
            id=commit,
            instant=datetime.datetime.fromisoformat(instant),
            author=author,
            writers=frozenset(each.strip().lower() for each in (author, recorded, *others)),
            paths=frozenset(path.removeprefix(prefix) for path in names.changed(changes)),
        )


class _Names:
    """What files are called today, told while commits are gone through from the newest back."""

    def __init__(self) -> None:
        self._today: dict[str, set[str]] = {}

    def changed(self, told: Iterable[str]) -> Iterator[str]:
        """Today's names of the files of one commit."""
        words = iter(each.strip("\n") for each in told)
        for kind in words:
            if not kind:
                continue
            path = next(words)
            if _MOVED.fullmatch(kind):
                path = self._moved(path, next(words))
            yield from self._today.get(path, {path})

    def _moved(self, before: str, after: str) -> str:
        self._today.setdefault(before, {before}).update(self._today.get(after, {after}))
        return after


def unrecorded(root: Path) -> frozenset[str]:
    """The files that differ from the checked-out commit or are not in it. Raises :class:`HistoryUnknown`."""
    prefix = whereabouts(root)[1]
    question = ("status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignored=matching", "--", *PLACES)
    return frozenset(told[3:].removeprefix(prefix) for told in _split(ask(root, *question)))


def _split(told: bytes) -> list[str]:
    return [each for each in text_of(told).split("\0") if each]
