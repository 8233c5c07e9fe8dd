"""What accounts that carry posts must be, and what the author's own words for them may not be."""

from __future__ import annotations

from typing import Final

from newsroom.rules.crossposting import (
    incomplete_account,
    own_words_too_long,
    unheard_words,
    unknown_network,
    unlisted_carrier,
    unnamed_hub,
)

CROSSPOSTING_RULES: Final = (
    (unknown_network.RULE, unknown_network.check),
    (unlisted_carrier.RULE, unlisted_carrier.check),
    (unheard_words.RULE, unheard_words.check),
    (own_words_too_long.RULE, own_words_too_long.check),
    (incomplete_account.RULE, incomplete_account.check),
    (unnamed_hub.RULE, unnamed_hub.check),
)
"""Of ``crosspost.yml`` and the key ``social`` of posts."""
