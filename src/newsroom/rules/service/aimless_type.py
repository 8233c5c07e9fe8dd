"""A newsroom makes posts of a type, and none of them serves an objective.

One post without an objective may be an oversight; a whole type of post without any is a habit that the plan does not
know. Bad: three speeches, none with ``objective``, beside posts that have one. Good: the objective that speeches serve,
in each of them; or no more speeches. Statements answer incidents that nobody planned, and are not asked. It is told
once, at the newest post of the type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post, PostType
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of
from newsroom.rules.service.planning import planned_posts

RULE: Final = Rule(
    "NR315",
    "warning",
    what=Localized(
        "لا يخدم أيٌّ من المنشورات التي نوعها «{type}» وعددها {count} هدفًا من الخطة",
        'none of the {count} posts of the type "{type}" serves an objective',
    ),
    mend=Localized(
        "حدّد الهدف الذي يخدمه هذا النوع من المنشورات، أو توقف عن نشره",
        "decide which objective this type of post serves, or make no more of it",
    ),
    addressee="communications",
    editorial=True,
)
_HABIT: Final = 2
"""Posts of a type from which on it is no oversight."""


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every type without an objective."""
    by_type: dict[PostType, list[Post]] = defaultdict(list)
    for post in planned_posts(newsroom):
        by_type[post.type].append(post)
    for kind, posts in by_type.items():
        if kind != "statement" and len(posts) >= _HABIT and not any(post.objective for post in posts):
            text = lead_of(posts[-1], newsroom)
            yield Problem(RULE, lines.name(text), lines.of_key(text, "type"), {"type": kind, "count": str(len(posts))})
