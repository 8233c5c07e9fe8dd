"""How large a text may be in its place: as large as fits, for nothing of it is ever cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsroom.cards.breaking import balanced, lines_within
from newsroom.cards.lettering import advance, drawable
from newsroom.cards.typefaces import OURS, Typeface, Weight
from newsroom.model.language import Language, Localized
from newsroom.prose.groups import groups

SMALLEST: Final = 6
"""Pixels, at which nobody reads; a text that does not fit even so runs out of its place."""
SMALLER: Final = 0.92
"""From one size to the next."""
LEADING: Final = Localized(1.48, 1.24)
"""From one base line to the next, in ems: Arabic has marks above its letters and tails below them."""
RESERVE: Final = 0.985
"""Of a width: letters are a little wider in one size than in another, as they are fitted to pixels."""


class Fitted(NamedTuple):
    """A text on lines, with the size of its letters and the distance of its lines in pixels."""

    lines: list[str]
    size: int
    leading: int

    @property
    def height(self) -> int:
        """Pixels from above the first line to below the last."""
        return self.leading * len(self.lines)


def fitted(
    text: str,
    language: Language,
    weight: Weight,
    largest: int,
    box: tuple[float, float],
    typeface: Typeface = OURS,
) -> Fitted:
    """The text in the largest size, from ``largest`` down, in which all of it fits a box of so many pixels."""
    width, height = box

    def measure(words: str) -> float:
        return advance(words, language, weight, typeface)

    def fits(size: int) -> bool:
        room = RESERVE * width / size
        most = height // round(size * LEADING[language])
        return widest <= room and len(lines_within(parts, room, measure)) <= most

    parts = groups(drawable(text, typeface))
    widest = max(map(measure, parts), default=0.0)
    size = next(filter(fits, _sizes(largest)), SMALLEST)
    return Fitted(balanced(parts, RESERVE * width / size, measure), size, round(size * LEADING[language]))


def _sizes(largest: int) -> Iterator[int]:
    size = largest
    while size > SMALLEST:
        yield size
        size = min(size - 1, int(size * SMALLER))
