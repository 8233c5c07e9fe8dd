"""The text of a PDF, as far as it stands there in letters and not in the numbers of a typeface's shapes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

_STREAM: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_STRING: Final = re.compile(rb"\(((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*)\)|<([0-9A-Fa-f\s]{4,})>", re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_WHITE: Final = {b"n": b"\n", b"r": b"\n", b"t": b"\t", b"b": b"", b"f": b""}
_LOCK: Final = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")


def is_locked(data: bytes) -> bool:
    """Whether its strings are encrypted, be it with an empty password (ISO 32000-1, 7.6)."""
    return _LOCK.search(data) is not None


def streams_of(data: bytes, most: int) -> Iterator[bytes]:
    """The streams that are deflated, none longer than ``most`` bytes."""
    for match in _STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(match[1], most)
        except zlib.error:
            continue


def strings_of(stream: bytes) -> str:
    """The strings in a stream or in the objects of a file, one behind the other, as pages set words in pieces."""
    return "".join(_letters(match) for match in _STRING.finditer(stream))


def _letters(match: re.Match[bytes]) -> str:
    hexadecimal = match[2]
    data = _bytes_of(hexadecimal) if hexadecimal else _ESCAPE.sub(_unescaped, match[1])
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", "ignore")
    return data.decode("utf-16-be" if hexadecimal and (b"\0" in data or b"\x06" in data) else "latin-1", "ignore")


def _bytes_of(hexadecimal: bytes) -> bytes:
    digits = b"".join(hexadecimal.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _unescaped(match: re.Match[bytes]) -> bytes:
    letter = match[1]
    if letter[:1] in b"01234567":
        return bytes([int(letter, 8) & 0xFF])
    return b"" if letter.strip() == b"" else _WHITE.get(letter, letter)
