"""A plain page has the name of a page that the newsroom makes itself.

Bad: ``content/pages/archive/``. Good: ``content/pages/our-history/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_text

RULE: Final = Rule(
    "NR408",
    "error",
    what=Localized(
        "اسم الصفحة «{slug}» محجوز لصفحة يصنعها الموقع", 'the page name "{slug}" is taken by a page of the site itself'
    ),
    mend=Localized("سمِّ المجلد باسم آخر", "give the folder another name"),
)

RESERVED: Final = frozenset(
    {
        "posts",
        "archive",
        "types",
        "topics",
        "audiences",
        "executives",
        "accounts",
        "media-contacts",
        "media-library",
        "boilerplate",
        "feeds",
        "search",
        "subscribe",
        "calendar",
        "contacts",
        "figures",
        "plan",
        "verify",
        "messages",
    }
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every plain page that would stand where another does."""
    for page in newsroom.pages:
        if page.slug in RESERVED:
            yield Problem(RULE, lines.name(lead_text(page.texts, newsroom)), 1, {"slug": page.slug})
