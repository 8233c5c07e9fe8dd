"""Which passages of the two languages stand for each other: title for title, and paragraph for paragraph.

The texts are parted at their headings. Under each heading passages stand for each other one by one where there are as
many in both, of the same kinds in the same order; otherwise all that stands there is taken together. Where the texts
have not as many headings, the whole is taken together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsroom.model.language import LANGUAGES, Localized
from newsroom.prose.passages import Passage
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.facts import Passages

_KEYS: Final = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages in Arabic and in English that say the same."""

    passages: Localized[Passages]

    @property
    def is_close(self) -> bool:
        """Whether one passage stands for one."""
        return all(len(passages) == 1 for passages in self.passages)

    @property
    def is_key(self) -> bool:
        """Whether it is a title or a summary, of which each language may choose what it tells."""
        return self.passages.ar[0].kind in _KEYS


def are_both(wordings: Wordings) -> bool:
    """Whether there is something to compare."""
    return len(wordings) == len(LANGUAGES)


def pairs(wordings: Wordings) -> tuple[Pair, ...]:
    """Everything that both languages say, in its order."""
    return _pairs(wordings["ar"], wordings["en"])


@lru_cache(maxsize=1)
def _pairs(arabic: Wording, english: Wording) -> tuple[Pair, ...]:
    return tuple(_of_texts(Localized(arabic.passages, english.passages)))


def _of_texts(texts: Localized[tuple[Passage, ...]]) -> Iterator[Pair]:
    for kind in _KEYS:
        yield from _together(Localized(*([each for each in passages if each.kind == kind] for passages in texts)))
    bodies = Localized(*map(_sections, texts))
    if len(bodies.ar) == len(bodies.en):
        for arabic, english in zip(bodies.ar, bodies.en, strict=True):
            yield from _section(Localized(arabic, english))
    else:
        yield from _together(Localized(*([each for section in body for each in section] for body in bodies)))


def _sections(passages: Passages) -> list[list[Passage]]:
    """The passages of a body, parted before each heading."""
    sections: list[list[Passage]] = [[]]
    for passage in passages:
        if passage.kind == "heading":
            sections.append([])
        if passage.kind not in _KEYS:
            sections[-1].append(passage)
    return sections


def _section(section: Localized[list[Passage]]) -> Iterator[Pair]:
    kinds = [[passage.kind for passage in passages] for passages in section]
    if kinds[0] != kinds[1]:
        yield from _together(section)
        return
    for arabic, english in zip(section.ar, section.en, strict=True):
        yield Pair(Localized([arabic], [english]))


def _together(section: Localized[list[Passage]]) -> Iterator[Pair]:
    if section.ar and section.en:
        yield Pair(Localized(tuple(section.ar), tuple(section.en)))
