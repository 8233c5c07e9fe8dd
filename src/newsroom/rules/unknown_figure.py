"""A text refers to a value that no figure has, or that was not released yet when the post was.

Bad: ``{{quarterly-results.revenue.2026-q9}}`` or, in the evidence, ``figure: quarterly-results.2026-q3``. Good:
``{{quarterly-results.revenue.2026-q3}}``: the name of the file in ``content/figures``, the key of the series and that
of the point. Where braces mean themselves, a backslash stands before them. A post may name a value whose point is
released with it or before it, so that none can be seen too early.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from newsroom.model.figure import Figure, found
from newsroom.model.freshness import known_to
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.folders import Content
from newsroom.reading.lines import Lines
from newsroom.rules.figure_uses import has_broken_figure, uses

RULE: Final = Rule(
    "NR411",
    "error",
    what=Localized(
        "لا قيمة باسم «{value}»، أو لم تكن قد نُشرت حين نُشر هذا النص",
        'no value is named "{value}", or it was not released when this text was',
    ),
    mend=Localized(
        "اختر من: {known}؛ وإن لم تُرد الإحالة فاكتب \\ قبل القوسين",
        "choose from: {known}; or write \\ before braces that mean themselves",
    ),
)
OFFERED: Final = 6
"""Names that are offered, those most like what was written."""


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every reference to a value that cannot be shown."""
    figures = {figure.name: figure for figure in newsroom.figures}
    for use in uses(newsroom):
        known = _known(figures, use.content)
        if use.written and not found(use.written, known) and not has_broken_figure(use, figures, lines):
            values = {"value": use.written, "known": _offered(use.written, known.values())}
            yield Problem(RULE, lines.name(use.text), use.line_in_file(lines), values)


def _known(figures: Mapping[str, Figure], content: Content) -> Mapping[str, Figure]:
    """The figures as a text may show them."""
    if not isinstance(content, Post):
        return figures
    return {name: known_to(content, figure) for name, figure in figures.items()}


def _offered(written: str, figures: Collection[Figure]) -> str:
    names = [str(reference) for figure in figures for reference in figure.references()]
    return ", ".join(difflib.get_close_matches(written, names, OFFERED, cutoff=0.3) or names[:OFFERED])
