"""What a plain page says of the pages that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.parts import circular_part, repeated_part, unknown_part

PARTS_RULES: Final[tuple[tuple[Rule, Callable[[Newsroom, Lines], Iterator[Problem]]], ...]] = (
    (unknown_part.RULE, unknown_part.check),
    (repeated_part.RULE, repeated_part.check),
    (circular_part.RULE, circular_part.check),
)
