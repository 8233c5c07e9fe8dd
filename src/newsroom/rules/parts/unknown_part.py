"""A plain page names a part that is no page: readers would miss it in the list, and nobody would know.

Bad: ``parts: [histroy]``. Good: ``parts: [history]``, where ``content/pages/history/`` is there. Parts are named by
their folders, in whatever language they are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.parts.claims import claims
from newsroom.rules.references import likeliest

RULE: Final = Rule(
    "NR421",
    "error",
    what=Localized("لا صفحة ثابتة باسم «{value}»", 'there is no plain page "{value}"'),
    mend=Localized(
        "اختر من: {known}؛ أو أضف مجلدها إلى content/pages",
        "choose from: {known}; or add its folder to content/pages",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every part that no page is, and that no folder holds whose page could not be read."""
    known = [page.slug for page in newsroom.pages]
    for claim in claims(newsroom):
        if claim.part not in known and not _was_there(claim.part, lines):
            yield claim.problem(RULE, newsroom, lines, known=likeliest(claim.part, known))


def _was_there(slug: str, lines: Lines) -> bool:
    return any(lines.was_there(f"pages/{slug}/index.{language}.md") for language in ("ar", "en"))
