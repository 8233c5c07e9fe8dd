"""Two posts have one ``id``.

Feeds and the ledger know a post by its id alone, so the second of two would never be delivered.

Bad: ``id: 6k2v9m4x7q1c`` in two folders. Good: each post with the id that ``newsroom new post`` gave it.
Mend the younger post; the id of a published post never changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of

RULE: Final = Rule(
    "NR401",
    "error",
    what=Localized("المعرّف «{id}» مستعمل أيضًا في {other}", 'the id "{id}" is also that of {other}'),
    mend=Localized(
        "أعطِ المنشور الأحدث معرّفًا جديدًا من 12 حرفًا ورقمًا",
        "give the younger post a new one of 12 letters and digits",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post after the first with an id."""
    first: dict[str, str] = {}
    for post in sorted(newsroom.posts, key=lambda post: (post.date, post.folder)):
        holder = first.setdefault(post.id, post.folder)
        if holder != post.folder:
            text = lead_of(post, newsroom)
            values = {"id": post.id, "other": f"content/{holder}"}
            yield Problem(RULE, lines.name(text), lines.of_key(text, "id"), values)
