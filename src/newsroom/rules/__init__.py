"""The rules that a newsroom is held to once it has been read: one file a rule, one line here for each.

A rule looks at one folder, at the whole model or at a finished site, and says what is wrong and where; it never reads
the clock or the network. What one folder can tell is asked while it is read, when its words are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.reading.lines import Lines
from newsroom.reading.rules import READING_RULES
from newsroom.reading.wording import Wordings, wording
from newsroom.rules import (
    allowances,
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
    unchangeable,
    unfinished,
    unknown_author,
    unknown_contact,
    unknown_figure,
    unknown_objective,
    unknown_post,
    unknown_topic,
    unreasoned_allowance,
    unused_allowance,
    vanishing_address,
    vanishing_post,
)
from newsroom.rules.arabic import ARABIC_RULES
from newsroom.rules.crossposting import CROSSPOSTING_RULES
from newsroom.rules.disclosure import DISCLOSURE_RULES
from newsroom.rules.english import ENGLISH_RULES
from newsroom.rules.evidence import EVIDENCE_RULES, EVIDENCE_RULES_OF_NEWSROOM
from newsroom.rules.finished import FinishedSite
from newsroom.rules.moved import MOVED_RULES
from newsroom.rules.parity import PARITY_RULES
from newsroom.rules.parts import PARTS_RULES
from newsroom.rules.policy import POLICY_RULES, POLICY_RULES_OF_NEWSROOM
from newsroom.rules.professional import PROFESSIONAL_RULES, PROFESSIONAL_RULES_OF_NEWSROOM
from newsroom.rules.service import SERVICE_RULES, SERVICE_RULES_OF_NEWSROOM

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

OTHER_RULES: Final[tuple[Rule, ...]] = (
    unchangeable.RULE,
    unreasoned_allowance.RULE,
    unused_allowance.RULE,
    vanishing_post.RULE,
    vanishing_address.RULE,
)
"""What is wrong with how a newsroom changes rules, and with what it lets be; and what a build tells from the last."""

WORDING_RULES: Final[tuple[tuple[Rule, WordingCheck], ...]] = (
    *EVIDENCE_RULES,
    *SERVICE_RULES,
    *PROFESSIONAL_RULES,
    *PARITY_RULES,
    *ARABIC_RULES,
    *ENGLISH_RULES,
    *POLICY_RULES,
    *DISCLOSURE_RULES,
)
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
    *MOVED_RULES,
    *PARTS_RULES,
    *POLICY_RULES_OF_NEWSROOM,
    *CROSSPOSTING_RULES,
    *EVIDENCE_RULES_OF_NEWSROOM,
    *SERVICE_RULES_OF_NEWSROOM,
    *PROFESSIONAL_RULES_OF_NEWSROOM,
)

SITE_RULES: Final[tuple[tuple[Rule, SiteCheck], ...]] = (
    (heavy_feed.RULE, heavy_feed.check),
    (expiring_security.RULE, expiring_security.check),
)
"""What only a build can tell, which has an instant and makes files."""

RULES: Final[tuple[Rule, ...]] = (
    *OTHER_RULES,
    *(rule for rule, _ in (*NEWSROOM_RULES, *FOLDER_RULES, *WORDING_RULES, *SITE_RULES)),
)
EDITORIAL: Final = frozenset(rule.code for rule in (*RULES, *READING_RULES) if rule.editorial)
"""The codes of rules that a newsroom may weigh otherwise, or turn off."""


def inspect(content: Content, documents: Mapping[Language, Document], standards: Standards) -> Iterator[Problem]:
    """Everything that the rules find in one folder."""
    for _, check in FOLDER_RULES:
        yield from check(content, documents)
    wordings = {language: wording(language, document) for language, document in documents.items()}
    is_draft = isinstance(content, Post) and content.pubstatus == "withheld"
    for _, judge in WORDING_RULES:
        found = judge(content, wordings, standards)
        yield from map(_of_a_draft, found) if is_draft else found
    yield from allowances.noted(content, documents)


def _of_a_draft(problem: Problem) -> Problem:
    """A problem that stops nobody's work: what is still being written goes out with no build."""
    return replace(problem, rule=replace(problem.rule, severity="warning")) if problem.is_error else problem


def run_rules(newsroom: Newsroom, root: Path) -> Iterator[Problem]:
    """Everything that the rules find in a newsroom as a whole, whose files lie in ``root``."""
    lines = Lines(root)
    for _, check in NEWSROOM_RULES:
        yield from check(newsroom, lines)
    yield from unchangeable.check(newsroom, lines, EDITORIAL)
    yield from allowances.noted_in_sources(lines)


def inspect_site(newsroom: Newsroom, root: Path, site: FinishedSite) -> tuple[Problem, ...]:
    """Everything that the rules find in the finished site of a newsroom, whose files lie in ``root``."""
    lines = Lines(root)
    return tuple(problem for _, check in SITE_RULES for problem in check(newsroom, lines, site))
