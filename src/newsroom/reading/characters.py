"""Characters that make a text read otherwise than it is stored.

The sets are those of Bandit's check B613 for bidirectional controls (CVE-2021-42574, https://trojansource.codes), and
the invisible format characters of Unicode that no Arabic or English prose needs.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule
from newsroom.reading.findings import Findings

BIDIRECTIONAL_CONTROL: Final = Rule(
    "NR501",
    "error",
    what=Localized(
        "محرف تحكم في الاتجاه {character} يُظهر النص على غير ما هو",
        "the direction control {character} makes the text read otherwise than it is",
    ),
    mend=Localized("احذفه؛ الموقع يضبط الاتجاه بنفسه", "delete it; the site sets directions itself"),
)
INVISIBLE_CHARACTER: Final = Rule(
    "NR502",
    "error",
    what=Localized("محرف خفي {character} في النص", "the text holds the invisible character {character}"),
    mend=Localized("احذفه، فالنص يُقرأ بدونه كما هو", "delete it: the text reads the same without"),
)
DIRECTION_MARK: Final = Rule(
    "NR503",
    "warning",
    what=Localized("علامة اتجاه خفية {character} في النص", "the text holds the invisible direction mark {character}"),
    mend=Localized(
        "احذفها؛ الموقع يعزل الأرقام والأسماء اللاتينية بنفسه",
        "delete it; the site isolates figures and Latin names itself",
    ),
)

_CONTROLS: Final = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029"
    "\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_MARKS: Final = "\u200e\u200f\u061c"
_SUSPECT: Final = re.compile(f"[{_CONTROLS}{_INVISIBLE}{_MARKS}]")
_CONTROL: Final = re.compile(f"[{_CONTROLS}]")
_MARK: Final = re.compile(f"[{_MARKS}]")


def find_suspect_characters(text: str, path: str, findings: Findings, *, first_line: int = 1) -> None:
    """Note every character of a text that hides or turns it, once a line."""
    if not _SUSPECT.search(text):
        return
    for line, words in enumerate(text.split("\n"), first_line):
        for character in dict.fromkeys(_SUSPECT.findall(words)):
            findings.add(_rule_for(character), path, line, character=describe(character))


def _rule_for(character: str) -> Rule:
    if _CONTROL.match(character):
        return BIDIRECTIONAL_CONTROL
    return DIRECTION_MARK if _MARK.match(character) else INVISIBLE_CHARACTER


def describe(character: str) -> str:
    """A character's code point and Unicode name, as in ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def hidden_in(text: str) -> str | None:
    """The first direction mark of a text that must hold none, such as a title; described, or nothing."""
    match = _MARK.search(text)
    return describe(match[0]) if match else None
