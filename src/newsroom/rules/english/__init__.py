"""What English print asks of words, marks and spaces; and of both languages, that pictures are described."""

from __future__ import annotations

from typing import Final

from newsroom.rules.english import (
    double_space,
    doubled_word,
    missing_alt,
    mixed_quotes,
    mixed_spelling,
    space_before_mark,
)

ENGLISH_RULES: Final = (
    (double_space.RULE, double_space.check),
    (doubled_word.RULE, doubled_word.check),
    (mixed_quotes.RULE, mixed_quotes.check),
    (mixed_spelling.RULE, mixed_spelling.check),
    (space_before_mark.RULE, space_before_mark.check),
    (missing_alt.RULE, missing_alt.check),
)
"""Of the English text of a folder; the last one of both."""
