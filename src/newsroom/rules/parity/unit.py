"""The same number counts one thing in one language and another in the other: riyals and dollars, percent and points.

The number agrees, and so nobody looks twice. Currencies by name, sign and code, percent and percentage points, hours
and days, and the usual measures are understood in both languages; a riyal without its country may be any riyal, and a
number without a unit may count anything, save percent in a sentence. Bad: «٣ نقاط مئوية» beside "3%". Good: "3
percentage points". To mend it, look the number up in its source and correct whichever text is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.languages.units import PERCENT, may_be_same
from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.parity.disagreement import WHAT, disagreement
from newsroom.rules.parity.facts import wholes
from newsroom.rules.parity.likeness import Number, are_worth_the_same, same_value, say_the_same
from newsroom.rules.parity.matching import matched
from newsroom.rules.parity.pairs import Pair, are_both, pairs

RULE: Final = Rule(
    "NR333",
    "error",
    what=WHAT,
    mend=Localized(
        "راجع العملة أو الوحدة في المصدر، واكتب الوحدة نفسها في اللغتين",
        "check the currency or unit in the source, and write the same one in both languages",
    ),
    editorial=True,
)

_SPEAKS_OF_PERCENT: Final = re.compile(
    r"%|٪|مئوي|(?:في|ب) ?ال(?:مئة|مائة)|per ?cent|rate|share|proportion", re.IGNORECASE
)
_SENTENCES: Final = frozenset({"title", "summary", "paragraph", "item", "quote"})


def check(_: Content, wordings: Wordings, __: Standards) -> Iterator[Problem]:
    """Every number that has one unit here and another there."""
    if not are_both(wordings):
        return
    anywhere = wholes(wordings)
    for pair in pairs(wordings):
        both = Localized(anywhere.ar.numbers(pair.passages.ar), anywhere.en.numbers(pair.passages.en))
        if both.ar and both.en:
            for one, two in _same_values(both):
                if _differ(one, two, pair):
                    yield disagreement(RULE, one, two, wordings)


def _same_values(both: Localized[list[Number]]) -> Iterator[tuple[Number, Number]]:
    """Numbers with those of the same value in the other text; of one that is repeated, with all of them."""
    alike, arabic, english = matched(both.ar, both.en, _wholly_alike, say_the_same, same_value)
    yield from alike
    for left, others in ((arabic, both.en), (english, both.ar)):
        for said in left:
            same = [other for other in others if same_value(said, other)]
            if same and not any(say_the_same(said, other) for other in same):
                yield said, same[0]


def _wholly_alike(one: Number, two: Number) -> bool:
    return one.fact.unit == two.fact.unit and same_value(one, two)


def _differ(one: Number, two: Number, pair: Pair) -> bool:
    units = {one.fact.unit, two.fact.unit}
    if units == {"", PERCENT}:
        return pair.is_close and _lost_percent(one, two)
    is_part = "fraction" in {one.fact.kind, two.fact.kind}
    return not may_be_same(one.fact.unit, two.fact.unit) and not is_part and not are_worth_the_same(one, two)


def _lost_percent(one: Number, two: Number) -> bool:
    """Whether a sentence lacks the percent sign of the other: *rose 5* beside «ارتفع ٥٪»."""
    plain = two if one.fact.unit else one
    is_plain = plain.passage.kind in _SENTENCES and plain.fact.kind == "cardinal" and plain.fact.in_digits
    return is_plain and not _SPEAKS_OF_PERCENT.search(plain.passage.text)
