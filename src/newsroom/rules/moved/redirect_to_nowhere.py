"""A redirect leads to an address at which no page stands.

Bad: ``topics/harbours: topics/prots``. Good: ``topics/harbours: topics/ports``.
A page that is not released yet may be named: the redirect begins to lead there when it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.pages.old_paths import languages_of
from newsroom.reading.lines import Lines
from newsroom.rules.moved.claims import claims, onward, problem, standing

RULE: Final = Rule(
    "NR774",
    "error",
    what=Localized(
        "لا صفحة في العنوان «{new}» الذي يؤدي إليه «{old}»", 'no page stands at "{new}", where "{old}" leads'
    ),
    mend=Localized(
        "اكتب عنوان صفحة قائمة، مثل topics/ports أو en/about للغة واحدة",
        "write the address of a page, such as topics/ports, or en/about in one language",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every redirect that leads nowhere; of one that leads on, another rule speaks."""
    if not newsroom.redirects:
        return
    found = claims(newsroom)
    known = standing(newsroom) | onward(found).keys()
    for claim in found:
        if claim.content is None and known.isdisjoint(claim.new_addresses) and not _has_a_file(claim.new, lines):
            yield problem(RULE, claim, newsroom, lines)


def _has_a_file(path: str, lines: Lines) -> bool:
    """Whether a text stands there that has problems of its own, and was not read."""
    below = path.removeprefix("ar/").removeprefix("en/")
    folder = below if "/" in below else f"pages/{below}"
    return any(lines.was_there(f"{folder}/index.{language}.md") for language in languages_of(path))
