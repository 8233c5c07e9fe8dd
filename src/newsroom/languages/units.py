"""What numbers count, where it can be told: percent, money, time and measures, as both languages write them.

Currencies are by their codes of ISO 4217. A name that several share, such as *riyal*, is that name in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from newsroom.languages.arabic_numerals import MARKS

PERCENT: Final = "%"
POINT: Final = "percentage point"

_FAMILIES: Final[Mapping[str, frozenset[str]]] = {
    "riyal": frozenset({"OMR", "SAR", "QAR", "YER", "IRR"}),
    "dollar": frozenset({"USD", "AUD", "CAD"}),
    "dinar": frozenset({"KWD", "BHD", "JOD", "IQD", "TND", "DZD", "LYD"}),
    "dirham": frozenset({"AED", "MAD"}),
    "pound": frozenset({"GBP", "EGP", "SDG"}),
    "°": frozenset({"°C", "°F"}),
}
_CODES: Final = "|".join(
    sorted(frozenset().union(*list(_FAMILIES.values())[:5]) | {"EUR", "CHF", "JPY", "CNY", "INR", "TRY", "AOA"})
)

_AFTER_ENGLISH: Final[Mapping[str, str]] = {
    PERCENT: r"%|per ?cent\b",
    POINT: r"percentage points?\b|pp\b",
    "basis point": r"basis points?\b|bps?\b",
    "OMR": r"Omani (?:rials?|riyals?)\b|R\.?O\.?(?!\w)",
    "SAR": r"Saudi (?:riyals?|rials?)\b|SR\b",
    "QAR": r"Qatari (?:riyals?|rials?)\b",
    "baisa": r"baisas?\b|baizas?\b|bz\b",
    "riyal": r"(?:riyals?|rials?)\b",
    "AED": r"(?:UAE|Emirati) dirhams?\b|Dhs?\b",
    "dirham": r"dirhams?\b",
    "KWD": r"Kuwaiti dinars?\b",
    "BHD": r"Bahraini dinars?\b",
    "JOD": r"Jordanian dinars?\b",
    "dinar": r"dinars?\b",
    "USD": r"(?:US|American) dollars?\b",
    "AUD": r"Australian dollars?\b",
    "CAD": r"Canadian dollars?\b",
    "dollar": r"dollars?\b",
    "EUR": r"euros?\b|€",
    "GBP": r"pounds? sterling\b|£",
    "EGP": r"Egyptian pounds?\b",
    "pound": r"pounds?\b",
    "TRY": r"(?:Turkish )?liras?\b",
    "INR": r"(?:Indian )?rupees?\b",
    "JPY": r"yen\b",
    "CNY": r"yuan\b",
    "second": r"seconds?\b",
    "minute": r"minutes?\b|mins?\b",
    "hour": r"hours?\b|hrs?\b",
    "day": r"(?:working |business |calendar )?days?\b",
    "week": r"weeks?\b",
    "month": r"months?\b",
    "year": r"years?\b",
    "decade": r"decades?\b",
    "kWh": r"kWh\b|kilowatt[- ]hours?\b",
    "MWh": r"MWh\b|megawatt[- ]hours?\b",
    "GWh": r"GWh\b|gigawatt[- ]hours?\b",
    "kW": r"kW\b|kilowatts?\b",
    "MW": r"MW\b|megawatts?\b",
    "GW": r"GW\b|gigawatts?\b",
    "km²": r"km²|sq(?:uare)?\.? (?:km|kilomet(?:re|er)s?)\b",
    "m²": r"m²|sq(?:uare)?\.? (?:m|met(?:re|er)s?)\b",
    "m³": r"m³|cubic met(?:re|er)s?\b",
    "mile": r"miles?\b",
    "km": r"km\b|kilomet(?:re|er)s?\b",
    "cm": r"cm\b|centimet(?:re|er)s?\b",
    "mm": r"mm\b|millimet(?:re|er)s?\b",
    "m": r"met(?:re|er)s?\b",
    "hectare": r"hectares?\b|ha\b",
    "kg": r"kg\b|kilogram(?:me)?s?\b|kilos?\b",
    "tonne": r"(?:metric )?ton(?:ne)?s?\b",
    "litre": r"lit(?:re|er)s?\b",
    "barrel": r"barrels?\b",
    "°C": r"°\s?C\b|degrees (?:Celsius|centigrade)\b",
    "°": r"°|degrees?\b",
}
_AFTER_ARABIC: Final[Mapping[str, str]] = {
    PERCENT: r"%|(?:في |ب)ال(?:مئة|مائة|مية)",
    POINT: r"(?:نقطة|نقاط|نقطت[اي]ن?) مئوي(?:ة|ات|تين|تان)",
    "basis point": r"(?:نقطة|نقاط) أساس",
    "OMR": r"(?:ريال(?:ا|ات|ين|ان|ي)?|ريالات) عماني(?:ا|ة)?|ر\.\s?ع\.?",
    "SAR": r"ريال(?:ا|ات|ين|ان|ي)? سعودي(?:ا|ة)?|ر\.\s?س\.?",
    "QAR": r"ريال(?:ا|ات|ين|ان|ي)? قطري(?:ا|ة)?|ر\.\s?ق\.?",
    "YER": r"ريال(?:ا|ات|ين|ان|ي)? يمني(?:ا|ة)?",
    "baisa": r"بيس(?:ة|ات|تين|تان)",
    "riyal": r"(?:ال)?ريال(?:ا|ات|ين|ان|ي)?",
    "AED": r"(?:درهم(?:ا|ين|ان)?|دراهم) إماراتي(?:ا|ة)?|د\.\s?إ\.?",
    "MAD": r"(?:درهم(?:ا|ين|ان)?|دراهم) مغربي(?:ا|ة)?",
    "dirham": r"درهم(?:ا|ين|ان)?|دراهم",
    "KWD": r"(?:دينار(?:ا|ين|ان)?|دنانير) كويتي(?:ا|ة)?|د\.\s?ك\.?",
    "BHD": r"(?:دينار(?:ا|ين|ان)?|دنانير) بحريني(?:ا|ة)?|د\.\s?ب\.?",
    "JOD": r"(?:دينار(?:ا|ين|ان)?|دنانير) أردني(?:ا|ة)?",
    "dinar": r"دينار(?:ا|ين|ان)?|دنانير",
    "USD": r"دولار(?:ا|ات|ين|ان)? (?:أمريكي|أميركي|امريكي)(?:ا|ة)?",
    "AUD": r"دولار(?:ا|ات|ين|ان)? أسترالي(?:ا|ة)?",
    "CAD": r"دولار(?:ا|ات|ين|ان)? كندي(?:ا|ة)?",
    "dollar": r"دولار(?:ا|ات|ين|ان)?",
    "EUR": r"يورو",
    "GBP": r"جنيه(?:ا|ات|ين)? (?:إسترليني|استرليني)(?:ا|ة)?",
    "EGP": r"جنيه(?:ا|ات|ين)? مصري(?:ا|ة)?",
    "pound": r"جنيه(?:ا|ات|ين)?",
    "TRY": r"لير(?:ة|ات)(?: تركية)?",
    "INR": r"روبي(?:ة|ات)(?: هندية)?",
    "JPY": r"ين",
    "CNY": r"يوان(?:ا)?",
    "second": r"ثاني(?:ة|تين)|ثوان(?:ي)?",
    "minute": r"دقيق(?:ة|تين|تان)|دقائق",
    "kWh": r"(?:كيلوواط|كيلووات|ك\.و)(?:ا)?[ .-]?(?:ساعة|س)",
    "MWh": r"(?:ميغاواط|ميجاواط|ميغاوات|ميجاوات)(?:ا)?[ .-]?ساعة",
    "GWh": r"(?:غيغاواط|جيجاواط|غيغاوات|جيجاوات)(?:ا)?[ .-]?ساعة",
    "hour": r"ساع(?:ة|ات|تين|تان)",
    "day": r"يوم(?:ا|ين|ان)?(?: عمل)?|أيام(?: عمل)?",
    "week": r"أسبوع(?:ا|ين|ان)?|أسابيع",
    "month": r"شهر(?:ا|ين|ان)?|أشهر|شهور",
    "year": r"سن(?:ة|وات|تين|تان|ين)|عام(?:ا|ين|ان)|أعوام",
    "decade": r"عقد(?:ا|ين|ان)|عقود",
    "kW": r"(?:كيلوواط|كيلووات)(?:ا)?",
    "MW": r"(?:ميغاواط|ميجاواط|ميغاوات|ميجاوات)(?:ا)?",
    "GW": r"(?:غيغاواط|جيجاواط|غيغاوات|جيجاوات)(?:ا)?",
    "km²": r"كيلومتر(?:ا|ات)? مربع(?:ا|ة)?|كم²|كم مربع",
    "m²": r"متر(?:ا)? مربع(?:ا)?|أمتار مربعة|م²",
    "m³": r"متر(?:ا)? مكعب(?:ا)?|أمتار مكعبة|م³",
    "mile": r"ميل(?:ا|ين)?|أميال",
    "km": r"كيلومتر(?:ا|ات|ين)?|كلم|كم",
    "cm": r"سنتيمتر(?:ا|ات)?|سم",
    "mm": r"مليمتر(?:ا|ات)?|ملليمتر(?:ا|ات)?|ملم",
    "m": r"متر(?:ا|ين)?|أمتار",
    "hectare": r"هكتار(?:ا|ات|ين)?",
    "kg": r"كيلوغرام(?:ا|ات)?|كيلوجرام(?:ا|ات)?|كجم|كغم|كغ|كيلو",
    "tonne": r"طن(?:ا|ين)?|أطنان|طن متري",
    "litre": r"لتر(?:ا|ات|ين)?|ليتر(?:ا|ات|ين)?",
    "barrel": r"برميل(?:ا|ين)?|براميل",
    "°C": r"درج(?:ة|ات|تين|تان) مئوية|°\s?م",
    "°": r"°|درج(?:ة|ات|تين|تان)",
}
_SIGNS: Final[Mapping[str, str]] = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP", "¥": "JPY", "R.O.": "OMR", "RO": "OMR",
    "R.O": "OMR", "ر.ع.": "OMR", "ر.ع": "OMR", "SR": "SAR", "Dh": "AED", "Dhs": "AED", "﷼": "riyal", "%": PERCENT,
}  # fmt: skip
_NAMES: Final = tuple(dict.fromkeys((*_AFTER_ENGLISH, *_AFTER_ARABIC)))


@cache
def _after() -> re.Pattern[str]:
    parts = [rf"(?P<code>(?:{_CODES})\b)"]
    for number, name in enumerate(_NAMES):
        arabic = _AFTER_ARABIC.get(name)
        ways = [_AFTER_ENGLISH.get(name), f"(?:{arabic})(?![ء-ي])" if arabic else None]
        parts.append(f"(?P<u{number}>{'|'.join(way for way in ways if way)})")
    return re.compile(rf"[\s\N{{NO-BREAK SPACE}}-]?(?:{'|'.join(parts)})")


_BEFORE: Final = re.compile(
    rf"(?<![A-Za-zء-ي])(?P<code>{_CODES}|{'|'.join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))})"
    r"[\s\N{NO-BREAK SPACE}]?$"
)
_SCALE: Final = re.compile(
    r"[\s\N{NO-BREAK SPACE}-]?(?:(?P<thousand>thousand\b|(?:ألفا|ألف|الف|آلاف|الاف)(?![ء-ي]))|"
    r"(?P<million>million\b|mn\b|mln\b|(?:مليونا|مليون|ملايين)(?![ء-ي]))|"
    r"(?P<billion>billion\b|bn\b|(?:مليارا|مليارات|مليار|بليونا|بليون|بلايين)(?![ء-ي]))|"
    r"(?P<trillion>trillion\b|tn\b|(?:تريليونا|تريليونات|تريليون)(?![ء-ي])))|"
    r"(?P<k>[kK]\b)|(?P<m>[mM]\b(?![²³]))|(?P<b>[bB]\b)"
)
_SCALES: Final[Mapping[str, int]] = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "b": 10**9, "trillion": 10**12,
}  # fmt: skip
_ENDINGS: Final = frozenset(sign[-1] for sign in _SIGNS)
_DROP: Final = re.compile(f"[{MARKS}]+")
_MAY_DROP: Final = frozenset(filter(_DROP.match, map(chr, range(0x0600, 0x0700))))
"""Each of these marks: they all stand among the letters of Arabic."""
_BEGINS: Final = re.compile(r"[\s\N{NO-BREAK SPACE}-]?[\w%€£°]")
_LONGEST: Final = 40
"""Letters in which a unit is looked for."""


def unit_after(text: str, place: int) -> tuple[str, int]:
    """The unit that stands at a place of a text, or an empty one; and where it ends."""
    bare = _window(text, place)
    match = _after().match(bare)
    if match is None:
        return "", place
    name = match["code"] or _NAMES[int((match.lastgroup or "u0")[1:])]
    return name, _end(text, place, match.end())


def unit_before(text: str, place: int) -> tuple[str, int]:
    """The currency that stands before a place of a text, or an empty one; and where it begins."""
    match = _BEFORE.search(text, max(0, place - 8), place) if _ends_a_sign(text[max(0, place - 2) : place]) else None
    if match is None:
        return "", place
    return _SIGNS.get(match["code"], match["code"]), match.start()


def _ends_a_sign(before: str) -> bool:
    last = before.rstrip(" \N{NO-BREAK SPACE}")[-1:]
    return last.isupper() or last in _ENDINGS


def scale_after(text: str, place: int) -> tuple[Decimal, bool, int]:
    """The thousand or million that stands at a place of a text, or 1; whether by one letter only; and where it ends."""
    bare = _window(text, place)
    match = _SCALE.match(bare)
    if match is None:
        return Decimal(1), False, place
    name = match.lastgroup or ""
    return Decimal(_SCALES[name]), len(name) == 1, _end(text, place, match.end())


def _window(text: str, place: int) -> str:
    """What follows a place, without vowel signs; nothing where no unit can begin."""
    return _DROP.sub("", text[place : place + _LONGEST]) if _BEGINS.match(text, place) else ""


def _end(text: str, place: int, letters: int) -> int:
    """Where so many letters end that are no vowel signs, with the vowel signs of the last."""
    while letters:
        letters -= text[place] not in _MAY_DROP
        place += 1
    while text[place : place + 1] in _MAY_DROP:
        place += 1
    return place


_IN_SMALLER: Final[Mapping[str, tuple[str, int]]] = {
    "OMR": ("baisa", 1000), "riyal": ("baisa", 1000), "hour": ("minute", 60), "day": ("minute", 1440),
    "week": ("minute", 10080), "year": ("month", 12), "decade": ("month", 120), "km": ("m", 1000),
    "tonne": ("kg", 1000), "MW": ("kW", 1000), "GW": ("kW", 10**6), "MWh": ("kWh", 1000), "GWh": ("kWh", 10**6),
}  # fmt: skip


def in_smaller(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A quantity in the smallest unit of its sort: half a riyal is 500 baisas."""
    smaller, factor = _IN_SMALLER.get(unit, (unit, 1))
    return value * factor, smaller


def may_be_same(one: str, two: str) -> bool:
    """Whether two units may be the same: a number without one may count anything, and a riyal may be of Oman."""
    if not one or not two or one == two:
        return True
    return two in _FAMILIES.get(one, ()) or one in _FAMILIES.get(two, ())
