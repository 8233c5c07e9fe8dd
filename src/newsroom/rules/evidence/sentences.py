"""The sentences of a passage, and whether one leads to a source."""

from __future__ import annotations

import re
from typing import Final

from newsroom.prose.passages import Passage
from newsroom.reading.wording import Wording

_END: Final = re.compile(r"[.!?؟…][»”\"')\]]*(?=\s|$)")
_ABBREVIATED: Final = re.compile(r"(?:\b(?:No|Mr|Ms|Dr|Eng|St|vs|approx|Inc|Ltd|Co)|(?<!\w)\w(?:\.\w)*)\.$")
_LINK: Final = re.compile(r"\]\(|\]\[|https?://|\[\^|\{\{")
_KEYS: Final = frozenset({"title", "summary"})


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a letter stands."""
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATED.search(text, max(0, match.start() - 8), match.start() + 1):
            continue
        if match.end() > place:
            return start, match.end()
        start = match.end()
    return start, len(text)


def links_from(wording: Wording, passage: Passage, place: int) -> bool:
    """Whether the sentence around a letter has a link, a note or a value that is written once for all."""
    if passage.kind in _KEYS or not passage.places:
        return False
    start, end = sentence_around(passage.text, place)
    body = wording.document.body
    first = passage.places[start] if start < len(passage.places) else 0
    # A link's target comes after the last of its letters.
    last = passage.places[end] if end < len(passage.places) else _end_of_line(body, passage.places[-1])
    return _LINK.search(body, max(0, body.rfind("\n", 0, first)) if start == 0 else first, last) is not None


def _end_of_line(body: str, place: int) -> int:
    end = body.find("\n", place)
    return end if end >= 0 else len(body)
