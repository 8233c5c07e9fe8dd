"""The conjunction «و» stands apart from its word.

In Arabic it is written as one with the word that it joins, or a line may end with it. Before a figure, a Latin name or
a quotation, and where it is a letter of a list, it may stand alone. Bad: «صحار و صلالة» Good: «صحار وصلالة» To mend
it, join it to its word.
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
from newsroom.rules.arabic.letters import BASES, LETTERS, MARKS, bare
from newsroom.rules.places import places, problem, word_before
from newsroom.rules.word_lists import listed

RULE: Final = Rule(
    "NR354",
    "warning",
    what=Localized("حرف العطف «و» منفصل عن «{word}»", 'the conjunction "و" stands apart from "{word}"'),
    mend=Localized("صله بالكلمة: «و{word}»", 'join it to the word: "و{word}"'),
    editorial=True,
)

_SPLIT: Final = re.compile(rf"و(?<![^\s(«“].)[{MARKS}]?\s+(?P<word>[{BASES}][{LETTERS}]+)")
_SIGNS: Final = (" و ", "\nو ", "(و ", "«و ", "وَ ")
_IS_A_LETTER: Final = frozenset(
    listed(
        "حرف الحرف حرفا بحرف وحرف بند البند الفقرة فقرة الفئة فئة واو مادة المادة النقطة الصنف صنف الملحق المجموعة "
        "البوابة بوابة المبنى مبنى النوع نوع الصف صف المستوى الطابق البرج المسار الرصيف رصيف القاعة قاعة القسم "
        "الدرجة الجدول الشكل الوصل لواو العطف"
    )
)
"""Words after which «و» is the name of a letter, a paragraph or a gate."""


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every conjunction that stands alone before an Arabic word."""
    for wording, passage, match in places(_SPLIT, "ar", wordings, *_SIGNS):
        if len(bare(match["word"])) > 1 and not _is_a_letter(passage.text, match.start()):
            yield problem(RULE, wording, passage, match.start(), {"word": match["word"]})


def _is_a_letter(text: str, place: int) -> bool:
    """Whether «و» names itself: after the word letter, or in a row of single letters."""
    before = bare(word_before(text, place)).strip("،,():«»")
    return before in _IS_A_LETTER or (len(before) == 1 and before.isalpha())
