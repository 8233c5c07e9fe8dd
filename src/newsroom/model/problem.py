"""A rule with a stable code, and the problem that it found at a path and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from newsroom.model.language import Language, Localized
from newsroom.model.policy import ROLES, Role

Severity = Literal["error", "warning", "information"]
Weight = Literal["error", "warning", "information", "off"]
"""What a newsroom may make of an editorial rule."""
Addressee = Role | Literal["engineer"]
"""Who can mend a problem: a role of the newsroom, or whoever runs the machines."""
ADDRESSEES: Final[tuple[Addressee, ...]] = (*ROLES, "engineer")


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a code that never changes its meaning.

    ``what`` and ``mend`` are sentences in both languages; names in braces are filled from the problem's values.
    ``addressee`` is who can mend it. A newsroom may give an ``editorial`` rule another severity, or turn it off.
    """

    code: str
    severity: Severity
    what: Localized[str]
    mend: Localized[str]
    addressee: Addressee = "author"
    editorial: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """A mechanical mend: in a line of the file, the letters from ``start`` to before ``end`` become ``words``.

    Letters are counted from 0, lines from 1.
    """

    line: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found. ``path`` is relative to the newsroom's folder; ``line`` counts from 1.

    ``edits`` mend it without a person's judgement, and without changing what the text says.
    """

    rule: Rule
    path: str
    line: int = 1
    values: Mapping[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()

    @property
    def is_error(self) -> bool:
        """Errors stop a build; warnings do not."""
        return self.rule.severity == "error"

    def what(self, language: Language) -> str:
        """What is wrong, as a sentence."""
        return printable(self.rule.what[language].format_map(self.values))

    def mend(self, language: Language) -> str:
        """What right looks like, as a sentence."""
        return printable(self.rule.mend[language].format_map(self.values))

    def line_of_text(self, language: Language) -> str:
        """``path:line: CODE what; what right looks like``, the form that editors and scripts read."""
        joint = "؛ " if language == "ar" else "; "
        return f"{self.path}:{self.line}: {self.rule.code} {self.what(language)}{joint}{self.mend(language)}"


def printable(text: str) -> str:
    """A text on one line that no terminal misreads: what cannot be shown becomes a question mark in a diamond."""
    return "".join(character if character.isprintable() else "\ufffd" for character in " ".join(text.split()))


def in_reading_order(problem: Problem) -> tuple[str, int, str]:
    """Sort key: by path, then line, then code."""
    return problem.path, problem.line, problem.rule.code
