"""A message on its way to whatever stands for a network, and what readers see of it."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.message import Message
from newsroom.networks.outcomes import Undelivered
from newsroom.networks.outlet import Outlet
from tests.networks.stands.stand import Fault, Public, Stand

AT_ONCE, AN_HOUR_LATER = datetime.timedelta(0), datetime.timedelta(hours=1)
numbers = itertools.count(1)


@dataclass
class Trial:
    """A message on its way to a stand; ``fresh`` is what readers see that they did not see before."""

    stand: Stand
    message: Message
    outlet: Outlet
    sealed: Sealed
    seen: set[str]
    deeds_before: int

    def fresh(self) -> list[Public]:
        return [each for each in self.stand.public() if each.id not in self.seen]

    def deeds(self) -> int:
        return self.stand.deeds() - self.deeds_before

    def sent(self) -> Receipt:
        return self.outlet.send(self.sealed, self.outlet.prepare(self.sealed))

    def missed(self, fault: Fault) -> Undelivered:
        """What is raised where the deed meets a fault."""
        prepared = self.outlet.prepare(self.sealed)
        self.stand.fault(fault)
        with pytest.raises(Undelivered) as caught:
            self.outlet.send(self.sealed, prepared)
        self.prepared = prepared
        return caught.value

    def recovered(self, ahead: datetime.timedelta = AT_ONCE) -> Receipt | Undelivered | None:
        """What a process says that comes after the one that sent; what it raises means that it does not know."""
        outlet = self.stand.outlet(self.stand.environment, ahead)
        try:
            return outlet.recover(self.sealed, self.prepared, self.sealed.made)
        except Undelivered as error:
            return error


Begin = Callable[..., Trial]
"""Begins the trial of a new message; see ``begin`` in ``conftest.py``."""


def expected(trial: Trial, receipt: Receipt, *, alt: bool = True) -> Public:
    """What readers should see of a message."""
    stand, message = trial.stand, trial.message
    language = message.language if stand.carries_language else ""
    return Public(receipt.id, stand.shown(message), language, message.card.alt if stand.carries_alt and alt else "")


def meets(stand: Stand, fault: Fault) -> None:
    """Skips what cannot happen."""
    if fault not in stand.faults:
        pytest.skip("cannot happen here")
