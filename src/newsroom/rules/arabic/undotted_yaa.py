"""A word ends in «ى» where it must end in «ي».

Some keyboards and habits leave the dots out; the word is then another one to readers elsewhere. Only words of which
there is no doubt are looked at: «في» «التي» «الذي» «هي» and adjectives such as «الحالي» «العُماني»; «على» «إلى»
«الأولى» «اليمنى» are right. Bad: «المركز الذى افتُتح فى صحار» Good: «المركز الذي افتُتح في صحار» To mend it, write
«ي».
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
from newsroom.rules.arabic.final_yaa import final_yaa
from newsroom.rules.arabic.letters import standing, words_among
from newsroom.rules.places import problem

RULE: Final = Rule(
    "NR362",
    "warning",
    what=Localized("كُتبت ألف مقصورة مكان الياء في «{word}»", '"{word}" ends in ى where ي belongs'),
    mend=Localized("اكتب «{right}»", 'write "{right}"'),
    editorial=True,
)

_KEPT_A_PROMISE: Final = re.compile(
    r"وفى(?:\s+\S+){0,2}?\s+ب(?:ال)?(?:وع|عهد|تعهد|التزام|لتزام|ما\b|متطلب|شرو|حاج|احتياج|غرض|دين)"
)
"""«وفى بوعده»: a verb, and no «وفي»."""


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such word."""
    wrong = frozenset(word for word in words_among(wordings) if word[-1] == "ى" and final_yaa(word) == "ي")
    for wording, passage, match in standing(wrong, wordings) if wrong else ():
        if _KEPT_A_PROMISE.match(passage.text, match.start()):
            continue
        right = "ي".join(match[0].rsplit("ى", 1))
        yield problem(RULE, wording, passage, match.start(), {"word": match[0], "right": right})
