"""A summary tells nothing that the title does not, or too little.

The summary stands alone in search results, on share cards and in feeds, and is all that many read. Bad: *Results.*
«نتائج جيدة.» or the title once more. Good: one or two sentences that tell the news with what the title has no room for:
the amount, the place, the date, the reason. It tells too little below four words in English or three in Arabic, whose
words hold more, and below fifteen letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.expressions import fold
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings

RULE: Final = Rule(
    "NR324",
    "warning",
    what=Localized("الملخص لا يزيد القارئ شيئًا على العنوان", "the summary tells readers no more than the title"),
    mend=Localized(
        "اكتب جملة أو جملتين فيهما ما لم يتسع له العنوان: الرقم أو المكان أو السبب",
        "write a sentence or two with what the title had no room for: the amount, the place or the reason",
    ),
    editorial=True,
)

LEAST_WORDS: Final = Localized(3, 4)
LEAST_LETTERS: Final = 15
_WORD: Final = re.compile(r"\w+(?:[.,٫٬]\d+)*")
_BARE: Final = re.compile(r"^[وفبلك]?(?:ال|لل)(?=\w{3})")
_SMALL_WORDS: Final = "the a an of in on at to for and by with its is are has have في من علي الي عن ان و"
_SMALL: Final = frozenset(_SMALL_WORDS.split())


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every summary that adds nothing."""
    if isinstance(content, Post) and content.pubstatus != "canceled":
        for wording in wordings.values():
            if _adds_nothing(wording):
                yield Problem(RULE, wording.document.name, wording.document.line_of("summary"))


def _adds_nothing(wording: Wording) -> bool:
    said = {passage.kind: passage.text for passage in wording.passages[:2]}
    summary = said.get("summary", "").strip()
    if not summary:
        return False
    is_short = len(summary) < LEAST_LETTERS or len(_WORD.findall(summary)) < LEAST_WORDS[wording.language]
    return is_short or _words(summary, wording.language) <= _words(said.get("title", ""), wording.language)


def _words(text: str, language: Language) -> set[str]:
    """The words that carry meaning, without case, vowel marks, article or a plural's end."""
    words = (word for word in _WORD.findall(fold(text).letters) if word not in _SMALL)
    return {_BARE.sub("", word) if language == "ar" else word.removesuffix("s") for word in words}
