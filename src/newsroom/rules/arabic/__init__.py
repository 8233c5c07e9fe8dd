"""What Arabic print asks of letters, marks and spaces, and the spelling of words of which there is no doubt."""

from __future__ import annotations

from typing import Final

from newsroom.rules.arabic import (
    dots,
    doubled_word,
    hamza,
    latin_punctuation,
    latin_title,
    mixed_digits,
    no_space_after_mark,
    persian_letters,
    presentation_forms,
    repeated_mark,
    space_before_mark,
    space_inside_quotes,
    split_conjunction,
    straight_quotes,
    taa_marbuta,
    tanween_order,
    tatweel,
    undotted_yaa,
)

ARABIC_RULES: Final = (
    (latin_punctuation.RULE, latin_punctuation.check),
    (space_before_mark.RULE, space_before_mark.check),
    (no_space_after_mark.RULE, no_space_after_mark.check),
    (split_conjunction.RULE, split_conjunction.check),
    (tatweel.RULE, tatweel.check),
    (persian_letters.RULE, persian_letters.check),
    (presentation_forms.RULE, presentation_forms.check),
    (mixed_digits.RULE, mixed_digits.check),
    (straight_quotes.RULE, straight_quotes.check),
    (dots.RULE, dots.check),
    (tanween_order.RULE, tanween_order.check),
    (undotted_yaa.RULE, undotted_yaa.check),
    (hamza.RULE, hamza.check),
    (latin_title.RULE, latin_title.check),
    (taa_marbuta.RULE, taa_marbuta.check),
    (doubled_word.RULE, doubled_word.check),
    (repeated_mark.RULE, repeated_mark.check),
    (space_inside_quotes.RULE, space_inside_quotes.check),
)
"""Of the Arabic text of a folder."""
