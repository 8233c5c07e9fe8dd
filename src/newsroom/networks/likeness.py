"""Whether what a network shows is what it was sent: networks shorten links, and write signs in forms of their own."""

from __future__ import annotations

import datetime
import html
import re
import unicodedata
from typing import Final

SLACK: Final = datetime.timedelta(minutes=5)
"""By so much the clock of a network may differ from ours: what it shows as older than a claim may still be of it."""
SETTLES: Final = 30.0
"""Seconds until a look is worth its while, on networks that do not say how soon they show what they took."""

_LINK: Final = re.compile(r"https?://\S+")
_WORD: Final = re.compile(r"\w+")


def alike(sent: str, shown: str) -> bool:
    """Whether two texts have the same words, whatever stands between them and whatever became of their links."""
    return _words(sent) == _words(shown)


def _words(text: str) -> list[str]:
    return _WORD.findall(_LINK.sub(" ", unicodedata.normalize("NFC", html.unescape(text))))
