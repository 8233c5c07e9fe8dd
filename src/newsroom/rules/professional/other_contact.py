"""A post names a contact who does not take the calls of those whom it is for first.

``newsroom.yml`` says for each contact whose calls they take: ``audiences: [shareholders]``. A post's first audience is
the one that it is for. Bad: ``audiences: [shareholders, media]`` with ``contact: media-desk``. Good: ``contact:
investor-relations``; or the other audience first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of

RULE: Final = Rule(
    "NR325",
    "information",
    what=Localized(
        "جهة الاتصال «{contact}» لا تتلقى أسئلة الجمهور الأول للمنشور: {audience}",
        'the contact "{contact}" takes no calls of the audience that the post is for first: {audience}',
    ),
    mend=Localized(
        "اختر جهة تتلقى أسئلته، أو أضفه إلى audiences جهة منها في newsroom.yml",
        "choose a contact who does, or add the audience to one in newsroom.yml",
    ),
    editorial=True,
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post with a contact for others."""
    taken = {contact.key: contact.audiences for contact in newsroom.contacts}
    for post in newsroom.posts:
        first = post.audiences[:1]
        if post.pubstatus != "canceled" and post.contact in taken and not set(first) <= set(taken[post.contact]):
            text = lead_of(post, newsroom)
            values = {"contact": post.contact, "audience": post.audiences[0]}
            yield Problem(RULE, lines.name(text), lines.of_key(text, "contact"), values)
