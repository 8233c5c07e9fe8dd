"""The newsroom serves the organisation and not a person, and works by its plan."""

from __future__ import annotations

from typing import Final

from newsroom.rules.service import aimless_type, fame, other_audience, unserved_objective, without_objective

SERVICE_RULES: Final = ((fame.RULE, fame.check),)
"""Of the words of one folder."""

SERVICE_RULES_OF_NEWSROOM: Final = (
    (without_objective.RULE, without_objective.check),
    (unserved_objective.RULE, unserved_objective.check),
    (other_audience.RULE, other_audience.check),
    (aimless_type.RULE, aimless_type.check),
)
"""Of posts beside the plan."""
