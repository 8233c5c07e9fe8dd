"""Redirects lead around in a circle, and whoever follows them arrives nowhere.

Bad: ``topics/docks: topics/harbours`` beside ``topics/harbours: topics/docks``.
Good: each leads to a page.
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
    "NR776",
    "error",
    what=Localized(
        "من تبع «{old}» دار ولم يصل: {way}", 'whoever follows "{old}" goes around and arrives nowhere: {way}'
    ),
    mend=Localized("اجعل كل عنوان قديم يؤدي إلى صفحة قائمة", "let each old address lead to a page"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every redirect from which one does not arrive."""
    if not newsroom.redirects:
        return
    found = claims(newsroom)
    leads = onward(found)
    for claim in found:
        ways = [(old, *way_from(old, leads)) for old in claim.old_addresses]
        endless = next((way for way in ways if way[-1] in leads), None)
        if claim.content is None and endless:
            yield problem(RULE, claim, newsroom, lines, way=" → ".join(endless))
