"""The units in which networks count: none of them counts code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from newsroom.model.language import Localized

if TYPE_CHECKING:
    import regex

GRAPHEMES: Final = Localized("بالحروف كما تُرى", "letters as they are seen")
CHARACTERS: Final = Localized("بالحروف", "characters")
BYTES: Final = Localized("بالبايت", "bytes")

_LINK: Final = re.compile(r"https?://\S+")


def graphemes(text: str) -> int:
    """Letters as they are seen: with their vowel signs, and an emoji of many parts as one (Unicode Annex 29)."""
    return sum(1 for _ in _parts(text))


def utf8_bytes(text: str) -> int:
    """Bytes on the wire."""
    return len(text.encode())


def utf16_units(text: str) -> int:
    """What JavaScript and Java call the length of a text."""
    return len(text.encode("utf-16-le")) // 2


def with_links_as(length: int, text: str) -> int:
    """Graphemes, each link as so many, however long it is."""
    return graphemes(_LINK.sub("x" * length, text))


def with_pictograms_as_bytes(text: str) -> int:
    """Characters, each emoji as the bytes that it takes."""
    pictogram = _pattern(r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3")
    return sum(utf8_bytes(part) if pictogram.search(part) else len(part) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    return (match.group() for match in _pattern(r"\X").finditer(text))


@cache
def _pattern(pattern: str) -> regex.Pattern[str]:
    # Loaded where something is counted, for hardly a build counts.
    import regex  # noqa: PLC0415

    return regex.compile(pattern)
