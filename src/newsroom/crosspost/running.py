"""A run: everything that is due, account by account, and what became of each message.

Accounts do not wait for each other, and the failure of one stops no other.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsroom.crosspost.delivering import Delivery, Outcome, Workshop
from newsroom.crosspost.due import Due, Known, baseline_of, due
from newsroom.crosspost.pacing import not_before
from newsroom.crosspost.site import Site
from newsroom.crosspost.world import World
from newsroom.errors import AccountUnusable, NewsroomError
from newsroom.ledgers.ledger import BrokenLine, Ledger, State, Step
from newsroom.ledgers.shared import Shared
from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import ANNOUNCEMENT
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.model.newsroom import Newsroom
from newsroom.networks import NETWORKS
from newsroom.networks.outlet import Outlet

Tell = Callable[[Outcome], None]
"""Hears of each outcome as it comes."""
PATIENCE: Final = 3
"""Messages in a row that an account may fail to take: each costs a run the pauses between its tries."""
_SPOKEN: frozenset[Step] = frozenset({"sending", "posted", "uncertain"})


@dataclass(frozen=True, slots=True)
class Run:
    """What a run did: the accounts that it began with, and what became of each message that was due.

    ``broken`` are the keys of messages whose lines in the ledger cannot be believed.
    """

    begun: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    broken: tuple[str, ...]


def run(newsroom: Newsroom, agreed: Mapping[str, Mapping[str, str]], ledger: Ledger, world: World, tell: Tell) -> Run:
    """Send everything that is due; ``newsroom`` is what the public may see now.

    ``agreed`` are the words for accounts that have all consent, by the ids of the posts that need consent. Raises
    :class:`LedgerUnusable` where the ledger was unusable from the start.
    """
    shared, now = Shared(ledger), world.clock()
    begun = tuple(_begin(newsroom, shared, world, now))
    known = read_known(shared)
    site = Site(newsroom, agreed, world)
    accounts = {carrier: Account(carrier, site, shared, world) for carrier in newsroom.carriers}
    waiting: dict[Carrier, list[Due]] = defaultdict(list)
    for each in due(newsroom, known, now, lambda carrier, language: accounts[carrier].parts(language)):
        waiting[each.carrier].append(each)
    broken = tuple(sorted(key for key, state in known.states.items() if isinstance(state, BrokenLine)))
    return Run(begun, tuple(_all_sent(waiting, accounts, known, tell)), broken)


def read_known(ledger: Ledger) -> Known:
    """What a ledger knows. Raises :class:`LedgerUnusable`."""
    marks = {account: frozenset(baseline.posts) for account, baseline in ledger.baselines().items()}
    return Known(ledger.states(), marks)


def _begin(newsroom: Newsroom, ledger: Ledger, world: World, now: datetime.datetime) -> Iterator[str]:
    """Record what there is before the first message of each account that has never carried posts."""
    begun = ledger.baselines()
    for carrier in newsroom.carriers:
        if carrier.name not in begun and ledger.open(baseline_of(newsroom, carrier, now), world.word()):
            yield carrier.name


def _all_sent(
    waiting: Mapping[Carrier, Sequence[Due]], accounts: Mapping[Carrier, Account], known: Known, tell: Tell
) -> Iterator[Outcome]:
    if not waiting:
        return
    with ThreadPoolExecutor(len(waiting)) as pool:
        told = [pool.submit(accounts[carrier].sent, queue, known, tell) for carrier, queue in waiting.items()]
    for each in told:
        yield from each.result()


class Account:
    """One account in a run: its messages go out one after another."""

    def __init__(self, carrier: Carrier, site: Site, ledger: Ledger, world: World) -> None:
        self._carrier = carrier
        self._site = site
        self._ledger = ledger
        self._world = world

    @cached_property
    def _outlet(self) -> Outlet:
        return NETWORKS[self._carrier.network].opened(self._world.access(self._carrier))

    def parts(self, language: Language) -> Sequence[str]:
        """The parts in which it is sent a post; that it cannot be used is told when something is to be sent."""
        try:
            return self._outlet.parts(language)
        except AccountUnusable:
            return (ANNOUNCEMENT,)

    def sent(self, queue: Sequence[Due], known: Known, tell: Tell) -> list[Outcome]:
        """What became of each message; once several in a row were not taken, the rest is left to a later run."""
        outcomes: list[Outcome] = []
        last, in_vain = _last_spoken(self._carrier, known), 0
        for each in queue:
            if in_vain == PATIENCE:
                outcome: Outcome | None = Outcome(each.identity, "blocked", reason=outcomes[-1].reason)
            else:
                outcome = self._sent(each, last)
                in_vain = in_vain + 1 if outcome and outcome.fate == "deferred" else 0
            if outcome:
                tell(outcome)
                outcomes.append(outcome)
                last = self._world.clock() if outcome.fate in _SPOKEN else last
        return outcomes

    def _sent(self, each: Due, last: datetime.datetime | None) -> Outcome | None:
        message = self._site.message(each)
        if message is None:
            return None
        try:
            return self._hindered(each, message, last) or self._delivered(each, message)
        except NewsroomError as error:
            reason = Localized(error.sentence("ar"), error.sentence("en"))
            return Outcome(each.identity, "blocked", reason=reason)

    def _hindered(self, each: Due, message: Message, last: datetime.datetime | None) -> Outcome | None:
        """Why it is not sent now, if it is not; what may have left already is looked for in any case."""
        if each.state and each.state.since:
            return None
        now, zone = self._world.clock(), self._site.newsroom.timezone
        until = not_before(self._carrier, last, now, zone, hurried=each.is_hurried)
        if until > now:
            return Outcome(each.identity, "waiting", until=until)
        hindrance = self._site.hindrance(each, message)
        return Outcome(each.identity, "blocked", reason=hindrance) if hindrance else None

    def _delivered(self, each: Due, message: Message) -> Outcome:
        world, settles = self._world, NETWORKS[self._carrier.network].settles
        workshop = Workshop(self._outlet, self._ledger, world.clock, world.word, world.sleep, settles)
        return Delivery(workshop, each.identity, message, each.state).run()


def _last_spoken(carrier: Carrier, known: Known) -> datetime.datetime | None:
    """When the account last sent something."""
    states = (state for state in known.states.values() if isinstance(state, State) and state.sealed)
    instants = (state.at for state in states if state.step in _SPOKEN and _is_of(state, carrier))
    return max(instants, default=None)


def _is_of(state: State, carrier: Carrier) -> bool:
    identity = state.sealed.identity if state.sealed else None
    return identity is not None and (identity.network, identity.handle) == (carrier.network, carrier.handle)
