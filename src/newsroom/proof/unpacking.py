"""What is packed within bytes: archives, packed twins, streams of PDF, texts in pictures and letters, data addresses.

Each way to unpack gives pieces with how they lay. What cannot be opened, or grows beyond all measure, is said to be so:
nobody knows then what is in it.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, BinaryIO, Final
from urllib.parse import unquote_to_bytes

import brotli  # type: ignore[import-untyped]

from newsroom.model.language import Localized
from newsroom.proof.metadata import texts_of_letters, texts_of_png
from newsroom.proof.pdf import is_locked, streams_of, strings_of

MOST: Final = 256 * 2**20
"""Bytes that one file may come to when all in it is unpacked: a hundred pictures in full size, and no bomb."""
WHOLE: Final = 64 * 2**20
"""Bytes of the largest file that is looked at in one piece: a long report in PDF, not a film."""
OVERLAP: Final = 2**16
"""Bytes that two pieces of a larger one share, many times what a trace takes in any escape."""
AT_ONCE: Final = 2**20
GZIP: Final = 31
"""zlib's window for data with the header of gzip (https://zlib.net/manual.html, inflateInit2)."""
_ENCRYPTED: Final = 1
"""The first of a member's flags (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.4)."""

Unpacked = Iterator[tuple[bytes, Localized[str]]]


class CannotOpen(Exception):
    """Something packed that nobody can look into, for a reason."""

    def __init__(self, ar: str, en: str) -> None:
        super().__init__(en)
        self.reason = Localized(ar, en)


def windows(file: IO[bytes]) -> Iterator[bytes]:
    """A file in one piece where it is not large; else in pieces, each of which repeats the end of the one before."""
    piece = file.read(WHOLE)
    yield piece
    while len(piece) == WHOLE:
        piece = piece[-OVERLAP:] + file.read(WHOLE - OVERLAP)
        if len(piece) > OVERLAP:
            yield piece


@dataclass
class Room:
    """How many bytes more a file may come to."""

    left: int = MOST

    def take(self, data: bytes) -> bytes:
        """The data, where there is room for it."""
        self.left -= len(data)
        if self.left < 0:
            raise CannotOpen("يكبر عند فكّه فوق كل حد", "it grows beyond all measure when it is unpacked")
        return data


def unpacked(name: str, data: bytes, room: Room) -> Unpacked:
    """The pieces in a file's bytes, one layer deep. Raises :class:`CannotOpen`, maybe after some of them."""
    for is_such, unpack in _WAYS:
        if is_such(name, data):
            yield from unpack(data, room)


def _from_gzip(data: bytes, room: Room) -> Unpacked:
    while data.startswith(_GZIP_MARK):
        stream = zlib.decompressobj(GZIP)
        yield _inflated(stream, data, room), Localized("مضغوطًا بصيغة gzip", "packed by gzip")
        if not stream.eof:
            raise _broken("gzip")
        data = stream.unused_data
    if data:
        yield data, Localized("بعد نهاية ملف gzip", "behind the end of gzip")


def _inflated(stream: zlib._Decompress, data: bytes, room: Room) -> bytes:
    whole = bytearray()
    try:
        while data and not stream.eof:
            whole += room.take(stream.decompress(data, AT_ONCE))
            data = stream.unconsumed_tail
    except zlib.error:
        raise _broken("gzip") from None
    return bytes(whole)


def _from_brotli(data: bytes, room: Room) -> Unpacked:
    stream, whole = brotli.Decompressor(), bytearray()
    try:
        whole += room.take(stream.process(data, output_buffer_limit=AT_ONCE))
        while not stream.is_finished():
            piece = room.take(stream.process(b"", output_buffer_limit=AT_ONCE))
            if not piece:
                raise _broken("brotli")
            whole += piece
    except brotli.error:
        raise _broken("brotli") from None
    yield bytes(whole), Localized("مضغوطًا بصيغة brotli", "packed by brotli")


def _from_zip(data: bytes, room: Room) -> Unpacked:
    # The mark of an archive's end may also stand by chance among the bytes of a picture.
    if data.startswith(_ZIP_MARK) or _is_archive(data):
        yield from from_archive(io.BytesIO(data), room)


def _is_archive(data: bytes) -> bool:
    try:
        return bool(zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, EOFError, struct.error):
        return False


def from_archive(file: BinaryIO, room: Room) -> Unpacked:
    """The members of a ZIP file, which need not fit into memory. Raises :class:`CannotOpen`."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield (
                _words_of_archive(archive),
                Localized("في أسماء الأرشيف وملاحظاته", "in the archive's names and notes"),
            )
            for member in archive.infolist():
                how = Localized(f"في الملف {member.filename} من الأرشيف", f"in {member.filename} of the archive")
                yield from ((piece, how) for piece in _member(archive, member, room))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise _broken("zip") from None


def _words_of_archive(archive: zipfile.ZipFile) -> bytes:
    said = [archive.comment]
    for member in archive.infolist():
        said += (member.filename.encode("utf-8", "replace"), member.comment)
    return b"\n".join(said)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: Room) -> Iterator[bytes]:
    if member.flag_bits & _ENCRYPTED:
        raise CannotOpen("هو أرشيف مقفل بكلمة مرور", "it is an archive with a password")
    with archive.open(member) as file:
        for piece in windows(file):
            yield room.take(piece)


def _from_pdf(data: bytes, room: Room) -> Unpacked:
    # A PDF that is stored in an archive as it is comes again by itself, and may be locked there.
    if is_locked(data) and not data.startswith(_ZIP_MARK):
        raise CannotOpen("هو ملف PDF مقفل", "it is a locked PDF")
    how = Localized("في نص PDF", "in the text of a PDF")
    yield strings_of(data).encode("utf-8", "ignore"), how
    for stream in map(room.take, streams_of(data, MOST)):
        yield stream, how
        yield strings_of(stream).encode("utf-8", "ignore"), how


def _from_letters(data: bytes, _: Room) -> Unpacked:
    try:
        yield texts_of_letters(data).encode(), Localized("في أسماء الخط", "in the names of a typeface")
    except ValueError:
        raise _broken("WOFF") from None


def _from_png(data: bytes, room: Room) -> Unpacked:
    try:
        for text in texts_of_png(data, MOST):
            yield room.take(text), Localized("في بيانات الصورة", "in the picture's metadata")
    except ValueError:
        raise _broken("PNG") from None


def _from_addresses(data: bytes, room: Room) -> Unpacked:
    for match in _BASE64.finditer(data):
        letters = _NOT_BASE64.sub(b"", unquote_to_bytes(match[1])).rstrip(b"=")
        padded = letters[: len(letters) - (len(letters) % 4 == 1)]
        with suppress(binascii.Error):
            decoded = base64.b64decode(padded + b"=" * (-len(padded) % 4))
            yield room.take(decoded), Localized("بترميز base64", "in base64")


def _broken(kind: str) -> CannotOpen:
    return CannotOpen(f"هو ملف {kind} تالف", f"it is broken as {kind}")


_GZIP_MARK: Final = b"\x1f\x8b"
_BASE64: Final = re.compile(
    rb"(?i)(?:base64,|encoding=b(?:ase64)?[^:\n]*:)((?:[a-z0-9+/=]|\r?\n[ \t]|%2[bf]|%3d|\\/)+)"
)
_NOT_BASE64: Final = re.compile(rb"[\s\\]")
_ZIP_MARK: Final = b"PK\x03\x04"
_END_OF_ZIP: Final = b"PK\x05\x06"
_FARTHEST_END: Final = 2**16 + 22
"""Bytes from the end of an archive within which its closing record begins (APPNOTE.TXT, 4.3.16)."""
_WAYS: Final[tuple[tuple[Callable[[str, bytes], bool], Callable[[bytes, Room], Unpacked]], ...]] = (
    (lambda _, data: data.startswith(_GZIP_MARK), _from_gzip),
    (lambda name, _: name.endswith(".br"), _from_brotli),
    (lambda _, data: data.startswith(_ZIP_MARK) or _END_OF_ZIP in data[-_FARTHEST_END:], _from_zip),
    (lambda _, data: b"%PDF-" in data[:1024], _from_pdf),
    (lambda _, data: data[:4] in (b"wOF2", b"wOFF"), _from_letters),
    (lambda _, data: data.startswith(b"\x89PNG\r\n"), _from_png),
    (lambda _, data: b"base64," in data or b"ENCODING=" in data, _from_addresses),
)
