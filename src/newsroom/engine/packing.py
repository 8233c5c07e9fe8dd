"""Packed twins of files, for hosts that send these to browsers which can unpack them: ``.gz`` and ``.br``."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import brotli  # type: ignore[import-untyped]
import msgspec

from newsroom.engine.fingerprints import digest_of_file
from newsroom.engine.inventory import Inventory, Output
from newsroom.engine.workers import share_out, shares_of
from newsroom.hosting.media_types import BY_SUFFIX, IN_UTF_8, media_type

COMPRESSIBLE: Final = IN_UTF_8 | {BY_SUFFIX["json"]}
SUFFIXES: Final = (".gz", ".br")
GZIP_LEVEL: Final = 9
"""The most (https://www.rfc-editor.org/rfc/rfc1952); on pages of 11 kB it takes no longer than the usual 6."""
BROTLI_QUALITY: Final = 5
"""Of 11 (https://www.rfc-editor.org/rfc/rfc7932). A tenth smaller than gzip in the same time; the highest saves another
eighth and takes fifty times as long, which for 20,000 pages is four minutes of a processor."""
WORTH_A_FORK: Final = 200
"""Files: to pack so many takes longer than to start a process and hear from it."""

_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder(dict[str, Output]).decode


def pack(data: bytes) -> dict[str, bytes]:
    """What twins of a file hold, by suffix; only such as are smaller than the file."""
    packed = {
        ".gz": gzip.compress(data, GZIP_LEVEL, mtime=0),
        ".br": brotli.compress(data, quality=BROTLI_QUALITY),
    }
    return {suffix: twin for suffix, twin in packed.items() if len(twin) < len(data)}


def is_compressible(address: str) -> bool:
    """Whether a file is text of any kind: pictures, films and archives are packed already."""
    return media_type(address) in COMPRESSIBLE


@dataclass(frozen=True, slots=True)
class Packing:
    """The twins of one site's files. New files lie in ``staging``, those that stay in ``site``."""

    inventory: Inventory
    staging: Path
    site: Path
    processes: int

    def twins(self, files: Mapping[str, Output]) -> tuple[dict[str, Output], dict[str, Output]]:
        """The twins that stay, and those that were made in the staging folder, of all files of a finished site.

        The key of a twin is the digest of what it was packed from.
        """
        originals = [path for path in sorted(files) if is_compressible(path)]
        kept = dict(self._kept(originals, files))
        wanted = [path for path in originals if any(path + suffix not in kept for suffix in SUFFIXES)]
        return kept, {path: twin for path, twin in self._made(wanted, files).items() if path not in kept}

    def _kept(self, originals: Iterable[str], files: Mapping[str, Output]) -> Iterator[tuple[str, Output]]:
        for path in originals:
            for twin in (path + suffix for suffix in SUFFIXES):
                known = self.inventory.known.get(twin)
                if known and known.key == files[path].content and self.inventory.has(twin, known.content):
                    yield twin, known

    def _made(self, paths: Sequence[str], files: Mapping[str, Output]) -> dict[str, Output]:
        """Pack files; with many, in forked processes that leave when they are done."""
        if len(paths) < WORTH_A_FORK or self.processes == 1:
            return self._pack(paths, files)
        made: dict[str, Output] = {}
        shares = shares_of(paths, self.processes, len(paths))
        worker = share_out(shares, self.processes, lambda report: made.update(_decode(report)), lambda _: None)
        if worker:
            worker.run(lambda share: _encode(self._pack(share, files)))
        return made

    def _pack(self, paths: Iterable[str], files: Mapping[str, Output]) -> dict[str, Output]:
        return {
            path + suffix: self._write(self.staging / (path + suffix), data, files[path].content)
            for path in paths
            for suffix, data in pack(self._original(path).read_bytes()).items()
        }

    def _original(self, path: str) -> Path:
        staged = self.staging / path
        return staged if staged.exists() else self.site / path

    def _write(self, place: Path, data: bytes, key: str) -> Output:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        status = place.stat()
        return Output(key, "", digest_of_file(place), size=status.st_size, modified=status.st_mtime_ns)
