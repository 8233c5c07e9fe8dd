"""A text as clean plain text, for terminals and e-mail.

There are no direction marks in it but those of its source. A run such as ``+968 2412 3456`` is stored in its own order,
and a window that shows Arabic may show its groups from the right; an isolate around it would mend that, but go along
into searches, telephones and spreadsheets, which do not find or take a figure with an invisible character at its ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from newsroom.prose.manuscript import Manuscript
from newsroom.prose.reading_order import LINE_BREAK, Writer, indented


def plain_text(text: Manuscript) -> str:
    """The plain text of portable HTML: blocks one empty line apart, links as ``words <address>``, no markup."""
    return _PlainWriter(text).write()


class _PlainWriter(Writer):
    RULE = "* * *"

    def words(self, text: str) -> str:
        return text.replace("\N{NO-BREAK SPACE}", " ")

    def paragraph(self, text: str) -> str:
        return text.replace(LINE_BREAK, "\n")

    def heading(self, level: int, words: str) -> str:  # noqa: ARG002 - a heading is a line, whatever its level
        return words

    def item(self, mark: str, blocks: Sequence[str], apart: str) -> str:
        inner = indented(blocks, " " * len(mark), apart)
        return mark + inner.removeprefix(" " * len(mark)) if blocks else ""

    def table(self, rows: Sequence[Sequence[str]]) -> str:
        return "\n".join(" | ".join(row).rstrip() for row in rows)

    def code_block(self, text: str) -> str:
        return "\n".join(line.rstrip() for line in text.split("\n"))

    def code(self, element: etree._Element, text: str) -> str:  # noqa: ARG002 - code looks like words
        return text

    def link(self, words: str, address: str, *, says_itself: bool) -> str:
        return words if says_itself else f"{words} <{address}>"

    def picture(self, words: str, address: str) -> str:
        return f"[{words}] <{address}>" if words and address else words

    def marked(self, element: etree._Element, tag: str, words: str) -> str:  # noqa: ARG002 - struck words alone differ
        return f"~~{words}~~" if tag in ("del", "s") and words.strip() else words

    def reference(self, number: str) -> str:
        return f"[{number}]"

    def note(self, number: int, blocks: Sequence[str]) -> str:
        return f"[{number}] " + "\n\n".join(blocks)
