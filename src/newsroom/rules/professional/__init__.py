"""Posts are written as news is: in a calm voice, in words that say something, for those who are to read them."""

from __future__ import annotations

from typing import Final

from newsroom.rules.professional import empty_praise, other_contact, poor_summary, shouting, unexplained_abbreviation

PROFESSIONAL_RULES: Final = (
    (shouting.RULE, shouting.check),
    (empty_praise.RULE, empty_praise.check),
    (unexplained_abbreviation.RULE, unexplained_abbreviation.check),
    (poor_summary.RULE, poor_summary.check),
)
"""Of the words of one folder."""

PROFESSIONAL_RULES_OF_NEWSROOM: Final = ((other_contact.RULE, other_contact.check),)
"""Of posts beside the newsroom's contacts."""
