"""Dates as people write them in a text: with Arabic month names of every region, in words or in figures.

«١٥ يناير ٢٠٢٦», «كانون الثاني/يناير 2026», «نهاية سبتمبر», "January 15, 2026", "2026-01-15", "10–12 March", "Q3".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from newsroom.languages import arabic_numerals, english_numerals
from newsroom.languages.arabic_numerals import MARKS
from newsroom.languages.numerals import in_western_digits
from newsroom.model.language import Language

LAST: Final = 32
"""The day of «نهاية سبتمبر», whatever its month: no day that can be written."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """What a text says of a date, from ``start`` to before ``end``; what it does not say is nothing.

    ``quarter`` and ``half`` are parts of a year. Of a date of the Hijri calendar only the year and day are told.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    hijri: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in it."""
        return tuple(
            each for each in (self.year, self.month, self.day, self.quarter, self.half) if each and each != LAST
        )

    def agrees_with(self, other: WrittenDate) -> bool:
        """Whether both may mean the same: nothing that both say differs."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.quarter, other.quarter))
        same = all(one == two for one, two in (*pairs, (self.half, other.half)) if one and two)
        return same and self.part == other.part and _same_day(self.day, other.day)

    @property
    def part(self) -> tuple[bool, ...]:
        """What sort of date it is: a day or month, a quarter, a half, or a Hijri day."""
        return bool(self.month), bool(self.quarter), bool(self.half), self.hijri


def _same_day(one: int | None, two: int | None) -> bool:
    if LAST in (one, two):
        return (one or LAST) >= _SHORTEST_MONTH and (two or LAST) >= _SHORTEST_MONTH
    return one is None or two is None or one == two


def written_dates(text: str, language: Language) -> tuple[WrittenDate, ...]:
    """The dates of a text, in its order."""
    western = in_western_digits(text)
    dates = [*_in_figures(western), *_hijri(western, language)]
    if any(sign in western for sign in _SIGNS_OF_PART[language]):
        dates.extend(_parts(western, language))
    names = _NAMES_OF_MONTHS[language] & _WORDS_IN[language](western)
    if names:
        taken = {place for date in dates for place in range(date.start, date.end)}
        dates.extend(date for date in _with_months(western, language, names) if date.start not in taken)
    return tuple(sorted(dates, key=lambda date: date.start))


_SHORTEST_MONTH: Final = 28
_ENGLISH: Final[Mapping[str, int]] = {
    name: month
    for month, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ENGLISH_NAMES: Final = "january february march april may june july august september october november december"
_SHORT: Final = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_ARABIC_NAMES: Final = (
    "يناير جانفي كانون_الثاني",
    "فبراير فيفري شباط",
    "مارس آذار اذار",
    "أبريل ابريل إبريل أفريل نيسان",
    "مايو ماي أيار ايار",
    "يونيو يونيه جوان حزيران",
    "يوليو يوليه يوليوز جويلية تموز",
    "أغسطس اغسطس أوت غشت آب",
    "سبتمبر شتنبر أيلول ايلول",
    "أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
    "نوفمبر نونبر تشرين_الثاني",
    "ديسمبر دجنبر كانون_الأول كانون_الاول",
)
_ARABIC: Final[Mapping[str, int]] = {
    name.replace("_", " "): month for month, names in enumerate(_ARABIC_NAMES, 1) for name in names.split()
}
_MONTH: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
        r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
    ),
    "ar": re.compile(
        rf"(?<![\w{MARKS}])(?:[وف]?[بلك]?)(?P<name>{'|'.join(sorted(_ARABIC, key=len, reverse=True))})(?![\w{MARKS}])"
    ),
}
_WORDS_IN: Final = {"ar": arabic_numerals.words_in, "en": english_numerals.words_in}
_NAMES_OF_MONTHS: Final[Mapping[Language, frozenset[str]]] = {
    "en": _SHORT | frozenset(_ENGLISH_NAMES.split()),
    "ar": frozenset(
        f"{joined}{preposition}{name.partition(' ')[0]}"
        for name in _ARABIC
        for joined in ("", "و", "ف")
        for preposition in ("", "ب", "ل", "ك")
    ),
}
_SIGNS_OF_PART: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": ("uarter", "alf", "Q1", "Q2", "Q3", "Q4", "H1", "H2"),
    "ar": ("ربع", "نصف"),
}
"""Without one of these there is nothing to look for."""
_BESIDE: Final = rf"\s?[/(]\s?(?:{'|'.join(sorted(_ARABIC, key=len, reverse=True))})\)?"
"""The same month by its other name: «كانون الثاني/يناير»."""
_OTHER_NAME: Final = re.compile(_BESIDE)
_NTH: Final = r"(?:st|nd|rd|th)?"
_UNTIL: Final = r"(?:\s?[-–—/]\s?|\s(?:to|and|or|until|إلى|الى|حتى|أو)\s|\sو|[,،]\s)"
_DAY_BEFORE: Final = re.compile(
    rf"(?<![\d.,/:])(?:(?P<first>\d{{1,2}}){_NTH}{_UNTIL})?(?<!\d)(?P<day>\d{{1,2}}){_NTH}"
    r"(?:\s(?:of|من|شهر|من شهر))?[\s/-]?(?:شهر )?$"
)
_END_BEFORE: Final = re.compile(r"(?:\bend[ -](?:of )?|نهاية (?:شهر )?)$")
_DAY_AFTER: Final = re.compile(rf"\s(?P<day>\d{{1,2}}){_NTH}(?:\s?[-–]\s?(?P<last>\d{{1,2}}){_NTH})?(?![\d:%]|[.,]\d)")
_YEAR_AFTER: Final = re.compile(
    r"(?:[,،]?\s|[/-]|\s(?:of|من|عام|من عام|لعام|سنة|لسنة)\s)(?P<year>(?:19|20)\d\d)(?![\d,.٬]\d|\d)"
)
_ISO: Final = re.compile(
    r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<joint>[-/])(?P<month>\d{1,2})(?P=joint)(?P<day>\d{1,2})(?![\d/-])"
)
_DAY_FIRST: Final = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<joint>[-/.])(?P<month>\d{1,2})(?P=joint)(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
_FIGURES: Final = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")
_HIJRI_MONTHS: Final = (
    "محرم|صفر|ربيع (?:الأول|الآخر|الثاني)|جمادى (?:الأولى|الآخرة|الثانية)|رجب|شعبان|رمضان|شوال|ذ[وي] القعدة|ذ[وي] الحجة"
)
_HIJRI: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"(?P<day>\d{1,2}) [A-Z][\w’'-]+(?: [\w’'-]+){0,2},? (?P<year>1[34]\d\d) AH\b|\b(?P<only>1[34]\d\d) AH\b"
    ),
    "ar": re.compile(
        rf"(?P<day>\d{{1,2}}) (?:من )?(?:{_HIJRI_MONTHS})(?:[ ،/]+(?P<year>1[34]\d\d)(?: ?هـ?)?)?|"
        r"(?P<only>1[34]\d\d) ?هـ"
    ),
}
_SIGNS_OF_HIJRI: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": (" AH",),
    "ar": ("هـ", "محرم", "صفر", "ربيع", "جماد", "رجب", "شعبان", "رمضان", "شوال", "القعدة", "الحجة"),
}
_PARTS: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:(?P<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[ -](?P<part>quarter|half)\b|"
        r"(?P<letter>[QH])(?P<number>[1-4])\b)(?! (?:century|time))",
        re.IGNORECASE,
    ),
    "ar": re.compile(r"(?<!\w)[وف]?(?:[بلك]?ال|لل)(?P<part>ربع|نصف) ال(?P<nth>أول|اول|ثاني|ثالث|رابع|أخير|اخير)(?!\w)"),
}
_NTH_PART: Final[Mapping[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "أول": 1, "اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4,
}  # fmt: skip


def _in_figures(text: str) -> Iterator[WrittenDate]:
    if not _FIGURES.search(text):
        return
    for pattern in (_ISO, _DAY_FIRST):
        for match in pattern.finditer(text):
            month, day = int(match["month"]), int(match["day"])
            if month > 12 and pattern is _DAY_FIRST:
                month, day = day, month
            if 1 <= month <= 12 and 1 <= day < LAST:
                yield WrittenDate(match.start(), match.end(), int(match["year"]), month, day)


def _hijri(text: str, language: Language) -> Iterator[WrittenDate]:
    if not any(sign in text for sign in _SIGNS_OF_HIJRI[language]):
        return
    for match in _HIJRI[language].finditer(text):
        year = match["year"] or match["only"]
        day = int(match["day"]) if match["day"] else None
        yield WrittenDate(match.start(), match.end(), int(year) if year else None, day=day, hijri=True)


def _parts(text: str, language: Language) -> Iterator[WrittenDate]:
    for match in _PARTS[language].finditer(text):
        groups = match.groupdict()
        is_half = (groups["part"] or groups["letter"]).lower() in {"half", "h", "نصف"}
        last = 2 if is_half else 4
        number = int(groups.get("number") or 0) or _NTH_PART.get((groups["nth"] or "").lower(), last)
        if number <= last:
            half, quarter = (number, None) if is_half else (None, number)
            yield WrittenDate(match.start(), match.end(), quarter=quarter, half=half)


def _with_months(text: str, language: Language, names: Iterable[str]) -> Iterator[WrittenDate]:
    end = 0
    for match in _months(text, language, names):
        if match.start() >= end:
            for date in _around(text, match, language):
                yield date
                end = date.end


def _months(text: str, language: Language, names: Iterable[str]) -> Iterator[re.Match[str]]:
    """Each month of a text, in its order, looked for where one of some words stands that may begin its name."""
    written = names if language == "ar" else [name.capitalize() for name in names]
    places = sorted({match.start() for name in written for match in re.finditer(name, text)})
    return filter(None, (_MONTH[language].match(text, place) for place in places))


def _around(text: str, match: re.Match[str], language: Language) -> Iterator[WrittenDate]:
    """A date by its month, and the one before it that shares the month: *10–12 March*."""
    month, end = _month_of(match, language), match.end()
    other_name = _OTHER_NAME.match(text, end) if language == "ar" else None
    end = other_name.end() if other_name else end
    before = _possible(_DAY_BEFORE.search(text, max(0, match.start() - 24), match.start()))
    after = _possible(_DAY_AFTER.match(text, end)) if language == "en" and not before else None
    end = after.end() if after else end
    year = _YEAR_AFTER.match(text, end)
    end = year.end() if year else end
    days, start = _days(before, after), before.start() if before else match.start()
    if not days and not year and match[0].rstrip(".").lower() in _SHORT:
        return
    if not days and _END_BEFORE.search(text, max(0, match.start() - 12), match.start()):
        days = [LAST]
    for day in days or [None]:
        yield WrittenDate(start, end, int(year["year"]) if year else None, month, day)


def _possible(days: re.Match[str] | None) -> re.Match[str] | None:
    """Days that a month can have; others are numbers beside its name."""
    return days if days and all(1 <= int(day) < LAST for day in days.groups() if day) else None


def _month_of(match: re.Match[str], language: Language) -> int:
    return _ARABIC[match["name"]] if language == "ar" else _ENGLISH[match[0][:3].lower()]


def _days(before: re.Match[str] | None, after: re.Match[str] | None) -> list[int | None]:
    written = (before["first"], before["day"]) if before else (after["day"], after["last"]) if after else ()
    return [int(day) for day in written if day]
