"""The rules that a newsroom is held to once it has been read: one file a rule, one line here for each.

A rule looks at one folder or at the whole model and says what is wrong and where; it never reads the clock or the
network. What one folder can tell is asked while it is read, when its words are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.reading.lines import Lines
from newsroom.rules import (
    blocked_html,
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
    unknown_post,
    unknown_topic,
)

FolderCheck = Callable[[Content, Mapping[str, Document]], Iterator[Problem]]
Check = Callable[[Newsroom, Lines], Iterator[Problem]]

FOLDER_RULES: Final[tuple[tuple[Rule, FolderCheck], ...]] = (
    (raw_link.RULE, raw_link.check),
    (unfinished.RULE, unfinished.check),
    (mark_in_title.RULE, mark_in_title.check),
    (headline_length.RULE, headline_length.check),
    (top_heading.RULE, top_heading.check),
    (blocked_html.RULE, blocked_html.check),
)
"""What can be told from one folder, and so need not be asked again until it changes."""

NEWSROOM_RULES: Final[tuple[tuple[Rule, Check], ...]] = (
    (repeated_identity.RULE, repeated_identity.check),
    (unknown_author.RULE, unknown_author.check),
    (unknown_topic.RULE, unknown_topic.check),
    (unknown_objective.RULE, unknown_objective.check),
    (unknown_contact.RULE, unknown_contact.check),
    (unknown_post.RULE, unknown_post.check),
    (broken_link.RULE, broken_link.check),
    (reserved_page.RULE, reserved_page.check),
)

RULES: Final = (*NEWSROOM_RULES, *FOLDER_RULES)


def inspect(content: Content, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Everything that the rules find in one folder."""
    for _, check in FOLDER_RULES:
        yield from check(content, documents)


def run_rules(newsroom: Newsroom, root: Path) -> Iterator[Problem]:
    """Everything that the rules find in a newsroom as a whole, whose files lie in ``root``."""
    lines = Lines(root)
    for _, check in NEWSROOM_RULES:
        yield from check(newsroom, lines)
