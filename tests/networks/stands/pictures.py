"""A picture as cards have them."""

from __future__ import annotations

import io

from PIL import Image


def _card() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (1200, 630), "#0b5d5d").save(data, "PNG")
    return data.getvalue()


CARD = _card()
