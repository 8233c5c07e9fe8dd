"""The rules that a newsroom is held to once it has been read: one file a rule, one line here for each.

A rule looks at one folder, at the whole model or at a finished site, and says what is wrong and where; it never reads
the clock or the network. What one folder can tell is asked while it is read, when its words are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.reading.lines import Lines
from newsroom.reading.wording import Wordings, wording
from newsroom.rules import (
    blocked_html,
    broken_link,
    expiring_security,
    headline_length,
    heavy_feed,
    mark_in_title,
    markup_in_title,
    open_html,
    raw_link,
    repeated_identity,
    reserved_page,
    restated_figure,
    top_heading,
    unfinished,
    unknown_author,
    unknown_contact,
    unknown_figure,
    unknown_objective,
    unknown_post,
    unknown_topic,
)
from newsroom.rules.finished import FinishedSite

FolderCheck = Callable[[Content, Mapping[Language, Document]], Iterator[Problem]]
WordingCheck = Callable[[Content, Wordings, Standards], Iterator[Problem]]
Check = Callable[[Newsroom, Lines], Iterator[Problem]]
SiteCheck = Callable[[Newsroom, Lines, FinishedSite], Iterator[Problem]]

FOLDER_RULES: Final[tuple[tuple[Rule, FolderCheck], ...]] = (
    (raw_link.RULE, raw_link.check),
    (unfinished.RULE, unfinished.check),
    (mark_in_title.RULE, mark_in_title.check),
    (markup_in_title.RULE, markup_in_title.check),
    (headline_length.RULE, headline_length.check),
    (top_heading.RULE, top_heading.check),
    (blocked_html.RULE, blocked_html.check),
    (open_html.RULE, open_html.check),
)
"""What can be told from one folder, and so need not be asked again until it changes."""

WORDING_RULES: Final[tuple[tuple[Rule, WordingCheck], ...]] = ()
"""The same, of the words as readers meet them, in one language or in both."""

NEWSROOM_RULES: Final[tuple[tuple[Rule, Check], ...]] = (
    (repeated_identity.RULE, repeated_identity.check),
    (unknown_author.RULE, unknown_author.check),
    (unknown_topic.RULE, unknown_topic.check),
    (unknown_objective.RULE, unknown_objective.check),
    (unknown_contact.RULE, unknown_contact.check),
    (unknown_post.RULE, unknown_post.check),
    (broken_link.RULE, broken_link.check),
    (unknown_figure.RULE, unknown_figure.check),
    (restated_figure.RULE, restated_figure.check),
    (reserved_page.RULE, reserved_page.check),
)

SITE_RULES: Final[tuple[tuple[Rule, SiteCheck], ...]] = (
    (heavy_feed.RULE, heavy_feed.check),
    (expiring_security.RULE, expiring_security.check),
)
"""What only a build can tell, which has an instant and makes files."""

RULES: Final = (*NEWSROOM_RULES, *FOLDER_RULES, *WORDING_RULES, *SITE_RULES)


def inspect(content: Content, documents: Mapping[Language, Document], standards: Standards) -> Iterator[Problem]:
    """Everything that the rules find in one folder."""
    for _, check in FOLDER_RULES:
        yield from check(content, documents)
    wordings = {language: wording(language, document) for language, document in documents.items()}
    for _, judge in WORDING_RULES:
        yield from judge(content, wordings, standards)


def run_rules(newsroom: Newsroom, root: Path) -> Iterator[Problem]:
    """Everything that the rules find in a newsroom as a whole, whose files lie in ``root``."""
    lines = Lines(root)
    for _, check in NEWSROOM_RULES:
        yield from check(newsroom, lines)


def inspect_site(newsroom: Newsroom, root: Path, site: FinishedSite) -> tuple[Problem, ...]:
    """Everything that the rules find in the finished site of a newsroom, whose files lie in ``root``."""
    lines = Lines(root)
    return tuple(problem for _, check in SITE_RULES for problem in check(newsroom, lines, site))
