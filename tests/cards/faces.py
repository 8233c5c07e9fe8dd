"""Faces of cards for tests to change one thing of, and pictures for them."""

from __future__ import annotations

import io
import os
from typing import Any

from PIL import Image

from newsroom.cards.palette import Look
from newsroom.cards.share import drawn
from newsroom.model.brand import PRESETS
from newsroom.pages.sharing import Face

LOOK = Look(PRESETS["joint-stock"], "joint-stock")


def face(**changes: Any) -> Face:
    """A card in English without any picture."""
    known = {"language": "en", "organization": "Sample Company", "newsroom": "Newsroom", "headline": "A headline"}
    return Face(**known | changes)


def arabic(**changes: Any) -> Face:
    """A card in Arabic without any picture."""
    known = {"language": "ar", "organization": "الشركة المثال", "newsroom": "المركز الإعلامي", "headline": "عنوان"}
    return Face(**known | changes)


def bytes_of(size: tuple[int, int] = (600, 600), colour: str = "#883322", file_format: str = "PNG") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, file_format)
    return data.getvalue()


def noise(size: tuple[int, int] = (900, 900)) -> bytes:
    """The heaviest picture there can be."""
    data = io.BytesIO()
    Image.frombytes("RGB", size, os.urandom(3 * size[0] * size[1])).save(data, "PNG")
    return data.getvalue()


def card_bytes(shown: Face, look: Look = LOOK, picture: bytes | None = None) -> bytes:
    return drawn(shown, look, dict.fromkeys(shown.files, picture or bytes_of()))


def card(shown: Face, look: Look = LOOK, picture: bytes | None = None) -> Image.Image:
    """A card as it is seen."""
    with Image.open(io.BytesIO(card_bytes(shown, look, picture))) as image:
        return image.convert("RGB")
