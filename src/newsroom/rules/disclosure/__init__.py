"""What a listed company owes its shareholders when it tells a material fact: asked of joint-stock companies alone."""

from __future__ import annotations

from typing import Final

from newsroom.rules.disclosure import (
    contradicted_stage,
    filed_after_release,
    late_results,
    one_language,
    results_without_period,
    stage_unsaid,
    unfiled,
)

DISCLOSURE_RULES: Final = (
    (unfiled.RULE, unfiled.check),
    (filed_after_release.RULE, filed_after_release.check),
    (stage_unsaid.RULE, stage_unsaid.check),
    (contradicted_stage.RULE, contradicted_stage.check),
    (late_results.RULE, late_results.check),
    (one_language.RULE, one_language.check),
    (results_without_period.RULE, results_without_period.check),
)
