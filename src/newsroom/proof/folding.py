"""Texts in the one form in which traces are looked for, made without a loop over letters.

What makes no difference to a reader makes none here: case, vowel marks, tatweel, forms of alef and hamza, which digits,
white space, punctuation. A letter becomes one byte, which is what makes it quick: Python's own table of a character set
does it. Letters that neither language writes are left out, in traces and in what is searched.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from newsroom.prose.passages import OBJECT

BARRIER: Final = OBJECT
"""Over this no words are found: it stands between texts that are searched in one go."""

_ASCII: Final = "".join(map(chr, range(128)))
_ARABIC: Final = "".join(map(chr, (*range(0x0621, 0x063B), *range(0x0641, 0x064B)))) + "ٱپچژکگی"
_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_MARKS: Final = "ـًٌٍَُِّْ"
_SIGNS: Final = "،؛؟٪٫٬«»“”‘’–—…·\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{BULLET}"
_UNSEEN: Final = "\u200e\u200f\u2066\u2067\u2068\u2069\u200c\u200d\u200b\u061c\u00ad\ufeff"
_KNOWN: Final = _ASCII + _ARABIC + _DIGITS + _MARKS + _SIGNS + _UNSEEN + OBJECT
_TABLE: Final = codecs.charmap_build(_KNOWN.ljust(256, "\ufffe"))
"""A character set of all that texts in both languages have; U+FFFE is what such a table has where it has nothing."""

_ALIKE: Final = {
    **{letter: letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{digit: str(value % 10) for value, digit in enumerate(_DIGITS)},
    **dict.fromkeys("أإآٱ", "ا"), "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
}  # fmt: skip
_SILENT: Final = {*_MARKS, *_UNSEEN, "ء"}
_BYTES: Final = {letter: number for number, letter in enumerate(_KNOWN)}


def _is_said(letter: str) -> bool:
    return letter.isalnum() and letter not in _SILENT


_FOLDED: Final = bytes(_BYTES[_ALIKE.get(letter, letter)] for letter in _KNOWN).ljust(256)
_PARTED: Final = bytes(
    folded if _is_said(letter) else ord(" ") for folded, letter in zip(_FOLDED, _KNOWN, strict=False)
).ljust(256)
_UNSAID: Final = bytes(_BYTES[letter] for letter in _KNOWN if not _is_said(letter) and letter != BARRIER)
_UNHEARD: Final = bytes(_BYTES[letter] for letter in _SILENT)
_SHAPED: Final = re.compile("[\ufb50-\uff5a]")
"""Letters in the shapes that they take beside each other, as some PDFs have them, and wide ones."""


def squeezed(text: str) -> bytes:
    """The letters and digits of a text, and nothing between them."""
    return _encoded(text).translate(_FOLDED, _UNSAID)


def parted(text: str) -> bytes:
    """The words and numbers of a text as they are squeezed, one space before, between and behind them."""
    return b" %b " % b" ".join(_encoded(text).translate(_PARTED, _UNHEARD).split())


def folded(text: str) -> str:
    """A text with all that stands in it, its letters and digits in the form in which they are compared."""
    return legible(_encoded(text).translate(_FOLDED, _UNHEARD))


def legible(folded: bytes) -> str:
    """The letters of a folded text."""
    return codecs.charmap_decode(folded, "ignore", _KNOWN)[0]


def letters_in(folded: bytes) -> int:
    """How many letters are in a folded text: digits and spaces are none."""
    return len(folded.translate(None, b" 0123456789"))


def _encoded(text: str) -> bytes:
    if not text.isascii() and _SHAPED.search(text):
        text = unicodedata.normalize("NFKC", text)
    return codecs.charmap_encode(text, "ignore", _TABLE)[0]
