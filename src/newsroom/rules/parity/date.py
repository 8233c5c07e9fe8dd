"""A date stands in one language and not in the other.

A meeting on 25 March in Arabic and on 26 March in English brings half of the shareholders on the wrong day. Month
names of every Arab region, dates in figures and in either order, ranges, quarters and halves of a year are
understood; «نهاية سبتمبر» agrees with 30 September. Dates of the Hijri calendar are compared with each other alone,
and the day of the post itself is never missed, for its page tells it in both languages. Bad: «في ٢٥ مارس» beside "on
26 March". Good: "on 25 March". To mend it, look the date up in its source and correct whichever text is wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsroom.languages.written_dates import LAST, WrittenDate
from newsroom.model.language import Language, Localized, other
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.facts import Said, Whole
from newsroom.rules.parity.comparison import Comparison, problems
from newsroom.rules.parity.disagreement import WHAT
from newsroom.rules.parity.matching import matched, opposed

RULE: Final = Rule(
    "NR332",
    "error",
    what=WHAT,
    mend=Localized(
        "راجع التاريخ في مصدره وصحّح النص المخطئ، ليقول النصان الشيء نفسه",
        "check the date in its source and correct whichever text is wrong, so that both say the same",
    ),
    editorial=True,
)

Date = Said[WrittenDate]
_BESIDE_TODAY: Final = re.compile(r"أمس|غد|\b(?:yesterday|tomorrow)\b", re.IGNORECASE)


def check(content: Content, wordings: Wordings, _: Standards) -> Iterator[Problem]:
    """Every date that the other text lacks, or has otherwise."""
    return problems(RULE, content, wordings, Whole.dates, _Comparison)


class _Comparison(Comparison[WrittenDate]):
    """Compares the dates of passages that stand for each other."""

    def findings(self) -> Iterator[tuple[Date, Date | None]]:
        """Each date that the other text lacks, with the one in its place."""
        pairs_of_dates, arabic, english = matched(self.both.ar, self.both.en, _equal, _agree)
        arabic, english = _not_repeated(arabic, self.both.en), _not_repeated(english, self.both.ar)
        told: list[Date] = []
        for said, instead in opposed(arabic, english, _same_part, _distance):
            if instead and self._contradict(said, instead):
                told += (said, instead)
                yield said, instead
        vague = [one for pair in pairs_of_dates for one, two in (pair, pair[::-1]) if one.fact.day and not two.fact.day]
        yield from ((said, None) for said in (*arabic, *english, *vague) if said not in told and self._is_missed(said))

    def _contradict(self, one: Date, two: Date) -> bool:
        if self._is_missed(one) or self._is_missed(two):
            return True
        is_told_anyway = self._is_said_elsewhere(one) and self._is_said_elsewhere(two)
        return self.pair.is_close and not (self.pair.is_key and is_told_anyway)

    def _is_missed(self, said: Date) -> bool:
        """Whether it names a day that the other text says nowhere, though it should."""
        date = said.fact
        if date.day in {None, LAST} or not date.month or self._is_said_elsewhere(said) or self._is_about_today(said):
            return False
        sibling = other(said.language)
        beside = self.anywhere[sibling].numbers(self.pair.passages[sibling])
        return not any(date.day in number.fact.readings for number in beside)

    def _is_said_elsewhere(self, said: Date) -> bool:
        return any(
            said.fact.agrees_with(date) and (date.day or not said.fact.day)
            for date in self.anywhere[other(said.language)].every_date
        )

    def _is_about_today(self, said: Date) -> bool:
        """Whether it is the day of the post, or beside it where the other text says so in a word."""
        if self.day is None:
            return False
        if _is_of(said.fact, self.day):
            return True
        near = (self.day + datetime.timedelta(days=apart) for apart in (-1, 1))
        return any(_is_of(said.fact, day) for day in near) and self._names_a_day(other(said.language))

    def _names_a_day(self, language: Language) -> bool:
        return any(_BESIDE_TODAY.search(passage.text) for passage in self.pair.passages[language])


def _is_of(date: WrittenDate, day: datetime.date) -> bool:
    return (date.day, date.month) == (day.day, day.month) and date.year in (None, day.year)


def _equal(one: Date, two: Date) -> bool:
    return _agree(one, two) and one.fact.day == two.fact.day


def _agree(one: Date, two: Date) -> bool:
    return one.fact.agrees_with(two.fact)


def _same_part(one: Date, two: Date) -> bool:
    return one.fact.part == two.fact.part


def _distance(one: Date, two: Date) -> float:
    return sum(first != second for first, second in zip(one.fact.numbers, two.fact.numbers, strict=False))


def _not_repeated(left: Sequence[Date], others: Sequence[Date]) -> list[Date]:
    """Dates that the other passages do not say even once."""
    return [said for said in left if not any(_agree(said, each) for each in others)]
