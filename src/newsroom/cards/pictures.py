"""Pictures cut and made smaller: upright, in the colours of the web, without what else a file tells of its making."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageCms, ImageOps

from newsroom.model.post import Size

QUALITY: Final = 85
"""Of JPEG: above it, files grow faster than they look better."""
ENCODINGS: Final = (
    # One thread, for pictures are shared out among processes. A slower speed saves a tenth of the bytes in four times
    # the time; the next faster makes files that WebP undercuts.
    ("AVIF", {"quality": 60, "speed": 8, "max_threads": 1}),
    ("WEBP", {"quality": 75, "method": 2}),
)
"""How smaller pictures are written, in the order of :data:`newsroom.pages.renditions.FORMATS`: both look alike
(https://pillow.readthedocs.io/en/stable/handbook/image-file-formats.html)."""
_GAP: Final = 2.0
"""How much larger than wanted a picture is when it is filtered; quicker ways do the rest, and nobody sees it."""
_DEEP: Final = ("I", "F")
"""Modes of more than eight bits begin with these letters (https://pillow.readthedocs.io/en/stable/handbook/concepts.html)."""
_WEB: Final = ImageCms.createProfile("sRGB")


def cut(data: bytes, size: Size) -> bytes:
    """A picture cut to a size from its middle, upright, as a JPEG without what else the file told."""
    fitted = ImageOps.fit(_on_white(_opened(data, size)), size, Image.Resampling.LANCZOS)
    return _written(fitted, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def scaled(data: bytes, size: Size) -> Iterator[bytes]:
    """A whole picture in a size of its own shape, in each of :data:`ENCODINGS`; what shows through stays so."""
    small = _opened(data, size).resize(size, Image.Resampling.LANCZOS, reducing_gap=_GAP)
    yield from (_written(small, file_format, **settings) for file_format, settings in ENCODINGS)


def icon(data: bytes, size: int) -> bytes:
    """A square picture as a PNG with sides of ``size`` pixels."""
    with Image.open(io.BytesIO(data)) as image:
        made = image.convert("RGBA").resize((size, size), Image.Resampling.LANCZOS)
    return _written(made, "PNG", optimize=True)


def _opened(data: bytes, size: Size) -> Image.Image:
    """A picture upright, in red, green and blue, no smaller than ``size``, if it is not that already."""
    with Image.open(io.BytesIO(data)) as image:
        # A decoder that knows the size wanted reads a large JPEG in a fraction of the time.
        image.draft("RGB", size)
        return _in_colours(ImageOps.exif_transpose(image))


def _in_colours(image: Image.Image) -> Image.Image:
    if image.mode.startswith(_DEEP):
        image = _in_eight_bits(image)
    profile = image.info.get("icc_profile")
    image = image if image.mode == "CMYK" and profile else image.convert(_mode(image))
    return _in_colours_of_web(image, profile) if profile else image


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """A grey picture of sixteen bits, which Pillow would cut off at the brightest of eight."""
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _mode(image: Image.Image) -> str:
    return "RGBA" if image.has_transparency_data else "RGB"


def _in_colours_of_web(image: Image.Image, profile: bytes) -> Image.Image:
    """A picture in sRGB: what is written carries no profile, and browsers take it for that."""
    mode = _mode(image)
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        found = ImageCms.profileToProfile(image, own, _WEB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):  # what is no profile, or not of this picture, browsers leave aside too
        return image.convert(mode)
    return found or image


def _on_white(image: Image.Image) -> Image.Image:
    """A picture through which nothing shows; JPEG knows nothing of that."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    return ground.convert("RGB")


def _written(image: Image.Image, file_format: str, **settings: object) -> bytes:
    image.info.clear()
    made = io.BytesIO()
    image.save(made, file_format, **settings)
    return made.getvalue()
