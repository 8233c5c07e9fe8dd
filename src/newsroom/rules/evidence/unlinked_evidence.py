"""A rating or a certificate cannot be read by those who want to.

What somebody else says of the organisation convinces where the reader can look it up. Bad: ``kind: rating`` with label,
source and date alone. Good: the same with ``link: https://…``, where the rating or certificate stands. Figures and
reports may be the organisation's own records, and are not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.evidence.listed import line_of

RULE: Final = Rule(
    "NR305",
    "information",
    what=Localized("لا رابط يقود القارئ إلى «{label_ar}»", 'no link leads readers to "{label}"'),
    mend=Localized("أضف link بعنوان الصفحة أو الوثيقة", "add link with the address of the page or document"),
    editorial=True,
)
_FROM_OTHERS: Final = frozenset({"rating", "certificate"})


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every rating and certificate without a link."""
    if isinstance(content, Post) and content.pubstatus != "canceled":
        for index, evidence in enumerate(content.evidence):
            if evidence.kind in _FROM_OTHERS and not evidence.link:
                name, line = line_of(wordings, index, "kind")
                label = evidence.label
                yield Problem(RULE, name, line, {"label": label.en or label.ar, "label_ar": label.ar or label.en})
