"""A text is spelt in British and in American English.

Readers take it for two texts joined. Only common words are looked at, and none in capitals or in a quoted paragraph,
which may be a name or another's; *-ize* goes with both, as Oxford has it, but not with *-ise* in one text. Bad: *The
colour of the shipping center* Good: *The colour of the shipping centre* To mend it, choose one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.english.letters import WORD, words_among
from newsroom.rules.english.spellings import AMERICAN, BRITISH, ENDING_IN_ISE, ENDING_IN_IZE
from newsroom.rules.places import Place, problem

RULE: Final = Rule(
    "NR384",
    "information",
    what=Localized(
        "في النص إملاءان، بريطاني وأمريكي: {word} مع {other}",
        'the text is spelt in two ways: "{word}" beside "{other}"',
    ),
    mend=Localized("اختر إملاءً واحدًا للنص كله", "choose British or American spelling for all of it"),
    editorial=True,
)

_EXCLUSIVE: Final = ((BRITISH, AMERICAN), (ENDING_IN_ISE, AMERICAN), (ENDING_IN_ISE, ENDING_IN_IZE))
"""Spellings of which a text has only one."""


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """The first word of the spelling that fewer words have."""
    words = words_among(wordings)
    for pair in _EXCLUSIVE:
        if not any(words.isdisjoint(spelling) for spelling in pair):
            one, other = (list(_places(spelling, wordings["en"])) for spelling in pair)
            if one and other:
                rarer, more = sorted((other, one), key=len)
                wording, passage, match = rarer[0]
                values = {"word": match[0], "other": more[0][2][0]}
                yield problem(RULE, wording, passage, match.start(), values)
                return


def _places(spelling: frozenset[str], wording: Wording) -> Iterator[Place]:
    for passage in wording.passages:
        if passage.kind != "quote":
            for match in WORD.finditer(passage.text):
                if match[0] in spelling:
                    yield wording, passage, match
