"""The numbers that a text says, in digits or in words, in either language, with what they count.

«٤٨٫٥ مليون ريال عُماني» and "OMR 48.5m" are both 48,500,000 OMR. What the language leaves open is told as ``readings``:
"from 8.8 to 10.7 million" begins with 8.8 or with 8,800,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from newsroom.languages import arabic_numerals, english_numerals
from newsroom.languages.joined_quantities import with_parts, with_shared_units
from newsroom.languages.numerals import Numeral, in_western_digits
from newsroom.languages.quantity import Quantity
from newsroom.languages.units import PERCENT, scale_after, unit_after, unit_before
from newsroom.languages.written_dates import WrittenDate, written_dates
from newsroom.model.language import Language


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers and dates of a text; no number stands inside a date."""

    quantities: tuple[Quantity, ...]
    dates: tuple[WrittenDate, ...]


_SPACES: Final = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_WITHOUT_SPACES: Final = dict.fromkeys(map(ord, _SPACES))
_TELEPHONE: Final = re.compile(rf"(?<![\w.])\+\d{{1,3}}(?:[{_SPACES}-]?\(?\d{{2,5}}\)?){{1,5}}(?!\d)")
_NUMBER: Final = re.compile(rf"[0-9]+(?:[.,،'’][0-9]+|(?<![0-9]{{4}})[{_SPACES}][0-9]{{3}}(?![0-9]))*")
_LOCAL_TELEPHONE: Final = re.compile(r"(?!(?:19|20)\d\d[ -](?:19|20)\d\d)[0-9]{4}[ -][0-9]{4}(?![\d.,/-]*\d)")
_CENTURY_BEFORE: Final = re.compile(r"(?<!\d)(?P<century>19|20)(?P<year>\d\d)[/–-]$")
_SIGN_BEFORE: Final = re.compile(r"(?:(?<![\w.,%)+\-−–])[+\-−–]|(?<=\sو)[+−])$")
_MAY_SIGN: Final = frozenset("+-−–")
_JOINTS: Final = frozenset("-_")
_OF_YEARS: Final = frozenset("/–-")
_SOME_DIGIT: Final = re.compile(r"\d")
_CLOCK: Final = re.compile(
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?:(?P<joint>[:.])(?P<minute>[0-5]\d))?(?![\d:]|[.,]\d)"
    r"(?:\s?(?P<half>[ap]\.?m\b\.?|(?:صباح|مساء|ظهر|عصر|فجر)[\u064b-\u0652]?[ا]?[\u064b-\u0652]?(?![ء-ي])|[صم](?![\w.])))?",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[,،'’]\d{3})+(?:\.\d+)?")
_DECIMAL: Final = re.compile(r"\d*\.\d+|\d+")
_COMMA_DECIMAL: Final = re.compile(r"\d+[,،]\d{1,2}")
_DIGITS: Final = re.compile(r"\D")
_NTH: Final = re.compile(r"(?:st|nd|rd|th)\b")
_DECADE: Final = re.compile(r"s\b")
_GLUED: Final = re.compile(r"[A-Za-z]")
_CODE_BEFORE: Final = re.compile(r"[A-Za-z][\w-]*$")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_HOURS: Final = re.compile(r"\s(?:و(?P<part>ال?نصف|ال?ربع|ال?ثلث)|إلا (?P<less>ال?ربع|ال?ثلث))(?:ا|ًا)?(?![ء-ي])")
_MINUTES: Final[Mapping[str, str]] = {"نصف": "0.30", "ربع": "0.15", "ثلث": "0.20"}
_LESS: Final[Mapping[str, str]] = {"ربع": "0.45", "ثلث": "0.40"}
_OF_ONE: Final = re.compile(r"(?: of)? an?(?= )")
_AND_A_HALF: Final = re.compile(r"(?<![ء-ي])(?:ساعة|سنة|عام|يوم|شهر|أسبوع) (?=ونصف)")
_DUAL_ENDING: Final = re.compile(r"[اي]ن(?![ء-ي])")
_DUAL_NOUN: Final = re.compile(
    r"(?<![ء-ي])[وف]?[بلك]?(?:ال)?"
    r"(?P<noun>بيس|ريال|دولار|درهم|دينار|نقط|درج|سن|ساع|دقيق|يوم|عام|عقد|شهر|أسبوع|طن|كيلومتر|متر|هكتار)ت?$"
)
_ALL_DAY: Final = re.compile(r"(?:على )?مدار الساعة|\b(?:round|around)[ -]the[ -]clock\b", re.IGNORECASE)
"""What says 24 hours without a number."""
_SIGNS_OF_ALL_DAY: Final = ("مدار", "clock")
_NUMERALS: Final = {"ar": arabic_numerals.numerals, "en": english_numerals.numerals}


def facts_of(text: str, language: Language) -> Facts:
    """The numbers and dates of a text."""
    western = in_western_digits(text)
    dates = written_dates(western, language)
    return Facts(tuple(quantities(western, language, dates)), dates)


def quantities(text: str, language: Language, dates: Sequence[WrittenDate] = ()) -> Iterator[Quantity]:
    """The numbers of a text, in its order, without those of some dates of it."""
    western = in_western_digits(text)
    in_digits = _in_digits(western, [(date.start, date.end) for date in dates]) if _SOME_DIGIT.search(western) else ()
    in_words = (_with_unit(western, numeral, language) for numeral in _numerals(western, language))
    every: list[Quantity | WrittenDate] = sorted((*dates, *in_digits, *in_words), key=lambda each: each.start)
    shared = with_shared_units(western, list(_apart(every)))
    yield from (with_parts(western, shared))


def _numerals(text: str, language: Language) -> Iterator[Numeral]:
    yield from _NUMERALS[language](text)
    for match in _ALL_DAY.finditer(text) if any(sign in text for sign in _SIGNS_OF_ALL_DAY) else ():
        yield Numeral(Decimal(24), "multiple", *match.span())
    if language == "ar":
        yield from _duals(text)


def _apart(every: Sequence[Quantity | WrittenDate]) -> Iterator[Quantity]:
    """The numbers that do not begin inside what stands before them, as the hundred of «خمسة في المئة» does."""
    end = 0
    for each in every:
        if each.start >= end and isinstance(each, Quantity):
            yield each
        end = max(end, each.end)


def _in_digits(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    closed = {place for start, end in taken for place in range(start, end)}
    for match in _TELEPHONE.finditer(text) if "+" in text else ():
        if len(_DIGITS.sub("", match[0])) >= _SHORTEST_TELEPHONE:
            closed.update(range(*match.span()))
            yield _code(match[0], *match.span())
    end = 0
    for match in _NUMBER.finditer(text):
        place = match.start()
        if place >= end and place not in closed:
            quantity = _clock(text, place) or _local_telephone(text, match) or _number(text, match)
            end = quantity.end
            yield quantity


_SHORTEST_TELEPHONE: Final = 7
"""Digits, with those of the country."""
_HALF_A_TELEPHONE: Final = 4
_PARTS_OF_TELEPHONE: Final = frozenset(" -")


def _local_telephone(text: str, match: re.Match[str]) -> Quantity | None:
    """A telephone number without that of its country: *2412 3456*."""
    may_be = len(match[0]) == _HALF_A_TELEPHONE and text[match.end() : match.end() + 1] in _PARTS_OF_TELEPHONE
    number = _LOCAL_TELEPHONE.match(text, match.start()) if may_be else None
    return _code(number[0], *number.span()) if number else None


def _code(written: str, start: int, end: int) -> Quantity:
    return Quantity(Decimal(_DIGITS.sub("", written)), "", start, end, "code")


def _clock(text: str, place: int) -> Quantity | None:
    """A time of day: 16:00, 8 am, «٨:٣٠ صباحًا». It may be told in twelve hours or in twenty-four."""
    match = _CLOCK.match(text, place) if text[place + 1 : place + 3].strip("0123456789") else None
    if match is None or not (match["half"] or match["joint"] == ":"):
        return None
    if match["half"] in {"ص", "م"} and not match["joint"]:
        return None
    hour, minute = int(match["hour"]), Decimal(match["minute"] or 0) / 100
    twelfth = hour - 12 if hour > 12 else hour + 12
    return Quantity(hour + minute, "", place, match.end(), "clock", others=(twelfth + minute,))


def _number(text: str, match: re.Match[str]) -> Quantity:
    (start, end), written, before = match.span(), match[0], text[match.start() - 1 : match.start()]
    sign = _SIGN_BEFORE.search(text, max(0, start - 3), start) if before in _MAY_SIGN else None
    unit, begin = unit_before(text, sign.start() if sign else start)
    value = Decimal(written) if written.isdecimal() else _value(written)
    is_glued = (
        not unit and (before.isalnum() or before in _JOINTS) and _CODE_BEFORE.search(text, max(0, start - 20), start)
    )
    if before in _OF_YEARS and (year := _second_year(text, match)):
        return Quantity(year, "", start, end, "year")
    if value is None or is_glued:
        return _code(written, start, end)
    if text[end : end + 1] == PERCENT:
        return _signed(Quantity(value, PERCENT, begin, end + 1), sign)
    if nth := _NTH.match(text, end):
        return Quantity(value, "", begin, nth.end(), "ordinal")
    return _signed(_measured(text, Quantity(value, unit, begin, end), written, is_signed=bool(sign)), sign)


def _second_year(text: str, match: re.Match[str]) -> Decimal | None:
    """The year that two digits are after another year: *2025/26*."""
    first = _CENTURY_BEFORE.search(text, max(0, match.start() - 5), match.start()) if len(match[0]) == 2 else None
    if first is None or int(match[0]) <= int(first["year"]):
        return None
    return Decimal(first["century"] + match[0])


def _signed(number: Quantity, sign: re.Match[str] | None) -> Quantity:
    if sign is None:
        return number
    if sign[0] == "+":
        return replace(number, sign="+")
    return replace(number, sign="-", value=-number.value, others=(number.value, *number.others))


def _value(written: str) -> Decimal | None:
    """The value of a number without sign, or nothing where it is a version, an address or the like."""
    bare = written.translate(_WITHOUT_SPACES)
    if _THOUSANDS.fullmatch(bare):
        return Decimal(re.sub("[,،'’]", "", bare))
    if _DECIMAL.fullmatch(bare):
        return Decimal(bare)
    return Decimal(bare.replace("،", ".").replace(",", ".")) if _COMMA_DECIMAL.fullmatch(bare) else None


def _measured(text: str, number: Quantity, written: str, *, is_signed: bool) -> Quantity:
    """A number with the thousand or million and the unit that follow it."""
    scale, by_letter, end = scale_after(text, _after_brackets(text, number))
    unit, end = unit_after(text, end) if not number.unit else (number.unit, end)
    if end == number.end and _GLUED.match(text, end):
        return _with_letters(text, number)
    if scale == 1 and not unit:
        return replace(number, kind="year") if not is_signed and _is_year(written) else number
    others = (number.value,) if by_letter and not number.unit else ()
    return Quantity(number.value * scale, unit, number.start, end, others=others, scale=scale)


def _after_brackets(text: str, number: Quantity) -> int:
    """Where a number ends, with the brackets around it if it stands in brackets alone: «(٢٫٨) مليون»."""
    start, end = number.start, number.end
    return end + 1 if text[start - 1 : start] == "(" and text[end : end + 1] == ")" else end


def _is_year(written: str) -> bool:
    return len(written) == 4 and written.isdigit() and _FIRST_YEAR <= int(written) <= _LAST_YEAR


def _with_letters(text: str, number: Quantity) -> Quantity:
    """A number to which letters are glued that are no unit: *1990s*, *5G*."""
    decade = _DECADE.match(text, number.end)
    return replace(number, end=decade.end(), kind="year") if decade else replace(number, kind="code")


def _with_unit(text: str, numeral: Numeral, language: Language) -> Quantity:
    """A number in words with the unit that follows it."""
    hours = _HOURS.match(text, numeral.end) if language == "ar" and numeral.kind == "ordinal" else None
    if hours:
        return _told_clock(numeral, hours)
    unit, end = _unit_of(text, numeral)
    is_decade = numeral.kind == "multiple" and numeral.value >= 20 and numeral.value % 10 == 0
    others = (numeral.value + 1900, numeral.value + 2000) if is_decade else numeral.others
    return Quantity(
        numeral.value, unit, numeral.start, end, numeral.kind, in_digits=False, others=others, scale=numeral.scale
    )


def _unit_of(text: str, numeral: Numeral) -> tuple[str, int]:
    """The unit that follows a number in words, and where it ends: that of *half a riyal* too."""
    if numeral.kind == "ordinal":
        return "", numeral.end
    of_one = _OF_ONE.match(text, numeral.end) if numeral.kind == "fraction" else None
    unit, end = unit_after(text, of_one.end() if of_one else numeral.end)
    return (unit, end) if unit else ("", numeral.end)


def _told_clock(numeral: Numeral, match: re.Match[str]) -> Quantity:
    """«الثامنة والنصف» is 8.30, «الثامنة إلا الربع» 7.45."""
    if match["less"]:
        value = numeral.value - 1 + Decimal(_LESS[match["less"].removeprefix("ال")])
    else:
        value = numeral.value + Decimal(_MINUTES[match["part"].removeprefix("ال")])
    return Quantity(value, "", numeral.start, match.end(), "clock", in_digits=False, others=(value + 12,))


def _duals(text: str) -> Iterator[Numeral]:
    """Two of what is counted or paid: «بيستين», «سنتين». The unit is read where the noun stands."""
    for half in _AND_A_HALF.finditer(text) if " ونصف" in text else ():
        yield Numeral(Decimal("1.5"), "multiple", half.start(), half.start())
    for ending in _DUAL_ENDING.finditer(text):
        place = ending.start()
        if match := _DUAL_NOUN.search(text, max(0, place - 14), place):
            yield Numeral(Decimal(2), "multiple", match.start(), match.start("noun"))
