"""A plain page is named as a part twice: it would have two ways back, and two pages that follow it.

Bad: ``parts: [history]`` in ``about`` and in ``governance``. Good: in one of them; the other one's text may link to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.parts.claims import claims

RULE: Final = Rule(
    "NR422",
    "error",
    what=Localized("الصفحة «{value}» تابعة للصفحة «{whole}» من قبل", 'the page "{value}" belongs to "{whole}" already'),
    mend=Localized("اذكرها مرة واحدة، في صفحة واحدة", "name it once, in one page"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every claim but the first to one page."""
    wholes: dict[str, str] = {}
    for claim in claims(newsroom):
        if claim.part in wholes:
            yield claim.problem(RULE, newsroom, lines, whole=wholes[claim.part])
        wholes.setdefault(claim.part, claim.whole.slug)
