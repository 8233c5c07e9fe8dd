"""The order of names in lists: alphabetical for a reader, where code points are not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SILENT: Final = re.compile("[\u064b-\u0652\u0670\u0640]")
_ARTICLE: Final = re.compile(r"^ال(?=\w{2})")
_FOLDED: Final = str.maketrans("أإآٱؤئى" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹", "اااا" + "ويي" + "0123456789" * 2)


def sort_key(text: str) -> str:
    """What a name is sorted by: letters without vowel signs, tatweel, seats of hamza, case or a leading «ال».

    The article is taken off before hamza is folded, so that «إلياس» keeps its first letters.
    """
    bare = _SILENT.sub("", unicodedata.normalize("NFC", text).strip())
    return _ARTICLE.sub("", bare).translate(_FOLDED).casefold()
