"""A text has a heading of the first level.

The post's title is the page's only first heading; a second one confuses whoever listens to the page and searches it.
Bad: ``# Results``. Good: ``## Results``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.prose.links import without_code
from newsroom.reading.lines import Lines
from newsroom.rules.texts import texts

RULE: Final = Rule(
    "NR506",
    "warning",
    what=Localized("عنوان من المستوى الأول في النص: {heading}", "the text has a heading of the first level: {heading}"),
    mend=Localized("اكتبه ## فالعنوان الأول للصفحة هو title", "write ##, for the page's first heading is its title"),
)

_TOP: Final = re.compile(r"^# *(?!#)\S.*|^[^\S\n]*+\S[^\n]*+\n=+ *$", re.MULTILINE)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every heading that rivals the title."""
    for text in texts(newsroom):
        prose = without_code(text.body)
        for match in _TOP.finditer(prose):
            line = lines.of_body(text, prose.count("\n", 0, match.start()) + 1)
            yield Problem(RULE, lines.name(text), line, {"heading": match[0].splitlines()[0]})
