"""Spaces before marks, which are found alike in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from newsroom.model.language import Language
from newsroom.model.problem import Problem, Rule
from newsroom.prose.passages import OBJECT
from newsroom.reading.wording import Wordings
from newsroom.rules.places import SPACE, closed_up, places, problem

_SMILES: Final = r"(?![-'^]?[()DPpo/|3*])"
_ENDS: Final = r"(?=[\s»”’\"')\]]|$)"
# A dot that begins a name or a number, as in .om and .5, and dots that stand for what was left out are no full stops.
_SPACES: Final = re.compile(
    rf"""(?<=[\w%٪°)\]»”’"'{OBJECT}])(?P<spaces>{SPACE}+)
    (?P<mark>[،؛؟](?!\ [،؛؟])|[!?](?=[!?؟]|\W|$)(?![=(\[])|,(?!,)(?!\d)|\.(?!\.){_ENDS}|[;:]{_SMILES}{_ENDS})""",
    re.VERBOSE,
)
_RATIO: Final = re.compile(r"\d\s+:\s+\d")
_SIGNS: Final = (*(f" {mark}" for mark in "،؛؟!?,.;:"), "\u00a0", "\u202f")
_CLOSES: Final = "`}>"
"""What ends code, a value and an element: after these a mark may stand, and after a bare address it would join it."""


def spaces_before_marks(
    rule: Rule, language: Language, wordings: Wordings, *, as_read: Callable[[str], str] = str
) -> Iterator[Problem]:
    """Every mark that stands apart from its word, as a problem of a rule with the ``mark`` for a value.

    ``as_read`` makes another mark of some, in the same place.
    """
    for wording, passage, match in places(_SPACES, language, wordings, *_SIGNS, as_read=as_read):
        start = match.start()
        before = wording.source_before(passage, start)
        is_address = passage.text[start - 1] == OBJECT and before not in _CLOSES
        if not is_address and not _RATIO.match(passage.text, start - 1):
            edit = closed_up(wording, passage, *match.span("spaces"))
            yield problem(rule, wording, passage, match.start("mark"), {"mark": match["mark"]}, edit)
