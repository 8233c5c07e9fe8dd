"""Hashtags: a space ends one on every network, and so do vowel signs on some."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from newsroom.model.language import Language

_WORD: Final = re.compile(r"[^\W_]+")
_TATWEEL: Final = "\u0640"


def hashtag(name: str, language: Language) -> str:
    """A name as a hashtag, without its sign: «الأمن_الغذائي», "FoodSecurity"; empty where no letter is in it."""
    bare = "".join(each for each in unicodedata.normalize("NFC", name) if not _is_sign(each))
    words = _WORD.findall(bare)
    if not any(each.isalpha() for each in bare):
        return ""
    return "_".join(words) if language == "ar" else "".join(word[0].upper() + word[1:] for word in words)


def _is_sign(letter: str) -> bool:
    return letter == _TATWEEL or unicodedata.category(letter) == "Mn"
