"""The digests of a site's files, read again only where a file is another than in the release before."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsroom.errors import ManifestUnusable, SiteNotFound
from newsroom.pages.addresses import MANIFEST, SIGNATURE
from newsroom.releases.twins import is_twin


class Stamp(NamedTuple):
    """A file's size in bytes and the nanosecond of its last change: hard links of one file have the same."""

    size: int
    changed: int


def digests(site: Path, known: Mapping[str, str] | None = None, earlier: Path | None = None) -> dict[str, str]:
    """The SHA-256 of every file below a folder by its path there, but of the manifest, its signature and packed twins.

    A twin is another way to send the file beside it; unpacked, it is that file, whose digest is told.

    ``known`` are the digests of the release before, whose files lie in ``earlier``: they hold for files that have the
    same stamp there. Files of releases are exchanged and never written in place, so equal stamps mean equal bytes.
    Raises :class:`SiteNotFound`, and :class:`ManifestUnusable` for what is neither file nor folder, such as a link.
    """
    stamps = stamps_of(site)
    found = dict(_unchanged(stamps, known, str(earlier))) if known and earlier else {}
    unknown = [path for path in stamps if path not in found]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found.update(zip(unknown, pool.map(lambda path: digest_of(site / path), unknown), strict=True))
    return found


def stamps_of(site: Path) -> dict[str, Stamp]:
    """The stamp of every file of a site that its manifest names."""
    found = dict(_below(str(site), ""))
    told = {path: stamp for path, stamp in found.items() if not is_twin(path, found)}
    return {path: stamp for path, stamp in told.items() if path not in (MANIFEST, SIGNATURE)}


def _unchanged(stamps: Mapping[str, Stamp], known: Mapping[str, str], earlier: str) -> Iterator[tuple[str, str]]:
    """The digests that are known of files with the same stamp in an earlier release."""
    for path, digest in known.items():
        if path not in stamps:
            continue
        # Where the earlier release has lost the file meanwhile, it is read like any other.
        with suppress(OSError):
            if _stamp(os.lstat(f"{earlier}/{path}")) == stamps[path]:
                yield path, digest


def digest_of(file: Path) -> str:
    """The SHA-256 of a file in hexadecimal. Raises :class:`ManifestUnusable` where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(file, error) from None


def unreadable(file: Path, error: OSError) -> ManifestUnusable:
    """What to raise of a file that cannot be read."""
    return ManifestUnusable(f"{file} cannot be read ({error.strerror})", f"تعذّرت قراءة {file} ({error.strerror})")


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns)


def _below(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError as error:
        raise SiteNotFound(
            f"{folder} cannot be looked into ({error.strerror})", f"تعذّر النظر في {folder} ({error.strerror})"
        ) from None
    for entry in found:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{path}/")
        elif entry.is_file(follow_symlinks=False):
            yield path, _stamp(entry.stat(follow_symlinks=False))
        else:
            raise ManifestUnusable(
                f"{entry.path} is no file; a site holds files and folders alone",
                f"{entry.path} ليس ملفًا؛ ولا يكون في الموقع إلا الملفات والمجلدات",
            )
