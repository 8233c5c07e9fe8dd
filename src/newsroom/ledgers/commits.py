"""Records of a ledger as git commits: what a person reads in ``git log`` first, and below it the record itself.

Every story begins at one commit, which is the same everywhere. The first parent of a record is the one before it in its
own story; the others are the last records of all that its writer knew. So each record vouches for those before it,
whatever they are about, and one that vanished leaves a gap that a clone sees which has never been here before.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom.ledgers.ledger import Baseline, BrokenLine, Line

_WRITER: Final = b"Newsroom <ledger@newsroom.invalid>"
"""Whoever writes a line, no person is named for it; ``.invalid`` is nobody's for ever (RFC 2606)."""
_BEGINNING: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_UNSEEN: Final = re.compile(r"[\s\0]+")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its ``parents``, none of the beginning, and the ``body`` of JSON; nothing where it has another form."""

    id: str
    parents: tuple[str, ...]
    body: bytes


def beginning(tree: str) -> bytes:
    """The commit at which every story begins, with a tree that is empty; the same bytes always."""
    return _commit(tree, (), _BEGINNING, "Newsroom's ledger: every story begins here")


def commit_of_line(tree: str, parents: Sequence[str], line: Line, body: bytes) -> bytes:
    """A line of the ledger."""
    identity, receipt = line.sealed and line.sealed.identity, line.receipt
    told = [line.step, *([line.reason.en] if line.reason else [])]
    told += [identity.post, identity.language, identity.network, identity.handle, identity.part] if identity else []
    told += [receipt.id, receipt.address] if receipt else []
    return _commit(tree, parents, line.at, " ".join(told), body)


def commit_of_baseline(tree: str, parents: Sequence[str], baseline: Baseline, body: bytes, writer: str) -> bytes:
    """A baseline, and the random word of who wrote it: what two write at once must differ."""
    title = f"baseline {baseline.account}: {len(baseline.posts)}"
    return _commit(tree, parents, baseline.at, title, body, writer.encode())


def _commit(tree: str, parents: Sequence[str], at: datetime.datetime, title: str, *paragraphs: bytes) -> bytes:
    """A commit as git stores it (https://git-scm.com/docs/git-hash-object, ``-t commit``)."""
    written = _WRITER + f" {int(at.timestamp())} +0000".encode()
    above = [f"tree {tree}".encode(), *(f"parent {parent}".encode() for parent in parents)]
    head = b"\n".join([*above, b"author " + written, b"committer " + written])
    told = _UNSEEN.sub(" ", title).strip().encode()
    return b"\n\n".join([head, told, *paragraphs]) + b"\n"


LOG_FORMAT: Final = "%H %P%n%B"
"""How ``git log -z`` is to print commits for :func:`commits_in`."""


def commits_in(log: bytes) -> Iterator[Commit]:
    """The commits that git printed."""
    for told in filter(None, log.split(b"\0")):
        names, _, message = told.partition(b"\n")
        commit, *parents = names.decode("ascii").split()
        paragraphs = message.split(b"\n\n", 2)
        yield Commit(commit, tuple(parents), paragraphs[1].strip(b"\n") if len(paragraphs) > 1 else b"")


def story(commits: Mapping[str, Commit], last: str) -> list[Commit]:
    """The commits of one story, the first one first, without the beginning. Raises :class:`BrokenLine`."""
    found: list[Commit] = []
    commit = commits.get(last)
    while commit and commit.parents:
        found.append(commit)
        commit = commits.get(commit.parents[0])
    if commit is None:
        raise BrokenLine("it does not begin where every story begins")
    return found[::-1]


def heads(commits: Mapping[str, Commit]) -> frozenset[str]:
    """The records for which no other vouches yet."""
    vouched = {parent for commit in commits.values() for parent in commit.parents}
    return frozenset(commit.id for commit in commits.values() if commit.parents and commit.id not in vouched)
