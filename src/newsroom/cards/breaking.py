"""Where the lines of a headline end: never inside a group of words, and as evenly as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

Measure = Callable[[str], float]
"""The width of words on one line, in whatever unit the caller thinks in."""


def lines_within(parts: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Groups on as few lines of a width as will hold them; a group that is wider has a line of its own."""
    return list(_filled(parts, width, measure))


def balanced(parts: Sequence[str], width: float, measure: Measure) -> list[str]:
    """The same number of lines, the longest of them as short as it can be."""
    lines = lines_within(parts, width, measure)
    most, least = width, max(width / 2, *map(measure, parts), 0.0) if parts else width
    while most - least > 1:
        middle = (most + least) / 2
        tried = lines_within(parts, middle, measure)
        if len(tried) == len(lines):
            most, lines = middle, tried
        else:
            least = middle
    return lines


def _filled(parts: Sequence[str], width: float, measure: Measure) -> Iterator[str]:
    line, length = "", 0.0
    space = measure(" ")
    for part in parts:
        own = measure(part)
        if line and length + space + own > width:
            yield line
            line, length = part, own
        else:
            line, length = f"{line} {part}" if line else part, length + space + own if line else own
    if line:
        yield line
