"""The main line: its steps in order, and every stretch of time of which git cannot tell."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.history.mainline import BEGINNING, Doubt, doubts, main_line, touching
from tests.history.repository import BEGUN, POST, Archive

NOW = datetime.datetime.fromisoformat("2026-06-01T12:00:00+00:00")


def instant(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def doubts_of(
    archive: Archive, root: Path | None = None
) -> list[tuple[str, str, datetime.datetime, datetime.datetime]]:
    there = root or archive.root
    found = doubts(there, main_line(there), NOW)
    return [(each.reason, each.commit, each.since, each.until) for each in found]


def test_steps_come_in_order_and_nothing_is_in_doubt(archive: Archive) -> None:
    second = archive.post("2026-01-12T08:00:00+00:00")
    steps = main_line(archive.root)
    assert [step.since for step in steps] == [instant(BEGUN), instant("2026-01-12T08:00:00+00:00")]
    assert steps[-1].commit == second
    assert doubts_of(archive) == []


def test_a_merge_is_one_step_at_its_own_instant(archive: Archive) -> None:
    archive.git("checkout", "--quiet", "-b", "side", at=BEGUN)
    archive.post("2026-01-11T08:00:00+00:00")
    archive.git("checkout", "--quiet", "main", at=BEGUN)
    archive.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side", at="2026-01-20T08:00:00+00:00")
    assert [step.instant for step in main_line(archive.root)] == [instant(BEGUN), instant("2026-01-20T08:00:00+00:00")]
    assert touching(archive.root, [POST]) == {main_line(archive.root)[-1].commit}


def test_a_commit_dated_before_the_one_that_it_follows_leaves_the_time_between_in_doubt(archive: Archive) -> None:
    archive.commit("2026-03-01T08:00:00+00:00")
    back = archive.commit("2026-02-01T08:00:00+00:00")
    assert doubts_of(archive) == [
        ("backwards", back, instant("2026-02-01T08:00:00+00:00"), instant("2026-03-01T08:00:00+00:00"))
    ]
    assert main_line(archive.root)[-1].since == instant("2026-03-01T08:00:00+00:00")


def test_two_clocks_that_differ_by_minutes_are_no_doubt(archive: Archive) -> None:
    archive.commit("2026-03-01T08:04:00+00:00")
    archive.commit("2026-03-01T08:00:00+00:00", written="2026-03-01T08:04:30+00:00")
    assert doubts_of(archive) == []


def test_a_commit_that_was_written_after_it_was_made_is_in_doubt(archive: Archive) -> None:
    odd = archive.commit("2026-02-01T08:00:00+00:00", written="2026-02-03T08:00:00+00:00")
    assert doubts_of(archive) == [
        ("written-after", odd, instant("2026-02-01T08:00:00+00:00"), instant("2026-02-03T08:00:00+00:00"))
    ]


def test_a_commit_after_the_clock_is_in_doubt(archive: Archive) -> None:
    ahead = archive.commit("2026-08-01T08:00:00+00:00")
    assert doubts_of(archive) == [("ahead", ahead, NOW, instant("2026-08-01T08:00:00+00:00"))]


def test_before_the_first_commit_of_a_shallow_clone_all_is_in_doubt(archive: Archive, tmp_path: Path) -> None:
    archive.post("2026-01-12T08:00:00+00:00")
    last = archive.post("2026-02-01T08:00:00+00:00", title="Other")
    clone = archive.clone(tmp_path / "clone", "--depth=1")
    assert doubts_of(archive, clone) == [("shallow", last, BEGINNING, instant("2026-02-01T08:00:00+00:00"))]


def test_a_doubt_covers_its_ends() -> None:
    doubt = Doubt("backwards", "", instant("2026-02-01T08:00:00+00:00"), instant("2026-03-01T08:00:00+00:00"))
    assert doubt.covers(doubt.since)
    assert doubt.covers(doubt.until)
    assert not doubt.covers(NOW)
