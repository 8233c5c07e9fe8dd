"""Pictures on share cards: small ones in a palette, as letters are, and a large one in all colours."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageOps

from newsroom.cards.pictures import cut
from newsroom.model.post import Size

Colour = tuple[int, int, int]
"""Red, green and blue."""

LOGO_SHADES: Final = 64
PORTRAIT_SHADES: Final = 128
"""Colours of the two small pictures: with those of letters and of the corner they fill a palette."""
FINER: Final = 4
"""How many times as large a curve is drawn before it is made small, so that its edge is smooth."""
REMEMBERED: Final = 16
"""Pictures that a process remembers: the same faces stand on most cards."""


class Tile(NamedTuple):
    """A small picture whose dots are places of its own palette, which is in red, green and blue."""

    image: Image.Image
    palette: bytes

    def shifted(self, first: int) -> Image.Image:
        """The picture for a palette in which its own begins at a place."""
        return self.image.point(lambda place: place + first)


@lru_cache(REMEMBERED)
def logo(data: bytes, most: Size, ground: Colour) -> Tile:
    """A whole logo, as large as a size allows, on a ground; what shows through stays so."""
    with Image.open(io.BytesIO(data)) as image:
        small = ImageOps.contain(image.convert("RGBA"), most, Image.Resampling.LANCZOS)
    shown = Image.new("RGBA", small.size, (*ground, 255))
    shown.alpha_composite(small)
    return _tile(shown, LOGO_SHADES)


@lru_cache(REMEMBERED)
def round_portrait(data: bytes, side: int, ground: Colour) -> Tile:
    """The middle of a portrait in a circle on a ground."""
    shown = Image.new("RGB", (side, side), ground)
    shown.paste(photograph(data, (side, side)), mask=_disc(side))
    return _tile(shown, PORTRAIT_SHADES)


@lru_cache(REMEMBERED)
def photograph(data: bytes, size: Size) -> Image.Image:
    """The middle of a picture in a size, in all its colours. Whoever is given it must not draw on it."""
    with Image.open(io.BytesIO(cut(data, size))) as image:
        return image.convert("RGB")


@lru_cache(REMEMBERED)
def inside_corner(size: Size, radius: int, *, on_left: bool) -> Image.Image:
    """A mask that covers all of a size but what lies outside of its rounded lower corner."""
    quarter = _disc(2 * radius).crop((0 if on_left else radius, radius, radius if on_left else 2 * radius, 2 * radius))
    mask = Image.new("L", size, 255)
    mask.paste(quarter, (0 if on_left else size[0] - radius, size[1] - radius))
    return mask


def _disc(side: int) -> Image.Image:
    disc = Image.new("L", (side * FINER, side * FINER), 0)
    ImageDraw.Draw(disc).ellipse((0, 0, side * FINER - 1, side * FINER - 1), 255)
    return disc.resize((side, side), Image.Resampling.LANCZOS)


def _tile(image: Image.Image, shades: int) -> Tile:
    small = image.convert("RGB").quantize(shades, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = bytes(small.getpalette("RGB") or ())[: 3 * shades]
    places = Image.frombytes("L", small.size, small.tobytes())
    return Tile(places, palette.ljust(3 * shades, b"\0"))
