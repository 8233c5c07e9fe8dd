"""The Hijri calendar of Umm al-Qura, by which newspapers in the Gulf date their issues beside the Gregorian one.

The months are named as this newsroom spells them: «ربيع الآخر» and not «ربيع الثاني». A Hijri day begins at the sunset
before; like newspapers, we name the one that fills the daylight hours.
"""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from newsroom.model.language import Language, Localized

MONTHS: Final = Localized(
    (
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذو القعدة",
        "ذو الحجة",
    ),
    (
        "Muharram",
        "Safar",
        "Rabi al-Awwal",
        "Rabi al-Akhir",
        "Jumada al-Ula",
        "Jumada al-Akhirah",
        "Rajab",
        "Shaaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qadah",
        "Dhu al-Hijjah",
    ),
)


class HijriDay(NamedTuple):
    """A day of the Hijri calendar; ``month`` counts from 1."""

    year: int
    month: int
    day: int

    def in_words(self, language: Language) -> str:
        """The date with Western digits: «17 جمادى الأولى 1448», "17 Jumada al-Ula 1448 AH"."""
        era = " AH" if language == "en" else ""
        return f"{self.day} {MONTHS[language][self.month - 1]} {self.year}{era}"


def hijri_day(date: datetime.date) -> HijriDay | None:
    """The Hijri day of a date, or nothing before August 1924 and after 16 November 2077.

    Nobody has published the calendar beyond these days
    (https://hijridate.readthedocs.io/en/stable/).
    """
    # Only newsrooms that ask for it pay for loading the calendar's tables.
    from hijridate import Gregorian  # noqa: PLC0415

    try:
        found = Gregorian.fromdate(date).to_hijri()
    except OverflowError:
        return None
    return HijriDay(found.year, found.month, found.day)
