"""A post serves an objective that asks for evidence, and has none of the kinds that it asks for.

``plan.yml`` says for each objective what counts as proof: ``evidence: [figure, report]``. One of them is enough. Bad: a
post with ``objective: informed-shareholders`` and a certificate. Good: the same with a figure. A statement answers an
incident before anything can be counted, and is not asked; nor is a post that was withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of

RULE: Final = Rule(
    "NR304",
    "warning",
    what=Localized(
        "الهدف «{objective_ar}» يطلب دليلًا من نوع: {kinds}، وليس في المنشور منها شيء",
        'the objective "{objective}" asks for evidence of the kind: {kinds}; the post has none of these',
    ),
    mend=Localized(
        "أضف إلى evidence واحدًا منها، أو سمِّ الهدف الذي يخدمه المنشور حقًا",
        "add one of them to evidence, or name the objective that the post does serve",
    ),
    editorial=True,
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post without the evidence that its objective asks for."""
    objectives = {objective.key: objective for objective in newsroom.objectives}
    for post in newsroom.posts:
        objective = objectives.get(post.objective or "")
        if objective and post.pubstatus != "canceled" and objective.lacks_evidence(post):
            text, title = lead_of(post, newsroom), objective.title
            values = {"objective": title.en, "objective_ar": title.ar, "kinds": ", ".join(objective.evidence)}
            yield Problem(RULE, lines.name(text), lines.of_key(text, "objective"), values)
