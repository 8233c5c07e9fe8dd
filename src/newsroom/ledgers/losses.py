"""Records that were in a ledger at a git remote and are no longer: somebody pushed with force, or deleted refs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.commits import Commit, story
from newsroom.ledgers.ledger import Baseline, BrokenLine, Line
from newsroom.ledgers.repository import PLACE
from newsroom.ledgers.writing import read_baseline, read_line
from newsroom.model.language import Localized

LINES: Final = f"{PLACE}ledger/"
BASELINES: Final = f"{PLACE}baseline/"
LOST: Final = f"{PLACE}lost/"
"""Where a clone keeps what a remote has lost, under the rest of its name, until it is put back."""
_KEY: Final = re.compile(r"[0-9a-f]{64}")


def ref_of_line(key: str) -> str:
    """The ref of a message. The first letters are a folder, for a folder of many thousand files is slow on some disks.

    All names are of one depth: git cannot have a ref inside another.
    """
    return f"{LINES}{key[:2]}/{key}"


def ref_of_baseline(account: str) -> str:
    """The ref of an account's baseline: names of accounts hold letters that names of refs may not."""
    return f"{BASELINES}{hashlib.sha256(account.encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Loss:
    """A story whose ``last`` record that is known is not in its ``ref``, which is at ``found`` or, if empty, is gone.

    ``forks`` where the remote tells another story, and not the beginning of this one. The ref is empty where nobody can
    tell whose the record is.
    """

    ref: str
    last: str
    found: str
    forks: bool
    subject: str

    @property
    def keep(self) -> str:
        """Under which name the clone keeps it."""
        return self.ref.replace(PLACE, LOST, 1)


def losses(commits: Mapping[str, Commit], refs: Mapping[str, str]) -> list[Loss]:
    """The records among these commits that are in none of a remote's stories, each story told of once."""
    told = {commit.id for last in refs.values() for commit in _known(commits, last)}
    orphans = {commit.id: commit for commit in commits.values() if commit.parents and commit.id not in told}
    before = {commit.parents[0] for commit in orphans.values()}
    return sorted((_loss(commits, refs, orphans[each]) for each in orphans.keys() - before), key=lambda loss: loss.ref)


def _loss(commits: Mapping[str, Commit], refs: Mapping[str, str], last: Commit) -> Loss:
    record, stories = _record(last.body), _known(commits, last.id)
    ref = _ref(record)
    found = refs.get(ref, "")
    forks = bool(found) and found not in {commit.id for commit in stories}
    return Loss(ref, last.id, found, forks, _subject(record, stories) or last.id)


def _known(commits: Mapping[str, Commit], last: str) -> list[Commit]:
    try:
        return story(commits, last)
    except BrokenLine:
        return []


def _record(body: bytes) -> Line | Baseline | None:
    for read in (read_line, read_baseline):
        try:
            return read(body)
        except BrokenLine:
            continue
    return None


def _ref(record: Line | Baseline | None) -> str:
    if isinstance(record, Line):
        return ref_of_line(record.key) if _KEY.fullmatch(record.key) else ""
    return ref_of_baseline(record.account) if record else ""


def _subject(record: Line | Baseline | None, stories: Sequence[Commit]) -> str:
    """What a record is about, in words that people know it by."""
    if isinstance(record, Baseline):
        return record.account
    lines = (_record(commit.body) for commit in stories)
    sealed = next((line.sealed for line in lines if isinstance(line, Line) and line.sealed), None)
    if sealed is None:
        return record.key if record else ""
    whose = sealed.identity
    return f"{whose.post} ({whose.language}, {whose.network} {whose.handle}, {whose.part})"


def rewritten(remote: str, found: Sequence[Loss]) -> LedgerUnusable:
    """What to say of losses, and how they are mended: first all that is gone, then one fork after another."""
    gone = [loss for loss in found if loss.ref and not loss.forks]
    first = gone[0] if gone else found[0]
    more = len(found) - 1
    what = Localized(
        f"كُتب فوق السجل في المستودع البعيد {remote}: ينقصه ما عُرف عن {first.subject}"
        + (f" وعن {more} غيره" if more else ""),
        f"the ledger at the git remote {remote} was rewritten: what was known of {first.subject} is not in it"
        + (f", nor of {more} more" if more else ""),
    )
    mend = _put_back(remote) if gone else _choose(remote, first)
    return LedgerUnusable(f"{what.en}; nothing was sent. {mend.en}", f"{what.ar}؛ لم يُرسل شيء. {mend.ar}")


def _put_back(remote: str) -> Localized[str]:
    command = f'git push {remote} "{LOST}*:{PLACE}*"'
    return Localized(f"أعد ما تعرفه هذه النسخة بالأمر: {command}", f"Put back what this clone knows with: {command}")


def _choose(remote: str, loss: Loss) -> Localized[str]:
    if not loss.ref:
        return Localized(f"انظر فيه بالأمر: git log {loss.last}", f"Look at it with: git log {loss.last}")
    compare = f"git log {loss.found} {loss.last}"
    command = f"git push --force-with-lease={loss.ref}:{loss.found} {remote} {loss.last}:{loss.ref}"
    return Localized(
        f"قارن الروايتين ({compare}) ثم أعد ما تعرفه هذه النسخة بالأمر: {command}",
        f"Compare the two stories ({compare}), then put back what this clone knows with: {command}",
    )
