"""The page of dates, in the newsroom's words and digits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import Language
from newsroom.pages.audience_views import ShareholdersView
from newsroom.pages.page import Page
from newsroom.pages.plan import plan
from newsroom.pages.service_views import CalendarView, OccasionLine
from tests.conftest import NOW
from tests.samples import both, occasion, write_calendar, write_post


def page(root: Path, address: str) -> Page | None:
    return next((each for each in plan(sound_newsroom(root), NOW).pages if each.address == address), None)


def view(root: Path, language: Language = "en") -> CalendarView:
    found = page(root, f"{language}/calendar/")
    assert found
    assert isinstance(found.view, CalendarView)
    return found.view


def line(root: Path, language: Language = "en", **changes: Any) -> OccasionLine:
    """The one date of a calendar that holds no other, and has passed."""
    write_calendar(root, occasion(**changes))
    ((_, (only,)),) = view(root, language).years
    return only


@pytest.mark.parametrize(
    ("language", "times", "said"),
    [
        pytest.param("en", {}, ("Tuesday 28 April 2026, 08:00", None), id="an instant"),
        pytest.param("ar", {}, ("الثلاثاء ٢٨ أبريل ٢٠٢٦، ٠٨:٠٠", None), id="an instant in Arabic"),
        pytest.param(
            "en", {"ends": "2026-04-28T10:30"}, ("Tuesday 28 April 2026, 08:00", "10:30"), id="hours of one day"
        ),
        pytest.param(
            "en",
            {"ends": "2026-04-29T10:30"},
            ("Tuesday 28 April 2026, 08:00", "Wednesday 29 April 2026, 10:30"),
            id="over night",
        ),
        pytest.param("ar", {"starts": "2026-04-28"}, ("الثلاثاء ٢٨ أبريل ٢٠٢٦", None), id="a day in Arabic"),
        pytest.param(
            "en", {"starts": "2026-04-28", "ends": "2026-04-28"}, ("Tuesday 28 April 2026", None), id="one day twice"
        ),
        pytest.param(
            "en",
            {"starts": "2026-04-28", "ends": "2026-04-30"},
            ("Tuesday 28 April 2026", "Thursday 30 April 2026"),
            id="days",
        ),
    ],
)
def test_a_date_is_an_instant_a_day_or_a_range(
    root: Path, language: Language, times: dict[str, str], said: tuple[str, str | None]
) -> None:
    shown = line(root, language, **times)
    assert (shown.starts.text, shown.ends.text if shown.ends else None) == said


def test_machines_read_the_day_as_a_day_and_the_instant_with_its_zone(root: Path) -> None:
    assert line(root).starts.iso == "2026-04-28T08:00:00+04:00"
    assert line(root, starts="2026-04-28").starts.iso == "2026-04-28"


@pytest.mark.parametrize(
    ("status", "said"), [("confirmed", ""), ("tentative", "Provisional"), ("canceled", "Cancelled")]
)
def test_only_a_date_that_is_not_certain_says_so(root: Path, status: str, said: str) -> None:
    shown = line(root, status=status)
    assert (shown.status, shown.canceled) == (said, status == "canceled")


def test_a_date_leads_to_the_post_about_it_in_the_language_that_has_one(root: Path) -> None:
    write_post(root, 2, languages=("ar",))
    post = line(root, post="sample000002").post
    assert post is not None
    assert (post.address, post.language) == ("ar/posts/2026/post-2/", "ar")


def test_years_begin_with_the_newest(root: Path) -> None:
    write_calendar(root, *(occasion(number, starts=f"202{number}-04-28") for number in (4, 6, 5)))
    assert [year for year, _ in view(root, "ar").years] == ["٢٠٢٦", "٢٠٢٥", "٢٠٢٤"]


def test_what_is_to_come_stands_first_the_next_at_its_head(root: Path) -> None:
    days = {1: "2026-04-28", 2: "2027-02-01", 3: "2026-11-23", 4: "2026-10-01"}
    titles = {number: both(f"موعد {number}", f"Date {number}") for number in days}
    write_calendar(root, *(occasion(number, starts=day, title=titles[number]) for number, day in days.items()))
    shown = view(root)
    ((_, past),) = shown.years
    assert [each.title for each in shown.coming] == ["Date 3", "Date 2"]
    assert [each.title for each in past] == ["Date 4", "Date 1"]


def test_a_newsroom_that_announced_nothing_has_no_calendar(root: Path) -> None:
    assert page(root, "en/calendar/") is None
    write_calendar(root, occasion(announced="2026-12-01T09:00"))
    assert page(root, "en/calendar/") is None


def test_shareholders_are_led_to_the_dates_and_no_other_audience(root: Path) -> None:
    write_calendar(root, occasion(title=both("موعد", "A date")))
    lists = {name: page(root, f"en/audiences/{name}/") for name in ("shareholders", "media")}
    views = {name: found.view for name, found in lists.items() if found}
    assert isinstance(views["shareholders"], ShareholdersView)
    assert views["shareholders"].calendar
    assert views["shareholders"].calendar.address == "en/calendar/"
    assert [line.title for line in views["shareholders"].dates] == []
    assert not hasattr(views["media"], "calendar")
