"""What a ledger is: lines that are only ever added, each after the line that its writer knew as the last.

The state of a message is what its lines say, read in order. Nobody sends what was not claimed, and two who claim the
same cannot both win: that is all that stands between a post and its double.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol, get_args

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized

Step = Literal["claimed", "sending", "posted", "refused", "deferred", "uncertain", "cleared", "dismissed", "deleted"]
"""What a line says became of a message.

``claimed``: somebody means to send it, and nothing has left; ``sending``: something may have left; ``posted``: the
network has it; ``refused``: the network will not have it as it is; ``deferred``: not sent, and to be tried again;
``uncertain``: nobody can tell whether it was sent; ``cleared``: a person looked, and it may be sent; ``dismissed``: a
person decided that it is not to be sent;
``deleted``: it was there and is gone, and never goes out again.
"""
STEPS: Final[tuple[Step, ...]] = get_args(Step)
_AFTER: Final[Mapping[Step | None, frozenset[Step]]] = {
    None: frozenset({"claimed", "dismissed"}),
    "claimed": frozenset({"claimed", "sending", "refused", "deferred", "posted", "uncertain", "dismissed"}),
    "sending": frozenset({"claimed", "posted", "refused", "deferred", "uncertain", "cleared", "dismissed"}),
    "deferred": frozenset({"claimed", "cleared", "dismissed"}),
    "uncertain": frozenset({"claimed", "posted", "uncertain", "cleared", "dismissed"}),
    "refused": frozenset({"claimed", "cleared", "dismissed"}),
    "cleared": frozenset({"claimed", "dismissed"}),
    "posted": frozenset({"deleted"}),
    "dismissed": frozenset({"cleared"}),
    "deleted": frozenset(),
}
"""The steps that may follow each."""


def may_follow(step: Step, last: Step | None) -> bool:
    """Whether a line may stand after another, or as the first."""
    return step in _AFTER[last]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger about the message with a ``key``.

    ``writer`` is a random word of the process that wrote it: no two lines are ever equal, and who wrote one knows it
    again when the answer to the writing was lost. A claim carries what is ``sealed``; ``prepared`` is what a network
    gave before the deed and wants to see again; ``until`` is when a deferred message may be tried; ``reason`` is for
    people, without secrets.
    """

    key: str
    step: Step
    at: datetime.datetime
    writer: str
    sealed: Sealed | None = None
    prepared: Mapping[str, str] = field(default_factory=dict)
    receipt: Receipt | None = None
    until: datetime.datetime | None = None
    reason: Localized[str] | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a message: its last step, and of the lines before what still counts.

    ``version`` names its last line to the ledger that it came from. ``sealed`` and ``prepared`` are the last that were
    written; ``since`` is when something may first have left, and nothing as long as nothing can have: then the message
    may be sealed anew; ``tries`` are how often that was. ``attempts`` are the claims since a person last decided.
    """

    key: str
    step: Step
    at: datetime.datetime
    version: str
    sealed: Sealed | None = None
    prepared: Mapping[str, str] = field(default_factory=dict)
    receipt: Receipt | None = None
    until: datetime.datetime | None = None
    since: datetime.datetime | None = None
    tries: int = 0
    attempts: int = 0
    reason: Localized[str] | None = None


class BrokenLine(Exception):
    """A line that cannot follow those before it, or cannot be read: of its message nothing is believed."""


def folded(lines: Iterable[tuple[str, Line]]) -> State:
    """The state that the lines of one message make, in order, each with its version. Raises :class:`BrokenLine`."""
    state: State | None = None
    for version, line in lines:
        if not may_follow(line.step, state.step if state else None):
            raise BrokenLine(f"{line.step} after {state.step if state else 'nothing'}")
        state = _followed(state, version, line)
    if state is None:
        raise BrokenLine("no line")
    return state


def _followed(state: State | None, version: str, line: Line) -> State:
    before = state or State(line.key, line.step, line.at, version)
    sealed = line.sealed or before.sealed
    if line.step == "claimed" and sealed is None:
        raise BrokenLine("a claim of nothing")
    since, tries = _since(before, line)
    # Written out, for ledgers have a hundred thousand lines: to copy a state and change it takes twice as long.
    return State(
        key=line.key,
        step=line.step,
        at=line.at,
        version=version,
        sealed=sealed,
        prepared=line.prepared or before.prepared,
        receipt=line.receipt or before.receipt,
        until=line.until,
        since=since,
        tries=tries,
        attempts=_attempts(before, line),
        reason=line.reason,
    )


def _attempts(before: State, line: Line) -> int:
    if line.step != "claimed":
        return before.attempts
    return 1 if before.step == "cleared" else before.attempts + 1


def _since(before: State, line: Line) -> tuple[datetime.datetime | None, int]:
    """When something may first have left, and how often it was tried; nothing again, once that is known to be wrong.

    That is so when a person says so, and when the network took nothing of the only try.
    """
    if line.step == "sending":
        return before.since or line.at, before.tries + 1
    took_nothing = before.step == "sending" and before.tries == 1 and line.step in {"deferred", "refused"}
    return (None, 0) if took_nothing or line.step == "cleared" else (before.since, before.tries)


@dataclass(frozen=True, slots=True)
class Baseline:
    """What had been released when an account first carried posts: none of it is ever sent there."""

    account: str
    at: datetime.datetime
    posts: tuple[str, ...]


class Ledger(Protocol):
    """A home for lines. Every method may raise :class:`newsroom.errors.LedgerUnusable`, and then nothing was sent."""

    def states(self) -> Mapping[str, State | BrokenLine]:
        """What is known of every message, by its key."""
        ...

    def append(self, line: Line, after: str | None) -> str | None:
        """Add a line after the one of this version, or as the first of its message; its version.

        Nothing, where another line has come in between: whoever wrote that one has won.
        """
        ...

    def baselines(self) -> Mapping[str, Baseline]:
        """What was there before each account carried posts, by the account."""
        ...

    def open(self, baseline: Baseline, writer: str) -> bool:
        """Record the baseline of an account; whether it was this one, and not another's before it."""
        ...
