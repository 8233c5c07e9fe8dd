"""What pictures and letters say of themselves, apart from their pixels and shapes."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PIXELS_OF_PNG: Final = (b"IDAT", b"fdAT")
_PIXELS_OF_WEBP: Final = (b"VP8 ", b"VP8L", b"ALPH", b"ANMF")
"""https://developers.google.com/speed/webp/docs/riff_container"""
_COMPRESSED: Final = (b"zTXt", b"iTXt", b"iCCP")
"""Chunks whose text may be compressed (https://www.w3.org/TR/png-3/, 11.3.3)."""
_SCAN: Final = 0xDA
"""The marker of JPEG behind which pixels are (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.3)."""
_ALONE: Final = {0x01, *range(0xD0, 0xD9)}
"""Markers of JPEG without a length."""
_END: Final = b"\xff\xd9"


def without_pixels(data: bytes) -> bytes:
    """A picture without the pixels, which hold no text; whatever else it is, and what stands behind them, is kept."""
    try:
        if data.startswith(_PNG):
            return b"\n".join(chunk for kind, chunk in _chunks(data) if kind not in _PIXELS_OF_PNG)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg_without_pixels(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return b"\n".join(chunk for kind, chunk in _webp_chunks(data) if kind not in _PIXELS_OF_WEBP)
    except (ValueError, IndexError, struct.error):
        pass
    return data


def texts_of_png(data: bytes, most: int) -> Iterator[bytes]:
    """The compressed texts of a PNG, none longer than ``most`` bytes. Raises :class:`ValueError` where it is broken."""
    for kind, chunk in _chunks(data):
        if kind in _COMPRESSED:
            start = chunk.find(b"\x78")
            while start >= 0:
                text = _inflated(chunk[start:], most)
                if text is not None:
                    yield text
                    break
                start = chunk.find(b"\x78", start + 1)


def texts_of_letters(data: bytes) -> str:
    """The names in a typeface, and what it says of itself besides. Raises :class:`ValueError` where it is broken."""
    # Loaded where it is needed only: that takes longer than to look into a hundred pages.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # noqa: PLC0415

    try:
        with TTFont(io.BytesIO(data), lazy=True) as letters:
            names = [name.toUnicode("ignore") for name in letters["name"].names]
            flavour = letters.flavorData
            besides = (flavour.metaData, flavour.privData) if flavour else ()
    except Exception as error:  # what a library for letters makes of broken ones is not written down anywhere
        raise ValueError(str(error)) from None
    return "\n".join((*names, *(each.decode("utf-8", "ignore") for each in besides if each)))


def _inflated(data: bytes, most: int) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk by its kind, and what stands behind the last."""
    place = len(_PNG)
    kind = b""
    while kind != b"IEND" and place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if place + 12 + length > len(data):
            raise ValueError("a chunk ends beyond the file")
        yield kind, data[place + 8 : place + 8 + length]
        place += 12 + length
    yield b"", data[place:]


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, place)
        yield kind, data[place + 8 : place + 8 + length]
        place += 8 + length + length % 2


def _jpeg_without_pixels(data: bytes) -> bytes:
    place = 2
    while data[place] == 0xFF and data[place + 1] != _SCAN:
        marker = data[place + 1]
        place += 2 if marker in _ALONE else 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    # Within pixels 0xFF is always followed by 0 (the same, B.1.1.5): the first end is the picture's.
    end = data.find(_END, place)
    return data[:place] + b"\n" + data[end if end >= 0 else place :]
