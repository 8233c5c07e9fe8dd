"""Numbers and dates of both texts, each with the place where it is said, and what each text says anywhere."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final, Generic, TypeVar

from newsroom.languages.numerals import in_western_digits
from newsroom.languages.quantities import Facts, facts_of
from newsroom.languages.quantity import Quantity
from newsroom.languages.written_dates import WrittenDate
from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.pages.posts import fresher_translation
from newsroom.prose.passages import OBJECT, Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.parity.pairs import Passages

Fact = TypeVar("Fact", Quantity, WrittenDate)


@dataclass(frozen=True, slots=True)
class Said(Generic[Fact]):
    """A number or date where it is said. ``start`` and ``end`` count the letters of its passage."""

    fact: Fact
    passage: Passage
    language: Language
    start: int
    end: int

    @property
    def words(self) -> str:
        """As it is written."""
        return self.passage.text[self.start : self.end].strip(" .,،")


_Placed = tuple[tuple[int, Facts], ...]
"""What each of some texts says, and how many letters come before it in all of them together."""


@lru_cache(maxsize=8)
def _facts(texts: tuple[str, ...], language: Language) -> _Placed:
    """What each of some texts says. They are read in one go: nothing that is read goes on beyond an object."""
    found = facts_of(OBJECT.join(texts), language)
    starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0)) if texts else []
    quantities: list[list[Quantity]] = [[] for _ in texts]
    dates: list[list[WrittenDate]] = [[] for _ in texts]
    for quantity in found.quantities:
        quantities[bisect_right(starts, quantity.start) - 1].append(quantity)
    for date in found.dates:
        dates[bisect_right(starts, date.start) - 1].append(date)
    parts = zip(starts, quantities, dates, strict=True)
    return tuple((start, Facts(tuple(numbers), tuple(days))) for start, numbers, days in parts)


class Talk:
    """What the passages of one text say."""

    def __init__(self, passages: Passages, language: Language) -> None:
        self.language: Final = language
        self._passages = passages
        placed = _facts(tuple(passage.text for passage in passages), language)
        self._placed = {id(passage): facts for passage, facts in zip(passages, placed, strict=True)}

    def numbers(self, passages: Passages | None = None) -> list[Said[Quantity]]:
        """The numbers of some of its passages, or of all."""
        return [
            Said(fact, passage, self.language, fact.start - start, fact.end - start)
            for passage in (self._passages if passages is None else passages)
            for start, facts in (self._placed[id(passage)],)
            for fact in facts.quantities
        ]

    def dates(self, passages: Passages | None = None) -> list[Said[WrittenDate]]:
        """The dates of some of its passages, or of all."""
        return [
            Said(fact, passage, self.language, fact.start - start, fact.end - start)
            for passage in (self._passages if passages is None else passages)
            for start, facts in (self._placed[id(passage)],)
            for fact in facts.dates
        ]


class Whole(Talk):
    """A text with all that it says anywhere."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.passages, wording.language)
        self._body = wording.document.body

    @cached_property
    def every_number(self) -> frozenset[Decimal | int]:
        """Every number, those of dates among them."""
        return frozenset(self._every_number())

    @cached_property
    def every_date(self) -> tuple[WrittenDate, ...]:
        """Every date."""
        return tuple(said.fact for said in self.dates())

    def has_digits(self, number: Decimal) -> bool:
        """Whether its source has a number in digits, in code and addresses too."""
        return re.search(rf"(?<!\d){number:f}(?!\d)", in_western_digits(self._body)) is not None

    def _every_number(self) -> Iterator[Decimal | int]:
        for said in self.numbers():
            yield from said.fact.readings
            if said.fact.kind == "fraction":
                yield round(said.fact.value * 100)
        for date in self.every_date:
            yield from date.numbers


def wholes(wordings: Wordings) -> Localized[Whole]:
    """What each of the texts says anywhere."""
    return Localized(Whole(wordings["ar"]), Whole(wordings["en"]))


def is_older(content: Content, language: Language) -> bool:
    """Whether a post's text is known to be older than its sibling, and may lack what was last added there."""
    return isinstance(content, Post) and fresher_translation(content, language) is not None


def day_of(content: Content) -> datetime.date | None:
    """The day that a post's page tells in both languages beside its text."""
    return content.date.date() if isinstance(content, Post) else None
