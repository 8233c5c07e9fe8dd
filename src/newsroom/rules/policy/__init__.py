"""What the organisation's own policy asks, as ``policy.yml`` says it: each finding cites the policy's paragraph."""

from __future__ import annotations

from typing import Final

from newsroom.rules.policy import (
    account_before_holder,
    banned_words,
    claim_without_evidence,
    consent_out_of_reach,
    missing_disclaimer,
    quiet_period,
    unknown_approver,
    unknown_speaker,
    unknown_topic,
)

POLICY_RULES: Final = (
    (banned_words.RULE, banned_words.check),
    (claim_without_evidence.RULE, claim_without_evidence.check),
    (missing_disclaimer.RULE, missing_disclaimer.check),
    (consent_out_of_reach.RULE, consent_out_of_reach.check),
)
"""Of the words of one folder."""

POLICY_RULES_OF_NEWSROOM: Final = (
    (quiet_period.RULE, quiet_period.check),
    (unknown_speaker.RULE, unknown_speaker.check),
    (account_before_holder.RULE, account_before_holder.check),
    (unknown_topic.RULE, unknown_topic.check),
    (unknown_approver.RULE, unknown_approver.check),
)
"""Of the policy beside the calendar, the accounts and the executives."""
