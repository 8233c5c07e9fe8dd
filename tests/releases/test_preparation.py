"""What is prepared goes live only as a chain: of the commit that is wanted, each when the one before is due."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.releases.preparation import Prepared, fitting
from newsroom.releases.release import Counts, Release

NONE = Counts(0, 0, 0)


def at(minute: int) -> datetime.datetime:
    return datetime.datetime(2026, 3, 1, 9, minute, tzinfo=datetime.UTC)


def released(commit: str, minute: int, due: int | None) -> Release:
    return Release(0, commit, at(minute), at(due) if due is not None else None, NONE)


def prepared(minute: int, due: int | None = None, *, commit: str = "tip", wanted: str = "tip") -> Prepared:
    return Prepared(Path(), released(commit, minute, due), wanted)


LIVE = released("tip", 0, 10)


@pytest.mark.parametrize(
    ("waiting", "now", "fit"),
    [
        pytest.param([prepared(10, 20), prepared(20)], 5, [10, 20], id="one after another"),
        pytest.param([prepared(20)], 5, [], id="the one before is missing"),
        pytest.param([prepared(10, 15), prepared(20)], 5, [10], id="the one before is due earlier"),
        pytest.param([prepared(10), prepared(20)], 5, [10], id="nothing is due after the one before"),
        pytest.param([prepared(10, wanted="older", commit="older")], 5, [], id="made for another commit"),
        pytest.param([prepared(10, commit="elsewhere")], 5, [], id="of a commit that is neither wanted nor live"),
        pytest.param([prepared(30)], 40, [30], id="made late, for an instant that has passed"),
        pytest.param([prepared(30)], 5, [], id="made late by a clock that was set back"),
    ],
)
def test_what_fits(waiting: list[Prepared], now: int, fit: list[int]) -> None:
    assert [each.instant for each in fitting(waiting, LIVE, "tip", at(now))] == list(map(at, fit))


def test_where_the_tip_is_broken_what_is_live_goes_on() -> None:
    waiting = [prepared(10, commit="good", wanted="tip")]
    assert fitting(waiting, released("good", 0, 10), "tip", at(5)) == waiting


def test_where_nothing_is_due_nothing_fits() -> None:
    assert fitting([prepared(10)], released("tip", 0, None), "tip", at(5)) == []
