"""Whether files are what they were before, told from their times where these can be believed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CHUNK: Final = 2**20
"""Bytes read at once."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the system tells of a folder's files without opening them.

    ``signature`` is a digest of their names, sizes, times and places on the disk; ``latest`` the time of the last
    change, in nanoseconds.
    """

    signature: bytes
    latest: int


def look_at(folder: Path) -> Look | None:
    """A look at a folder of ordinary files; nothing where something else is in it, or it cannot be listed."""
    lines: list[str] = []
    latest = 0
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if not entry.is_file(follow_symlinks=False):
                    return None
                status = entry.stat(follow_symlinks=False)
                latest = max(latest, status.st_mtime_ns, status.st_ctime_ns)
                lines.append(f"{entry.name}\0{stamp_of(status)}")
    except OSError:
        return None
    lines.sort()
    return Look(_hash("\n".join(lines).encode("utf-8", "surrogateescape")).digest(), latest)


def stamp_of(status: os.stat_result) -> str:
    """What differs whenever a file's bytes may: no tool can set the time of the last change of status."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def digest_of_folder(folder: Path) -> str | None:
    """Hexadecimal digest of the names and bytes of a folder's files; nothing where one of them cannot be read."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - after a fresh clone this is asked of every folder
        return digest_of(part for name in names for part in (os.fsencode(name), _read_digest(f"{folder}/{name}")))
    except OSError:
        return None


def digest_of_file(path: Path) -> str:
    """Hexadecimal digest of a file's bytes."""
    return _read_digest(str(path)).hex()


def digest_of(parts: Iterable[bytes]) -> str:
    """Hexadecimal digest of parts, each told from the next."""
    whole = _hash()
    for part in parts:
        whole.update(b"%d:" % len(part))
        whole.update(part)
    return whole.hexdigest()


def file_system_time(folder: Path) -> int:
    """Nanoseconds on the clock by which the file system stamps files, or 0 where nothing can be written.

    A file that is saved within the tick of this time may keep the stamp that it had: only older stamps are believed.
    """
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            return os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        return 0


def _read_digest(path: str) -> bytes:
    whole = _hash()
    # hashlib.file_digest makes a buffer of 256 KiB for each file, which takes longer than to read a post.
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
        while chunk := file.read(CHUNK):
            whole.update(chunk)
    return whole.digest()


def _hash(data: bytes = b"") -> hashlib.blake2b:
    return hashlib.blake2b(data, digest_size=20)
