"""Renditions of a picture: in which sizes it is offered to networks and search engines, and where each stands."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsroom.model.post import Picture, Size

SHAPES: Final[tuple[Size, ...]] = ((1200, 630), (1200, 900), (1200, 1200))
"""Width and height at most: what cards show, and with it the three shapes that Google asks for in an article
(https://developers.google.com/search/docs/appearance/structured-data/article)."""
RENDITION_TYPE: Final = "image/jpeg"


class Rendition(NamedTuple):
    """A JPEG cut from the middle of a picture: its address, and its size in pixels."""

    address: str
    size: Size


def renditions(picture: Picture) -> tuple[Rendition, ...]:
    """The renditions of a picture, the card's first. None is larger than the picture itself."""
    return tuple(Rendition(_address(picture, shape), _fitted(picture, shape)) for shape in SHAPES)


def _address(picture: Picture, shape: Size) -> str:
    name, _, _ = picture.path.rpartition(".")
    return f"renditions/{name}-{shape[0]}x{shape[1]}.jpg"


def _fitted(picture: Picture, shape: Size) -> Size:
    """The largest size of a shape that lies within a picture."""
    width, height = shape
    scale = min(1.0, picture.width / width, picture.height / height)
    return max(1, int(width * scale)), max(1, int(height * scale))
