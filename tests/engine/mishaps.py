"""What may happen to a cache and to a site while no build looks: each mishap by its name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Final


def _cut(cache: Path, chance: Random) -> None:
    data = cache.read_bytes()
    cache.write_bytes(data[: chance.randrange(len(data) + 1)])


def _flip(cache: Path, chance: Random) -> None:
    data = bytearray(cache.read_bytes())
    for _ in range(chance.randrange(1, 30) if data else 0):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    cache.write_bytes(data)


def _leave_a_journal(cache: Path, chance: Random) -> None:
    data = cache.read_bytes()
    cache.with_name(f"{cache.name}-journal").write_bytes(data[: chance.randrange(len(data) + 1)])


CACHE: Final[Mapping[str, Callable[[Path, Random], object]]] = {
    "gone": lambda cache, _: cache.unlink(),
    "cut": _cut,
    "bits flipped": _flip,
    "no cache at all": lambda cache, _: cache.write_text("text"),
    "a journal beside it": _leave_a_journal,
}


def _put_a_link(path: Path) -> None:
    elsewhere = path.rename(_elsewhere(path) / path.name)
    path.symlink_to(elsewhere)


def _put_a_folder(path: Path) -> None:
    path.unlink()
    (path / "within").mkdir(parents=True)
    (path / "within" / "stray.html").write_text("stray")


def _put_a_file_above(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("stray")


def _put_a_link_above(path: Path) -> None:
    elsewhere = path.parent.rename(_elsewhere(path) / "folder")
    path.parent.symlink_to(elsewhere)


def _put_strays(path: Path) -> None:
    path.with_name("stray.html").write_text("stray")
    (path.parent / "stray" / "empty").mkdir(parents=True, exist_ok=True)
    posts = path.parent / "ar" / "posts" / "2026" / "stray"
    posts.mkdir(parents=True, exist_ok=True)
    (posts / "index.html").write_text("stray")


def _elsewhere(path: Path) -> Path:
    """An empty folder outside of every newsroom, on the same file system."""
    top = next(parent for parent in path.parents if parent.name == "newsroom").parent
    shutil.rmtree(top / "elsewhere", ignore_errors=True)
    (top / "elsewhere").mkdir()
    return top / "elsewhere"


SITE: Final[Mapping[str, Callable[[Path], object]]] = {
    "edited": lambda path: path.write_bytes(path.read_bytes().swapcase()),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "gone": lambda path: path.unlink(),
    "a link": _put_a_link,
    "a folder": _put_a_folder,
    "a file above": _put_a_file_above,
    "a link above": _put_a_link_above,
    "strays": _put_strays,
    "folder gone": lambda path: shutil.rmtree(path.parent),
}
"""Each is done to one file of a site, or to the folder that it is in."""
