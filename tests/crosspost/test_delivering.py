"""One message on its way: whatever befalls it, it is never sent twice, and never forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.crosspost.delivering import Delivery, Outcome, Workshop
from newsroom.crosspost.due import is_open
from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import Baseline, BrokenLine, Line, State, Step, folded
from newsroom.model.delivery import Identity, Receipt, Sealed
from newsroom.model.message import Card, Message
from newsroom.networks.outcomes import Declined, NotSent, Unknown
from tests.crosspost.fake_network import FATES, REASON, FakeNetwork, FakeOutlet, Killed, Kind

NOW = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
IDENTITY = Identity("post-1", "ar", "mastodon", "@a@b.example")
MESSAGE = Message("post-1", "ar", "mastodon", "@a@b.example", "نص", "https://b.example/", Card("", "", "", ""))
QUIET = datetime.timedelta(minutes=61)
"""After so long whatever was left behind is taken up."""


@dataclass
class MemoryLedger:
    """A ledger in a list, which may be gone, or its user killed, before or after a line is written."""

    lines: list[Line] = field(default_factory=list)
    fates: Iterator[BaseException | None] = field(default_factory=lambda: iter(()))

    def states(self) -> Mapping[str, State | BrokenLine]:
        return {IDENTITY.key: self.state()} if self.lines else {}

    def state(self) -> State:
        return folded((str(number), line) for number, line in enumerate(self.lines, 1))

    def append(self, line: Line, after: str | None) -> str | None:
        self._meet()
        if after != (str(len(self.lines)) if self.lines else None):
            return None
        self.lines.append(line)
        self._meet()
        return str(len(self.lines))

    def _meet(self) -> None:
        fate = next(self.fates, None)
        if fate is not None:
            raise fate

    def baselines(self) -> Mapping[str, Baseline]:
        return {}

    def open(self, _: Baseline, __: str) -> bool:
        return True


class Life:
    """Runs, one after another, as a scheduler would start them; the clock stands still within each."""

    def __init__(self, kind: Kind) -> None:
        self.network, self.ledger = FakeNetwork(kind), MemoryLedger()
        self.now = NOW
        self.slept: list[float] = []
        self._words = map(str, count())

    def run(self) -> Outcome | None:
        """One run; nothing where it was killed, or there was nothing to do."""
        self.now += QUIET
        state = self.ledger.state() if self.ledger.lines else None
        if state is not None and not is_open(state, self.now):
            return None
        workshop = Workshop(
            FakeOutlet(self.network), self.ledger, lambda: self.now, lambda: next(self._words), self.slept.append
        )
        try:
            return Delivery(workshop, IDENTITY, MESSAGE, state).run()
        except (Killed, LedgerUnusable):
            return None

    def live(self) -> State:
        """Run until nothing is left to be done, or a person has to look."""
        for _ in range(30):
            self.run()
        return self.ledger.state()


ACTS = st.sampled_from((FATES[0], *FATES))
GONE = st.sampled_from([lambda: None, lambda: None, lambda: None, Killed, lambda: LedgerUnusable("gone", "ذهب")])


@pytest.mark.parametrize("kind", ["create-only", "looked up", "once"])
@settings(max_examples=400)
@given(acts=st.lists(ACTS, max_size=12), lines=st.lists(GONE, max_size=12))
def test_whatever_befalls_a_message_it_is_never_there_twice_and_never_forgotten(
    kind: Kind, acts: list[type], lines: list[type]
) -> None:
    life = Life(kind)
    life.network.fates = iter([act() for act in acts])
    life.ledger.fates = iter([line() for line in lines])
    state = life.live()
    assert len(life.network.posted) <= 1
    if state.step == "posted":
        assert life.network.posted == [IDENTITY.key]
        assert state.receipt
    else:
        assert state.step in {"uncertain", "refused"}
    if kind == "create-only" and state.step == "uncertain":
        raise AssertionError("nobody has to look where equal messages are one")
    if state.step == "refused":
        assert any(act is FATES[-1] for act in acts)


def test_what_cannot_have_left_is_sent_with_the_latest_words() -> None:
    """A figure that was corrected while the network was away never goes out wrong."""
    life = Life("once")
    life.network.fates = iter([None] + [NotSent(REASON)] * 4)
    outcome = life.run()
    assert outcome
    assert outcome.fate == "deferred"
    assert life.ledger.state().since is None


def test_what_may_have_left_is_looked_for_before_anything_else() -> None:
    life = Life("looked up")
    life.network.fates = iter([None, None, Unknown(REASON)])
    outcome = life.run()
    assert outcome
    assert (outcome.fate, outcome.receipt) == ("posted", outcome.receipt)
    assert life.network.posted == [IDENTITY.key]
    assert [line.step for line in life.ledger.lines] == ["claimed", "sending", "uncertain", "claimed", "posted"]


def test_a_message_that_the_network_will_not_have_waits_for_a_person() -> None:
    life = Life("once")
    life.network.fates = iter([None, Declined(REASON)])
    outcome = life.run()
    assert outcome
    assert (outcome.fate, outcome.reason) == ("refused", REASON)
    assert life.run() is None


def test_what_is_declined_for_a_token_that_ended_goes_out_once_there_is_another() -> None:
    life = Life("once")
    life.network.fates, life.network.knows_us = iter([None, Declined(REASON)]), False
    outcome = life.run()
    assert outcome
    assert (outcome.fate, outcome.until) == ("deferred", life.now + datetime.timedelta(minutes=10))
    life.network.knows_us = True
    assert life.live().step == "posted"


def test_a_repeat_that_is_refused_says_nothing_of_what_was_sent_before() -> None:
    life = Life("create-only")
    life.network.fates = iter([None, None, Killed()])
    life.run()
    life.network.posted.clear()
    life.network.fates = iter([None, None, Declined(REASON)])
    outcome = life.run()
    assert outcome
    assert [line.step for line in life.ledger.lines[2:4]] == ["claimed", "sending"]
    assert "refused" not in [line.step for line in life.ledger.lines]


def test_the_pause_that_a_network_asks_for_is_kept() -> None:
    life = Life("once")
    until = NOW + QUIET + datetime.timedelta(hours=3)
    life.network.fates = iter([None, NotSent(REASON, until)])
    outcome = life.run()
    assert outcome
    assert (outcome.fate, outcome.until) == ("deferred", until)
    assert life.slept == []
    assert life.run() is None


def test_a_message_that_another_run_claimed_in_between_is_theirs() -> None:
    life = Life("once")
    life.run()
    late = Delivery(
        Workshop(FakeOutlet(life.network), life.ledger, lambda: NOW, lambda: "late", life.slept.append),
        IDENTITY,
        MESSAGE,
        None,
    )
    assert late.run().fate == "taken"
    assert life.network.posted == [IDENTITY.key]


@pytest.mark.parametrize(
    ("fate", "last"), [(NotSent(REASON, NOW + QUIET * 9), "claimed"), (Declined(REASON), "claimed"), (None, "posted")]
)
def test_whoever_was_overtaken_tells_only_of_what_is_out(fate: BaseException | None, last: Step) -> None:
    """The claim of another stands, unless the message has gone out before it."""
    life = Life("once")
    life.network.fates = iter([None, fate])

    class Overtaking(FakeOutlet):
        def send(self, sealed: Sealed, prepared: Mapping[str, str]) -> Receipt:
            claim = Line(IDENTITY.key, "claimed", NOW, "another", sealed=sealed)
            life.ledger.append(claim, str(len(life.ledger.lines)))
            return super().send(sealed, prepared)

    workshop = Workshop(Overtaking(life.network), life.ledger, lambda: NOW, lambda: "first", life.slept.append)
    Delivery(workshop, IDENTITY, MESSAGE, None).run()
    assert life.ledger.state().step == last


def test_a_receipt_that_the_ledger_cannot_take_is_told_to_whoever_runs() -> None:
    life = Life("looked up")
    life.ledger.fates = iter([None] * 4 + [LedgerUnusable("gone", "ذهب")] * 9)
    outcome = life.run()
    assert outcome
    assert (outcome.fate, outcome.recorded) == ("posted", False)
    assert life.live().step == "posted"
    assert life.network.posted == [IDENTITY.key]
