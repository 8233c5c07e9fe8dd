"""The first letters of a name, which stand where its bearer's portrait would."""

from __future__ import annotations

import re
from typing import Final

_BETWEEN: Final = frozenset({"بن", "بنت", "آل", "bin", "bint", "ibn", "al", "el", "de", "van", "von"})
"""Words that join the parts of a name and begin none."""
_ARTICLE: Final = re.compile(r"^\W*(?:ال(?=\w{2})|al-|el-)", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")


def initials(name: str) -> str:
    """The first letters of a name's first and last part, with a no-break space between them.

    The space keeps Arabic letters in the form in which each stands alone: «سالم بن خلفان الحارثي» gives «س ح», and
    "Salim Al Harthy" gives "S H". A name without a letter gives nothing.
    """
    parts = [part for part in name.split() if part.casefold() not in _BETWEEN]
    letters = [found[0].upper() for part in parts if (found := _LETTER.search(_ARTICLE.sub("", part)))]
    return "\N{NO-BREAK SPACE}".join(letters if len(letters) < 2 else (letters[0], letters[-1]))
