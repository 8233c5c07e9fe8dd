"""The next word is glued to a comma, semicolon or question mark.

The two words then break as one at a line's end, and search engines may take them for one. Between digits, as in «١،٥»,
the mark is part of a number. Bad: «صحار،وصلالة» Good: «صحار، وصلالة» To mend it, put a space after the mark;
``newsroom check --fix`` does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Edit, Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import OBJECT
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.letters import BASES
from newsroom.rules.arabic.straight_quotes import in_guillemets
from newsroom.rules.places import Place, places, problem

RULE: Final = Rule(
    "NR353",
    "warning",
    what=Localized("لا مسافة بعد «{mark}» في «{words}»", 'no space follows "{mark}" in "{words}"'),
    mend=Localized("ضع مسافة بعد العلامة", "put a space after the mark"),
    editorial=True,
)

_GLUED: Final = re.compile(rf"[،؛؟](?=[{BASES}\w«“({OBJECT}])(?!(?<=\d.)\d)")
_AROUND: Final = re.compile(r"\S{0,12}[،؛؟]\S{0,12}")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every mark that a word is glued to."""
    for place in places(_GLUED, "ar", wordings, *"،؛؟", as_read=in_guillemets):
        wording, passage, match = place
        values = {"mark": match[0], "words": _words_around(passage.text, match.start())}
        yield problem(RULE, wording, passage, match.start(), values, _parted(place))


def _words_around(text: str, place: int) -> str:
    around = _AROUND.search(text, text.rfind(" ", 0, place) + 1)
    return around[0].replace(OBJECT, "") if around else ""


def _parted(place: Place) -> Edit | None:
    """The mark with a space, where nothing stands between it and the word in the file, such as the end of emphasis."""
    wording, passage, match = place
    start, end = match.span()
    together = wording.edit(passage, start, end + 1, "")
    return wording.edit(passage, start, end, f"{match[0]} ") if together else None
