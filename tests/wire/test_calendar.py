"""Occasions as iCalendar, read by icalendar and by vobject."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

import pytest
import vobject
from hypothesis import given
from icalendar import Calendar

from newsroom.model.calendar import Occasion, OccasionStatus
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.pages.planning import Paper
from newsroom.wire.calendar import calendar
from tests.wire.reading import WORDS, assert_well_folded
from tests.wire.samples import SITE, occasion, organization, paper

PAPER = paper()
DAY = datetime.date(2026, 3, 25)


def written(*occasions: Occasion, on: Paper = PAPER, **posts: str) -> bytes:
    return calendar(on, occasions, posts)


def event(of: Occasion, on: Paper = PAPER, **posts: str) -> Any:
    """The only event of a calendar that has one, as a reader understands it."""
    read = Calendar.from_ical(written(of, on=on, **posts))
    (found,) = read.walk("VEVENT")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_tells_its_title_place_and_description_in_the_calendars_language(language: Language) -> None:
    found = event(occasion(), paper(language))
    assert str(found["SUMMARY"]) == occasion().title[language]
    assert found["SUMMARY"].params["LANGUAGE"] == {"ar": "ar-OM", "en": "en-GB"}[language]
    assert str(found["LOCATION"]) == occasion().place[language]
    assert str(found["DESCRIPTION"]) == occasion().description[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_vobject_reads_the_same_calendar(language: Language) -> None:
    read = vobject.readOne(written(occasion(), on=paper(language)).decode())
    assert read.vevent.summary.value == occasion().title[language]
    assert read.vevent.dtstart.value == occasion().starts


def test_instants_are_in_universal_time_and_need_no_zone() -> None:
    file = written(occasion())
    assert b"DTSTART:20260325T120000Z" in file
    assert b"DTEND:20260325T140000Z" in file
    assert b"TZID" not in file


@pytest.mark.parametrize(
    ("ends", "after"),
    [
        pytest.param(None, datetime.date(2026, 3, 26), id="one day"),
        pytest.param(DAY, datetime.date(2026, 3, 26), id="one day, said twice"),
        pytest.param(datetime.date(2026, 3, 31), datetime.date(2026, 4, 1), id="over the end of a month"),
    ],
)
def test_days_end_with_the_first_day_that_is_no_longer_in_them(
    ends: datetime.date | None, after: datetime.date
) -> None:
    found = event(occasion(starts=DAY, ends=ends))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (DAY, after)


def test_an_instant_without_an_end_has_none() -> None:
    assert "DTEND" not in event(occasion(ends=None))


def test_the_stamp_is_the_last_change_and_no_clock() -> None:
    found = event(occasion())
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == occasion().updated
    assert found["CREATED"].dt == occasion().announced


def uid(of: Occasion | None = None, **changes: Any) -> str:
    return str(event(of or occasion(), paper(**changes))["UID"])


def test_an_event_is_the_same_in_both_languages_after_any_change_and_wherever_the_newsroom_stands() -> None:
    moved = occasion(starts=DAY, ends=None, status="canceled", title=Localized("أُلغيت", "Cancelled"))
    assert uid() == uid(language="ar") == uid(moved) == uid(address="https://news.sample.example/")
    assert uuid.UUID(uid()).version == 5


def test_another_occasion_or_anothers_occasion_of_that_key_is_another_event() -> None:
    elsewhere = organization(website="https://www.other.example/")
    assert len({uid(), uid(occasion(key="annual-meeting-2027")), uid(organization=elsewhere)}) == 3


@pytest.mark.parametrize(
    ("status", "said"), [("confirmed", "CONFIRMED"), ("tentative", "TENTATIVE"), ("canceled", "CANCELLED")]
)
def test_a_diary_learns_whether_it_will_take_place(status: OccasionStatus, said: str) -> None:
    assert str(event(occasion(status=status))["STATUS"]) == said


def test_no_subscriber_is_shown_as_busy() -> None:
    assert str(event(occasion())["TRANSP"]) == "TRANSPARENT"


POST = f"{SITE}en/posts/2026/annual-results/"
LINK = occasion().link


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        pytest.param({"post": "a1"}, POST, id="the post about it"),
        pytest.param({}, LINK, id="else its link"),
        pytest.param({"post": "unseen"}, LINK, id="its link where the post may not be seen"),
        pytest.param({"link": ""}, f"{SITE}en/calendar/", id="else the page of dates"),
    ],
)
def test_an_event_leads_to_the_place_that_tells_most(changes: dict[str, Any], address: str) -> None:
    assert str(event(occasion(**changes), a1=POST)["URL"]) == address


def test_a_link_that_is_not_the_events_address_stands_in_its_description() -> None:
    assert str(event(occasion(post="a1"), a1=POST)["DESCRIPTION"]).endswith(f"\n\n{LINK}")


def test_what_an_occasion_lacks_is_left_out() -> None:
    nothing = Localized("", "")
    found = event(occasion(place=nothing, description=nothing, link=""))
    assert not {"LOCATION", "DESCRIPTION"} & set(found)


def test_events_come_in_order_of_time_and_are_written_alike_however_they_were_handed_in() -> None:
    late, early = occasion(), occasion(key="dividend", kind="dividend", starts=datetime.date(2026, 3, 1), ends=None)
    file = written(late, early)
    assert file == written(early, late)
    assert file.index(b"CATEGORIES;LANGUAGE=en-GB:Dividend") < file.index(b"CATEGORIES;LANGUAGE=en-GB:Meeting")


def test_the_calendar_has_a_name_and_says_where_it_comes_from_and_how_often_to_look() -> None:
    file = written(occasion(), on=paper(organization=organization(short_name=Localized("", "Sample, Ltd"))))
    names = vobject.readOne(file.decode()).contents
    assert names["name"][0].value == names["x-wr-calname"][0].value == "Calendar · Sample, Ltd"
    read: Any = Calendar.from_ical(file)
    assert str(read["VERSION"]) == "2.0"
    assert str(read["SOURCE"]) == f"{SITE}en/calendar.ics"
    assert read["REFRESH-INTERVAL"].dt == datetime.timedelta(hours=1)


@given(WORDS)
def test_any_words_survive_the_way_into_a_calendar(words: str) -> None:
    both = Localized(words, words)
    file = written(occasion(title=both, place=both))
    assert_well_folded(file)
    (found,) = Calendar.from_ical(file).walk("VEVENT")
    assert (str(found["SUMMARY"]), str(found.get("LOCATION", ""))) == (words, words)
    assert vobject.readOne(file.decode()).vevent.summary.value == words


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ud83d"])
def test_a_character_that_no_calendar_may_hold_is_marked_as_lost(character: str) -> None:
    both = Localized("", f"a{character}b")
    assert str(event(occasion(title=both))["SUMMARY"]) == "a\ufffdb"
