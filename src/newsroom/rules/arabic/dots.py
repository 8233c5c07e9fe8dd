"""Three dots in the place of the ellipsis «…».

Three single dots may be parted at a line's end. Bad: «وقال: «سنعود... قريبًا»» Good: «وقال: «سنعود… قريبًا»» To mend
it, write «…»; ``newsroom check --fix`` does it.
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
from newsroom.rules.places import places, problem, word_before

RULE: Final = Rule(
    "NR360",
    "information",
    what=Localized("ثلاث نقاط بعد «{word}»", 'three single dots stand after "{word}"'),
    mend=Localized("اكتب علامة الحذف «…»", 'write the ellipsis "…"'),
    editorial=True,
)

_DOTS: Final = re.compile(r"(?<![.A-Za-z/])\.\.\.(?![./\\])")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every three dots of the Arabic text; those of a Latin word are its own."""
    for wording, passage, match in places(_DOTS, "ar", wordings, "..."):
        edit = wording.edit(passage, match.start(), match.end(), "…")
        values = {"word": word_before(passage.text, match.start())}
        yield problem(RULE, wording, passage, match.start(), values, edit)
