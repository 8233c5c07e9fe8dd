"""Words made fit for networks: what they count twice, cut at, or show in the wrong direction."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from newsroom.model.language import Language

_UNSEEN: Final = re.compile("[\u00ad\ufeff]")
"""The soft hyphen, and the byte order mark, which X refuses."""
_CONTROLS: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks and runs of direction. One that is not closed turns round what comes after the message."""
_SHAPED: Final = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufe70-\ufefc]+")
"""Arabic letters in the forms of old systems, which X counts twice and search does not find."""
_ARABIC_LETTER_MARK: Final = "\u061c"
"""Begins a text in Arabic's direction; on X it weighs half of what U+200F does."""
_SPACES: Final = re.compile(r"[ \t\r\n\f\v]+")


def clean(text: str) -> str:
    """A text on one line in normal form C, without what readers do not see."""
    text = _CONTROLS.sub("", _UNSEEN.sub("", text))
    text = _SHAPED.sub(lambda shaped: unicodedata.normalize("NFKC", shaped.group()), text)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def directed(text: str, language: Language) -> str:
    """An Arabic text that opens with Latin letters, marked as Arabic: networks go by the first letter."""
    if language == "en":
        return text
    first = next((each for each in map(unicodedata.bidirectional, text) if each in {"L", "R", "AL"}), "AL")
    return _ARABIC_LETTER_MARK + text if first == "L" else text
