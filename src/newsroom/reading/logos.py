"""Whether a logo would be seen on a dark ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree
from PIL import Image, ImageColor

from newsroom.colours.contrast import luminance

LEAST: Final = 0.165
"""The luminance from which a colour stands out on the dark head of a page by 3:1, whatever the brand's colours
(https://www.w3.org/TR/WCAG22/#non-text-contrast)."""
NEARLY_ALL: Final = 0.95
"""Of what is drawn: the rest may be the smooth edge of letters."""
_OPAQUE: Final = 128
"""Of 255, from which a pixel hides the ground more than it shows it."""
_SIDE: Final = 96
"""Pixels: a logo is shown no larger than twice this."""

_PAINT: Final = re.compile(r"(?:^|[;{\s])(?:fill|stroke|stop-color|color)\s*:\s*([^;}\s][^;}]*)")
_PAINTS: Final = ("fill", "stroke", "stop-color", "color")
_SHAPES: Final = frozenset({"circle", "ellipse", "path", "polygon", "rect", "text"})
_NO_COLOUR: Final = ("none", "transparent", "inherit", "url(")


def is_dark(path: Path) -> bool:
    """Whether nearly all that a logo draws is too dark for a dark ground; no, where that cannot be told."""
    try:
        return _is_drawing_dark(path) if path.suffix.lower() == ".svg" else _is_picture_dark(path)
    except (OSError, ValueError, SyntaxError, etree.XMLSyntaxError, Image.DecompressionBombError):
        return False


def _is_picture_dark(path: Path) -> bool:
    with Image.open(path) as image:
        image.thumbnail((_SIDE, _SIDE))
        colours = image.convert("RGBA").getcolors(_SIDE * _SIDE) or []
    drawn = [(count, pixel) for count, pixel in colours if isinstance(pixel, tuple) and pixel[3] >= _OPAQUE]
    whole = sum(count for count, _ in drawn)
    dark = sum(count for count, (red, green, blue, _) in drawn if _stays_unseen(f"#{red:02x}{green:02x}{blue:02x}"))
    return whole > 0 and dark >= NEARLY_ALL * whole


def _is_drawing_dark(path: Path) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = set(_colours(etree.parse(path, parser).getroot()))
    return bool(found) and all(map(_stays_unseen, found))


def _colours(root: etree._Element) -> Iterator[str]:
    """The colours that a drawing names, and black if a shape in it names none and lies in nothing that does."""
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        paints = [element.get(each, "") for each in _PAINTS] + _PAINT.findall(element.get("style", ""))
        if name == "style":
            paints += _PAINT.findall(element.text or "")
        elif name in _SHAPES and not _is_painted(element):
            paints.append("black")
        yield from (_hexadecimal(paint.strip()) for paint in paints if paint and not paint.startswith(_NO_COLOUR))


def _is_painted(shape: etree._Element) -> bool:
    """Whether a shape, or something around it, says with what it is filled; a class may."""
    chain = (shape, *shape.iterancestors())
    return any(each.get("fill") or each.get("class") or "fill" in each.get("style", "") for each in chain)


def _hexadecimal(paint: str) -> str:
    """A colour of CSS in six digits; what no colour of its own is takes that of the text around, which is black."""
    if paint.lower() == "currentcolor":
        return "#000000"
    return "#{:02x}{:02x}{:02x}".format(*ImageColor.getrgb(paint)[:3])


def _stays_unseen(colour: str) -> bool:
    return luminance(colour) < LEAST
