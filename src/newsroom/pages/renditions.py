"""Renditions of a picture: in which sizes networks, search engines and screens may have it, and where each stands."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote

from newsroom.model.post import Picture, Size
from newsroom.pages.views import Source

SHAPES: Final[tuple[Size, ...]] = ((1200, 630), (1200, 900), (1200, 1200))
"""Width and height at most: what cards show, and with it the three shapes that Google asks for in an article
(https://developers.google.com/search/docs/appearance/structured-data/article)."""
RENDITION_TYPE: Final = "image/jpeg"

WIDTHS: Final = (480, 960, 1440)
"""Pixels: a phone of usual width, one with a dense screen or a column of text, a desk."""
FORMATS: Final = (("avif", "image/avif"), ("webp", "image/webp"))
"""Endings and types that browsers choose from, the more compact first; who knows neither takes the picture itself."""

REMEMBERED: Final = 2048
"""Pictures whose sources are worked out only once, though each stands in several lists."""


class Rendition(NamedTuple):
    """A JPEG cut from the middle of a picture: its address, and its size in pixels."""

    address: str
    size: Size


class Scaling(NamedTuple):
    """A whole picture made smaller: its size in pixels, and its address in each of :data:`FORMATS`."""

    size: Size
    addresses: tuple[str, ...]


def renditions(picture: Picture) -> tuple[Rendition, ...]:
    """The renditions of a picture, the card's first. None is larger than the picture itself."""
    return tuple(Rendition(_address(picture, shape), _fitted(picture, shape)) for shape in SHAPES)


def scalings(path: str, size: Size) -> tuple[Scaling, ...]:
    """The sizes in which pages show a picture, the smallest first. None is larger than the picture itself.

    Of a GIF there are none: it may move, and goes on moving.
    """
    width, height = size
    widths = () if path.lower().endswith(".gif") else dict.fromkeys(min(each, width) for each in WIDTHS)
    return tuple(Scaling((each, max(1, round(height * each / width))), _scaled(path, each)) for each in widths)


@lru_cache(REMEMBERED)
def sources(path: str, size: Size) -> tuple[Source, ...]:
    """The same sizes, as a page offers them to browsers."""
    known = scalings(path, size)
    return tuple(
        Source(media_type, tuple((quote(each.addresses[index]), each.size[0]) for each in known))
        for index, (_, media_type) in enumerate(FORMATS)
        if known
    )


def source_sets(path: str, size: Size, root: str) -> tuple[tuple[str, str], ...]:
    """The same as ``type`` and ``srcset``, for a page from which ``root`` is the way to the site's root."""
    return tuple(
        (each.media_type, ", ".join(f"{root}{address} {width}w" for address, width in each.sizes))
        for each in sources(path, size)
    )


def _address(picture: Picture, shape: Size) -> str:
    name, _, _ = picture.path.rpartition(".")
    return f"renditions/{name}-{shape[0]}x{shape[1]}.jpg"


def _fitted(picture: Picture, shape: Size) -> Size:
    """The largest size of a shape that lies within a picture."""
    width, height = shape
    scale = min(1.0, picture.width / width, picture.height / height)
    return max(1, int(width * scale)), max(1, int(height * scale))


def _scaled(path: str, width: int) -> tuple[str, ...]:
    """Addresses that tell apart two files whose names differ in their ends alone."""
    name, _, ending = path.rpartition(".")
    return tuple(f"renditions/{name}-{ending}-{width}.{each}" for each, _ in FORMATS)
