"""A network made of a list, with an outlet that fails where it is told to: for laws that need thousands of runs.

It checks nothing of what real networks ask; their own tests do.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from newsroom.model.delivery import ANNOUNCEMENT, Identity, Receipt, Sealed
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.networks.outcomes import Declined, NotSent, Unknown
from newsroom.networks.outlet import Health

Kind = Literal["create-only", "looked up", "once"]
"""What the network offers against doubles: equal ones are one, its messages can be read, or nothing."""
REASON = Localized("كما أُمر", "as it was told")


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


@dataclass
class FakeNetwork:
    """What was posted, in order, by key; and what the next acts meet: an exception to raise before or after each."""

    kind: Kind
    posted: list[str] = field(default_factory=list)
    fates: Iterator[BaseException | None] = field(default_factory=lambda: iter(()))
    knows_us: bool = True

    def meet(self, *, before: bool = True) -> None:
        """Meet the next fate; after something was posted no answer says that nothing was."""
        fate = next(self.fates, None)
        if fate is not None:
            raise fate if before or isinstance(fate, Killed) else Unknown(REASON)

    def post(self, key: str) -> Receipt:
        """Post a message, which readers see at once."""
        self.meet()
        if self.kind != "create-only" or key not in self.posted:
            self.posted.append(key)
        self.meet(before=False)
        return Receipt(f"id of {key}")


@dataclass(frozen=True)
class FakeOutlet:
    """An account on the fake network."""

    network: FakeNetwork

    def parts(self, _: Language) -> Sequence[str]:
        return (ANNOUNCEMENT,)

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        return Sealed(identity, message, now)

    def prepare(self, _: Sealed) -> Mapping[str, str]:
        fate = next(self.network.fates, None)
        if isinstance(fate, Unknown):
            raise NotSent(fate.reason)
        if fate is not None:
            raise fate
        return {}

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        return self.network.post(sealed.identity.key)

    def recover(self, sealed: Sealed, _: Mapping[str, str], __: datetime.datetime) -> Receipt | None:
        self.network.meet()
        key = sealed.identity.key
        if self.network.kind == "once":
            raise Unknown(REASON)
        if key in self.network.posted:
            return Receipt(f"id of {key}")
        if self.network.kind == "looked up":
            raise Unknown(REASON)
        return None

    def delete(self, receipt: Receipt) -> None:
        self.network.posted.remove(receipt.id.removeprefix("id of "))

    def health(self) -> Health:
        if not self.network.knows_us:
            raise Declined(REASON)
        return Health("fake")


FATES: Final[tuple[Callable[[], BaseException | None], ...]] = (
    lambda: None,
    Killed,
    lambda: NotSent(REASON),
    lambda: Unknown(REASON),
    lambda: Declined(REASON),
)
"""What may befall an act."""
