"""Lists of words, written in rows, as they are read and kept in order best."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a row."""
    return tuple(words.split())
