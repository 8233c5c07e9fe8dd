"""A link stands in one language and not in the other.

Half of the readers lose the report, the earlier post or the address to write to. Links between the newsroom's own
files count as the same in ``index.ar.md`` and ``index.en.md``, and addresses that differ only in *ar* and *en* do
too; how often a link stands in a text is not counted. Bad: ``[results](../annual-results/index.en.md)`` in English,
and in Arabic the words alone. Good: ``[النتائج](../annual-results/index.ar.md)`` beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.parity.absent import absent

RULE: Final = Rule(
    "NR334",
    "warning",
    what=Localized(
        "الرابط «{target}» في النص {text_ar} وليس في النص {sibling_ar}",
        'the link "{target}" is in the {text_en} text and not in the {sibling_en} one',
    ),
    mend=Localized(
        "أضف الرابط إلى النص {sibling_ar}، أو احذفه من هذا النص",
        "add the link to the {sibling_en} text, or take it out of this one",
    ),
    editorial=True,
)


def check(content: Content, wordings: Wordings, _: Standards) -> Iterator[Problem]:
    """Every link that the other text lacks."""
    yield from absent(RULE, "link", content, wordings)
