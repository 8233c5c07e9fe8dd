"""The colours of a card: those that the site has for a headline on the brand's colour, and for its own head."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from PIL import ImageColor

from newsroom.cards.sheet import STEPS
from newsroom.colours.palette import palettes
from newsroom.model.brand import Colours
from newsroom.model.organization import OrganizationKind


class Look(NamedTuple):
    """What decides the colours of the site."""

    colours: Colours
    kind: OrganizationKind


_PAIRS: Final = (("primary", "on-band"), ("primary", "ornament-light"), ("surface", "ink"), ("primary", "surface"))
"""Grounds and what is on them, by their names in the site's palette: the headline, the line above it, the head, and the
paper at the brand's corner. That each can be read is held to where a newsroom is read."""


@lru_cache
def ramps(look: Look) -> bytes:
    """The shades from each ground to what is on it, in red, green and blue, :data:`STEPS` of each pair."""
    known = palettes(*look).light
    return bytes(chain.from_iterable(_ramp(known[ground], known[ink]) for ground, ink in _PAIRS))


def _ramp(ground: str, ink: str) -> list[int]:
    ends = list(zip(ImageColor.getrgb(ground), ImageColor.getrgb(ink), strict=True))
    return [round(first + (last - first) * step / (STEPS - 1)) for step in range(STEPS) for first, last in ends]
