"""A material post would be released before its filing with the exchange.

What moves the price is told to everybody at the same time, and to the exchange no later than to anybody else. Bad:
``date: 2026-10-14T08:00`` and ``filed: 2026-10-14T08:30``. Good: ``filed: 2026-10-14T07:30``, or a later ``date``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.disclosure.obligations import lead_document, material_post

RULE: Final = Rule(
    "NR722",
    "error",
    what=Localized(
        "أُودعت المعلومة لدى البورصة في {filed} والمنشور يُنشر قبل ذلك في {released}",
        "the fact was filed with the exchange at {filed}, and the post is released before, at {released}",
    ),
    mend=Localized("اجعل date بعد الإيداع، أو صحّح filed", "let date be after the filing, or mend filed"),
    addressee="board-secretary",
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """A material post that comes before its filing."""
    post = material_post(content, standards)
    if post and post.disclosure and post.disclosure.filed > post.released:
        document = lead_document(wordings)
        filed = post.disclosure.filed
        values = {
            "filed": filed.isoformat(timespec="minutes"),
            "released": post.released.astimezone(filed.tzinfo).isoformat(timespec="minutes"),
        }
        yield Problem(RULE, document.name, document.line_of("disclosure", "filed"), values)
