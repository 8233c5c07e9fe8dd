"""A word holds the forms in which fonts show letters, in the place of the letters.

They come with text copied from PDF files: «ﻻ» is one such character, and whoever searches for the word does not find
it. «ﷺ» «ﷲ» and their kin are signs of their own and stay. Bad: «ﺍﻟﺸﺮﻛﺔ» Good: «الشركة» To mend it, write the word
anew; ``newsroom check --fix`` does it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.letters import word_around
from newsroom.rules.places import places, problem

RULE: Final = Rule(
    "NR357",
    "warning",
    what=Localized("محارف عرض في «{word}» لا يجدها البحث", '"{word}" holds presentation forms, which no search finds'),
    mend=Localized("اكتبها بحروفها: «{right}»", 'write it in letters: "{right}"'),
    editorial=True,
)

_LETTERS_SHOWN: Final = range(0xFE80, 0xFEFD)
"""Arabic Presentation Forms-B: each is one letter, or lam and alef
(https://www.unicode.org/charts/PDF/UFE70.pdf)."""
_LIGATURES: Final = (*range(0xFBEA, 0xFBFC), *range(0xFC00, 0xFC5E), *range(0xFC64, 0xFCF2), *range(0xFCF5, 0xFD3C))
"""Of Arabic Presentation Forms-A those that are two letters and no mark
(https://www.unicode.org/charts/PDF/UFB50.pdf)."""
_AS_LETTERS: Final = {form: unicodedata.normalize("NFKC", chr(form)) for form in (*_LETTERS_SHOWN, *_LIGATURES)}
_SHOWN: Final = re.compile(f"[{''.join(map(chr, _AS_LETTERS))}]+")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every run of such forms."""
    for wording, passage, match in places(_SHOWN, "ar", wordings):
        word = word_around(passage.text, match.start())
        right = match[0].translate(_AS_LETTERS)
        edit = wording.edit(passage, match.start(), match.end(), right)
        values = {"word": word, "right": word.translate(_AS_LETTERS)}
        yield problem(RULE, wording, passage, match.start(), values, edit)
