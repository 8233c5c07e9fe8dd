"""An address is said to have moved, and a page stands there.

A reader finds one of the two, and which one nobody can tell.

Bad: ``aliases: [2025/annual-results]`` while ``content/posts/2025/annual-results/`` is there, released or not.
Good: an alias that is the name of no folder any more.
Mend: take the alias or redirect away, or move what stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.pages.old_paths import FEEDS, languages_of
from newsroom.pages.standing import standing_feeds
from newsroom.reading.lines import Lines
from newsroom.rules.moved.claims import Claim, claims, problem, standing

RULE: Final = Rule(
    "NR772",
    "error",
    what=Localized(
        "«{old}» عنوان صفحة قائمة، فلا يكون عنوانًا قديمًا لغيرها",
        '"{old}" is where a page stands, so it cannot be an address that was',
    ),
    mend=Localized("احذف هذا السطر، أو انقل الصفحة القائمة", "delete this line, or move the page that stands there"),
)

_OWNED: Final = ("search/", "contacts/", "media-library/")
"""Folders that the site itself fills."""


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every claim to an address that is not free."""
    found = claims(newsroom)
    there = standing(newsroom) if found else frozenset()
    for claim in found:
        if _is_owned(claim) or _is_feed(claim, newsroom) or not there.isdisjoint(claim.old_addresses):
            yield problem(RULE, claim, newsroom, lines)


def _is_owned(claim: Claim) -> bool:
    return any(claim.below.startswith(folder) for folder in _OWNED)


def _is_feed(claim: Claim, newsroom: Newsroom) -> bool:
    """Whether it is a feed, or its list, that has posts."""
    name = claim.below.removeprefix(FEEDS)
    return claim.below.startswith(FEEDS) and any(
        name in standing_feeds(newsroom, language) for language in languages_of(claim.old)
    )
