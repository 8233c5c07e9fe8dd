"""A number stands in one language and not in the other.

Readers of the two texts would be told two different things: a profit of 12.0 million in Arabic and of 10.2 in
English. Digits of both kinds, words, signs, percent and *million* are understood, and so are the dual and *twice*. A
number in digits must be said somewhere in the other text, in digits or in words; where paragraphs stand for each
other, one in words is looked at too, if the other text has a different one in its place. What is never missed: *one*,
the year in which the post is dated, and a number that is only repeated. Bad: «بلغ الربح ١٢٫٠ مليون ريال» beside
"profit was OMR 10.2 million". Good: "profit was OMR 12.0 million". To mend it, look the number up in its source and
correct whichever text is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsroom.languages.quantity import Quantity, QuantityKind
from newsroom.languages.units import PERCENT
from newsroom.model.language import Language, Localized, other
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.facts import Whole
from newsroom.rules.parity.comparison import Comparison, problems
from newsroom.rules.parity.disagreement import WHAT
from newsroom.rules.parity.likeness import Number, could_stand_for, distance, same_value, say_the_same
from newsroom.rules.parity.matching import matched, opposed

RULE: Final = Rule(
    "NR331",
    "error",
    what=WHAT,
    mend=Localized(
        "راجع الرقم في مصدره وصحّح النص المخطئ، ليقول النصان الشيء نفسه",
        "check the number in its source and correct whichever text is wrong, so that both say the same",
    ),
    editorial=True,
)

_DUAL: Final = re.compile(r"[ء-ي]{2}(?:ان|ين|تا|تي|يه|يها)(?![ء-ي])")
_NEAR_YEAR: Final[Mapping[Language, re.Pattern[str]]] = {
    "ar": re.compile(
        r"(?:العام|السنة|عام|سنة) (?:الماضي|المقبل|القادم|الحالي|الجاري|السابق|التالي|نفس)|هذا العام|هذه السنة|قبل عام"
    ),
    "en": re.compile(
        r"\b(?:last|this|next|current|previous|preceding|prior|following|same) year|\byears? (?:ago|earlier|before)",
        re.IGNORECASE,
    ),
}
"""Words that name a year beside that of the post."""


def check(content: Content, wordings: Wordings, _: Standards) -> Iterator[Problem]:
    """Every number that the other text lacks, or has otherwise."""
    return problems(RULE, content, wordings, Whole.numbers, _Comparison)


class _Comparison(Comparison[Quantity]):
    """Compares the numbers of passages that stand for each other."""

    def findings(self) -> Iterator[tuple[Number, Number | None]]:
        """Each number that the other text lacks, with the one in its place."""
        _, arabic, english = matched(self.both.ar, self.both.en, say_the_same, same_value)
        arabic, english = self._not_repeated(arabic, self.both.en), self._not_repeated(english, self.both.ar)
        told: list[Number] = []
        for said, instead in opposed(arabic, english, could_stand_for, distance):
            if instead and self._contradict(said, instead):
                told += (said, instead)
                yield said, instead
        yield from ((said, None) for said in (*arabic, *english) if said not in told and self._is_missed(said))

    def _contradict(self, one: Number, two: Number) -> bool:
        if not (one.fact.in_digits or two.fact.in_digits or self._are_told_words(one, two)):
            return False
        if self._is_missed(one) or self._is_missed(two):
            return True
        may_be_near = one.fact.kind == "year" and not self._are_as_many("year")
        is_near = may_be_near and any(self._names_a_year(each.language) for each in (one, two))
        return self.pair.is_close and not self.pair.is_key and not is_near and one.fact.kind != "multiple"

    def _are_told_words(self, one: Number, two: Number) -> bool:
        """Whether two numbers in words are worth a look: small ones are said in too many ways."""
        is_small = min(one.fact.value, two.fact.value) < _SMALLEST_IN_WORDS
        return self.pair.is_close and (one.fact.kind == "fraction" or not is_small)

    def _is_missed(self, said: Number) -> bool:
        """Whether the other text says it nowhere, though it should."""
        fact = said.fact
        if not fact.in_digits or (fact.value in _TRIVIAL and not fact.unit):
            return False
        if not self.anywhere[other(said.language)].every_number.isdisjoint(fact.readings):
            return False
        if fact.kind == "year":
            return not self._is_year_of_post(said)
        return not self._is_dual(said) and not self._is_in_code(said)

    def _is_year_of_post(self, said: Number) -> bool:
        if self.day is None:
            return False
        apart = abs(int(said.fact.value) - self.day.year)
        return apart == 0 or (apart == 1 and self._names_a_year(other(said.language)))

    def _names_a_year(self, language: Language) -> bool:
        return any(_NEAR_YEAR[language].search(passage.text) for passage in self.pair.passages[language])

    def _is_dual(self, said: Number) -> bool:
        if said.language == "ar" or said.fact.value != 2 or said.fact.unit == PERCENT:
            return False
        return any(_DUAL.search(passage.text) for passage in self.pair.passages.ar)

    def _is_in_code(self, said: Number) -> bool:
        """Whether the other text has a version or the like where rules do not look: in code or in an address."""
        return said.fact.kind == "code" and self.anywhere[other(said.language)].has_digits(said.fact.value)

    def _not_repeated(self, left: Sequence[Number], others: Sequence[Number]) -> list[Number]:
        """Numbers that the other passages do not say even once; or not as often, where both have as many."""
        return [
            said
            for said in left
            if self._are_as_many(said.fact.kind) or not any(same_value(said, each) for each in others)
        ]

    def _are_as_many(self, kind: QuantityKind) -> bool:
        """Whether two paragraphs have as many numbers of a kind, so that each stands for one."""
        if kind not in _COUNTED or not self.pair.is_close or self.pair.is_key:
            return False
        counts = [sum(said.fact.kind == kind for said in numbers) for numbers in self.both]
        return counts[0] == counts[1]


_COUNTED: Final[frozenset[QuantityKind]] = frozenset({"cardinal", "year", "code"})
_TRIVIAL: Final = (0, 1)
"""What is said without a number: no one, an only one."""
_SMALLEST_IN_WORDS: Final = 3
