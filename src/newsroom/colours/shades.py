"""Colours by lightness, colourfulness and hue, in OKLCH (https://www.w3.org/TR/css-color-4/#ok-lab)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coloraide import Color


class Shade(NamedTuple):
    """A colour: ``lightness`` from 0 to 1, ``chroma`` from 0 for a grey, ``hue`` in degrees."""

    lightness: float
    chroma: float
    hue: float


@lru_cache(maxsize=64)
def shade_of(colour: str) -> Shade:
    """A colour such as ``#0b5563`` as a shade; a grey has hue 0."""
    lightness, chroma, hue = _library()(colour).convert("oklch").normalize().coords(nans=False)
    return Shade(lightness, chroma, hue)


def colour_of(shade: Shade) -> str:
    """A shade in six hexadecimal digits, less colourful where no screen could show it."""
    fitted = _library()("oklch", list(shade)).fit("srgb", method="oklch-chroma")
    return fitted.convert("srgb").clip().to_string(hex=True)


@cache
def _library() -> type[Color]:
    # To import it takes as long as to read some hundred posts, and hardly a build has a new colour.
    from coloraide import Color  # noqa: PLC0415

    return Color
