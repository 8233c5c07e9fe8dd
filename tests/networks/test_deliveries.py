"""Every network alike, from the claim to the receipt: whatever happens, readers see a message once or not at all.

The ledger then says which, or says that it does not know. What an outlet promises is asked in ``test_conformance.py``.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsroom.crosspost.delivering import Delivery, Outcome, Workshop
from newsroom.ledgers.ledger import State
from newsroom.ledgers.sqlite import SqliteLedger
from newsroom.model.delivery import Receipt, Sealed
from newsroom.networks.outlet import Outlet
from tests.networks.stands.stand import Fault, Stand
from tests.networks.trials import AN_HOUR_LATER, AT_ONCE, Begin, Trial, meets

FAULTS = [fault for fault in Fault if fault is not Fault.PICTURE_REFUSED]
WHEN = pytest.mark.parametrize("ahead", [AT_ONCE, AN_HOUR_LATER], ids=["at once", "an hour later"])
words = itertools.count()

Deliver = Callable[..., Outcome]


class Killed(BaseException):
    """The process is gone: nothing is written any more."""


class Mortal:
    """An outlet whose process is killed just before the deed, or just after it."""

    def __init__(self, outlet: Outlet, *, after: bool) -> None:
        self._outlet, self._after = outlet, after

    def __getattr__(self, name: str) -> object:
        return getattr(self._outlet, name)

    def send(self, sealed: Sealed, prepared: Mapping[str, str]) -> Receipt:
        if self._after:
            self._outlet.send(sealed, prepared)
        raise Killed


@pytest.fixture
def deliver(tmp_path: Path) -> Deliver:
    """Delivers the message of a trial as a process would that knows the ledger alone."""
    ledger = SqliteLedger(tmp_path / "ledger")

    def delivered(trial: Trial, outlet: Outlet, ahead: datetime.timedelta = AT_ONCE) -> Outcome:
        workshop = Workshop(
            outlet,
            ledger,
            clock=lambda: datetime.datetime.now(datetime.UTC) + ahead,
            writer=lambda: str(next(words)),
            sleep=lambda _: None,
        )
        state = ledger.states().get(trial.sealed.identity.key)
        assert state is None or isinstance(state, State)
        return Delivery(workshop, trial.sealed.identity, trial.message, state).run()

    return delivered


def holds(trial: Trial, outcome: Outcome) -> None:
    """What the outcome says is what readers see."""
    seen = [each.id for each in trial.fresh()]
    assert len(seen) <= 1
    if outcome.fate == "posted":
        assert seen == [outcome.receipt and outcome.receipt.id]
    else:
        assert outcome.fate == "uncertain" or seen == []


def again(stand: Stand, ahead: datetime.timedelta) -> Outlet:
    return stand.outlet(stand.environment, ahead)


@WHEN
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.lower())
def test_a_fault_doubles_nothing_and_is_told_as_it_is(
    begin: Begin, stand: Stand, deliver: Deliver, fault: Fault, ahead: datetime.timedelta
) -> None:
    meets(stand, fault)
    trial = begin("ar")
    stand.fault(fault)
    outcome = deliver(trial, trial.outlet)
    holds(trial, outcome)
    if outcome.fate != "posted":
        holds(trial, deliver(trial, again(stand, ahead), ahead))


@WHEN
@pytest.mark.parametrize("after", [False, True], ids=["before the deed", "after the deed"])
def test_a_process_that_is_killed_doubles_nothing(
    begin: Begin, stand: Stand, deliver: Deliver, after: bool, ahead: datetime.timedelta
) -> None:
    trial = begin()
    with pytest.raises(Killed):
        deliver(trial, Mortal(trial.outlet, after=after))
    assert len(trial.fresh()) == after
    outcome = deliver(trial, again(stand, ahead), ahead)
    holds(trial, outcome)
    if outcome.fate == "uncertain":
        holds(trial, deliver(trial, again(stand, ahead), ahead))


def test_what_left_and_can_be_found_is_found(begin: Begin, stand: Stand, deliver: Deliver) -> None:
    if not stand.lists:
        pytest.skip("has no list")
    trial = begin()
    stand.fault(Fault.ANSWER_LOST)
    outcome = deliver(trial, trial.outlet)
    assert outcome.fate == "posted"
    holds(trial, outcome)


@WHEN
def test_a_list_that_is_late_doubles_nothing(
    begin: Begin, stand: Stand, deliver: Deliver, ahead: datetime.timedelta
) -> None:
    if not stand.lists:
        pytest.skip("has no list")
    trial = begin()
    stand.fault(Fault.ANSWER_LOST)
    stand.late(late=True)
    try:
        holds(trial, deliver(trial, trial.outlet))
        holds(trial, deliver(trial, again(stand, ahead), ahead))
    finally:
        stand.late(late=False)
    assert deliver(trial, again(stand, ahead), ahead).fate == "posted"
