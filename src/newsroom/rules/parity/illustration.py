"""A picture, a chart or a value of a figure stands in one language and not in the other.

A reader of one language sees the chart and the other does not; and a ``{{value}}`` that is written out by hand on one
side will not follow its figure when that is restated. Bad: ``![Revenue](../../../figures/revenue.yml)`` in English
and nothing in Arabic; ``{{revenue.total.2026}}`` in English and «٢٣٫٤ مليون» in Arabic. Good: the same picture, with
its own words, and the same value in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.parity.absent import absent

RULE: Final = Rule(
    "NR335",
    "warning",
    what=Localized(
        "الصورة أو القيمة «{target}» في النص {text_ar} وليست في النص {sibling_ar}",
        'the picture or value "{target}" is in the {text_en} text and not in the {sibling_en} one',
    ),
    mend=Localized(
        "أضفها إلى النص {sibling_ar} بكلماته، أو احذفها من هذا النص",
        "add it to the {sibling_en} text in its own words, or take it out of this one",
    ),
    editorial=True,
)


def check(content: Content, wordings: Wordings, _: Standards) -> Iterator[Problem]:
    """Every picture and value that the other text lacks."""
    yield from absent(RULE, "illustration", content, wordings)
