"""A word stands twice in a row.

It is left over from a change to the sentence. Repetitions that say something stay: «رويدًا رويدًا» «خطوة خطوة» «جدًا
جدًا», and names such as «محمد محمد». Bad: «يقع المركز في في صحار» Good: «يقع المركز في صحار» To mend it, take one of
them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.arabic.letters import WORD, bare, words_of
from newsroom.rules.places import may_stand_twice, problem
from newsroom.rules.word_lists import listed

RULE: Final = Rule(
    "NR366",
    "warning",
    what=Localized("كلمة مكررة: «{word} {word}»", 'a word stands twice: "{word} {word}"'),
    mend=Localized("احذف إحداهما", "take one of them out"),
    editorial=True,
)

_TANWEEN: Final = "\u064b"
_MEANT_TWICE: Final = frozenset(
    listed(
        "جدا رويدا قليلا كثيرا شيئا يوما واحدا بيتا بابا حرفا صفا دكا سطرا بندا جزءا فردا خطوة كلمة مرة حبة قطرة "
        "نقطة لحظة سنة ساعة صفحة غرفة قرية ورقة لبنة شجرة مرحلة حلقة درجة دقيقة شعرة زنقة دار بيت حارة مادة فقرة "
        "جملة آية قطعة مدرسة محافظة ولاية اثنين ثلاثة أربعة خمسة عشرة عشرين ثلاثين أربعين خمسين مئة ألف أهلا مرحبا "
        "حالا فورا بين نعم لا الله هيا مهلا كفى كلا محمد أحمد علي حسن حسين سعيد سالم خليفة إبراهيم يوسف عمر خالد "
        "محمود مصطفى ماما بابا تك سر"
    )
)
_ONCE_ONLY: Final = frozenset(listed("أيضا حاليا مثلا سابقا لاحقا معا تقريبا نظرا وفقا"))
"""Words with tanween that say no more when they stand twice."""


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every word that follows itself."""
    wording = wordings.get("ar")
    text = wording.text if wording else ""
    if wording and may_stand_twice(words_of(text), bare(text)):
        for passage in wording.passages:
            yield from _in_passage(wording, passage)


def _in_passage(wording: Wording, passage: Passage) -> Iterator[Problem]:
    for first, second in pairwise(WORD.finditer(passage.text)):
        if passage.text[first.end() : second.start()].isspace() and _is_doubled(first[0], second[0]):
            yield problem(RULE, wording, passage, second.start(), {"word": first[0]})


def _is_doubled(first: str, second: str) -> bool:
    word = bare(first)
    if word != bare(second) or len(word) < 2 or word in _MEANT_TWICE:
        return False
    # «من مَن» is two words, if the marks say so.
    return first == second and (_TANWEEN not in first or word in _ONCE_ONLY)
