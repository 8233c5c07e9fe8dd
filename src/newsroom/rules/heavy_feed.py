"""A live feed holds more bytes than Google News takes.

How many posts stand in it is fixed, so it is the posts that are too long. The site is built all the same. Bad: whole
annual reports as the texts of posts. Good: the news in the post, and the report as a file beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.finished import FinishedSite

LARGEST: Final = 2_000_000
"""Bytes, as Google News has it: https://support.google.com/news/publisher-center/answer/9545420."""

RULE: Final = Rule(
    "NR602",
    "warning",
    what=Localized("حجم هذه الخلاصة {size} ميغابايت", "this feed has {size} MB"),
    mend=Localized(
        "لا تقبل أخبار Google ما زاد على {limit}؛ ضع الملاحق والجداول الطويلة في ملفات بجانب المنشورات مع روابط إليها",
        "Google News takes {limit} at most: put annexes and long tables into files beside the posts, and link to them",
    ),
)

_LIVE: Final = re.compile(r"(?:ar|en)/(?:feed\.xml|atom\.xml|feed\.json|feeds/(?:rss|atom|json)/(?!archive/).+)")
"""Where subscribers look. Archives are read once, by programs that go back to the first post."""


def check(_: Newsroom, __: Lines, site: FinishedSite) -> Iterator[Problem]:
    """Every live feed that is too large, in each of its formats."""
    for address, size in sorted(site.sizes.items()):
        if size > LARGEST and _LIVE.fullmatch(address):
            values = {"size": f"{size / 1_000_000:.2f}", "limit": f"{LARGEST / 1_000_000:g}"}
            yield Problem(RULE, f"{site.folder}/{address}", values=values)
