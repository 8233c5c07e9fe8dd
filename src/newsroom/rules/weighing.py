"""What a newsroom makes of what the rules found: the severities of its kind, and those that it chose itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Weight
from newsroom.rules.presets import PRESETS


def weights_of(newsroom: Newsroom) -> Mapping[str, Weight]:
    """The severities of editorial rules that are not their own, by their codes."""
    return {**PRESETS[newsroom.organization.kind], **newsroom.weights}


def softened(problem: Problem) -> Problem:
    """A problem for somebody who is still writing: an editorial error stops only what is published."""
    if problem.is_error and problem.rule.editorial:
        return replace(problem, rule=replace(problem.rule, severity="warning"))
    return problem


def weighed(problems: Iterable[Problem], weights: Mapping[str, Weight]) -> Iterator[Problem]:
    """Problems with the severities of a newsroom, without those of rules that it turned off."""
    for problem in problems:
        weight = weights.get(problem.rule.code) if problem.rule.editorial else None
        if weight is None or weight == problem.rule.severity:
            yield problem
        elif weight != "off":
            yield replace(problem, rule=replace(problem.rule, severity=weight))
