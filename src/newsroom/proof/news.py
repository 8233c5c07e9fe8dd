"""What is new in a file since it was proved: a feed takes in one post, and its other thirty stand as they stood.

Long runs of bytes that stood together before are left out, but for their ends: a trace that lies wholly within such a
run would have been found in the old file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

NEAR: Final = 2**12
"""Bytes around what is new in which a trace may begin or end: more than the longest takes in any escape."""
_PROBE: Final = 128
"""Bytes that are looked for in the old file to find where it goes on."""
_STEP: Final = 2**11
_STRETCH: Final = 2**16
"""Bytes that are compared at once."""
_CONTINUED: Final = range(0x80, 0xC0)
"""Bytes of UTF-8 that begin no letter (https://www.rfc-editor.org/rfc/rfc3629, section 3)."""


def news(data: bytes, old: bytes) -> bytes:
    """The parts of some bytes that are not in the old ones, each with what stands around it."""
    parts: list[tuple[int, int]] = []
    for gap in _gaps(data, old):
        start, end = _at_letters(data, gap[0] - NEAR, gap[1] + NEAR)
        first = parts.pop()[0] if parts and start <= parts[-1][1] else start
        parts.append((first, end))
    return b"\n\n".join(data[start:end] for start, end in parts)


def _gaps(data: bytes, old: bytes) -> Iterator[tuple[int, int]]:
    """The parts between runs of bytes that stand together in the old ones too."""
    place = _run(data, 0, old, 0)
    while place < len(data):
        found = _found_again(data, place, old)
        if found is None:
            yield place, len(data)
            return
        again, there = found
        yield place, again
        place = again + _run(data, again, old, there)
    if len(old) != len(data):
        yield place, place


def _found_again(data: bytes, start: int, old: bytes) -> tuple[int, int] | None:
    """The next place from which a probe stands in the old bytes, and where there."""
    for place in range(start, len(data) - _PROBE, _STEP):
        there = old.find(data[place : place + _PROBE])
        if there >= 0:
            return place, there
    return None


def _run(data: bytes, start: int, old: bytes, there: int) -> int:
    """For how many bytes the two go on alike."""
    length = 0
    while stretch := data[start + length : start + length + _STRETCH]:
        other = old[there + length : there + length + _STRETCH]
        if stretch != other:
            return length + _alike(stretch, other)
        length += len(stretch)
    return length


def _alike(one: bytes, other: bytes) -> int:
    """With how many bytes two that differ begin alike."""
    return bisect_left(range(1, len(other) + 1), x=True, key=lambda length: one[:length] != other[:length])


def _at_letters(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The same part, or a little more, so that no letter is cut in two."""
    start, end = max(start, 0), min(end, len(data))
    while start and data[start] in _CONTINUED:
        start -= 1
    while end < len(data) and data[end] in _CONTINUED:
        end += 1
    return start, end
