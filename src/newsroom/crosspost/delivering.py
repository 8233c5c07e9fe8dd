"""One message, from its claim to its receipt: intent is written before the deed, and what became of it after.

A message that nobody claimed is not sent, and one that may have left is looked for, never simply sent again. This is
the only place where anything is tried twice.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import BrokenLine, Ledger, Line, State, Step, may_follow
from newsroom.model.delivery import Identity, Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Message
from newsroom.networks.outcomes import NotSent, Undelivered, Unknown
from newsroom.networks.outlet import Outlet

PAUSES: Final = (1.0, 4.0, 15.0)
"""Seconds between tries within one run, as long as nothing was sent."""
LONGEST_PAUSE: Final = 60.0
"""Seconds that a network may ask for and still be waited for within the run."""
DEFERRALS: Final = (1, 2, 5, 10, 20, 40, 60)
"""Minutes until what was not sent is tried in a later run, by how often it was claimed; the last for ever after."""
UNWELL: Final = datetime.timedelta(minutes=10)
"""After which an account is tried again whose secrets do not work: somebody may have renewed them."""
ROUNDS: Final = 3
"""How often one run takes up a message: it is looked for where it may have left."""

_TOLD_ANYWAY: Final[frozenset[Step]] = frozenset({"posted", "uncertain"})

Value = TypeVar("Value")


Fate = Step | Literal["waiting", "blocked", "taken"]
"""What became of a message in a run: the step that the ledger has now; or nothing was done, since its hour has not come
(``waiting``), something has to be put right first (``blocked``), or another run has it in hand (``taken``)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message in this run, and why, where there is a reason.

    ``until`` is when it will be tried again. Of one that is not ``recorded`` the ledger could not be told.
    """

    identity: Identity
    fate: Fate
    receipt: Receipt | None = None
    until: datetime.datetime | None = None
    reason: Localized[str] | None = None
    recorded: bool = True


class _Overtaken(Exception):
    """Another has written of the message in between: it is theirs."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What deliveries to one account work with: its outlet, the ledger, and the world.

    ``writer`` gives a random word for each line, ``sleep`` waits so many seconds. ``settles`` is after how many seconds
    the network shows what it took.
    """

    outlet: Outlet
    ledger: Ledger
    clock: Callable[[], datetime.datetime]
    writer: Callable[[], str]
    sleep: Callable[[float], None]
    settles: float = 0.0


class Delivery:
    """The delivery of one message that is due; ``state`` is what the ledger knew of it."""

    def __init__(self, workshop: Workshop, identity: Identity, message: Message, state: State | None) -> None:
        self._workshop = workshop
        self._identity = identity
        self._message = message
        self._version = state.version if state else None
        self._attempts = state.attempts if state else 0
        self._since = state.since if state else None
        self._prepared = state.prepared if state else {}
        # What can have left is tried again as it was; of the rest the latest words are sent.
        may_be_out = state is not None and state.since is not None
        self._sealed = state.sealed if state and may_be_out else None

    def run(self) -> Outcome:
        """Send it, or find out what became of it.

        Raises :class:`newsroom.errors.LedgerUnusable`, and then nothing was sent.
        """
        outcome = self._round()
        for _ in range(ROUNDS - 1):
            if outcome.fate != "uncertain" or not outcome.recorded:
                break
            self._workshop.sleep(self._workshop.settles)
            outcome = self._round()
        return outcome

    def _round(self) -> Outcome:
        """Look for it where it may have left, and send it where it did not."""
        may_be_out = self._since is not None
        try:
            sealed = self._claim()
            receipt = self._found(sealed) or self._sent(sealed)
        except _Overtaken:
            return Outcome(self._identity, "taken")
        except Unknown as error:
            return self._record("uncertain", reason=error.reason)
        except NotSent as error:
            return self._record("deferred", reason=error.reason, until=self._until(error))
        except Undelivered as error:
            return self._declined(error, may_be_out=may_be_out)
        return self._record("posted", receipt=receipt)

    def _declined(self, error: Undelivered, *, may_be_out: bool) -> Outcome:
        if may_be_out:
            # That it is not taken again says nothing of what became of it before.
            return self._record("uncertain", reason=error.reason)
        if self._is_account_well():
            return self._record("refused", reason=error.reason)
        until = self._workshop.clock() + UNWELL
        return self._record("deferred", reason=error.reason, until=until)

    def _is_account_well(self) -> bool:
        """Whether the network knows us at all: else what it will not have is no fault of the message."""
        try:
            self._workshop.outlet.health()
        except Undelivered:
            return False
        return True

    def _claim(self) -> Sealed:
        workshop = self._workshop
        sealed = self._sealed or workshop.outlet.seal(self._identity, self._message, workshop.clock())
        self._write("claimed", sealed=sealed, prepared=self._prepared)
        self._sealed = sealed
        self._attempts += 1
        return sealed

    def _found(self, sealed: Sealed) -> Receipt | None:
        """The receipt of a message that has left before; nothing, where it may be sent. Raises ``Unknown`` alone."""
        since = self._since
        if since is None:
            return None
        try:
            return self._patiently(lambda: self._workshop.outlet.recover(sealed, self._prepared, since))
        except Undelivered as error:
            raise Unknown(error.reason) from None

    def _sent(self, sealed: Sealed) -> Receipt:
        outlet = self._workshop.outlet
        self._prepared = self._patiently(lambda: outlet.prepare(sealed))
        line = self._write("sending", prepared=self._prepared)
        self._since = self._since or line.at
        return self._patiently(lambda: outlet.send(sealed, self._prepared))

    def _patiently(self, act: Callable[[], Value]) -> Value:
        """What ``act`` gives; tried again after a pause as long as nothing was sent and the network allows it."""
        for pause in PAUSES:
            try:
                return act()
            except NotSent as error:
                asked = (error.until - self._workshop.clock()).total_seconds() if error.until else pause
                if asked > LONGEST_PAUSE:
                    raise
                self._workshop.sleep(max(asked, pause))
        return act()

    def _until(self, error: NotSent) -> datetime.datetime:
        minutes = DEFERRALS[min(self._attempts, len(DEFERRALS)) - 1]
        usual = self._workshop.clock() + datetime.timedelta(minutes=minutes)
        return max(error.until or usual, usual)

    def _write(self, step: Step, **says: Any) -> Line:
        """Add a line before the deed. Raises ``_Overtaken`` and ``LedgerUnusable``."""
        line = self._line(step, **says)
        version = self._workshop.ledger.append(line, self._version)
        if version is None:
            raise _Overtaken
        self._version = version
        return line

    def _record(self, step: Step, reason: Localized[str] | None = None, **says: Any) -> Outcome:
        """Add a line after the deed, whoever has written in between and however long the ledger is away."""
        recorded = False
        line = self._line(step, reason=reason, **says)
        for pause in PAUSES:
            try:
                self._append_at_last(line)
            except LedgerUnusable:
                self._workshop.sleep(pause)
            else:
                recorded = True
                break
        return Outcome(self._identity, step, reason=reason, recorded=recorded, **says)

    def _append_at_last(self, line: Line) -> None:
        ledger = self._workshop.ledger
        version = ledger.append(line, self._version)
        # That nothing came of it is of no interest to whoever has taken it over; what may be out is to everybody.
        while version is None and line.step in _TOLD_ANYWAY:
            state = ledger.states()[line.key]
            if isinstance(state, BrokenLine) or not may_follow(line.step, state.step):
                return
            version = ledger.append(line, state.version)
        self._version = version

    def _line(self, step: Step, **says: Any) -> Line:
        workshop = self._workshop
        return Line(self._identity.key, step, workshop.clock(), workshop.writer(), **says)
