"""Claims of rank: what calls somebody the largest, the first, the leading or the best of something.

Ordinals that count («الربع الأول», *the first phase*), comparisons («أكبر من», *more than*), rank among one's own
(*our largest hub*), what is denied and what is hoped for are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsroom.prose.expressions import fold
from newsroom.prose.passages import Passage
from newsroom.reading.wording import Wording
from newsroom.rules.evidence import arabic_ranks, english_ranks


@dataclass(frozen=True, slots=True)
class Claim:
    """The claim that stands in a passage from ``start`` to before ``end``.

    ``rank`` is the word that ranks. ``is_own`` says that the rank is among one's own years or results, as a record is,
    so that one's own figures can show it.
    """

    passage: Passage
    start: int
    end: int
    rank: str
    is_own: bool


_RANKS: Final = {"ar": arabic_ranks.ranks, "en": english_ranks.ranks}
_SIGNS: Final = {"ar": arabic_ranks.SIGNS, "en": english_ranks.SIGNS}
_DENIED: Final = {"ar": arabic_ranks.DENIED, "en": english_ranks.DENIED}
_BEFORE: Final = 48
"""Letters before a claim in which it may be denied."""


def claims(wording: Wording) -> Iterator[Claim]:
    """Each claim of rank in a text, in its order."""
    language = wording.language
    for passage, letters in zip(wording.passages, wording.letters, strict=True):
        if not _SIGNS[language].search(letters):
            continue
        folded = fold(passage.text)
        for match in _RANKS[language]().finditer(folded.letters):
            start, way = match.start(), match.lastgroup or ""
            if not _DENIED[language].search(folded.letters, max(0, start - _BEFORE), start):
                yield Claim(passage, *folded.span(*match.span()), match[way], way == "record")
