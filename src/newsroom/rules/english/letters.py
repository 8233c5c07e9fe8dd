"""The words of an English text."""

from __future__ import annotations

import functools
import re
from typing import Final

from newsroom.reading.wording import Wordings

WORD: Final = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


@functools.lru_cache(maxsize=2)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in its order."""
    return tuple(WORD.findall(text))


@functools.lru_cache(maxsize=2)
def _different_words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


def words_among(wordings: Wordings) -> frozenset[str]:
    """The different words of the English text, as they are written."""
    wording = wordings.get("en")
    return _different_words(wording.text) if wording else frozenset()
