"""The picture of a card, made as small as a network asks for it."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from newsroom.networks.thumbnails import Thumbnail, thumbnail

MOST = 1_000_000


def noise(file_format: str, size: tuple[int, int] = (1200, 630), mode: str = "RGB") -> bytes:
    """A picture that cannot be packed well."""
    pixels = random.Random(2026).randbytes(size[0] * size[1] * len(mode))
    written = io.BytesIO()
    Image.frombytes(mode, size, pixels).save(written, file_format)
    return written.getvalue()


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_a_picture_that_is_small_enough_stays_as_it_is(file_format: str) -> None:
    data = noise(file_format, (40, 20))
    assert thumbnail(data, MOST) == Thumbnail(data, f"image/{file_format.lower()}")


def test_a_picture_in_a_format_that_few_programs_show_becomes_a_jpeg() -> None:
    made = thumbnail(noise("TIFF", (40, 20)), MOST)
    assert made
    assert made.type == "image/jpeg"


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_picture_that_is_too_large_becomes_a_jpeg_that_is_not(mode: str) -> None:
    data = noise("PNG", mode=mode)
    assert len(data) > MOST
    made = thumbnail(data, MOST)
    assert made
    assert made.type == "image/jpeg"
    assert len(made.data) <= MOST
    with Image.open(io.BytesIO(made.data)) as image:
        assert image.size == (1200, 630)


@pytest.mark.parametrize("data", [b"", b"<html>", noise("PNG")[:5_000]], ids=["nothing", "a page", "cut"])
def test_what_is_no_picture_or_stays_too_large_is_left_out(data: bytes) -> None:
    assert thumbnail(data, 1_000) is None
