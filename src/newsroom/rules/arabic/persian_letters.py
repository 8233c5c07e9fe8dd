"""A Persian letter or digit in an Arabic word.

«ی» and «ک» look like «ي» and «ك» and are other characters: whoever searches for the word does not find it. They come
from a Persian keyboard, as do the digits ۰ to ۹. Bad: «شرکة عمانیة» Good: «شركة عمانية» To mend it, write the Arabic
letter; ``newsroom check --fix`` does it, but for a final «ی» that may be either «ي» or «ى», as in «علی». Names and
quotations in Persian are marked as such: ``<span lang="fa">``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Edit, Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.final_yaa import final_yaa
from newsroom.rules.arabic.letters import LETTERS, MARKS
from newsroom.rules.places import Place, places, problem

RULE: Final = Rule(
    "NR356",
    "warning",
    what=Localized("محارف فارسية في «{word}»", 'Persian characters stand in "{word}"'),
    mend=Localized("اكتبها بالعربية: «{right}»", 'write them as Arabic has them: "{right}"'),
    editorial=True,
)

_AS_ARABIC: Final = dict(zip("یکۀہ۰۱۲۳۴۵۶۷۸۹", "يكهه٠١٢٣٤٥٦٧٨٩", strict=True))
_TO_ARABIC: Final = str.maketrans(_AS_ARABIC)
_WORD: Final = re.compile(f"[{LETTERS}۰-۹]*[{''.join(_AS_ARABIC)}][{LETTERS}۰-۹]*")
_FINAL: Final = re.compile(f"ی(?=[{MARKS}\u0640]*$)")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every word with such a letter."""
    for place in places(_WORD, "ar", wordings, *_AS_ARABIC):
        wording, passage, match = place
        right = _in_arabic(match[0])
        edits = _edits(place, right[0]) if len(right) == 1 else (None,)
        yield problem(RULE, wording, passage, match.start(), {"word": match[0], "right": " / ".join(right)}, *edits)


def _in_arabic(word: str) -> list[str]:
    """What a word may be in Arabic letters."""
    final = _FINAL.search(word)
    if final is None:
        return [word.translate(_TO_ARABIC)]
    letters = final_yaa(unicodedata.normalize("NFKC", word).translate(_TO_ARABIC)) or "يى"
    return [f"{word[: final.start()]}{letter}{word[final.end() :]}".translate(_TO_ARABIC) for letter in letters]


def _edits(place: Place, right: str) -> Iterator[Edit | None]:
    wording, passage, match = place
    for number, (letter, right_letter) in enumerate(zip(match[0], right, strict=True), match.start()):
        if letter != right_letter:
            yield wording.edit(passage, number, number + 1, right_letter)
