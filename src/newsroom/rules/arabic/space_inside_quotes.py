"""A space stands inside quotation marks, after the first or before the last.

At the end of a line the mark is then parted from its words. Bad: « سنواصل العمل » Good: «سنواصل العمل» To mend it,
take the space out; ``newsroom check --fix`` does it.
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
from newsroom.rules.places import SPACE, closed_up, places, problem

RULE: Final = Rule(
    "NR368",
    "warning",
    what=Localized("مسافة داخل علامة التنصيص «{mark}»", 'a space stands inside the quotation mark "{mark}"'),
    mend=Localized("احذفها لتلتصق العلامة بالكلام المنصوص", "take it out, so that the mark joins its words"),
    editorial=True,
)

_SIGNS: Final = ("« ", "«\u00a0", "«\u202f", " »", "\u00a0»", "\u202f»")
_SPACES: Final = re.compile(rf"«(?P<after>{SPACE}+)(?=[^\s»])|(?<=[^\s«])(?P<before>{SPACE}+)»")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such space of the Arabic text."""
    for wording, passage, match in places(_SPACES, "ar", wordings, *_SIGNS):
        group = "after" if match["after"] else "before"
        if _is_inside(group, passage.text[: match.start()]):
            edit = closed_up(wording, passage, *match.span(group))
            mark = "«" if match["after"] else "»"
            yield problem(RULE, wording, passage, match.start(), {"mark": mark}, edit)


def _is_inside(group: str, before: str) -> bool:
    """Whether the mark opens or closes here; those who write »so« have their spaces outside."""
    is_open = before.count("«") > before.count("»")
    return is_open if group == "before" else before.count("«") >= before.count("»")
