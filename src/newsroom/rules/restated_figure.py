"""A post uses a value that was restated after the post was released, and has not been corrected since.

The post still shows the earlier value, for nothing in a post changes without a dated note. Good: a correction in the
post, dated on or after the restatement, that says what the value was and is; from then on the post shows the new value.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from newsroom.model.figure import Figure, Reference, Restatement
from newsroom.model.freshness import last_correction
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.figure_uses import Use, uses

RULE: Final = Rule(
    "NR412",
    "warning",
    what=Localized(
        "عُدّلت القيمة «{value}» في {date} بعد نشر هذا المنشور",
        'the value "{value}" was restated on {date}, after this post was released',
    ),
    mend=Localized(
        "أضف إلى corrections تصويبًا بتاريخ التعديل أو بعده، فيعرض المنشور القيمة الجديدة",
        "add to corrections a note of that date or later, and the post will show the new value",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post that has yet to tell of a restatement, once for each value."""
    told: set[tuple[str, Reference]] = set()
    for use, reference, restatement in _untold(newsroom):
        if (use.content.folder, reference) not in told:
            told.add((use.content.folder, reference))
            day = restatement.date.astimezone(newsroom.timezone).date()
            values = {"value": str(reference), "date": day.isoformat()}
            yield Problem(RULE, lines.name(use.text), use.line_in_file(lines), values)


def _untold(newsroom: Newsroom) -> Iterator[tuple[Use, Reference, Restatement]]:
    """Each use in a post of a value that was restated since the post's last correction."""
    for use in uses(newsroom):
        post = use.content
        if isinstance(post, Post) and post.pubstatus == "usable":
            for figure in newsroom.figures:
                restated = _restated_since(last_correction(post), use, figure)
                yield from ((use, reference, restatement) for reference, restatement in restated)


def _restated_since(instant: datetime.datetime, use: Use, figure: Figure) -> Iterator[tuple[Reference, Restatement]]:
    """The values of a figure that are used and were restated after an instant, with the first time that they were."""
    for reference in use.values_in(figure):
        there = figure.value(reference.series, reference.point)
        later = [each for each in there[1].restatements if each.date > instant] if there else []
        if later:
            yield reference, later[0]
