"""How passages that stand for each other are asked for what one of them says and the other does not."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic

from newsroom.model.language import Localized, other
from newsroom.model.problem import Problem, Rule
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.facts import Fact, Passages, Said, Whole
from newsroom.rules.parity.disagreement import disagreement
from newsroom.rules.parity.facts import day_of, is_older, wholes
from newsroom.rules.parity.pairs import Pair, are_both, pairs


@dataclass(frozen=True, slots=True)
class Comparison(ABC, Generic[Fact]):
    """Compares what two passages say: ``both`` in themselves, ``anywhere`` in their texts, on the ``day`` of a post."""

    pair: Pair
    both: Localized[list[Said[Fact]]]
    anywhere: Localized[Whole]
    day: datetime.date | None

    @abstractmethod
    def findings(self) -> Iterator[tuple[Said[Fact], Said[Fact] | None]]:
        """Each fact that the other text lacks, with the one in its place."""


def problems(
    rule: Rule,
    content: Content,
    wordings: Wordings,
    facts: Callable[[Whole, Passages], list[Said[Fact]]],
    compare: type[Comparison[Fact]],
) -> Iterator[Problem]:
    """What one text lacks or has otherwise, of the facts that passages say. Of an older text, only what it has."""
    if not are_both(wordings):
        return
    anywhere, day = wholes(wordings), day_of(content)
    for pair in pairs(wordings):
        both = Localized(facts(anywhere.ar, pair.passages.ar), facts(anywhere.en, pair.passages.en))
        if both.ar or both.en:
            for said, instead in compare(pair, both, anywhere, day).findings():
                if instead or not is_older(content, other(said.language)):
                    yield disagreement(rule, said, instead, wordings)
