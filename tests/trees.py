"""Finished trees, as tests compare and search them."""

from __future__ import annotations

from pathlib import Path


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def differing(first: Path, second: Path) -> list[str]:
    """The paths at which two trees differ."""
    one, two = read_tree(first), read_tree(second)
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))


def holding(folder: Path, marker: str) -> list[str]:
    """The files whose name or bytes hold a marker."""
    needle = marker.encode()
    return [path for path, data in read_tree(folder).items() if marker in path or needle in data]
