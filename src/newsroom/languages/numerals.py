"""What the words for numbers of a language are made of, whichever language it is.

A word that helps to say a number is a ``Word`` of a ``Role``; how such words join is told in one file a language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Role = Literal["unit", "teen", "ten", "hundred", "scale", "ordinal", "fraction", "denominator", "multiple", "joint"]
"""Units are 1 to 9, tens 20 to 90, scales a thousand and more. A joint is *and*, which says no number."""

NumeralKind = Literal["cardinal", "ordinal", "fraction", "multiple"]

SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
HALF: Final = Decimal("0.5")
THIRD: Final = Decimal(1) / Decimal(3)
QUARTER: Final = Decimal("0.25")

_EASTERN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪", "01234567890123456789.,%")
_HAS_EASTERN: Final = re.compile("[٠-٩۰-۹٫٬٪]")
_BETWEEN: Final = frozenset({"", " ", "-", "\n", "\N{NO-BREAK SPACE}", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word that helps to say a number.

    ``joined`` tells that «و» stands at its head; ``whole`` that it says its number by itself, as a dual does: no
    number goes before it.
    """

    role: Role
    value: Decimal
    joined: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a lexicon in a text, from ``start`` to before ``end``."""

    word: Word
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number said in words. ``scale`` is the last of its thousands or millions, or 1.

    ``others`` are values that the same letters may mean: «مليونا» is a million, or two.
    """

    value: Decimal
    kind: NumeralKind
    start: int
    end: int
    scale: Decimal = Decimal(1)
    others: tuple[Decimal, ...] = ()


Lexicon = Mapping[str, Word]


def in_western_digits(text: str) -> str:
    """A text with 0-9 and the separators that go with them: «١٬٢٣٤٫٥٪» is "1,234.5%". Every letter keeps its place."""
    return text if text.isascii() or not _HAS_EASTERN.search(text) else text.translate(_EASTERN)


def occurrences(text: str, written: Mapping[str, Word]) -> list[Found]:
    """Where some words stand in a text, as whole words, in its order."""
    found = []
    for letters, word in written.items():
        start = text.find(letters)
        while start >= 0:
            end = start + len(letters)
            if not (text[start - 1 : start].isalpha() or _continues(text[end : end + 1])):
                found.append(Found(word, start, end))
            start = text.find(letters, end)
    return sorted(found, key=lambda each: each.start)


def _continues(letter: str) -> bool:
    return letter.isalpha() or unicodedata.category(letter or " ") == "Mn"


def together(text: str, words: Sequence[Found]) -> Iterator[list[Found]]:
    """Words that follow each other with nothing but a space or a hyphen between them."""
    run: list[Found] = []
    for word in words:
        if run and text[run[-1].end : word.start] not in _BETWEEN:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def apart(numerals: Iterator[Numeral]) -> Iterator[Numeral]:
    """Numbers without those that begin inside the one before, as the half does in *two and a half million*."""
    end = 0
    for numeral in numerals:
        if numeral.start >= end:
            yield numeral
            end = numeral.end


class Sum:
    """A number as it grows word by word: «مئة وخمسة وعشرون ألفًا» is 100, 105, 125, 125 000."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.current = Decimal(0)
        self.scale = Decimal(1)

    @property
    def value(self) -> Decimal:
        """What the words so far say."""
        return self.total + self.current

    @property
    def is_round(self) -> bool:
        """Whether hundreds or thousands stand there, to which a smaller number may be added."""
        return self.current % 100 == 0 and self.value > 0

    def add(self, value: Decimal) -> None:
        """Take in a number that is less than what was said before it."""
        self.current += value

    def times(self, value: Decimal, *, of_all: bool) -> None:
        """Take in a hundred, or a thousand or more, which closes what was said before it."""
        if of_all:
            self.total += max(self.current, Decimal(1)) * value
            self.current = Decimal(0)
            self.scale = value
        else:
            self.current = max(self.current, Decimal(1)) * value
