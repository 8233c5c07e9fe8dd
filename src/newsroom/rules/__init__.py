"""The rules that a newsroom is held to once it has been read: one file a rule, one line here for each.

A rule looks at the model and says what is wrong and where; it never reads the clock or the network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules import (
    broken_link,
    headline_length,
    mark_in_title,
    raw_link,
    repeated_identity,
    reserved_page,
    top_heading,
    unfinished,
    unknown_author,
    unknown_contact,
    unknown_objective,
    unknown_topic,
)

Check = Callable[[Newsroom, Lines], Iterator[Problem]]

RULES: Final[tuple[tuple[Rule, Check], ...]] = (
    (repeated_identity.RULE, repeated_identity.check),
    (unknown_author.RULE, unknown_author.check),
    (unknown_topic.RULE, unknown_topic.check),
    (unknown_objective.RULE, unknown_objective.check),
    (unknown_contact.RULE, unknown_contact.check),
    (broken_link.RULE, broken_link.check),
    (raw_link.RULE, raw_link.check),
    (reserved_page.RULE, reserved_page.check),
    (unfinished.RULE, unfinished.check),
    (mark_in_title.RULE, mark_in_title.check),
    (headline_length.RULE, headline_length.check),
    (top_heading.RULE, top_heading.check),
)


def run_rules(newsroom: Newsroom, root: Path) -> Iterator[Problem]:
    """Everything that the rules find in a newsroom whose files lie in ``root``."""
    lines = Lines(root)
    for _, check in RULES:
        yield from check(newsroom, lines)
