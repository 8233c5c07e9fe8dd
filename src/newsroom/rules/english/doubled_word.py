"""A word stands twice in a row.

It is left over from a change to the sentence. Repetitions that grammar or emphasis asks for stay, such as *that that*,
*had had* and *very very*, and so do names such as *Walla Walla*. Bad: *The port is in the the north.* Good: *The port
is in the north.* To mend it, take one of them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.english.letters import words_of
from newsroom.rules.places import may_stand_twice, problem
from newsroom.rules.word_lists import listed

RULE: Final = Rule(
    "NR382",
    "warning",
    what=Localized("كلمة مكررة: {word} {word}", 'a word stands twice: "{word} {word}"'),
    mend=Localized("احذف إحداهما", "take one of them out"),
    editorial=True,
)

_WORD: Final = re.compile(r"(?<![\w'’-])[A-Za-z]+(?:['’][A-Za-z]+)*(?![\w'’-])")
_MEANT_TWICE: Final = frozenset(
    listed(
        "that had her you no very so long really many much now there hear well "
        "please chop tut win bye night knock ha yes never far old big cha yo boo pom half step"
    )
)
_CLAUSE: Final = re.compile(
    r"\b(?:what|whatever|who|whoever|where|why|how|all|everything)\b[^.,;:!?]* (?:is|was|were|has|do|does|did)$",
    re.IGNORECASE,
)
_GRAMMAR: Final = frozenset(
    listed(
        "the a an and or of to in on at by for from with as it its we our they their this these be are will would "
        "not but which than then into over under about after before i he she his is was were has"
    )
)
"""Words that no name is made of: these stand twice by mistake, in capitals too."""


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every word that follows itself."""
    wording = wordings.get("en")
    text = wording.text if wording else ""
    if wording and may_stand_twice([word.lower() for word in words_of(text)], text.lower()):
        for passage in wording.passages:
            yield from _in_passage(wording, passage)


def _in_passage(wording: Wording, passage: Passage) -> Iterator[Problem]:
    for first, second in pairwise(_WORD.finditer(passage.text)):
        is_next = passage.text[first.end() : second.start()].isspace()
        if is_next and _is_doubled(first[0], second[0]) and not _ends_a_clause(passage.text[: first.end()]):
            yield problem(RULE, wording, passage, second.start(), {"word": first[0]})


def _ends_a_clause(text: str) -> bool:
    """Whether the word may end a clause that the same word follows, as in *what it is is a store*."""
    return _CLAUSE.search(text) is not None


def _is_doubled(first: str, second: str) -> bool:
    word = first.lower()
    if word != second.lower() or word in _MEANT_TWICE:
        return False
    is_name = first[0].isupper() and second[0].isupper()
    return word in _GRAMMAR or (len(word) > 1 and not is_name)
