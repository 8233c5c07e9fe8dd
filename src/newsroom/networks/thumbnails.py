"""The picture of a card, as small as a network asks for it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

QUALITIES: Final = (85, 70, 55, 40)
"""Of JPEG, the best first: below the last a card looks worse than none."""
_AS_IT_IS: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
"""Formats that every reader's program shows."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """The bytes of a picture, and their media type."""

    data: bytes
    type: str


def thumbnail(data: bytes, most: int) -> Thumbnail | None:
    """A picture in at most so many bytes: as it is, else as a JPEG; nothing where it is none, or stays too large."""
    # Loaded where something is sent, for hardly a build sends.
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(data)) as image:
            if len(data) <= most and image.format in _AS_IT_IS:
                return Thumbnail(data, _AS_IT_IS[image.format])
            return _smaller(image.convert("RGB"), most)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _smaller(image: Image.Image, most: int) -> Thumbnail | None:
    tries = (_jpeg(image, quality) for quality in QUALITIES)
    return next((Thumbnail(each, "image/jpeg") for each in tries if len(each) <= most), None)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality, optimize=True, progressive=True)
    return written.getvalue()
