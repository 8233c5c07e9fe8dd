"""The Hijri date beside the Gregorian, where a newsroom chose it."""

from __future__ import annotations

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.languages.hijri import MONTHS, HijriDay, hijri_day
from newsroom.languages.style import Style, style_of
from newsroom.model.language import LANGUAGES
from newsroom.pages.writing import Hand
from tests.samples import configuration, write_newsroom

MUSCAT = ZoneInfo("Asia/Muscat")
ARABIC = Style("ar", "ar_OM", "arab", MUSCAT, hijri=True)
ENGLISH = Style("en", "en_GB", "latn", MUSCAT, hijri=True)
RESULTS_DAY = datetime.date(2026, 10, 28)
FIRST, LAST = datetime.date(1924, 8, 1), datetime.date(2077, 11, 16)


@pytest.mark.parametrize(
    ("date", "hijri"),
    [
        (datetime.date(2017, 1, 15), (1438, 4, 17)),
        (RESULTS_DAY, (1448, 5, 17)),
        (FIRST, (1343, 1, 1)),
        (LAST, (1500, 12, 30)),
    ],
    ids=["a winter's day", "an autumn day", "the first day known", "the last day known"],
)
def test_a_date_is_that_of_umm_al_qura(date: datetime.date, hijri: tuple[int, int, int]) -> None:
    assert hijri_day(date) == HijriDay(*hijri)


def test_a_full_date_has_the_hijri_date_beside_it() -> None:
    assert ARABIC.day(RESULTS_DAY) == "الأربعاء ٢٨ أكتوبر ٢٠٢٦ (١٧ جمادى الأولى ١٤٤٨)"
    assert ENGLISH.day(RESULTS_DAY) == "Wednesday 28 October 2026 (17 Jumada al-Ula 1448 AH)"


def test_the_time_of_day_stands_behind_both_dates() -> None:
    evening = datetime.datetime(2026, 10, 28, 16, 5, tzinfo=MUSCAT)
    assert ARABIC.instant(evening) == "الأربعاء ٢٨ أكتوبر ٢٠٢٦ (١٧ جمادى الأولى ١٤٤٨)، ١٦:٠٥"
    assert ENGLISH.instant(evening) == "Wednesday 28 October 2026 (17 Jumada al-Ula 1448 AH), 16:05"


def test_the_hijri_day_is_that_of_the_newsrooms_zone() -> None:
    late = datetime.datetime(2026, 10, 28, 21, 0, tzinfo=datetime.UTC)
    assert "(١٨ جمادى الأولى ١٤٤٨)" in ARABIC.instant(late)


def test_lists_keep_to_one_calendar() -> None:
    assert ARABIC.short_day(RESULTS_DAY) == "٢٨ أكتوبر ٢٠٢٦"
    assert ENGLISH.short_day(RESULTS_DAY) == "28 October 2026"


@pytest.mark.parametrize(
    "date", [FIRST - datetime.timedelta(days=1), LAST + datetime.timedelta(days=1)], ids=["before", "after"]
)
def test_beyond_the_calendars_days_the_gregorian_date_stands_alone(date: datetime.date) -> None:
    assert hijri_day(date) is None
    assert "(" not in ARABIC.day(date) + ENGLISH.day(date)


def test_digits_are_those_of_the_language() -> None:
    western = Style("ar", "ar_OM", "latn", MUSCAT, hijri=True)
    assert western.day(RESULTS_DAY) == "الأربعاء 28 أكتوبر 2026 (17 جمادى الأولى 1448)"


def test_nothing_is_added_where_nobody_asked_for_it() -> None:
    assert Style("ar", "ar_OM", "arab", MUSCAT).day(RESULTS_DAY) == "الأربعاء ٢٨ أكتوبر ٢٠٢٦"


def test_the_fourth_month_is_spelt_as_the_house_spells_it() -> None:
    assert (MONTHS.ar[3], MONTHS.en[3]) == ("ربيع الآخر", "Rabi al-Akhir")


@settings(deadline=None)  # the calendar's tables are loaded with the first date
@given(st.dates(FIRST, LAST - datetime.timedelta(days=1)))
def test_days_follow_each_other(date: datetime.date) -> None:
    today, tomorrow = hijri_day(date), hijri_day(date + datetime.timedelta(days=1))
    assert today
    assert tomorrow
    assert today < tomorrow
    assert today.day + 1 == tomorrow.day or (today.day in (29, 30) and tomorrow.day == 1)


def test_a_newsroom_chooses_it_for_each_language(tmp_path: Path) -> None:
    known = configuration()["languages"]
    root = write_newsroom(tmp_path / "newsroom", languages=known | {"ar": known["ar"] | {"hijri": True}})
    newsroom = sound_newsroom(root)
    arabic, english = (style_of(newsroom, language) for language in LANGUAGES)
    assert arabic.day(RESULTS_DAY).endswith("(١٧ جمادى الأولى ١٤٤٨)")
    assert english.day(RESULTS_DAY) == "Wednesday 28 October 2026"


def test_machines_are_told_the_gregorian_date_alone(tmp_path: Path) -> None:
    known = configuration()["languages"]
    root = write_newsroom(tmp_path / "newsroom", languages=known | {"ar": known["ar"] | {"hijri": True}})
    moment = Hand.of(sound_newsroom(root), "ar").instant(datetime.datetime(2026, 10, 28, 8, tzinfo=MUSCAT))
    assert "١٤٤٨" in moment.text
    assert moment.iso == "2026-10-28T08:00:00+04:00"
