"""What a newsroom says of addresses that were: aliases, and the redirects of ``newsroom.yml``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.moved import (
    old_address_stands,
    redirect_chain,
    redirect_loop,
    redirect_to_nowhere,
    repeated_alias,
)

MOVED_RULES: Final[tuple[tuple[Rule, Callable[[Newsroom, Lines], Iterator[Problem]]], ...]] = (
    (old_address_stands.RULE, old_address_stands.check),
    (repeated_alias.RULE, repeated_alias.check),
    (redirect_to_nowhere.RULE, redirect_to_nowhere.check),
    (redirect_chain.RULE, redirect_chain.check),
    (redirect_loop.RULE, redirect_loop.check),
)
