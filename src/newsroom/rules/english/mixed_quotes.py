"""A text has both straight and curly quotes or apostrophes.

Its parts were then typed in different programs, and it looks so. Inches, feet and code keep their straight marks. Bad:
``“Our port”, she said, "is open."`` Good: ``“Our port”, she said, “is open.”`` To mend it, write all of them alike.
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
    "NR383",
    "information",
    what=Localized(
        "في النص علامات مستقيمة ومعقوفة معًا، ومنها {mark} بعد «{word}»",
        'the text has straight and curly quotes, and a straight {mark} after "{word}"',
    ),
    mend=Localized("اكتبها كلها على وجه واحد، والمعقوفة أولى", "write all of them alike, curly ones for choice"),
    editorial=True,
)

_CURLY: Final = "“”‘’"
_STRAIGHT: Final = re.compile(r"(?<![\d\"'])[\"'](?![\"'])|(?<=[A-Za-z.,!?])\"")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """The first straight mark of a text that has curly ones."""
    wording = wordings.get("en")
    text = wording.text if wording else ""
    if any(mark in text for mark in _CURLY):
        for wording, passage, match in places(_STRAIGHT, "en", wordings, '"', "'"):
            values = {"mark": match[0], "word": word_before(passage.text, match.start())}
            yield problem(RULE, wording, passage, match.start(), values)
            return
