"""A file of a site as texts to be searched: its name, its bytes, and whatever is packed within, in any depth."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from newsroom.model.language import Localized
from newsroom.proof.decoding import texts_in
from newsroom.proof.metadata import without_pixels
from newsroom.proof.news import news
from newsroom.proof.unpacking import MOST, OVERLAP, WHOLE, CannotOpen, Room, from_archive, unpacked, windows

How = tuple[Localized[str], ...]
"""How something lies in a file, the outermost wrapping first; empty where it lies there as it is."""

DEPTH: Final = 8
"""Wrappings within wrappings; more is said to be beyond all measure."""
WINDOW: Final = 8 * 2**20
"""Bytes that are searched in one go: as text they take some ten times as much memory."""
_TEXTS: Final = (".html", ".xml", ".json", ".txt", ".md", ".css", ".js", ".ics", ".vcf", ".csv", ".opml", ".svg")
_IN_NAME: Final = Localized("في الاسم", "in the name")
_IN_TARGET: Final = Localized("في وجهة الرابط الرمزي", "in the target of the symbolic link")


@dataclass(frozen=True, slots=True)
class Straw:
    """Bytes of a file or of something packed within it, and how they lie there. ``name`` tells their kind.

    ``closed`` is the reason for which nobody can look into what is packed in them, if there is one.
    """

    name: str
    data: bytes
    how: How = ()
    closed: Localized[str] | None = None


def texts_of_name(path: str) -> tuple[str, How]:
    """The path of a file below the site, as a text."""
    return path, (_IN_NAME,)


class File(NamedTuple):
    """A file that stands or will stand at ``path`` in a site, and lies now at ``place``.

    ``before`` is the file that stands there now, where that was proved to be free of the same traces.
    """

    path: str
    place: Path
    before: Path | None = None


def straws_of(file: File) -> Iterator[Straw]:
    """A file and everything within it; of a text that was proved, what is new in it.

    Raises :class:`CannotOpen`, maybe after some of it.
    """
    path, place, before = file
    try:
        status = place.lstat()
        if stat.S_ISLNK(status.st_mode):
            yield Straw("", os.fsencode(place.readlink()), (_IN_TARGET,))
        elif not stat.S_ISREG(status.st_mode):
            raise CannotOpen("ليس ملفًا عاديًا", "it is not an ordinary file")
        elif before and (part := _news_in(place, before)) is not None:
            yield Straw("", part)
        else:
            yield from _of_file(path, place, status.st_size)
    except OSError as error:
        raise CannotOpen(f"تعذّرت قراءته ({error.strerror})", f"it cannot be read ({error.strerror})") from None


def _news_in(place: Path, before: Path) -> bytes | None:
    """What is new in a text, with what stands around it; nothing where that cannot be told, or something is packed."""
    if place.suffix not in _TEXTS or max(place.stat().st_size, before.stat().st_size) > WHOLE:
        return None
    data = place.read_bytes()
    return None if b"base64" in data else news(data, before.read_bytes())


def _of_file(path: str, place: Path, size: int) -> Iterator[Straw]:
    room = Room(MOST + 4 * size)
    with place.open("rb") as file:
        if size <= WHOLE:
            yield from _within(Straw(path, file.read()), room)
            return
        beginning = file.read(4)
        file.seek(0)
        for piece in windows(file):
            yield Straw("", piece)
        file.seek(0)
        if beginning == b"PK\x03\x04":
            for data, how in from_archive(file, room):
                yield from _within(Straw("", data, (how,)), room)
        elif beginning.startswith((b"\x1f\x8b", b"%PDF")):
            raise CannotOpen("أكبر من أن يُفكّ", "it is too large to be unpacked")


def _within(straw: Straw, room: Room) -> Iterator[Straw]:
    if len(straw.how) > DEPTH:
        raise CannotOpen("طبقاته فوق كل حد", "it is wrapped beyond all measure")
    yield straw
    try:
        for data, how in unpacked(straw.name, straw.data, room):
            name = straw.name.removesuffix(".br") if straw.name.endswith(".br") else ""
            yield from _within(Straw(name, data, (*straw.how, how)), room)
    except CannotOpen as error:
        # What lies beside it in an archive is searched all the same.
        yield replace(straw, closed=error.reason)


def texts_of(straw: Straw) -> Iterator[tuple[str, How]]:
    """The texts in bytes, still escaped, those of a large piece in parts."""
    data = without_pixels(straw.data)
    for start in range(0, max(len(data), 1), WINDOW):
        part = data[max(start - OVERLAP, 0) : start + WINDOW] if len(data) > WINDOW else data
        for text, how in texts_in(part):
            yield text, (*straw.how, *how)
