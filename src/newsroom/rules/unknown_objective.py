"""A post serves an objective that ``plan.yml`` does not have.

Bad: ``objective: growth``. Good: ``objective: small-business-growth``, the key of an objective in the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.references import unknown_references

RULE: Final = Rule(
    "NR404",
    "error",
    what=Localized("الهدف «{value}» غير معروف", 'the objective "{value}" is not known'),
    mend=Localized("اختر من: {known}؛ أو أضفه في plan.yml", "choose from: {known}; or add it to plan.yml"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every objective that is not in the plan."""
    known = [objective.key for objective in newsroom.objectives]
    yield from unknown_references(
        RULE, newsroom, lines, "objective", lambda post: (post.objective,) if post.objective else (), known
    )
