"""A mark stands apart from the word before it.

At the end of a line the mark alone goes to the next one. Bad: «بدأ العمل ، ثم توقف !» Good: «بدأ العمل، ثم توقف!»
To mend it, take the space out; ``newsroom check --fix`` does it. Ratios such as ١ : ٢ and marks after a bare address
stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.latin_punctuation import in_arabic_marks
from newsroom.rules.spaces import spaces_before_marks

RULE: Final = Rule(
    "NR352",
    "warning",
    what=Localized("مسافة قبل علامة الترقيم «{mark}»", 'a space stands before the mark "{mark}"'),
    mend=Localized("احذف المسافة لتلتصق العلامة بالكلمة التي قبلها", "take it out, so that the mark joins its word"),
    editorial=True,
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such mark of the Arabic text."""
    yield from spaces_before_marks(RULE, "ar", wordings, as_read=in_arabic_marks)
