"""An objective of the plan has had its time, and no post served it.

An objective that nobody writes for is a wish. It has had its time when a whole period of its cadence lies between its
beginning and the newest post of the newsroom, or its end lies before that. Bad: an objective of one post a quarter from
January, and posts until July, none of which names it. Good: posts that serve it; or a plan without it. A newsroom whose
posts name no objective at all does not work by its plan yet: ``newsroom plan`` shows what it would ask.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.plan import Objective, Period
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.service.planning import day_of, is_in_time, planned_posts

RULE: Final = Rule(
    "NR313",
    "information",
    what=Localized(
        "لم يخدم أي منشور الهدف «{objective_ar}» في مدته", 'no post served the objective "{objective}" in its time'
    ),
    mend=Localized("خطط لمنشور يخدمه، أو احذفه من الخطة", "plan a post for it, or take it out of the plan"),
    addressee="communications",
    editorial=True,
)
PLAN: Final = "plan.yml"
_DAYS: Final[Mapping[Period, int]] = {"week": 7, "month": 31, "quarter": 92, "year": 366}
"""At most."""


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every objective that was not served."""
    posts = planned_posts(newsroom)
    if not posts:
        return
    newest = day_of(posts[-1], newsroom)
    days: dict[str | None, list[datetime.date]] = defaultdict(list)
    for post in posts:
        days[post.objective].append(day_of(post, newsroom))
    for index, objective in enumerate(newsroom.objectives):
        if _has_had_its_time(objective, newest) and not any(is_in_time(objective, day) for day in days[objective.key]):
            values = {"objective": objective.title.en, "objective_ar": objective.title.ar}
            yield Problem(RULE, PLAN, lines.of_source(PLAN, "objectives", index, "key"), values)


def _has_had_its_time(objective: Objective, newest: datetime.date) -> bool:
    period = objective.since + datetime.timedelta(days=_DAYS[objective.cadence.every])
    return min(period, objective.until or period) < newest
