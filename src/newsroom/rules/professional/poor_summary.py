"""A summary tells nothing that the title does not, or too little.

The summary stands alone in search results, on share cards and in feeds, and is all that many read. Bad: *Results.*
«نتائج جيدة.» or the title once more, in another tense or with the organisation's name; *Read the full story below*
«التفاصيل في الخبر». Good: one or two sentences that tell the news with what the title has no room for: the amount, the
place, the date, the reason. It tells too little below four words in English or three in Arabic, whose words hold more,
and below fifteen letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.organization import Organization
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
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ed|ing|es|s|e)$")
_SMALL_WORDS: Final = """
    the a an of in on at to for and by with its it is are was were be been has have had will this that as from
    في من علي الي عن ان و هذا هذه قد تم
"""
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_ABOUT_ITSELF: Final = """
    read more find out full story detail below here click see learn about press release statement news announcement
    issue company inside further information text
    اقرا اقراوا المزيد مزيد للمزيد تفاصيل تفصيل خبر اخبار بيان صحفي صادر شركة اضغط اضغطوا هنا تجد تجدون طالع
    طالعوا اطلع اطلعوا نص ادناه معلومات تابع تابعوا
"""


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every summary that adds nothing."""
    if isinstance(content, Post) and content.pubstatus != "canceled":
        for wording in wordings.values():
            if _adds_nothing(wording, standards):
                yield Problem(RULE, wording.document.name, wording.document.line_of("summary"))


def _adds_nothing(wording: Wording, standards: Standards) -> bool:
    said = {passage.kind: passage.text for passage in wording.passages[:2]}
    summary = said.get("summary", "").strip()
    if not summary:
        return False
    is_short = len(summary) < LEAST_LETTERS or len(_WORD.findall(summary)) < LEAST_WORDS[wording.language]
    told = _words(said.get("title", ""), wording.language) | _that_tell_nothing(
        wording.language, standards.organization
    )
    return is_short or _words(summary, wording.language) <= told


@lru_cache(maxsize=2)
def _that_tell_nothing(language: Language, organization: Organization | None) -> frozenset[str]:
    """Words that speak of the text and not of its matter, and the organisation's own name."""
    own = f"{organization.name[language]} {organization.short_name[language]}" if organization else ""
    return frozenset(_words(f"{_ABOUT_ITSELF} {own}", language))


def _words(text: str, language: Language) -> set[str]:
    """The words that carry meaning, without case, vowel marks, article or the ending of a plural or a verb."""
    words = (word for word in _WORD.findall(fold(text).letters) if word not in _SMALL)
    return {(_BARE if language == "ar" else _ENDING).sub("", word) for word in words}
