"""The organisation's icons, and the renditions of every picture that stands for a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageOps

from newsroom.model.post import Size
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.planning import Desk
from newsroom.pages.renditions import Rendition, renditions

QUALITY: Final = 85
"""Of JPEG: above it, files grow faster than they look better."""


def plan_cards(desk: Desk) -> Iterator[Document]:
    """The organisation's icons, and the renditions of its picture, of heroes and of portraits."""
    yield from _plan_icons(desk)
    newsroom = desk.newsroom
    portraits = (executive.portrait for executive in newsroom.executives.values())
    pictures = (newsroom.organization.picture, *portraits, *(post.hero for post in newsroom.posts))
    found = {picture.path: picture for picture in pictures if picture}
    for path, picture in sorted(found.items()):
        files = tuple(each.address for each in renditions(picture))
        yield desk.document(files, _renditions, path, renditions(picture), files=(path,), is_costly=True)


def _plan_icons(desk: Desk) -> Iterator[Document]:
    source = desk.newsroom.organization.icon
    if source:
        files = tuple(map(addresses.icon, addresses.ICONS))
        yield desk.document(files, _icons, source.path, files=(source.path,), is_costly=True)


def _icons(texts: Texts, path: str) -> Made:
    data = texts.data(path)
    yield from ((addresses.icon(size), icon(data, size)) for size in addresses.ICONS)


def _renditions(texts: Texts, path: str, wanted: tuple[Rendition, ...]) -> Made:
    data = texts.data(path)
    yield from ((each.address, cut(data, each.size)) for each in wanted)


def cut(data: bytes, size: Size) -> bytes:
    """A picture cut to a size from its middle, upright, as a JPEG without what else the file told."""
    with Image.open(io.BytesIO(data)) as image:
        # A decoder that knows the size wanted reads a large JPEG in a fraction of the time.
        image.draft("RGB", size)
        whole = ImageOps.exif_transpose(image)
        fitted = ImageOps.fit(_on_white(whole), size, Image.Resampling.LANCZOS)
        made = io.BytesIO()
        fitted.save(made, "JPEG", quality=QUALITY, optimize=True, progressive=True)
        return made.getvalue()


def icon(data: bytes, size: int) -> bytes:
    """A square picture as a PNG with sides of ``size`` pixels."""
    with Image.open(io.BytesIO(data)) as image:
        made = io.BytesIO()
        image.convert("RGBA").resize((size, size), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
        return made.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """A picture in red, green and blue; JPEG knows nothing of what shows through."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")
