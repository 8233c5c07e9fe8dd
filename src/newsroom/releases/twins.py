"""Packed twins that hold something else than the file beside them: that is sent to browsers, and in no manifest."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import brotli  # type: ignore[import-untyped]


def _from_gzip(twin: Path, size: int) -> bytes:
    with gzip.open(twin) as opened:
        return opened.read(size + 1)


def _from_brotli(twin: Path, size: int) -> bytes:
    unpacked: bytes = brotli.Decompressor().process(twin.read_bytes(), output_buffer_limit=size + 1)
    return unpacked


_UNPACK: Final[Mapping[str, Callable[[Path, int], bytes]]] = {".gz": _from_gzip, ".br": _from_brotli}
"""Each gives at most one byte more than the file beside the twin has: whatever holds more is none of it."""
PACKED: Final = tuple(_UNPACK)
"""The ends of packed twins."""


def is_twin(path: str, files: Mapping[str, object]) -> bool:
    """Whether a file is the packed twin of another of these."""
    return path.endswith(PACKED) and path[:-3] in files


def false_twins(site: Path, digests: Mapping[str, str]) -> Iterator[str]:
    """The twins in a site that, unpacked, are not the files beside them, whose SHA-256 are told by path."""
    for path, digest in digests.items():
        for suffix in PACKED:
            twin = path + suffix
            if twin not in digests and (site / twin).is_file() and _digest(site, path, suffix) != digest:
                yield twin


def _digest(site: Path, path: str, suffix: str) -> str:
    """The digest of what a twin holds; empty where it cannot be unpacked."""
    try:
        data = _UNPACK[suffix](site / f"{path}{suffix}", (site / path).stat().st_size)
    except (OSError, EOFError, zlib.error, brotli.error):
        return ""
    return hashlib.sha256(data).hexdigest()
