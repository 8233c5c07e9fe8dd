"""A post serves no objective, though the newsroom has a plan.

Content is planned: whoever writes knows what for. Bad: no ``objective`` in a post, and seven in ``plan.yml``. Good:
``objective: food-security-role``; or, where none fits, a new objective in the plan, or no post. A statement answers an
incident that nobody planned, and is not asked; nor are posts older than the first that names an objective, nor days on
which the plan has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of
from newsroom.rules.service.planning import day_of, is_in_time, planned_posts

RULE: Final = Rule(
    "NR312",
    "warning",
    what=Localized("المنشور لا يخدم هدفًا من الخطة", "the post serves no objective of the plan"),
    mend=Localized("أضف objective واختر من: {known}", "add objective, and choose from: {known}"),
    addressee="communications",
    editorial=True,
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post without an objective where there is one to choose."""
    for post in planned_posts(newsroom):
        if post.objective is None and post.type != "statement":
            day = day_of(post, newsroom)
            known = [objective.key for objective in newsroom.objectives if is_in_time(objective, day)]
            if known:
                text = lead_of(post, newsroom)
                yield Problem(RULE, lines.name(text), lines.of_key(text, "type"), {"known": ", ".join(known)})
