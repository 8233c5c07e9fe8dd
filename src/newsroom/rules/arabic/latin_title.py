"""An Arabic title begins with a Latin word.

Programs that take the direction of a line from its first letter, as feed readers and chats do, then show the whole
title from left to right, its parts in the wrong order. Bad: «ISO 22000: لُبان تنال الشهادة» Good: «لُبان تنال شهادة
ISO 22000» To mend it, begin with an Arabic word.
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
from newsroom.rules.arabic.letters import BASES
from newsroom.rules.places import problem

RULE: Final = Rule(
    "NR364",
    "warning",
    what=Localized("يبدأ العنوان بكلمة لاتينية: {word}", "the Arabic title begins with a Latin word: {word}"),
    mend=Localized(
        "ابدأه بكلمة عربية، فبرامج كثيرة تأخذ اتجاه السطر من أول حرف فيه",
        "begin it with an Arabic word, for many programs take a line's direction from its first letter",
    ),
    editorial=True,
)

_FIRST: Final = re.compile(f"(?P<latin>[A-Za-z\u00c0-\u024f][\\w.&'’-]*)|[{BASES}]")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """The title, if its first letter is a Latin one."""
    wording = wordings.get("ar")
    for passage in wording.passages[:1] if wording else ():
        first = _FIRST.search(passage.text)
        if wording and passage.kind == "title" and first and first["latin"]:
            yield problem(RULE, wording, passage, first.start(), {"word": first["latin"]})
