"""Numbers in English words: *twenty-five*, *one hundred and five*, *two and a half million*, *two-thirds*, *twice*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from newsroom.languages.numerals import (
    HALF,
    QUARTER,
    SCALES,
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

_UNITS: Final = "one two three four five six seven eight nine"
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DECADES: Final = "twenties thirties forties fifties sixties seventies eighties nineties"
_MULTIPLES: Final = {
    2: "twice double doubled doubles doubling both pair pairs couple twofold",
    3: "thrice triple tripled triples tripling treble trebled threefold trio",
    4: "quadruple quadrupled fourfold",
    10: "tenfold decade",
    12: "dozen noon midnight midday",
}
_FRACTIONS: Final = {HALF: "half halve halved halves halving", QUARTER: "quarter"}
_PARTS: Final = {HALF: "halves", THIRD: "thirds", QUARTER: "quarters", Decimal("0.2"): "fifths"}
_WORD: Final = re.compile(r"[a-z]+")
_HALF_MORE: Final = re.compile(r"[ -]and[ -]a[ -](half|quarter)\b(?:[ -](thousand|[mb]illion)\b)?")
_OF_A_SCALE: Final = re.compile(r"(?: of)? a (thousand|[mb]illion)\b")
_MORE: Final = {"half": HALF, "quarter": QUARTER}


@cache
def lexicon() -> Lexicon:
    """Every word that says a number, in small letters."""
    words = {"and": Word("joint", Decimal(0)), "hundred": Word("hundred", Decimal(100))}
    words |= _numbered("unit", _UNITS) | _numbered("teen", _TEENS, 10) | _numbered("ten", _TENS, 2, 10)
    words |= _numbered("ordinal", _ORDINALS) | _numbered("multiple", _DECADES, 20, 10)
    words |= {word: Word("scale", Decimal(value)) for word, value in SCALES.items()}
    words |= {word: Word("multiple", Decimal(value)) for value, those in _MULTIPLES.items() for word in those.split()}
    words |= {word: Word("fraction", value) for value, those in _FRACTIONS.items() for word in those.split()}
    return words | {word: Word("denominator", value) for value, word in _PARTS.items()}


def _numbered(role: Role, words: str, first: int = 1, step: int = 1) -> dict[str, Word]:
    start = first * step if role == "ten" else first
    return {word: Word(role, Decimal(start + number * step)) for number, word in enumerate(words.split())}


def numerals(text: str) -> Iterator[Numeral]:
    """Every number that a text says in words, in its order."""
    lowered = text.lower()
    known = lexicon()
    written = known.keys() & words_in(text)
    if not written or len(lowered) != len(text):
        return
    for run in together(lowered, occurrences(lowered, {word: known[word] for word in written})):
        yield from apart(_of_run(lowered, run))


@lru_cache(maxsize=2)
def words_in(text: str) -> frozenset[str]:
    """The different words of a text, in small letters."""
    return frozenset(_WORD.findall(text.lower()))


def _of_run(text: str, run: Sequence[Found]) -> Iterator[Numeral]:
    number = 0
    while number < len(run):
        taken, total = _sum(run[number:])
        if taken:
            words = run[number : number + taken + 1]
            closing = _closing(words, taken, total)
            yield _finished(text, words[:taken], total, closing)
            number += taken + (closing is not None)
        else:
            yield from _alone(text, run[number])
            number += 1


def _sum(run: Sequence[Found]) -> tuple[int, Sum]:
    """How many words make one number, and the number."""
    total, taken = Sum(), 0
    for number, found in enumerate(run):
        role, value = found.word.role, found.word.value
        if role == "joint" and total.is_round:
            continue
        if role == "hundred" and total.current < 10:
            total.times(value, of_all=False)
        elif role == "scale":
            total.times(value, of_all=True)
        elif role in {"unit", "teen", "ten"} and _fits(total, value):
            total.add(value)
        else:
            break
        taken = number + 1
    return taken, total


def _fits(total: Sum, value: Decimal) -> bool:
    """Whether a number below a hundred goes on what was said: *hundred and five*, *twenty-five*; *five six* not."""
    after_tens = value < 10 and total.current % 10 == 0 and total.current % 100 >= 20
    return total.current % 100 == 0 or after_tens


def _closing(run: Sequence[Found], taken: int, total: Sum) -> Found | None:
    """An ordinal or a part after a number: *twenty-first*, *two-thirds*, *one-fifth*."""
    after = run[taken] if taken < len(run) else None
    if after is None or after.word.role not in {"ordinal", "denominator"}:
        return None
    is_part = after.word.role == "denominator" or total.value == 1
    return after if is_part or (total.current and _fits(total, after.word.value)) else None


def _finished(text: str, words: Sequence[Found], total: Sum, closing: Found | None) -> Numeral:
    start, end = words[0].start, words[-1].end
    if closing and closing.word.role == "denominator":
        return Numeral(total.value * closing.word.value, "fraction", start, closing.end)
    if closing and total.value == 1:
        return Numeral(1 / closing.word.value, "fraction", start, closing.end)
    if closing:
        return Numeral(total.value + closing.word.value, "ordinal", start, closing.end)
    more = _HALF_MORE.match(text, end)
    if more:
        scale = Decimal(SCALES.get(more[2], 1)) if total.scale == 1 else total.scale
        whole = total.value * scale if total.scale == 1 else total.value
        return Numeral(whole + _MORE[more[1]] * scale, "cardinal", start, more.end(), scale)
    return Numeral(total.value, "cardinal", start, end, total.scale)


def _alone(text: str, found: Found) -> Iterator[Numeral]:
    role, value = found.word.role, found.word.value
    scale = _OF_A_SCALE.match(text, found.end) if role == "fraction" else None
    if scale:
        yield Numeral(value * SCALES[scale[1]], "cardinal", found.start, scale.end(), Decimal(SCALES[scale[1]]))
    elif role == "ordinal" and value >= 3 and text[: found.start].endswith((" a ", " one ")):
        yield Numeral(1 / value, "fraction", found.start, found.end)
    elif role in _KINDS:
        yield Numeral(value, _KINDS[role], found.start, found.end)


_KINDS: Final[dict[Role, NumeralKind]] = {"ordinal": "ordinal", "fraction": "fraction", "multiple": "multiple"}
