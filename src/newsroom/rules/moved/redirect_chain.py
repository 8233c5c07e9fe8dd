"""A redirect leads to an address that has itself moved.

Each step costs readers time, and search engines give up after a few.

Bad: ``topics/docks: topics/harbours`` beside ``topics/harbours: topics/ports``.
Good: both lead to ``topics/ports``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.moved.claims import claims, onward, problem, way_from

RULE: Final = Rule(
    "NR775",
    "error",
    what=Localized(
        "يؤدي «{old}» إلى «{new}»، وهو عنوان قديم أيضًا", '"{old}" leads to "{new}", which is an address that was, too'
    ),
    mend=Localized("اكتب العنوان الأخير مباشرة: {end}", "lead straight to where that leads: {end}"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every redirect that takes more than one step, and ends."""
    if not newsroom.redirects:
        return
    found = claims(newsroom)
    leads = onward(found)
    for claim in found:
        ways = [(old, *way_from(old, leads)) for old in claim.old_addresses]
        long = next((way for way in ways if len(way) > 2 and way[-1] not in leads), None)
        if claim.content is None and long:
            yield problem(RULE, claim, newsroom, lines, end=_as_written(long[-1], claim.new))


def _as_written(address: str, like: str) -> str:
    """An address as a path, with its language where another path is written with one."""
    language, _, below = address.removesuffix("/").partition("/")
    return f"{language}/{below}" if like.startswith(("ar/", "en/")) else below
