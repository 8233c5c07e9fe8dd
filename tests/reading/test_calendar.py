"""``calendar.yml``: a newsroom may have none, and what it says comes back as it was written."""

from __future__ import annotations

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.calendar import Occasion
from newsroom.reading.newsroom import read_newsroom
from tests.reading.problems import ARABIC, add_keys, found, instant
from tests.samples import both, occasion, write_calendar

MUSCAT = ZoneInfo("Asia/Muscat")


def the_occasion(root: Path) -> Occasion:
    (read,) = sound_newsroom(root).occasions
    return read


def test_a_newsroom_needs_no_calendar(root: Path) -> None:
    assert sound_newsroom(root).occasions == ()


def test_an_occasion_says_what_was_written(root: Path) -> None:
    write_calendar(
        root,
        occasion(
            kind="meeting", status="tentative", title=both("الجمعية", "Meeting"), description=both("تفصيل", "More"),
            starts="2026-03-25T10:00", ends="2026-03-25T12:00", place=both("مسقط", "Muscat"),
            link="https://a.example/", updated="2026-02-01T09:00", audiences=["shareholders", "media"],
            post="sample000001",
        ),
    )  # fmt: skip
    read = the_occasion(root)
    assert (read.key, read.kind, read.status, read.post) == ("occasion-1", "meeting", "tentative", "sample000001")
    assert [tuple(words) for words in (read.title, read.description, read.place)] == [
        ("الجمعية", "Meeting"),
        ("تفصيل", "More"),
        ("مسقط", "Muscat"),
    ]
    assert (read.starts, read.ends) == (instant("2026-03-25T10:00+04:00"), instant("2026-03-25T12:00+04:00"))
    assert (read.announced, read.updated) == (instant("2026-01-15T09:00+04:00"), instant("2026-02-01T09:00+04:00"))
    assert (read.link, read.audiences) == ("https://a.example/", ("shareholders", "media"))


def test_what_is_left_out_of_an_occasion_has_a_meaning(root: Path) -> None:
    write_calendar(root, occasion())
    read = the_occasion(root)
    assert (read.status, read.ends, read.link, read.audiences, read.post) == ("confirmed", None, "", (), None)
    assert (tuple(read.description), tuple(read.place)) == (("", ""), ("", ""))
    assert read.updated == read.announced


def test_a_day_stays_a_day_and_an_hour_takes_the_newsrooms_zone(root: Path) -> None:
    write_calendar(root, occasion(starts="2026-04-12", ends="2026-04-13"), occasion(2, starts="2026-04-12T08:00"))
    days, hour = sound_newsroom(root).occasions
    assert (days.starts, days.ends) == (datetime.date(2026, 4, 12), datetime.date(2026, 4, 13))
    assert type(days.starts) is datetime.date
    assert hour.starts == datetime.datetime(2026, 4, 12, 8, tzinfo=MUSCAT)


@pytest.mark.parametrize("moment", ["2026-04-28", "2026-04-28T08:00"])
def test_an_occasion_may_end_as_it_begins(root: Path, moment: str) -> None:
    write_calendar(root, occasion(starts=moment, ends=moment))
    assert the_occasion(root).ends == the_occasion(root).starts


def test_occasions_stay_in_the_order_of_the_file(root: Path) -> None:
    write_calendar(root, occasion(2), occasion(1))
    assert [read.key for read in sound_newsroom(root).occasions] == ["occasion-2", "occasion-1"]


def test_a_calendar_with_a_fault_leaves_no_newsroom_that_lacks_it(root: Path) -> None:
    write_calendar(root, occasion(kind="holiday"))
    assert read_newsroom(root).newsroom is None


def test_a_post_with_a_fault_makes_no_problem_of_the_occasion_about_it(root: Path) -> None:
    write_calendar(root, occasion(post="sample000001"))
    add_keys(root, "subtitle: x")
    assert found(root) == [("NR202", ARABIC, 13)]
