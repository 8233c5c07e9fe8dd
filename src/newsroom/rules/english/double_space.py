"""Two or more spaces stand between the words of a sentence.

They are left over from a change, and search for the phrase fails in files for the press. Two spaces after a full stop
are a habit of typing, and spaces at the end of a line are Markdown: both stay. Bad: ``a cold  store`` Good: ``a cold
store`` To mend it, leave one; ``newsroom check --fix`` does it.
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
    "NR381",
    "information",
    what=Localized("مسافتان أو أكثر بعد «{word}»", 'two or more spaces stand after "{word}"'),
    mend=Localized("أبقِ مسافة واحدة", "leave one"),
    editorial=True,
)

_SPACES: Final = re.compile(r"(?<=[^\s.!?:…])(?<![.!?][\"'”’)])  +(?=[^\s.,;:!?،؛؟])")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such gap that stands on one line."""
    for wording, passage, match in places(_SPACES, "en", wordings, "  "):
        edit = wording.edit(passage, match.start(), match.end(), " ")
        if edit:
            values = {"word": word_before(passage.text, match.start())}
            yield problem(RULE, wording, passage, match.start(), values, edit)
