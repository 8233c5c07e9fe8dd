"""An occasion in ``calendar.yml`` names a post that is not there.

Bad: ``post: annual-results-2026``, which is a folder's name. Good: ``post: 6c4essq5vfnq``, the ``id`` of that post. A
post that is not released yet is no problem: until its release the occasion stands without the link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.calendar import CALENDAR
from newsroom.reading.lines import Lines

RULE: Final = Rule(
    "NR410",
    "error",
    what=Localized("لا منشور معرّفه «{value}»", 'no post has the id "{value}"'),
    mend=Localized(
        "اكتب قيمة id من ملف المنشور، أو احذف المفتاح", "write the id from the post's file, or delete the key"
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every occasion about a post that nobody wrote."""
    known = {post.id for post in newsroom.posts}
    for index, occasion in enumerate(newsroom.occasions):
        if occasion.post and occasion.post not in known and not lines.stands_in_a_post(f"id: {occasion.post}\n"):
            line = lines.of_source(CALENDAR, "occasions", index, "post")
            yield Problem(RULE, CALENDAR, line, {"value": occasion.post})
