"""An adjective praises, and says nothing.

*World-class*, *cutting-edge*, «على أعلى مستوى»: a journalist strikes them out, and a reader learns nothing. Bad: *an
innovative solution of outstanding quality* «حلول مبتكرة بجودة استثنائية». Good: what it does, and by how much: *it
loads a lorry in 12 minutes instead of 40*. Words that have a meaning of their own are left: *outstanding shares*, *a
unique identifier*, *exceptional items*, «رائد أعمال», «اجتماع استثنائي». To mend it, take the word out, or put a fact
in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.expressions import find, fold, may_stand
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.places import problem
from newsroom.rules.professional.praise import ARABIC, ENGLISH, ENGLISH_WORDS

RULE: Final = Rule(
    "NR322",
    "information",
    what=Localized("«{found}» مديح لا يخبر القارئ بشيء", '"{found}" praises and says nothing'),
    mend=Localized("احذفه، أو ضع مكانه رقمًا أو حقيقة", "take it out, or put a figure or a fact in its place"),
    editorial=True,
)

_SIGNS: Final = {
    language: tuple((tuple(words.split("|")), pattern) for words, pattern in patterns.items())
    for language, patterns in (("ar", ARABIC), ("en", ENGLISH))
}


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every place at which praise stands, once for each of its words in a passage."""
    if isinstance(content, Post) and content.pubstatus != "canceled":
        for wording in wordings.values():
            yield from _in_text(wording)


def _in_text(wording: Wording) -> Iterator[Problem]:
    standing = _standing(wording.text, wording.language)
    for passage in wording.passages if standing else ():
        yield from _in_passage(wording, passage, standing)


def _standing(text: str, language: Language) -> tuple[str, ...]:
    """The expressions that may stand in a text."""
    letters = fold(text).letters
    signs = _SIGNS[language]
    patterns = [pattern for words, pattern in signs if any(word in letters for word in words)]
    return may_stand((*patterns, *(ENGLISH_WORDS if language == "en" else ())), text, language)


def _in_passage(wording: Wording, passage: Passage, standing: tuple[str, ...]) -> Iterator[Problem]:
    end = 0
    for found in sorted(find(standing, passage.text, wording.language), key=lambda found: found.start):
        if found.start >= end:
            end = found.end
            words = passage.text[found.start : found.end].strip()
            yield problem(RULE, wording, passage, found.start, {"found": words})
