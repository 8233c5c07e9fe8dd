"""The posts that were read before: a folder is read again only when something in it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec

from newsroom.engine.cache import Cache
from newsroom.engine.fingerprints import Look, digest_of, digest_of_folder, file_system_time, look_at
from newsroom.engine.progress import Part
from newsroom.engine.workers import share_out, shares_of
from newsroom.reading.posts import PostReader, PostReading

WORTH_A_FORK: Final = 100
"""Folders: to read so many takes longer than to start a process and hear from it."""
MOST: Final = 1000
"""Folders that one process reads."""

_SEEN: Final = ("folders", "seen")
_READINGS: Final = "reading"

_Seen = dict[str, tuple[bytes, str]]
"""By year and slug, as a digest: the signature of a folder when it was last looked at, and the digest of its files."""

_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder(PostReading).decode
_decode_seen: Final = msgspec.msgpack.Decoder(_Seen).decode
_decode_report: Final = msgspec.msgpack.Decoder(list[tuple[int, PostReading]]).decode


@dataclass(frozen=True, slots=True)
class _Volume:
    """A folder as it stands; ``key`` names what it holds and is empty where that cannot be told."""

    path: Path
    look: Look | None
    key: str


class Shelf:
    """Goes through the folders of posts for :func:`newsroom.reading.newsroom.read_newsroom`.

    ``count`` is how many were read, and not remembered.
    """

    def __init__(self, cache: Cache, scratch: Path, processes: int, part: Part) -> None:
        self.count = 0
        self._cache = cache
        self._scratch = scratch
        self._processes = processes
        self._part = part
        self._volumes: dict[Path, _Volume] = {}
        self._readings: dict[Path, PostReading] = {}

    def __call__(self, read: PostReader, folders: Sequence[Path]) -> Iterator[PostReading]:
        """The reading of each folder, in order."""
        volumes = {volume.path: volume for volume in self._look_at(folders, read.depends_on)}
        readings = self._remembered(volumes)
        unknown = [path for path in folders if path not in readings]
        readings |= zip(unknown, self._read(read, unknown), strict=True)
        self.count = len(unknown)
        self._volumes = volumes | {path: _unless_changed(volumes[path]) for path in unknown}
        self._readings = {path: readings[path] for path in folders}
        return iter(self._readings.values())

    def keep(self, public: frozenset[str]) -> None:
        """Keep for the next build the readings of posts of which everything is public, given by their folders."""
        self._keep(path for path, reading in self._readings.items() if _is_of(reading, public))

    def keep_all(self) -> None:
        """Keep every reading for the next time: for whoever shows none of them to the public."""
        self._keep(self._readings)

    def _keep(self, paths: Iterable[Path]) -> None:
        volumes = ((path, self._volumes[path]) for path in paths)
        kept = {volume.key: self._readings[path] for path, volume in volumes if volume.key}
        found = self._cache.keys(_READINGS)
        self._cache.put(_READINGS, [(key, _encode(reading)) for key, reading in kept.items() if key not in found])
        self._cache.keep(_READINGS, kept.keys())

    def _look_at(self, folders: Sequence[Path], depends_on: str) -> Iterator[_Volume]:
        moment = file_system_time(self._scratch)
        before = _decode_seen(self._cache.get(*_SEEN) or _encode({}))
        now: _Seen = {}
        for path in folders:
            name = f"{path.parent.name}/{path.name}".encode()
            # By a digest, for the name of a post that is held back is itself not to be kept.
            place = digest_of((name,))
            look = look_at(path)
            digest = _digest(path, look, before.get(place))
            if look and digest and look.latest < moment:
                now[place] = (look.signature, digest)
            yield _Volume(path, look, digest and digest_of((name, depends_on.encode(), digest.encode())))
        if now != before:
            self._cache.put(_SEEN[0], [(_SEEN[1], _encode(now))])

    def _remembered(self, volumes: Mapping[Path, _Volume]) -> dict[Path, PostReading]:
        """What is known of folders that hold what they held."""
        kept = self._cache.all(_READINGS)
        return {path: _decode(kept[volume.key]) for path, volume in volumes.items() if volume.key in kept}

    def _read(self, read: PostReader, paths: Sequence[Path]) -> list[PostReading]:
        """Read folders. A reading is always one that was encoded, so that it is the same whether remembered or new."""
        self._part.begin(len(paths))
        if len(paths) < WORTH_A_FORK or self._processes == 1:
            return [_decode(_encode(read(path))) for path in self._counted(paths)]
        reports: dict[Path, PostReading] = {}

        def receive(report: bytes) -> None:
            reports.update((paths[place], reading) for place, reading in _decode_report(report))

        shares = shares_of(range(len(paths)), self._processes, MOST)
        worker = share_out(shares, self._processes, receive, self._part.advance)
        if worker:
            worker.run(lambda share: _encode([(place, read(paths[place])) for place in share]))
        return [reports[path] for path in paths]

    def _counted(self, paths: Sequence[Path]) -> Iterator[Path]:
        for path in paths:
            yield path
            self._part.advance(1)


def _digest(path: Path, look: Look | None, seen: tuple[bytes, str] | None) -> str:
    """The digest of what a folder holds: the one that was seen, where the folder looks as it did then."""
    if look is None:
        return ""
    if seen and seen[0] == look.signature:
        return seen[1]
    return digest_of_folder(path) or ""


def _unless_changed(volume: _Volume) -> _Volume:
    """The volume without its key, where it was changed while it was read."""
    return volume if look_at(volume.path) == volume.look else replace(volume, key="")


def _is_of(reading: PostReading, folders: frozenset[str]) -> bool:
    return reading.post is not None and reading.post.folder in folders
