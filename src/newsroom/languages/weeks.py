"""On which day a week begins where people work."""

from __future__ import annotations

from typing import Final

from babel.core import Locale

MONDAY: Final = 0
"""As :meth:`datetime.date.weekday` counts; Sunday is 6."""


def first_working_day(locale: str) -> int:
    """The day after the weekend, counted from Monday as 0: Sunday in Oman, Monday in Britain and the Emirates.

    A team plans by its working week. CLDR's own first day is that of printed calendars: for Oman it says Saturday,
    which has been a day of rest there since 2013.
    https://www.unicode.org/reports/tr35/tr35-dates.html#Week_Data
    """
    return (Locale.parse(locale).weekend_end + 1) % 7
