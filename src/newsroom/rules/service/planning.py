"""How far a newsroom works by its plan: which posts count, and since when."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from newsroom.model.newsroom import Newsroom
from newsroom.model.plan import Objective
from newsroom.model.post import Post


def planned_posts(newsroom: Newsroom) -> Sequence[Post]:
    """The posts that the plan can be asked about, the oldest first.

    A newsroom works by its plan from the first post that names an objective; older ones are not asked, so that no
    archive is condemned by a plan that came later. Posts that were withdrawn serve nothing.
    """
    posts = sorted((post for post in newsroom.posts if post.pubstatus != "canceled"), key=lambda post: post.released)
    known = {objective.key for objective in newsroom.objectives}
    first = next((post.released for post in posts if post.objective in known), None)
    return [post for post in posts if first is not None and post.released >= first]


def day_of(post: Post, newsroom: Newsroom) -> datetime.date:
    """The day on which a post is released, where the newsroom is."""
    return post.released.astimezone(newsroom.timezone).date()


def is_in_time(objective: Objective, day: datetime.date) -> bool:
    """Whether a day lies in the time of an objective."""
    return objective.since <= day and (objective.until is None or day <= objective.until)
