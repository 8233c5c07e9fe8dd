"""A post names a contact that ``newsroom.yml`` does not have.

Bad: ``contact: press``. Good: ``contact: media-desk``, the key of a contact with a name and a telephone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.references import unknown_references

RULE: Final = Rule(
    "NR405",
    "error",
    what=Localized("جهة الاتصال «{value}» غير معروفة", 'the contact "{value}" is not known'),
    mend=Localized("اختر من: {known}؛ أو أضفها في newsroom.yml", "choose from: {known}; or add it to newsroom.yml"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every contact whom nobody can call."""
    known = [contact.key for contact in newsroom.contacts]
    yield from unknown_references(RULE, newsroom, lines, "contact", lambda post: (post.contact,), known)
