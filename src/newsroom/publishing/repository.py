"""The bare repository to which people push, and the worktree in which what was pushed is built."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.errors import HistoryUnknown
from newsroom.history.git import WITHOUT_HOOKS, ask, attempt, text_of
from newsroom.publishing.permissions import CLOSED
from newsroom.reading.newsroom import MEMORY

NOTHING: Final = "0" * 40
"""What git calls the commit of a branch that is not there."""
REASON: Final = "Removes"
"""The trailer of a commit that says why a release may hold less than the one before."""
PATIENCE: Final = 5
"""Seconds for a git that nobody waits for any more: a check-out of 10,000 files takes two."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a commit's tree; ``size`` is in bytes, and 0 where it is no file."""

    mode: str
    name: str
    size: int
    path: str


class Repository:
    """A bare repository. Every method may raise :class:`HistoryUnknown`.

    ``quarantine`` tells where that lies which is being pushed, see :func:`newsroom.history.git.quarantine_of`.
    """

    def __init__(self, folder: Path, quarantine: Sequence[str] = ()) -> None:
        self._folder = folder
        self._quarantine = quarantine

    def tip(self, branch: str) -> str | None:
        """The last commit of a branch, or nothing where there is no such branch."""
        answer = attempt(self._folder, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}^{{commit}}")
        return text_of(answer.output).strip() or None

    def unmerged(self, branch: str) -> dict[str, str]:
        """The branches that have something which another has not, each with its last commit."""
        form = "--format=%(refname:lstrip=2)%09%(objectname)"
        lines = text_of(self._ask("for-each-ref", form, f"--no-merged=refs/heads/{branch}", "refs/heads/"))
        return dict(line.split("\t") for line in lines.splitlines())

    def forget_worktrees(self) -> None:
        """Forget those whose folders are gone."""
        self._ask("worktree", "prune")

    def entries(self, commit: str) -> Iterator[Entry]:
        """All that a commit holds, folders apart."""
        listing = text_of(self._ask("ls-tree", "-r", "-l", "-z", "--full-tree", commit))
        for line in filter(None, listing.split("\0")):
            told, _, path = line.partition("\t")
            mode, _, name, size = told.split()
            yield Entry(mode, name, int(size) if size.isdecimal() else 0, path)

    def words(self, entry: Entry) -> str:
        """What a small file, or the target of a symbolic link, says."""
        return text_of(self._ask("cat-file", "blob", entry.name))

    def contains(self, commit: str, tip: str) -> bool:
        """Whether a commit is among those that lead to another."""
        question = ("merge-base", "--is-ancestor", commit, tip)
        return attempt(self._folder, *question, quarantine=self._quarantine).code == 0

    def check_out(self, commit: str, place: Path) -> None:
        """Make a worktree hold exactly what a commit does, beside what builds remember there."""
        if not self._is_worktree(place):
            self._make_worktree(place, commit)
        self._unlock(place)
        ask(place, *WITHOUT_HOOKS, "checkout", "--quiet", "--force", "--detach", commit)
        # What a killed check-out left would be read as if it had been pushed.
        ask(place, "clean", "-ffdqx", f"--exclude=/{MEMORY}")

    def reasons(self, since: str, until: str) -> str:
        """Why, by the commits that lead to one and not to another, a site may hold less; empty where none says so."""
        trailers = f"--format=%(trailers:key={REASON},valueonly,separator=%x0A)"
        answer = attempt(self._folder, "log", trailers, until, f"^{since}", "--")
        return "; ".join(line.strip() for line in text_of(answer.output).splitlines() if line.strip())

    def _ask(self, *question: str) -> bytes:
        return ask(self._folder, *question, quarantine=self._quarantine)

    def _is_worktree(self, place: Path) -> bool:
        """Whether a folder is a worktree of this repository, and not of the one that it was copied from."""
        try:
            answer = attempt(place, "rev-parse", "--show-toplevel", "--path-format=absolute", "--git-common-dir")
        except HistoryUnknown:
            return False
        return answer.code == 0 and text_of(answer.output).splitlines() == [str(place), str(self._folder)]

    def _make_worktree(self, place: Path, commit: str) -> None:
        """Make a worktree, whatever is in its place; what builds remember there stays, and saves them their time."""
        kept = place.with_name(f".{place.name}.memory")
        if (place / MEMORY).is_dir() and not kept.exists():
            (place / MEMORY).rename(kept)
        _remove(place)
        self.forget_worktrees()
        how = ("--quiet", "--force", "--detach", "--no-checkout")
        ask(self._folder, *WITHOUT_HOOKS, "worktree", "add", *how, str(place), commit)
        place.chmod(CLOSED)
        if kept.exists():
            kept.rename(place / MEMORY)

    def _unlock(self, place: Path) -> None:
        """Take away the lock of a git that was killed here, when one whose caller was killed has had time to end."""
        folder = text_of(ask(place, "rev-parse", "--absolute-git-dir")).strip()
        lock = Path(folder) / "index.lock"
        end = time.monotonic() + PATIENCE
        while lock.exists() and time.monotonic() < end:
            time.sleep(0.05)
        lock.unlink(missing_ok=True)


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
