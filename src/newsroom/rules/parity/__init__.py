"""The two languages of a text say the same: numbers, dates, units, links, pictures, headings and names."""

from __future__ import annotations

from typing import Final

from newsroom.rules.parity import date, headings, illustration, link, localized_keys, name, number, stale, unit

PARITY_RULES: Final = (
    (number.RULE, number.check),
    (date.RULE, date.check),
    (unit.RULE, unit.check),
    (link.RULE, link.check),
    (illustration.RULE, illustration.check),
    (headings.RULE, headings.check),
    (name.RULE, name.check),
    (stale.RULE, stale.check),
    (localized_keys.RULE, localized_keys.check),
)
"""What is asked of the words of each folder that has both languages."""
