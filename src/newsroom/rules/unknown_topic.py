"""A post names a topic that ``newsroom.yml`` does not have.

Bad: ``topics: [port]``. Good: ``topics: [ports]``, with ``ports`` named in both languages under ``topics``.
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
    "NR403",
    "error",
    what=Localized("الموضوع «{value}» غير معروف", 'the topic "{value}" is not known'),
    mend=Localized(
        "اختر من: {known}؛ أو سمّه باللغتين في newsroom.yml",
        "choose from: {known}; or name it in both languages in newsroom.yml",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every topic that has no name."""
    yield from unknown_references(RULE, newsroom, lines, "topics", lambda post: post.topics, newsroom.topics)
