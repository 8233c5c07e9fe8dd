"""Runs of words that are never parted: a figure and its unit, and what an author joined.

Words that an author joined by a no-break space are one group; so are a figure and what it counts, with the currency
before it and the scale after it: "OMR 23.4 million", «١٨ مليون ريال عُماني», "8 per cent", "18 August 2026".
"""

from __future__ import annotations

import re
from typing import Final

from babel.numbers import is_currency

_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
_DIGIT: Final = re.compile(r"\d")
_CLOSED: Final = re.compile(r"[,،;؛.:!?؟…)\]»”\"]$")
"""How a word ends that is followed by another thought. A full stop may also be that of an abbreviation, «ر.ع.»."""
_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
"""Vowel signs and the tatweel, with or without which a word is the same."""
_BEFORE_FIGURE: Final = re.compile(r"[+±−–-]|[£$€¥₹﷼]|no\.?|nos\.?|رقم|ر\.ع\.?|ر\.س\.?|د\.إ\.?|ر\.ق\.?", re.IGNORECASE)
"""Signs, and names of money or number that stand before a figure. Three capitals of ISO 4217 are asked of Babel."""
_SCALES: Final = re.compile(
    r"(?:hundred|thousand|million|billion|trillion)s?|m|bn|tn|k"
    r"|(?:ب|ل|و)?(?:مئ[ةا]|مائ[ةا]|ألفا?|آلاف|الاف|مليونا?|ملايين|مليارا?|مليارات|تريليونا?|تريليونات)",
    re.IGNORECASE,
)
"""Words that only enlarge a figure; what is counted comes after them."""
_LED_IN: Final = re.compile(r"per|square|cubic|في", re.IGNORECASE)
"""Words after a figure that begin its unit and do not end it: "per cent", "square metres", «في المائة»."""
_MONEY: Final = re.compile(
    r"(?:rial|riyal|dirham|dinar|dollar|pound|euro|baisa|fil)s?"
    r"|(?:ريالا?|ريالات|درهما?|دراهم|دينارا?|دنانير|دولارا?|دولارات|بيسة|بيسات|جنيها?|جنيهات)",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\d{4}(?!\d)")
"""After a figure and a word, such as "18 August", that of a date."""
_WHOSE: Final = re.compile(
    r"omani|saudi|qatari|kuwaiti|bahraini|emirati|uae|us"
    r"|(?:عماني|سعودي|قطري|كويتي|بحريني|إماراتي|أمريكي|أميركي)(?:ة|ا)?|مربع[اة]?|مكعب[اة]?",
    re.IGNORECASE,
)
"""Of which country money is, before it in English and behind it in Arabic; and «مربع» behind «متر»."""


def groups(text: str) -> list[str]:
    """A text's groups in its order; joined by spaces they are the text."""
    found: list[list[str]] = []
    for word in filter(None, _SPACES.split(text)):
        if found and _holds(found[-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return list(map(" ".join, found))


def _holds(group: list[str], word: str) -> bool:
    """Whether a word belongs to the group before it."""
    before = group[-1]
    if _DIGIT.search(before):
        return before[-1].isdigit() or _is_sign(word)
    if _DIGIT.search(word) and _leads(before):
        return True
    figure = max((place for place, each in enumerate(group) if _DIGIT.search(each)), default=None)
    if figure is None or _CLOSED.search(before):
        return False
    if figure == len(group) - 2 and _YEAR.match(word):
        return True
    is_money = figure > 0 and _leads(group[figure - 1])
    return _continues(_plain(before), _plain(word), is_money=is_money)


def _leads(word: str) -> bool:
    """Whether a word announces the figure after it."""
    bare = word.lstrip('([«“"')
    return bool(_BEFORE_FIGURE.fullmatch(bare)) or is_currency(bare)


def _continues(before: str, word: str, *, is_money: bool) -> bool:
    """Whether a unit goes on with a word; where money was named before the figure, nothing comes after a scale."""
    if _SCALES.fullmatch(before):
        return not is_money
    if _LED_IN.fullmatch(before):
        return True
    if _WHOSE.fullmatch(before):
        return bool(_MONEY.fullmatch(word))
    return bool(_WHOSE.fullmatch(word))


def _is_sign(word: str) -> bool:
    return re.fullmatch(r"[%٪‰]\W*", word) is not None


def _plain(word: str) -> str:
    """A word without vowel signs and without what closes it."""
    return _CLOSED.sub("", _MARKS.sub("", word))
