"""A mark stands apart from the word before it.

At the end of a line the mark alone goes to the next one. Bad: *The work has begun , and will last a year .* Good: *The
work has begun, and will last a year.* To mend it, take the space out; ``newsroom check --fix`` does it. Ratios such as
3 : 2 and marks after a bare address stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.spaces import spaces_before_marks

RULE: Final = Rule(
    "NR385",
    "warning",
    what=Localized("مسافة قبل العلامة {mark}", 'a space stands before the mark "{mark}"'),
    mend=Localized("احذف المسافة لتلتصق العلامة بالكلمة التي قبلها", "take it out, so that the mark joins its word"),
    editorial=True,
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such mark of the English text."""
    yield from spaces_before_marks(RULE, "en", wordings)
