"""What a post claims, it shows: numbers and ranks have a source, and the source still holds."""

from __future__ import annotations

from typing import Final

from newsroom.rules.evidence import (
    dated_evidence,
    objective_without_evidence,
    unlinked_evidence,
    unsourced_number,
    unsupported_claim,
)

EVIDENCE_RULES: Final = (
    (unsupported_claim.RULE, unsupported_claim.check),
    (unsourced_number.RULE, unsourced_number.check),
    (dated_evidence.RULE, dated_evidence.check),
    (unlinked_evidence.RULE, unlinked_evidence.check),
)
"""Of the words and keys of one folder."""

EVIDENCE_RULES_OF_NEWSROOM: Final = ((objective_without_evidence.RULE, objective_without_evidence.check),)
"""Of posts beside the plan."""
