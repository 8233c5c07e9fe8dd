"""Regular expressions that people write into a newsroom's files: what is wrong with one, before it meets a text.

Python tries every way in which a pattern could fit, and knows no limit of time. So a pattern whose repeats could be
combined in too many ways is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

MOST_WAYS: Final = 5_000
"""At one place of a text. A paragraph of 3,000 letters is then gone through in a second at worst."""
_OPEN: Final = 100
"""What ``*`` and ``+`` count for, which have no limit of their own."""
_GROUP: Final = re.compile(r"\((?:\?(?:[:=!]|<[=!]))?")
_ATOM: Final = re.compile(r"\\[0-9]|\\N\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()|]", re.DOTALL)
_REPEAT: Final = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>[0-9]*)(?P<comma>,?)(?P<most>[0-9]*)\})[?+]?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a pattern: it cannot be read, at a letter counted from 1, or could take too long."""

    kind: Literal["broken", "slow"]
    reason: str = ""
    position: int = 1


def fault_in(pattern: str) -> Fault | None:
    """The first fault of a regular expression, or nothing."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        position = getattr(error, "pos", None) or 0
        return Fault("broken", getattr(error, "msg", str(error)), position + 1)
    try:
        ways = _Scanner(pattern).alternatives()
    except _Unknown as unknown:
        return Fault("broken", "groups that are named or referred to are not allowed", unknown.place + 1)
    return Fault("slow") if ways > MOST_WAYS else None


class _Unknown(Exception):
    """A construct of which the ways cannot be counted."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


class _Scanner:
    """Counts the ways in which a sound pattern could fit at one place."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._place = 0

    def alternatives(self) -> int:
        """The ways of everything up to the end of the group."""
        ways = self._sequence()
        while self._next() == "|":
            self._place += 1
            ways += self._sequence()
        return ways

    def _next(self) -> str:
        return self._pattern[self._place : self._place + 1]

    def _sequence(self) -> int:
        ways = 1
        while self._next() not in ("", "|", ")"):
            ways = min(ways * self._repeated(self._piece()), MOST_WAYS + 1)
        return ways

    def _piece(self) -> int:
        if self._next() == "(":
            return self._group()
        atom = _ATOM.match(self._pattern, self._place)
        if atom is None or (atom[0][0] == "\\" and atom[0][1:].isdigit() and atom[0] != "\\0"):
            raise _Unknown(self._place)
        self._place = atom.end()
        return 1

    def _group(self) -> int:
        opening = _GROUP.match(self._pattern, self._place)
        start = self._place
        if opening is None or self._pattern.startswith("?", opening.end()):
            raise _Unknown(start)
        self._place = opening.end()
        ways = self.alternatives()
        self._place += 1
        return ways

    def _repeated(self, ways: int) -> int:
        repeat = _REPEAT.match(self._pattern, self._place)
        if repeat is None:
            return ways
        self._place = repeat.end()
        least, most = _limits(repeat)
        return _ways_of_repeat(ways, least, most)


def _limits(repeat: re.Match[str]) -> tuple[int, int]:
    if repeat["sign"]:
        return {"*": (0, _OPEN), "+": (1, _OPEN), "?": (0, 1)}[repeat["sign"]]
    least = int(repeat["least"] or 0)
    if not repeat["comma"]:
        return least, least
    return least, int(repeat["most"]) if repeat["most"] else max(least, _OPEN)


def _ways_of_repeat(ways: int, least: int, most: int) -> int:
    """The sum of the ways of each number of times; it soon passes the limit, or is the number of numbers."""
    if ways == 1:
        return most - least + 1
    total = 0
    for times in range(least, most + 1):
        total += ways**times if times < _MANY else MOST_WAYS + 1
        if total > MOST_WAYS:
            break
    return total


_MANY: Final = 20
"""Times after which even two ways are too many: two to the twentieth is a million."""
