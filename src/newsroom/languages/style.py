"""How one language writes dates, numbers and counts in this newsroom.

Names of months and days, separators and plural forms come from CLDR through Babel, always by the locale that the
newsroom names and never by the environment's. Babel writes Western digits and, asked for others, mixes the two; so
everything is formatted with Western digits first, and digits and separators are then exchanged together.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol, is_currency

from newsroom.languages.hijri import hijri_day
from newsroom.languages.words import Plural
from newsroom.model.language import Digits, Language
from newsroom.model.newsroom import Newsroom

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_MINUS: Final = "\N{MINUS SIGN}"
_PERCENT: Final[Mapping[Digits, str]] = {"arab": "٪", "latn": "%"}
_ARABIC_INDIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_COMMA_AFTER_WEEKDAY: Final = re.compile(r"^EEEE[,،] (?=d )")
_CURRENCY_FIRST: Final = re.compile(r"(?P<code>[A-Z]{3})(?: (?P<rest>.+))?")


@dataclass(frozen=True, slots=True)
class Style:
    """A language as this newsroom writes it.

    ``locale`` is CLDR's name, such as ``ar_OM``; times of day are those of ``timezone``. ``hijri`` asks for the Hijri
    date beside the Gregorian where a date is told in full, and never in lists.
    """

    language: Language
    locale: str
    digits: Digits
    timezone: ZoneInfo
    hijri: bool = False

    def day(self, date: datetime.date) -> str:
        """A date with its weekday: «الأحد ١٥ يناير ٢٠١٧», "Sunday 15 January 2017".

        With the Hijri date «الأحد ١٥ يناير ٢٠١٧ (١٧ ربيع الآخر ١٤٣٨)», where that is known.
        """
        pattern = _locale(self.locale).date_formats["full"].pattern
        # CLDR parts the weekday by a comma, which newspapers in both languages leave out.
        return self._date(date, _COMMA_AFTER_WEEKDAY.sub("EEEE ", pattern)) + self._hijri_beside(date)

    def short_day(self, date: datetime.date) -> str:
        """A date without its weekday: «١٥ يناير ٢٠١٧», "15 January 2017"."""
        return self._date(date, "long")

    def month(self, date: datetime.date) -> str:
        """The month of a date: «يناير ٢٠١٧», "January 2017"."""
        return self._date(date, "LLLL y")

    def instant(self, instant: datetime.datetime) -> str:
        """A date and time of day in the newsroom's zone: "Sunday 15 January 2017, 08:00"."""
        here = self._here(instant)
        joint = "، " if self.language == "ar" else ", "
        return self.day(here.date()) + joint + self.time_of_day(instant)

    def time_of_day(self, instant: datetime.datetime) -> str:
        """Hour and minute in the newsroom's zone: «٠٨:٠٠», "08:00"."""
        return self._in_digits(f"{self._here(instant):%H:%M}")

    def day_of(self, instant: datetime.datetime) -> datetime.date:
        """The date that an instant falls on in the newsroom's zone."""
        return self._here(instant).date()

    def number(self, value: Decimal) -> str:
        """A number with the decimals it was written with: «١٬٢٣٤٫٥٠», "1,234.50"."""
        group = get_group_symbol(self.locale, numbering_system=self.digits)
        point = get_decimal_symbol(self.locale, numbering_system=self.digits)
        return self._in_digits(f"{value:,f}".translate({ord(","): group, ord("."): point, ord("-"): _MINUS}))

    def quantity(self, value: Decimal, unit: str) -> str:
        """A number that no line break can part from its unit: «٨٫٤٪», "1,390 employees", "OMR 48.5 million"."""
        number = self.number(value)
        if unit in _PERCENT.values():
            return number + _PERCENT[self.digits]
        before, after = around_number(unit)
        return _NO_BREAK.join(part for part in (before, number, after) if part).replace(" ", _NO_BREAK)

    def count(self, counted: Plural, number: int, said: str = "") -> str:
        """How many, in the form that the number asks for: «خبران», «٣ أخبار», "3 posts".

        ``said`` stands for the number in place of digits: "three posts".
        """
        form = _locale(self.locale).plural_form(number)
        return str(asdict(counted)[form]).format(count=said or self.number(Decimal(number)))

    def year(self, year: int) -> str:
        """A year: «٢٠١٧», "2017"."""
        return self.integer(year)

    def integer(self, number: int) -> str:
        """A number that is a name, such as a page's, without separators."""
        return self._in_digits(str(number))

    def _date(self, date: datetime.date, pattern: str) -> str:
        return self._in_digits(format_date(date, pattern, locale=_locale(self.locale)))

    def _hijri_beside(self, date: datetime.date) -> str:
        known = hijri_day(date) if self.hijri else None
        return f" ({self._in_digits(known.in_words(self.language))})" if known else ""

    def _here(self, instant: datetime.datetime) -> datetime.datetime:
        if instant.tzinfo is None:
            raise ValueError(f"an instant needs its zone: {instant.isoformat()}")
        return instant.astimezone(self.timezone)

    def _in_digits(self, text: str) -> str:
        return text.translate(_ARABIC_INDIC) if self.digits == "arab" else text


@lru_cache
def _locale(name: str) -> Locale:
    """A locale by its name, which Babel would take apart and put together again for every date."""
    return Locale.parse(name)


def style_of(newsroom: Newsroom, language: Language) -> Style:
    """How a newsroom writes one of its languages."""
    tongue = newsroom.tongues[language]
    return Style(language, tongue.locale, tongue.digits, newsroom.timezone, tongue.hijri)


def around_number(unit: str) -> tuple[str, str]:
    """What of a unit stands before the number, and what after: one that begins with a currency's code is parted."""
    match = _CURRENCY_FIRST.fullmatch(unit)
    if match is None or not is_currency(match["code"]):
        return "", unit
    return match["code"], match["rest"] or ""
