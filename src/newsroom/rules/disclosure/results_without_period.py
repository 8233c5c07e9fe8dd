"""Results do not say which period they are about.

Without its last day nobody can tell whether they come in time (NR725). Bad: ``type: results`` and no ``period``. Good:
``period: {from: 2026-01-01, until: 2026-06-30}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.disclosure.obligations import lead_document, results_post

RULE: Final = Rule(
    "NR727",
    "warning",
    what=Localized("النتائج لا تذكر فترتها", "the results do not say which period they are about"),
    mend=Localized("أضف {example}", "add {example}"),
    addressee="finance",
)
_EXAMPLE: Final = "period: {from: 2026-01-01, until: 2026-06-30}"


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Results without a period."""
    post = results_post(content, standards)
    if post and post.period is None:
        document = lead_document(wordings)
        yield Problem(RULE, document.name, document.line_of("type"), {"example": _EXAMPLE})
