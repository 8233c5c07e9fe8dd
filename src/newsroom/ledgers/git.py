"""A ledger at a git remote, for a newsroom that is published from pipelines: a ref a message, a commit a line.

Many may write at once, each from a clone of its own that is made for the run and thrown away. A push moves a ref from
one commit to another or not at all, and of two who push after the same commit the remote lets one win.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.annals import Annals
from newsroom.ledgers.commits import Commit, commit_of_baseline, commit_of_line, story
from newsroom.ledgers.ledger import Baseline, BrokenLine, Line, State, folded
from newsroom.ledgers.losses import BASELINES, LINES, ref_of_baseline, ref_of_line
from newsroom.ledgers.repository import Push, Repository
from newsroom.ledgers.writing import broken_baseline, read_baseline, read_line, written

_TRIES: Final = 3
"""Pushes of one commit where the remote did not take it and nobody else was first: git holds locks for milliseconds."""


class GitLedger:
    """A ledger at a remote of the clone that ``root`` lies in. A line's version is its commit."""

    def __init__(self, root: Path, remote: str) -> None:
        self._repository = Repository(root, remote)
        self._annals = Annals(self._repository)

    def states(self) -> Mapping[str, State | BrokenLine]:
        """What is known of every message."""
        refs = self._annals.read()
        return {
            name.rpartition("/")[2]: self._state(name, last) for name, last in refs.items() if name.startswith(LINES)
        }

    def append(self, line: Line, after: str | None) -> str | None:
        """Add a line; its version, or nothing where another came before it."""
        parents = self._annals.parents(after)
        body = written(line)
        commit = self._commit(commit_of_line(self._repository.tree, parents, line, body), parents, body)
        return commit.id if self._put(ref_of_line(line.key), commit, after or "") else None

    def baselines(self) -> Mapping[str, Baseline]:
        """What was there before each account carried posts."""
        refs = self._annals.read()
        found = (self._baseline(name, last) for name, last in refs.items() if name.startswith(BASELINES))
        return {baseline.account: baseline for baseline in found}

    def open(self, baseline: Baseline, writer: str) -> bool:
        """Record the baseline of an account; whether there was none before."""
        parents = self._annals.parents(None)
        body = written(baseline)
        raw = commit_of_baseline(self._repository.tree, parents, baseline, body, writer)
        ref = ref_of_baseline(baseline.account)
        is_first = self._put(ref, self._commit(raw, parents, body), "")
        if ref not in self._repository.refs(ref):
            raise self._refused(ref, "the ref is not shown")
        return is_first

    def _commit(self, raw: bytes, parents: Sequence[str], body: bytes) -> Commit:
        return Commit(self._repository.write(raw), tuple(parents), body)

    def _put(self, ref: str, commit: Commit, before: str) -> bool:
        """Whether a ref went from one commit to another, and nobody else moved it first."""
        won = self._won(ref, commit.id, before)
        if won:
            self._annals.add(commit)
        return won

    def _won(self, ref: str, commit: str, before: str) -> bool:
        answer = Push("", "")
        for tried in range(_TRIES):
            answer = self._repository.push(ref, commit, before)
            if answer.moved:
                return True
            # Whoever moved it, it was not this push: a line that is written twice is written once.
            if answer.came_late and not tried:
                return False
            # The answer may be lost, and the line be there. Ours is like no other, for its writer's word is in it.
            found = self._repository.refs(ref).get(ref, "")
            if found != before:
                return found == commit
        raise self._refused(ref, answer.reason)

    def _state(self, name: str, last: str) -> State | BrokenLine:
        key = name.rpartition("/")[2]
        try:
            return folded((each.id, read_line(each.body, key)) for each in story(self._annals.commits, last))
        except BrokenLine as error:
            return error

    def _baseline(self, name: str, last: str) -> Baseline:
        try:
            (commit,) = story(self._annals.commits, last)
            found = read_baseline(commit.body)
        except (BrokenLine, ValueError):
            raise broken_baseline(name) from None
        if ref_of_baseline(found.account) != name:
            raise broken_baseline(name)
        return found

    def _refused(self, ref: str, reason: str) -> LedgerUnusable:
        remote = self._repository.remote
        return LedgerUnusable(
            f"the git remote {remote} does not take a line of the ledger, {ref} ({reason}); nothing was sent. Let"
            " whoever runs this write refs/newsroom/* there, or keep the ledger in a file: ledger: {sqlite: …} in"
            " crosspost.yml",
            f"لم يقبل المستودع البعيد {remote} سطرًا من السجل هو {ref} ({reason})؛ لم يُرسل شيء. اسمح لمن يشغّل الأمر"
            " بالكتابة في refs/newsroom/* هناك، أو احفظ السجل في ملف: ledger: {sqlite: …} في crosspost.yml",
        )
