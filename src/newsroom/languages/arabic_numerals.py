"""Numbers in Arabic words, in every gender and case: «خمسة وعشرون», «مئتا ألف», «ثلث», «مرتين», «الرابع عشر».

«و», «ف», «ب», «ل» and «ك» may stand at the head of each, with «ال» or without it, and vowel signs anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from newsroom.languages.numerals import (
    HALF,
    QUARTER,
    THIRD,
    Found,
    Lexicon,
    Numeral,
    NumeralKind,
    Role,
    Sum,
    Word,
    apart,
    occurrences,
    together,
)

MARKS: Final = "\u064b-\u0652\u0670\u0640"
"""Vowel signs and tatweel, as a range of a regular expression."""

_UNITS: Final = {
    1: "واحد واحدة أحد إحدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمانية",
    9: "تسع تسعة",
}
_TENS: Final = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDREDS: Final = {
    200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة",
    900: "تسعمئة تسعمائة",
}
_SCALES: Final = {
    10**3: ("ألف ألفا آلاف", "ألفان ألفين ألفي"),
    10**6: ("مليون مليونا ملايين", "مليونان مليونين مليوني"),
    10**9: ("مليار مليارا مليارات بليون بليونا بلايين", "ملياران مليارين ملياري"),
    10**12: ("تريليون تريليونا تريليونات", "تريليونان تريليونين تريليوني"),
}
_ORDINALS: Final = {
    1: "أول أولى أولا",
    2: "ثاني ثانية ثان ثانيا",
    3: "ثالث ثالثة ثالثا",
    4: "رابع رابعة رابعا",
    5: "خامس خامسة خامسا",
    6: "سادس سادسة سادسا",
    7: "سابع سابعة سابعا",
    8: "ثامن ثامنة ثامنا",
    9: "تاسع تاسعة تاسعا",
    10: "عاشر عاشرة عاشرا",
    11: "حادي حادية",
}
_FRACTIONS: Final = {
    HALF: "نصف نصفا نصفها نصفه نصفهم نصفهن منتصف",
    THIRD: "ثلث ثلثا ثلثها ثلثه ثلثهم",
    QUARTER: "ربع ربعا ربعها ربعه ربعهم",
    Decimal("0.2"): "خمسا",
}
_TWO_THIRDS: Final = "ثلثان ثلثين ثلثي ثلثيها ثلثيه ثلثاها ثلثاه"
_PARTS: Final = {QUARTER: "أرباع أرباعها أرباعه", Decimal("0.2"): "أخماس أخماسها", Decimal("0.1"): "أعشار أعشارها"}
_MULTIPLES: Final = {
    2: "مرتين مرتان ضعف ضعفا ضعفي ضعفين ضعفان ضعفها ضعفه ضعفيه تضاعف تضاعفت يتضاعف تتضاعف ضاعف ضاعفت مضاعفة ثنائي "
    "ثنائية كلا كلتا كلاهما كليهما زوج",
    3: "ثلاثي ثلاثية",
    4: "رباعي رباعية",
    5: "خماسي خماسية",
    6: "سداسي سداسية",
    10: "عقد",
    12: "ظهرا دزينة",
}
_DECADES: Final = {
    20: "عشرينيات عشرينات",
    30: "ثلاثينيات ثلاثينات",
    40: "أربعينيات أربعينات",
    50: "خمسينيات خمسينات",
    60: "ستينيات ستينات",
    70: "سبعينيات سبعينات",
    80: "ثمانينيات ثمانينات",
    90: "تسعينيات تسعينات",
}
_HEADS: Final = ("", "ب", "ل", "ك")
_BARE: Final = str.maketrans("أإآ", "ااا")
_WORD: Final = re.compile(rf"[ء-غف-ي{MARKS}]+")
_DROP: Final = re.compile(f"[{MARKS}]")
_TEN: Final = 10
_AND_HALF: Final = re.compile(r" و(نصف|ربع|ثلث)(?:ا|ًا)?(?: (?:ال)?(?:ألف|مليون|مليار|تريليون))?(?![ء-ي])")
_MORE: Final = {"نصف": HALF, "ربع": QUARTER, "ثلث": THIRD}


@cache
def lexicon() -> Lexicon:
    """Every word that says a number, without vowel signs, with everything that may stand at its head."""
    spelled = ((word, base) for bare, base in _bare_words() for word in _spellings(bare))
    return {written: entry for word, base in spelled for written, entry in _heads(word, base)}


def _bare_words() -> Iterator[tuple[str, Word]]:
    yield from _each("unit", _UNITS)
    yield from _each("ten", _TENS)
    yield from _each("hundred", _HUNDREDS, whole=True)
    yield from _each("ordinal", _ORDINALS)
    yield from _each("fraction", _FRACTIONS | {THIRD * 2: _TWO_THIRDS})
    yield from _each("denominator", _PARTS)
    yield from _each("multiple", _MULTIPLES | _DECADES)
    yield from _each("hundred", {100: "مئة مائة"})
    yield from _each("teen", {10: "عشر عشرة"})
    yield from _each("scale", {value: words for value, (words, _) in _SCALES.items()})
    yield from _each("scale", {value * 2: words for value, (_, words) in _SCALES.items()}, whole=True)


def _each(
    role: Role, words: Mapping[int, str] | Mapping[Decimal, str], *, whole: bool = False
) -> Iterator[tuple[str, Word]]:
    for value, several in words.items():
        yield from ((word, Word(role, Decimal(value), whole=whole)) for word in several.split())


def _spellings(word: str) -> set[str]:
    """As it is spelled, and as it is when the hamza of its first letter is forgotten."""
    return {word, word[0].translate(_BARE) + word[1:]}


def _heads(word: str, base: Word) -> Iterator[tuple[str, Word]]:
    """What may stand at the head of a word: the article joins «ل» to «لل»."""
    joined = Word(base.role, base.value, joined=True, whole=base.whole)
    for head in _HEADS:
        for article in ("", "ال"):
            before = "لل" if head == "ل" and article else head + article
            yield from ((before + word, base), (f"ف{before}{word}", base), (f"و{before}{word}", joined))


def numerals(text: str) -> Iterator[Numeral]:
    """Every number that a text says in words, in its order."""
    known, words = lexicon(), words_in(text)
    marked = {word: _DROP.sub("", word) for word in words if not word.isalpha() or "ـ" in word}
    written = {word: known[word] for word in known.keys() & words}
    written |= {word: known[letters] for word, letters in marked.items() if letters in known}
    for run in together(text, occurrences(text, written)):
        yield from apart(_of_run(text, run))


@lru_cache(maxsize=2)
def words_in(text: str) -> frozenset[str]:
    """The different words of a text, with their vowel signs."""
    return frozenset(_WORD.findall(text))


def _of_run(text: str, run: Sequence[Found]) -> Iterator[Numeral]:
    number = 0
    while number < len(run):
        taken, total = _sum(run[number:])
        if taken:
            after = run[number + taken] if number + taken < len(run) else None
            part = after if after and after.word.role == "denominator" else None
            yield _finished(text, run[number : number + taken], total, part)
            number += taken + (part is not None)
        else:
            taken, numeral = _alone(text, run[number:])
            yield numeral
            number += taken


def _sum(run: Sequence[Found]) -> tuple[int, Sum]:
    """How many words make one number, and the number."""
    total = Sum()
    for taken, found in enumerate(run):
        if not _take(found.word, total, first=taken == 0):
            return taken, total
    return len(run), total


def _take(word: Word, total: Sum, *, first: bool) -> bool:
    """Take in one word, if it goes on the number."""
    if word.role == "scale":
        return _take_scale(word, total, first=first)
    if word.role == "hundred":
        return _take_hundred(word, total, first=first)
    goes_on = _fits(word, total, first=first)
    if goes_on:
        total.add(word.value)
    return goes_on


def _take_scale(word: Word, total: Sum, *, first: bool) -> bool:
    """A thousand or more: of what stands before it, or beside it, as in «مليون وألف»."""
    is_of_all = (first or not word.joined) and not (word.whole and total.current)
    is_beside = word.joined and total.scale > word.value and not total.current
    if is_of_all or is_beside:
        total.times(word.value, of_all=True)
    return is_of_all or is_beside


def _take_hundred(word: Word, total: Sum, *, first: bool) -> bool:
    """A hundred or more: «ثلاث مئة», or «ألف ومئتان»."""
    if not word.whole and not word.joined and 0 < total.current < _TEN:
        total.times(word.value, of_all=False)
        return True
    goes_on = first or (word.joined and not total.current)
    if goes_on:
        total.add(word.value)
    return goes_on


def _fits(word: Word, total: Sum, *, first: bool) -> bool:
    """Whether a number below a hundred goes on what was said: «خمسة عشر», «خمسة وعشرون», «مئة وخمسة»."""
    after_unit = 0 < total.current % 100 < _TEN
    if word.role == "teen" and after_unit and not word.joined:
        return True
    if word.role == "ten" and after_unit and word.joined:
        return True
    return word.role in {"unit", "teen", "ten"} and (first or (word.joined and total.is_round))


def _finished(text: str, words: Sequence[Found], total: Sum, part: Found | None) -> Numeral:
    start, end = words[0].start, words[-1].end
    if part:
        return Numeral(total.value * part.word.value, "fraction", start, part.end)
    more = _AND_HALF.match(text, end) if total.scale > 1 else None
    if more:
        return Numeral(total.value + _MORE[more[1]] * _last_scale(words), "cardinal", start, more.end(), total.scale)
    if total.scale == 1:
        return Numeral(total.value, "cardinal", start, end)
    others = (total.value * 2,) if len(words) == 1 and _may_be_dual(text[start:end]) else ()
    return Numeral(total.value, "cardinal", start, end, _last_scale(words), others)


def _may_be_dual(word: str) -> bool:
    """Whether a word may be a dual without its last letter: «مليونا مستخدم», and not «مليونًا»."""
    return word.endswith("ا") and not word.endswith("\N{ARABIC FATHATAN}ا")


def _last_scale(words: Sequence[Found]) -> Decimal:
    """The thousand or million that was said last: of a dual, the half of it."""
    last = next(found.word for found in reversed(words) if found.word.role == "scale")
    return last.value / 2 if last.whole else last.value


def _alone(text: str, run: Sequence[Found]) -> tuple[int, Numeral]:
    """An ordinal with what belongs to it, a part or a multiple."""
    first, after = run[0], run[1] if len(run) > 1 else None
    role, value = first.word.role, first.word.value
    if role == "ordinal" and after and after.word.role == "teen" and not after.word.joined:
        return 2, Numeral(value % 10 + 10, "ordinal", first.start, after.end)
    if role == "ordinal" and after and after.word.role == "ten" and after.word.joined:
        return 2, Numeral(value % 10 + after.word.value, "ordinal", first.start, after.end)
    if role == "fraction" and after and after.word.role == "scale" and not after.word.joined:
        return 2, Numeral(value * after.word.value, "cardinal", first.start, after.end, after.word.value)
    others = (value * 2,) if role == "fraction" and _may_be_dual(text[first.start : first.end]) else ()
    return 1, Numeral(value, _KINDS.get(role, "cardinal"), first.start, first.end, others=others)


_KINDS: Final[Mapping[Role, NumeralKind]] = {
    "ordinal": "ordinal",
    "fraction": "fraction",
    "denominator": "fraction",
    "multiple": "multiple",
}
