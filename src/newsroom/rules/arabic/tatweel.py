"""A tatweel stretches a word.

Between two letters, or doubled, it is decoration: whoever searches the page, or copies from it, does not find the word.
After a prefix before a quotation, a figure or a Latin word it is right, as in «هـ» and under a small alef. Bad:
«شـركة لبـــان» Good: «شركة لبان، وبـ «لُبان»، ولـ 24» To mend it, take it out.
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
from newsroom.rules.arabic.letters import BASES, LETTERS, MARKS
from newsroom.rules.places import places, problem

RULE: Final = Rule(
    "NR355",
    "information",
    what=Localized("كلمة ممطوطة: «{word}»", 'a word is stretched: "{word}"'),
    mend=Localized("احذف المطّ: «{right}»", 'take the tatweel out: "{right}"'),
    editorial=True,
)

_STRETCHED: Final = re.compile(
    rf"(?<![{LETTERS}])[{LETTERS}]*[{BASES}][{MARKS}]*\u0640(?:\u0640|[{BASES}])[{LETTERS}]*"
)
_DOUBLED_AT_THE_END: Final = re.compile("\u0640\u0640+$")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every word that is stretched."""
    for wording, passage, match in places(_STRETCHED, "ar", wordings, "\u0640"):
        word = match[0]
        kept = "\u0640" if _DOUBLED_AT_THE_END.search(word) else ""
        yield problem(RULE, wording, passage, match.start(), {"word": word, "right": bare_of_tatweel(word) + kept})


def bare_of_tatweel(word: str) -> str:
    """A word without its tatweel; one under a small alef stays."""
    return re.sub("\u0640(?!\u0670)", "", word)
