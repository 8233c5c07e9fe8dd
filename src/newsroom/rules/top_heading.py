"""A text has a heading of the first level.

The post's title is the page's only first heading; a second one confuses whoever listens to the page and searches it.
Bad: ``# Results``. Good: ``## Results``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.prose.links import without_code
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

RULE: Final = Rule(
    "NR506",
    "warning",
    what=Localized("عنوان من المستوى الأول في النص: {heading}", "the text has a heading of the first level: {heading}"),
    mend=Localized("اكتبه ## فالعنوان الأول للصفحة هو title", "write ##, for the page's first heading is its title"),
    editorial=True,
)

_TOP: Final = re.compile(r"^# *(?!#)\S.*|^[^\S\n]*+\S[^\n]*+\n=+ *$", re.MULTILINE)


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:  # noqa: ARG001
    """Every heading that rivals the title."""
    for document in documents.values():
        prose = without_code(document.body)
        for match in _TOP.finditer(prose):
            line = document.line_of_body(prose.count("\n", 0, match.start()) + 1)
            yield Problem(RULE, document.name, line, {"heading": match[0].splitlines()[0]})
