"""A mark stands twice or more in a row.

It shouts, or was left over from a change. «؟!» together are one sign, and «…» is written as one. Bad: «هل انتهى
العمل؟؟» «نجحنا!!» «وصلنا،، وبدأنا» «ثم عدنا..» Good: «هل انتهى العمل؟» To mend it, leave one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.letters import LETTERS
from newsroom.rules.places import places, problem, word_before

RULE: Final = Rule(
    "NR367",
    "warning",
    what=Localized("علامة مكررة «{marks}» بعد «{word}»", 'a mark stands more than once, "{marks}", after "{word}"'),
    mend=Localized("أبقِ علامة واحدة", "leave one"),
    editorial=True,
)

_SIGNS: Final = ("؟", "?", "!", "،،", "؛؛", ",,", "……", "..", "::")
_REPEATED: Final = re.compile(
    rf"[؟?]{{2,}}!*|!{{2,}}[؟?!]*|[؟?]!+[؟?!]+|![؟?]+[؟?!]+|،{{2,}}|؛{{2,}}|(?<=[{LETTERS}\d»”)]),{{2,}}|…{{2,}}"
    rf"|(?<=[{LETTERS}\d»”)])(?:\.\.(?!\.)|\.{{4,}})(?![\w/\\])|(?<=[{LETTERS}»”)])::+(?!\w)"
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every mark that is repeated."""
    for wording, passage, match in places(_REPEATED, "ar", wordings, *_SIGNS):
        values = {"marks": match[0], "word": word_before(passage.text, match.start())}
        yield problem(RULE, wording, passage, match.start(), values)
