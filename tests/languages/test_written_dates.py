"""Dates in texts of both languages, as they are read back."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.languages.style import Style
from newsroom.languages.written_dates import LAST, WrittenDate, written_dates
from newsroom.model.language import Digits, Language

Parts = tuple[int | None, ...]

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2060, 12, 31))


def told(text: str, language: Language) -> list[Parts]:
    """Year, month, day, quarter and half of each date."""
    return [(each.year, each.month, each.day, each.quarter, each.half) for each in written_dates(text, language)]


def day(year: int | None, month: int, day_of_month: int | None) -> Parts:
    return year, month, day_of_month, None, None


ENGLISH = [
    ("on 15 January 2026", [day(2026, 1, 15)]),
    ("on January 15, 2026", [day(2026, 1, 15)]),
    ("on 15th January", [day(None, 1, 15)]),
    ("on 2026-01-15", [day(2026, 1, 15)]),
    ("on 15/01/2026", [day(2026, 1, 15)]),
    ("on 01/15/2026", [day(2026, 1, 15)]),
    ("10–12 March", [day(None, 3, 10), day(None, 3, 12)]),
    ("5 and 6 April 2027", [day(2027, 4, 5), day(2027, 4, 6)]),
    ("March 10–12", [day(None, 3, 10), day(None, 3, 12)]),
    ("in November 2025", [day(2025, 11, None)]),
    ("the end of September", [day(None, 9, LAST)]),
    ("Nov. 3", [day(None, 11, 3)]),
    ("in the third quarter and in H1", [(None, None, None, 3, None), (None, None, None, None, 1)]),
    ("you may march on, sept and dec", []),
    ("a Mar of no day", []),
    ("42 March", [day(None, 3, None)]),
]
ARABIC = [
    ("في ١٥ يناير ٢٠٢٦", [day(2026, 1, 15)]),
    ("في 15 كانون الثاني 2026", [day(2026, 1, 15)]),
    ("في 15 كانون الثاني/يناير 2026", [day(2026, 1, 15)]),
    ("في ١٥/٠١/٢٠٢٦", [day(2026, 1, 15)]),
    ("الأحد ١٥/يناير/٢٠١٧", [day(2017, 1, 15)]),
    ("من ١٠ إلى ١٢ مارس", [day(None, 3, 10), day(None, 3, 12)]),
    ("١٠ و١١ أكتوبر", [day(None, 10, 10), day(None, 10, 11)]),
    ("٣٠ من سبتمبر", [day(None, 9, 30)]),
    ("نهاية سبتمبر ٢٠٢٥", [day(2025, 9, LAST)]),
    ("وبأيلول", [day(None, 9, None)]),
    ("في جويلية وشتنبر", [day(None, 7, None), day(None, 9, None)]),
    ("للربع الأخير والنصف الأول", [(None, None, None, 4, None), (None, None, None, None, 1)]),
    ("ممارس ومارسوا", []),
]


@pytest.mark.parametrize(("text", "dates"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_an_english_date_is_read(text: str, dates: list[Parts]) -> None:
    assert told(text, "en") == dates


@pytest.mark.parametrize(("text", "dates"), ARABIC, ids=[text for text, _ in ARABIC])
def test_an_arabic_date_is_read(text: str, dates: list[Parts]) -> None:
    assert told(text, "ar") == dates


@pytest.mark.parametrize("digits", ["arab", "latn"])
@pytest.mark.parametrize("locale", ["ar_OM", "ar_SY", "ar_DZ", "ar_MA", "en_GB", "en_US"])
@given(date=DAYS)
def test_a_date_that_the_newsroom_writes_is_read_back(locale: str, digits: Digits, date: datetime.date) -> None:
    language: Language = "ar" if locale.startswith("ar") else "en"
    style = Style(language, locale, digits if language == "ar" else "latn", ZoneInfo("Asia/Muscat"))
    assert told(style.day(date), language) == [day(date.year, date.month, date.day)]


@given(date=DAYS)
def test_a_hijri_date_is_no_date_of_this_calendar(date: datetime.date) -> None:
    style = Style("ar", "ar_OM", "arab", ZoneInfo("Asia/Muscat"), hijri=True)
    assert [each.hijri for each in written_dates(style.day(date), "ar")] == [False, True]


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (WrittenDate(0, 1, 2026, 9, 30), WrittenDate(0, 1, None, 9, LAST), True),
        (WrittenDate(0, 1, 2026, 9, 20), WrittenDate(0, 1, None, 9, LAST), False),
        (WrittenDate(0, 1, 2026, 9, 30), WrittenDate(0, 1, 2025, 9, 30), False),
        (WrittenDate(0, 1, None, 9), WrittenDate(0, 1, 2025, 9, 3), True),
        (WrittenDate(0, 1, quarter=1), WrittenDate(0, 1, month=1), False),
    ],
    ids=["the end of a month", "before its end", "another year", "no day", "quarter and month"],
)
def test_dates_agree_where_nothing_that_both_say_differs(one: WrittenDate, two: WrittenDate, agree: bool) -> None:
    assert one.agrees_with(two) is agree
    assert two.agrees_with(one) is agree
