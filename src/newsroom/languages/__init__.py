"""How each language says what the site says by itself: words, dates, numbers, order. One file a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.languages.arabic import ARABIC
from newsroom.languages.english import ENGLISH
from newsroom.languages.words import Words
from newsroom.model.language import Language

_REGISTRY: Final[Mapping[Language, Words]] = {"ar": ARABIC, "en": ENGLISH}


def words(language: Language) -> Words:
    """The words of a language."""
    return _REGISTRY[language]
