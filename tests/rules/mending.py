"""Laws that the edits of rules are held to, and texts to hold them to: words, marks, spaces and markup in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from hypothesis import strategies as st
from markdown import markdown

from newsroom.model.language import Language
from tests.rules.wordings import Checks, mended

_MARKUP = (
    *("**", "*", "_", "`", "`ls ,x`", "[", "](https://a.example/)", "](", ")", "[^1]", "{{a.b.c}}", "\\", "&nbsp;"),
    *(
        "https://a.example/x",
        "<b>",
        "</b>",
        "<!-- a , b -->",
        "\n",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n## ",
        "\n    ",
        "| ",
        " |",
    ),
)
_MARKS = (",", ";", "?", "!", ".", "...", "..", "…", ":", "،", "؛", "؟", '"', "'", "«", "»", "“", "”", "(", ")", "%")
_SPACES = (" ", " ", " ", "  ", "\u00a0")

_TAG = re.compile(r"</?[a-z0-9]+")
_WORD = re.compile(r"\w+")
_PERSIAN = str.maketrans("یک۰۱۲۳۴۵۶۷۸۹", "يك٠١٢٣٤٥٦٧٨٩")


def texts(words: Sequence[str]) -> st.SearchStrategy[str]:
    """Texts of these words and of what may stand between words."""
    return st.lists(st.sampled_from((*words, *words, *_SPACES, *_MARKS, *_MARKUP)), max_size=14).map("".join)


def assert_mends_at_once(checks: Checks, language: Language, text: str) -> None:
    """All edits made once leave none to be made."""
    once = mended(checks, language, text)
    assert mended(checks, language, once) == once


def assert_says_the_same(checks: Checks, language: Language, text: str) -> None:
    """Edits leave every word, and every element of the page, as and where it was."""
    after = mended(checks, language, text)
    assert words_of(after) == words_of(text)
    assert _TAG.findall(markdown(after)) == _TAG.findall(markdown(text))


def words_of(text: str) -> list[str]:
    """The words of a text in plain letters."""
    return [unicodedata.normalize("NFKC", word).translate(_PERSIAN).replace("ى", "ي") for word in _WORD.findall(text)]
