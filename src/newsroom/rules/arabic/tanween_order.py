"""A text writes the tanween of fatha now on the alef, «اً», now before it, «ًا».

Both are in use, and a newsroom should choose one. Which one it is no rule can tell; this one names the form that is
rarer in the text. Bad: «شكرًا جزيلاً» Good: «شكرًا جزيلًا», or «شكراً جزيلاً» To mend it, write all words of the text
alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.letters import word_around
from newsroom.rules.places import Place, places, problem

RULE: Final = Rule(
    "NR361",
    "information",
    what=Localized(
        "في النص التنوين على وجهين: «{word}» و«{other}»", 'the text writes tanween in two ways: "{word}" and "{other}"'
    ),
    mend=Localized("اكتب تنوين الفتح في النص كله على وجه واحد", "write it in one way throughout"),
    editorial=True,
)

_TANWEEN: Final = re.compile("(?:(?P<on>ا\u064b)|(?P<before>\u064bا))(?![\u0621-\u064a])")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """The first of those words that are written as fewer are; of as many each, as the later are."""
    wording = wordings.get("ar")
    text = wording.text if wording else ""
    if "ا\u064b" in text and "\u064bا" in text:
        found = list(places(_TANWEEN, "ar", wordings))
        on, before = ([place for place in found if place[2][name]] for name in ("on", "before"))
        if on and before:
            yield _of_the_rarer(*sorted((on, before), key=lambda each: (len(each), -found.index(each[0]))))


def _of_the_rarer(rarer: list[Place], other: list[Place]) -> Problem:
    wording, passage, match = rarer[0]
    values = {"word": _word(rarer[0]), "other": _word(other[0])}
    return problem(RULE, wording, passage, match.start(), values)


def _word(place: Place) -> str:
    _, passage, match = place
    return word_around(passage.text, match.start())
