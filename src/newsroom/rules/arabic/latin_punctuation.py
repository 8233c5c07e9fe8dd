"""A Latin comma, semicolon or question mark in an Arabic sentence.

Arabic has marks of its own, turned the other way; a Latin one looks foreign and is read out wrongly. Between digits, in
a Latin name or sentence and where the mark is itself spoken of, it stays. Bad: «افتتحت الشركة المركز, وبدأ العمل.»
Good: «افتتحت الشركة المركز، وبدأ العمل.» To mend it, write «،» «؛» or «؟»; ``newsroom check --fix`` does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Edit, Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.arabic.letters import BASES
from newsroom.rules.arabic.straight_quotes import in_guillemets
from newsroom.rules.places import places, problem, word_before

RULE: Final = Rule(
    "NR351",
    "warning",
    what=Localized("علامة لاتينية «{mark}» بعد «{word}»", 'the Latin mark "{mark}" stands after "{word}"'),
    mend=Localized("اكتب «{right}»", 'write "{right}"'),
    editorial=True,
)

_ARABIC: Final = {",": "،", ";": "؛", "?": "؟"}
_MARK: Final = re.compile(r"[,;?]")
_BETWEEN_DIGITS: Final = re.compile(r"\d[,;?]\d")
_OTHER_SIGNS: Final = re.compile(r";[-'^]?[()DPpo]|(?<=\s)[;?][A-Za-z0-9=]")
"""A smile, and marks that begin a name, as in ?page."""
_SPOKEN_OF: Final = re.compile(r"[«“\"'(\[][,;?][»”\"')\]]")
_LETTER: Final = re.compile(f"[{BASES}A-Za-z\u00c0-\u024f]")
_ARABIC_LETTER: Final = re.compile(f"[{BASES}]")
_ARABIC_FOLLOWS: Final = re.compile(rf"[,;]\s+[«“\"(]?[{BASES}]")
_GLUED: Final = re.compile(rf"[,;?](?=[{BASES}A-Za-z0-9٠-٩«“(])")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every Latin mark of an Arabic sentence."""
    for wording, passage, match in places(_MARK, "ar", wordings, *_ARABIC):
        if _is_misplaced(passage.text, match.start()):
            mark, place = match[0], match.start()
            values = {"mark": mark, "right": _ARABIC[mark], "word": word_before(passage.text, place)}
            yield problem(RULE, wording, passage, place, values, _mended(wording, passage, match))


def in_arabic_marks(text: str) -> str:
    """A text with Arabic marks in the places of its misplaced ones, so that every letter stays where it is."""
    return _MARK.sub(lambda match: _ARABIC[match[0]] if _is_misplaced(text, match.start()) else match[0], text)


def _is_misplaced(text: str, place: int) -> bool:
    start = max(place - 1, 0)
    if _BETWEEN_DIGITS.match(text, start) or _SPOKEN_OF.match(text, start) or _OTHER_SIGNS.match(text, place):
        return False
    before = _letter_before(text, place)
    return bool(_ARABIC_LETTER.match(before) or (before and _ARABIC_FOLLOWS.match(text, place)))


def _letter_before(text: str, place: int) -> str:
    return next((letter for letter in reversed(text[:place]) if _LETTER.match(letter)), "")


def _mended(wording: Wording, passage: Passage, match: re.Match[str]) -> Edit | None:
    """The Arabic mark in its place, with a space where the next word is glued to it."""
    start, end, right = match.start(), match.end(), _ARABIC[match[0]]
    is_glued = _GLUED.match(in_guillemets(passage.text), start) and wording.edit(passage, start, end + 1, "")
    return wording.edit(passage, start, end, f"{right} " if is_glued else right)
