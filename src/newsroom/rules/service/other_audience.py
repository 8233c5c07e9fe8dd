"""A post is for none of those whom its objective means to reach.

Bad: ``audiences: [employees]`` in a post for an objective whose audiences are shareholders and media. Good: at least
one of the objective's audiences; or the objective that the post does serve.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of

RULE: Final = Rule(
    "NR314",
    "warning",
    what=Localized(
        "المنشور لا يخاطب أحدًا من جمهور هدفه «{objective_ar}»",
        'the post is for none of the audiences of its objective "{objective}"',
    ),
    mend=Localized(
        "أضف إلى audiences واحدًا من: {audiences}، أو اختر هدفًا آخر",
        "add one of these to audiences: {audiences}; or choose another objective",
    ),
    addressee="communications",
    editorial=True,
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post that does not reach its objective's audiences."""
    objectives = {objective.key: objective for objective in newsroom.objectives}
    for post in newsroom.posts:
        objective = objectives.get(post.objective or "")
        if objective and post.pubstatus != "canceled" and set(post.audiences).isdisjoint(objective.audiences):
            text, title = lead_of(post, newsroom), objective.title
            values = {"objective": title.en, "objective_ar": title.ar, "audiences": ", ".join(objective.audiences)}
            yield Problem(RULE, lines.name(text), lines.of_key(text, "audiences"), values)
