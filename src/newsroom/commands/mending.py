"""``newsroom check --fix``: the mends that need no judgement, written into the files."""

from __future__ import annotations

import codecs
import os
import re
import stat
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.errors import Refused
from newsroom.languages.plurals import counted
from newsroom.languages.words import Plural
from newsroom.model.language import Language, Localized
from newsroom.model.problem import Edit, Problem
from newsroom.reading.files import Folder

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
"""A line and its end, by whatever signs it ends: the ends of :func:`newsroom.reading.files.read_text`."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was written anew, and how many places in it; ``stamp`` is the time at which it was."""

    path: str
    places: int
    stamp: int


_PLACES: Final = Localized(
    Plural("", "موضع واحد", "موضعان", "{count} مواضع", "{count} موضعًا", "{count} موضع"),
    Plural("", "1 place", *["{count} places"] * 4),
)


def sentence(mended: Mended, language: Language) -> str:
    """What was mended: "content/…/index.ar.md: mended, 2 places"."""
    places = counted(_PLACES[language], mended.places, language)
    return f"{mended.path}: أُصلح، {places}" if language == "ar" else f"{mended.path}: mended, {places}"


def mend(root: Path, problems: Iterable[Problem], since: int, own: Mapping[str, int]) -> tuple[Mended, ...]:
    """Write the edits of problems into their files, and say in which.

    A file that was changed at or after ``since``, in nanoseconds of the file system, is left alone: the problems were
    found in other words. ``own`` are the stamps of files that we changed ourselves, by their paths. Raises
    :class:`Refused` where a file cannot be written; it is then as it was.
    """
    folder = Folder(root)
    found = _by_file(problems)
    mended = (_mend_file(folder, path, edits, since, own.get(path)) for path, edits in found.items())
    return tuple(each for each in mended if each)


def _by_file(problems: Iterable[Problem]) -> Mapping[str, list[Edit]]:
    """The edits for each file. Those of a problem are made together; it waits where one lies across another's."""
    chosen: dict[str, list[Edit]] = defaultdict(list)
    for problem in problems:
        taken = chosen[problem.path]
        if not any(_collide(edit, other) for edit in problem.edits for other in taken):
            taken.extend(problem.edits)
    return {path: edits for path, edits in chosen.items() if edits}


def _collide(edit: Edit, other: Edit) -> bool:
    """Whether two edits touch: what stands beside another's words may mean something else once these have changed."""
    return edit.line == other.line and edit.start <= other.end and other.start <= edit.end


def _mend_file(folder: Folder, name: str, edits: Sequence[Edit], since: int, own: int | None) -> Mended | None:
    path = folder.root / name
    try:
        if not folder.contains(path):
            return None
        path = path.resolve()
        status = path.stat()
        if _changed_at(status) >= since and _changed_at(status) != own:
            return None
        data = path.read_bytes()
        words = mended_words(data, edits)
        if words is None or words == data:
            return None
        written = _replace(path, words, status)
    except OSError as error:
        raise Refused(
            f"{name} cannot be written ({error.strerror}); it is as it was",
            f"تعذّرت كتابة {name} ({error.strerror})؛ وبقي كما كان",
        ) from None
    return Mended(name, len(edits), written) if written else None


def mended_words(data: bytes, edits: Iterable[Edit]) -> bytes | None:
    """The bytes of a file after its edits, all else as it was; nothing where an edit fits no line, or lies across one.

    The mark at the beginning and the ends of lines stay.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        lines = [[match[1], match[2]] for match in _LINE.finditer(data[len(mark) :].decode("utf-8"))]
    except UnicodeDecodeError:
        return None
    for edit in sorted(edits, key=lambda each: (each.line, each.start, each.end), reverse=True):
        if not (1 <= edit.line <= len(lines) and 0 <= edit.start <= edit.end <= len(lines[edit.line - 1][0])):
            return None
        line = lines[edit.line - 1]
        line[0] = line[0][: edit.start] + edit.words + line[0][edit.end :]
    return mark + "".join(part for line in lines for part in line).encode("utf-8")


def _replace(path: Path, data: bytes, status: os.stat_result) -> int:
    """Put new bytes in the place of a file in one step; 0 where somebody else has changed it meanwhile."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), stat.S_IMODE(status.st_mode))
            os.fsync(file.fileno())
        now = path.stat()
        if (now.st_ino, _changed_at(now)) != (status.st_ino, _changed_at(status)):
            Path(name).unlink()
            return 0
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return _changed_at(path.stat())


def _changed_at(status: os.stat_result) -> int:
    """When a file's bytes, or its name, were last changed: no tool can set the second of these times."""
    return max(status.st_mtime_ns, status.st_ctime_ns)
