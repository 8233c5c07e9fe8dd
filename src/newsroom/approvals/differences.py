"""What became of contents since somebody consented to them: which of them changed, and where in its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from newsroom.approvals.contents import FILES, Contents

AROUND: Final = 14
"""Letters that are shown before and after those that differ: two or three words, by which a place is found."""
LONGEST: Final = 60
"""Letters that are shown of what differs."""

_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that changed: its name, what it was and is around the first letters that differ, and on which line.

    ``before`` or ``after`` is empty where it was or is not there. Lines of the value are counted from 1.
    """

    name: str
    before: str
    after: str
    line: int


def differences(signed: Contents, now: Contents) -> Iterator[Difference]:
    """Everything that changed, in the order in which it is published now; what is gone comes last."""
    old, new = _by_file(signed), _by_file(now)
    for name in (*new, *(name for name in old if name not in new)):
        if old.get(name) != new.get(name):
            yield _difference(name, old.get(name, ""), new.get(name, ""))


def _by_file(contents: Contents) -> Contents:
    """Contents with each file by its own name, for its digest says nothing to a person."""
    lines = (line.partition("  ") for line in contents.get(FILES, "").split("\n") if line)
    others = {name: value for name, value in contents.items() if name != FILES}
    return others | {path: f"SHA-256 {digest}" for digest, _, path in lines}


def _difference(name: str, before: str, after: str) -> Difference:
    old, new = before.split("\n"), after.split("\n")
    place = _first_change(old, new)
    first, second = (lines[place] if place < len(lines) else "" for lines in (old, new))
    return Difference(name, *_excerpts(first, second), place + 1)


def _first_change(old: list[str], new: list[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (before, after) in pairs if before != after), min(len(old), len(new)))


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """What differs of two lines, with a few letters around it."""
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if _is_short(before, after) else []
    spans = [(left, right, start, end) for tag, left, right, start, end in changes if tag != "equal"]
    if spans and spans[-1][1] - spans[0][0] <= LONGEST:
        first, last = spans[0], spans[-1]
        return _excerpt(before, first[0], last[1]), _excerpt(after, first[2], last[3])
    start = _common(before, after)
    return _excerpt(before, start, start), _excerpt(after, start, start)


def _is_short(before: str, after: str) -> bool:
    """Whether two lines, of a thousand letters each or so, can be compared letter by letter in no time."""
    return len(before) * len(after) < 1_000_000


def _common(before: str, after: str) -> int:
    """How many letters two lines have in common from their beginning."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))


def _excerpt(line: str, start: int, end: int) -> str:
    left, right = max(0, start - AROUND), end + AROUND
    return (_CUT if left else "") + line[left:right] + (_CUT if right < len(line) else "")
