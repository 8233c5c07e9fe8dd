"""Whether a brand's colours can serve: every word that the theme writes on a ground has to be read there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

from newsroom.colours.contrast import TEXT, ratio
from newsroom.colours.palette import Palette, palettes
from newsroom.colours.shades import Shade, colour_of, shade_of
from newsroom.model.brand import Colours
from newsroom.model.organization import OrganizationKind

_ON_PAGES: Final = ("ink", "ink-soft", "link", "link-strong", "accent", "alert")
_ON_BANDS: Final = ("on-band", "on-band-soft", "band-link", "ornament-light")

PAIRS: Final = (
    *product(_ON_PAGES, ("paper", "surface", "panel")),
    *product(("ink", "link", "link-strong", "alert"), ("alert-panel",)),
    *product(("ink", "ink-soft", "link", "link-strong", "accent"), ("mark",)),
    *product(_ON_BANDS, ("band", "half")),
    *product(("on-band", "ornament-light"), ("primary",)),
    ("on-button", "button"),
    ("on-ornament-light", "ornament-light"),
)
"""Words and the grounds that the theme writes them on, by their names in the palette.

Ornaments are not among them: what the accent itself draws, bars and dots, says nothing that words beside it do not.
"""

_STEP: Final = 0.002
"""Of lightness: hardly an eye sees it."""


class Clash(NamedTuple):
    """Two colours that stand too near each other: of words, and of the ground under them."""

    words: str
    ground: str
    ratio: float


def clashes(palette: Palette) -> Iterator[Clash]:
    """The pairs of a palette that cannot be read."""
    for words, ground in PAIRS:
        found = ratio(palette[words], palette[ground])
        if found < TEXT:
            yield Clash(palette[words], palette[ground], found)


def worst_clash(colours: Colours, kind: OrganizationKind) -> Clash | None:
    """The pair of a brand's palettes that is hardest to read, or nothing where each can be read."""
    found = (clash for palette in palettes(colours, kind) for clash in clashes(palette))
    return min(found, key=lambda clash: clash.ratio, default=None)


def nearest(colours: Colours, kind: OrganizationKind) -> str:
    """The shade of the primary colour, no lighter than it is, that is nearest to it and can serve."""
    lightness, chroma, hue = shade_of(colours.primary)

    def darker(steps: int) -> str:
        return colour_of(Shade(lightness - steps * _STEP, chroma, hue)) if steps else colours.primary

    def serves(steps: int) -> int:
        return worst_clash(Colours(darker(steps), colours.accent), kind) is None

    return darker(bisect_left(range(int(lightness / _STEP)), 1, key=serves))
