"""The sheet that a card is drawn on: places of a palette for colours, and measures that serve both directions."""

from __future__ import annotations

from typing import Final, NamedTuple, Self

from PIL import Image, ImageDraw

from newsroom.cards.fitting import Fitted, fitted
from newsroom.cards.lettering import advance, letter
from newsroom.cards.share_pictures import LOGO_SHADES, Colour
from newsroom.cards.typefaces import Typeface, Weight
from newsroom.model.language import Language, direction
from newsroom.pages.sharing import SIZE

WIDTH, HEIGHT = SIZE
STEPS: Final = 16
"""Shades from a ground to what is written on it: as many as the edge of a letter needs to look smooth."""


class Ramp(NamedTuple):
    """Two places of the palette, a ground and the ink on it, with the shades between them."""

    ground: int
    ink: int


PANEL, KICKER, PAPER, CURVE = (Ramp(first, first + STEPS - 1) for first in range(0, 4 * STEPS, STEPS))
"""In the order of :func:`newsroom.cards.palette.ramps`."""
OF_LOGO: Final = 4 * STEPS
OF_PORTRAIT: Final = OF_LOGO + LOGO_SHADES
"""The first places of the small pictures' colours."""


class Plate(NamedTuple):
    """All of a card that is the same on the next, and its palette in red, green and blue."""

    image: Image.Image
    palette: bytes

    def colour(self, place: int) -> Colour:
        """The colour of a place of the palette."""
        red, green, blue = self.palette[3 * place : 3 * place + 3]
        return red, green, blue


class Sheet(NamedTuple):
    """What is being drawn. ``start`` is in pixels from the edge at which the language begins a line."""

    image: Image.Image
    canvas: ImageDraw.ImageDraw
    language: Language
    typeface: Typeface

    @classmethod
    def over(cls, image: Image.Image, language: Language, typeface: Typeface) -> Self:
        """A sheet that draws on a picture."""
        return cls(image, ImageDraw.Draw(image), language, typeface)

    @property
    def ends_on_left(self) -> bool:
        """Whether lines end at the left edge."""
        return direction(self.language) == "rtl"

    def left(self, start: float, width: float) -> int:
        """The left edge of what begins at a place and is so wide."""
        return round(self.image.width - start - width if self.ends_on_left else start)

    def fill(self, start: float, top: float, width: float, height: float, place: int) -> None:
        """A rectangle in one colour."""
        left = self.left(start, width)
        self.canvas.rectangle((left, top, left + width - 1, top + height - 1), place)

    def fitted(self, text: str, weight: Weight, largest: int, box: tuple[float, float]) -> Fitted:
        """A text in the largest letters in which all of it fits a box of so many pixels."""
        return fitted(text, self.language, weight, largest, box, self.typeface)

    def width(self, text: str, weight: Weight, size: int) -> float:
        """The pixels of one line of letters."""
        return advance(text, self.language, weight, self.typeface) * size

    def line(self, start: float, base: float, text: str, weight: Weight, size: int, ink: int) -> None:
        """One line of letters, which stand on ``base``."""
        letter(self.canvas, (self.left(start, 0), base), text, self.language, weight, size, ink, self.typeface)

    def block(self, start: float, base: float, text: Fitted, weight: Weight, ink: int) -> None:
        """Lines of letters, of which the first stands on ``base``."""
        for number, line in enumerate(text.lines):
            self.line(start, base + number * text.leading, line, weight, text.size, ink)
