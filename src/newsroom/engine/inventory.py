"""What stands in the site's folder, and how each file of it came to be."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import msgspec

from newsroom.engine.cache import Cache
from newsroom.engine.fingerprints import digest_of_file
from newsroom.engine.workers import meanwhile

_KIND: Final = "site"


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site. Equal digests mean equal bytes, from the first to the last: each is of the one before.

    ``key`` is the digest of the inputs and ``record`` that of what was made of them, the page with its theme; both are
    empty where a file is only copied, ``key`` then being its stamp. ``content`` is the digest of the bytes. ``text`` is
    the key of the rendered text in the cache; ``has_notes`` says that this text has warnings, or leads to anchors.
    ``size`` and ``modified`` are what the file system told of the file once it stood.
    """

    key: str
    record: str
    content: str
    text: str = ""
    has_notes: bool = False
    size: int = 0
    modified: int = 0


Standing = tuple[dict[str, tuple[int, int]], list[str]]
"""Each file of a folder with its size and time, and the folders in it that are empty."""


class _Manifest(msgspec.Struct, frozen=True):
    appearance: str
    outputs: dict[str, Output]


_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder(_Manifest).decode
_decode_standing: Final = msgspec.msgpack.Decoder(Standing).decode


class Inventory:
    """The files of a folder, by their paths below it: as they stand, and as the last build there left them.

    ``name`` is that of the folder, and the same wherever the checkout lies.
    ``appearance`` is the digest of what all pages share; ``same_appearance`` says that it is that of the last build.
    """

    def __init__(self, folder: Path, name: str, cache: Cache, appearance: str, standing: Standing) -> None:
        self._folder = folder
        self.name = name
        self._cache = cache
        self._appearance = appearance
        self.standing, self.empty = standing
        data = cache.get(_KIND, name)
        last = _decode(data) if data else _Manifest("", {})
        self.known: Mapping[str, Output] = last.outputs
        self.same_appearance = last.appearance == appearance

    def has(self, path: str, content: str) -> bool:
        """Whether a file stands with these bytes. It is read only where it is not the one that the last build left."""
        if path not in self.standing:
            return False
        if self.is_as_left(path):
            return self.known[path].content == content
        place = self._folder / path
        return not place.is_symlink() and place.is_file() and digest_of_file(place) == content

    def made_of(self, key: str) -> list[str]:
        """The files that the last build made of the inputs with this digest."""
        return self._by_key.get(key, [])

    @cached_property
    def _by_key(self) -> Mapping[str, list[str]]:
        by_key: dict[str, list[str]] = {}
        for path, output in self.known.items():
            by_key.setdefault(output.key, []).append(path)
        return by_key

    def is_as_left(self, path: str) -> bool:
        """Whether a file stands as the last build left it, as far as its size and time tell."""
        output = self.known.get(path)
        return output is not None and (output.size, output.modified) == self.standing.get(path)

    def save(self, outputs: Mapping[str, Output]) -> None:
        """Remember how the folder was left."""
        self._cache.put(_KIND, [(self.name, _encode(_Manifest(self._appearance, dict(outputs))))])


@contextmanager
def looking_at(folder: Path, processes: int) -> Iterator[Callable[[], Standing]]:
    """Look at what stands in a folder while other things are done: ten thousand files take as long as to plan them."""
    with meanwhile(lambda: _encode(stand(folder)), processes) as result:
        yield lambda: _decode_standing(result())


def stand(folder: Path) -> Standing:
    """Each file below a folder with its size and time, and the folders that are empty.

    A symbolic link counts as a file and is not followed.
    """
    standing: dict[str, tuple[int, int]] = {}
    empty: list[str] = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        entries = _entries(f"{folder}/{below}")
        if not entries:
            empty.append(below)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{below}{entry.name}/")
            else:
                status = entry.stat(follow_symlinks=False)
                standing[below + entry.name] = (status.st_size, status.st_mtime_ns)
    return standing, empty


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except FileNotFoundError:
        return []
