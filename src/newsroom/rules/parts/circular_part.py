"""A plain page belongs to itself, at once or through others: then none of them stands where readers begin.

Bad: ``parts: [history]`` in ``about``, and ``parts: [about]`` in ``history``. Good: the first alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.parts.claims import claims

RULE: Final = Rule(
    "NR423",
    "error",
    what=Localized(
        "الصفحة «{value}» لا تتبع هذه الصفحة، فهذه تابعة لها",
        'the page "{value}" cannot belong to this one, which belongs to it',
    ),
    mend=Localized("احذفها من parts هنا", "delete it from parts here"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every claim to a page to which the claiming page itself belongs."""
    wholes = {claim.part: claim.whole.slug for claim in claims(newsroom)}
    for claim in claims(newsroom):
        if claim.part in _way_up(claim.whole.slug, wholes):
            yield claim.problem(RULE, newsroom, lines)


def _way_up(slug: str, wholes: Mapping[str, str]) -> tuple[str, ...]:
    """A page, the one that it belongs to, and so on, each once."""
    way = [slug]
    while wholes.get(way[-1], slug) not in way:
        way.append(wholes[way[-1]])
    return tuple(way)
