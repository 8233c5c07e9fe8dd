"""The policy means posts on a topic that ``newsroom.yml`` does not have.

Such a part of the policy would hold for no post, and nobody would see that it does not. Bad: ``topics: [dividends]``
where the topic is ``dividend``. Good: the key as it stands under ``topics`` in ``newsroom.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import Policy, Scope
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.reading.policy import POLICY

RULE: Final = Rule(
    "NR708",
    "error",
    what=Localized("الموضوع «{value}» في السياسة غير معروف", 'the topic "{value}" in the policy is not known'),
    mend=Localized("اختر من: {known}", "choose from: {known}"),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every topic of a scope that has no name."""
    for key, index, scope in _scopes(newsroom.policy):
        for place, topic in enumerate(scope.topics):
            if topic not in newsroom.topics:
                line = lines.of_source(POLICY, key, index, "scope", "topics", place)
                yield Problem(RULE, POLICY, line, {"value": topic, "known": ", ".join(newsroom.topics)})


def _scopes(policy: Policy) -> Iterator[tuple[str, int, Scope]]:
    for key in ("subjects", "disclaimers", "quiet"):
        for index, part in enumerate(getattr(policy, key)):
            yield key, index, part.scope
