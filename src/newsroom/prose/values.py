"""Values in a text: ``{{quarterly-results.revenue.2026-q3}}`` stands for a number of a figure, with its unit.

The three parts name the figure, the series and the point. A backslash before the braces makes plain words of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.figure import Reference, path_of
from newsroom.model.text import Body, Mention

SCHEME: Final = "figure:"
"""Begins the target of a mention that names a value, and no file."""
VALUE: Final = re.compile(r"\{\{[ ]*([^{}\s][^{}\n]{0,300}?)[ ]*\}\}")


def mentioned(prose: str) -> Iterator[Mention]:
    """Every value that a text without code names."""
    for match in VALUE.finditer(prose):
        yield Mention(SCHEME + match[1], prose.count("\n", 0, match.start()) + 1, raw=False)


def reference_in(mention: Mention) -> str:
    """The reference to a value, as written; empty where the mention is that of a file."""
    return mention.target.removeprefix(SCHEME) if mention.target.startswith(SCHEME) else ""


def named_in(body: Body) -> Iterator[str]:
    """The file of each figure of which a text names a value."""
    for mention in body.mentions:
        reference = Reference.of(reference_in(mention))
        if reference:
            yield path_of(reference.figure)
