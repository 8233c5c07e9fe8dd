"""The numbers and dates of a text, each with the place where it is said: read once for all rules that ask for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final, Generic, TypeVar

from newsroom.languages.numerals import in_western_digits
from newsroom.languages.quantities import facts_of
from newsroom.languages.quantity import Quantity
from newsroom.languages.written_dates import WrittenDate
from newsroom.model.language import Language
from newsroom.prose.passages import OBJECT, Passage
from newsroom.reading.wording import Wording

Passages = Sequence[Passage]
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


class Talk:
    """What some passages say, in their order. They are read in one go: nothing that is read goes beyond an object."""

    def __init__(self, passages: Passages, language: Language) -> None:
        self.language: Final = language
        self._passages = passages
        found = facts_of(OBJECT.join(passage.text for passage in passages), language)
        self._numbers = self._by_passage(found.quantities)
        self._dates = self._by_passage(found.dates)

    def _by_passage(self, facts: Iterable[Fact]) -> Mapping[int, list[Said[Fact]]]:
        """Facts by the ``id`` of their passage."""
        starts = list(accumulate((len(passage.text) + 1 for passage in self._passages), initial=0))
        said: dict[int, list[Said[Fact]]] = {id(passage): [] for passage in self._passages}
        for fact in facts:
            number = bisect_right(starts, fact.start) - 1
            passage, first = self._passages[number], starts[number]
            place = Said(fact, passage, self.language, fact.start - first, fact.end - first)
            said[id(passage)].append(place)
        return said

    def numbers(self, passages: Passages | None = None) -> list[Said[Quantity]]:
        """The numbers of some of its passages, or of all."""
        wanted = self._passages if passages is None else passages
        return [said for passage in wanted for said in self._numbers[id(passage)]]

    def dates(self, passages: Passages | None = None) -> list[Said[WrittenDate]]:
        """The dates of some of its passages, or of all."""
        wanted = self._passages if passages is None else passages
        return [said for passage in wanted for said in self._dates[id(passage)]]


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


@lru_cache(maxsize=2)
def whole_of(wording: Wording) -> Whole:
    """What a text says anywhere."""
    return Whole(wording)
