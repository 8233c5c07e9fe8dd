"""What the lines of a ledger say became of a message."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from newsroom.ledgers.ledger import BrokenLine, Line, Step, folded
from newsroom.model.delivery import Identity, Receipt, Sealed
from newsroom.model.message import Card, Message

NOW = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
MESSAGE = Message("post-1", "ar", "mastodon", "@a@b.example", "نص", "https://b.example/", Card("", "", "", ""))
IDENTITY = Identity("post-1", "ar", "mastodon", "@a@b.example")


def line(step: Step, minute: int = 0, **says: object) -> Line:
    """A line about one message."""
    whole = Line(IDENTITY.key, step, NOW + datetime.timedelta(minutes=minute), f"writer {minute}")
    return replace(whole, **says)  # type: ignore[arg-type]


CLAIMED = line("claimed", sealed=Sealed(IDENTITY, MESSAGE, NOW, {"record": "3k"}))


def fold(*lines: Line) -> object:
    """The state that lines make, numbered from one."""
    return folded((str(number), each) for number, each in enumerate(lines, 1))


def test_a_message_that_was_claimed_sent_and_acknowledged_is_posted() -> None:
    """The state has the receipt, and the words as they were claimed."""
    state = folded(
        [("1", CLAIMED), ("2", line("sending", 1)), ("3", line("posted", 2, receipt=Receipt("7", "https://b/7")))]
    )
    assert (state.step, state.receipt, state.version) == ("posted", Receipt("7", "https://b/7"), "3")
    assert state.sealed == CLAIMED.sealed


def test_a_message_whose_sending_was_interrupted_is_known_to_have_left_perhaps_since_then() -> None:
    """A look for it begins at the first instant at which it may have left, whoever claims it after that."""
    state = folded([("1", CLAIMED), ("2", line("sending", 1)), ("3", line("uncertain", 2)), ("4", line("claimed", 3))])
    assert state.since == NOW + datetime.timedelta(minutes=1)
    assert state.sealed == CLAIMED.sealed


def test_a_message_that_may_have_left_twice_is_not_cleared_by_the_second_answer() -> None:
    """What left at the first try may be there, though the network took nothing of the second in the same instant."""
    tried = [CLAIMED, line("sending", 1), line("uncertain", 1), line("claimed", 1), line("sending", 1)]
    state = folded((str(number), each) for number, each in enumerate([*tried, line("deferred", 1)], 1))
    assert state.since == NOW + datetime.timedelta(minutes=1)


def test_a_message_of_whose_only_try_nothing_was_taken_has_not_left() -> None:
    """It may be sealed anew, with the latest words."""
    state = folded(
        (str(number), each) for number, each in enumerate([CLAIMED, line("sending", 1), line("deferred", 2)], 1)
    )
    assert state.since is None


@pytest.mark.parametrize("second", ["sending", "claimed", "posted"])
def test_nothing_follows_a_message_that_was_deleted(second: Step) -> None:
    """What was taken down never goes out again."""
    with pytest.raises(BrokenLine):
        fold(CLAIMED, line("posted", 1), line("deleted", 2), line(second, 3))


@pytest.mark.parametrize("step", ["posted", "sending", "deleted", "uncertain"])
def test_nothing_is_believed_of_a_message_that_nobody_claimed(step: Step) -> None:
    """A ledger that was cut or rewound says so."""
    with pytest.raises(BrokenLine):
        fold(line(step))


def test_the_key_of_a_message_stays_what_it_was() -> None:
    """The key stands in ledgers for years: a new version that reckons it otherwise would post everything again."""
    key = "b4e2a8c544111000536b003bea1118d68e27f93d8620ddf2ec0141aa405c2203"
    assert Identity("2026-h1", "ar", "x", "@luban").key == key
