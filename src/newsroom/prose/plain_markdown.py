"""A text as clean Markdown: CommonMark with pipe tables and footnotes, which Python-Markdown reads to the same words.

https://spec.commonmark.org/0.31.2/, https://github.github.com/gfm/#tables-extension- and
https://python-markdown.github.io/extensions/footnotes/
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from newsroom.prose.manuscript import Manuscript
from newsroom.prose.reading_order import BLOCKS, LINE_BREAK, Writer, indented

_MARKS: Final = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|!$")
_TAG_OR_ENTITY: Final = re.compile(r"<(?=[A-Za-z/!?@])|&(?=#?\w+;)")
_WORTH_A_LOOK: Final = re.compile(r"[\\`*\[\]_!<&]")
"""What the two begin with: for speed alone, as a set of characters is found ten times as soon as a choice of forms."""
_BEGINS_A_BLOCK: Final = re.compile(r"( *)(?:(\d+)([.)])(?= |$)|([#>+-]|:?-)|([=~|:]))")
_EMPHASIS: Final = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}


def markdown(text: Manuscript) -> str:
    """The Markdown of portable HTML; nothing is written as HTML in it."""
    return _MarkdownWriter(text).write()


class _MarkdownWriter(Writer):
    RULE = "---"

    def words(self, text: str) -> str:
        if not _WORTH_A_LOOK.search(text):
            return text
        return _TAG_OR_ENTITY.sub(_as_entity, _MARKS.sub(r"\\\g<0>", text))

    def paragraph(self, text: str) -> str:
        return "  \n".join(map(_harmless, text.split(LINE_BREAK)))

    def heading(self, level: int, words: str) -> str:
        return f"{'#' * level} " + re.sub("#$", r"\\#", words)

    def item(self, mark: str, blocks: Sequence[str], apart: str) -> str:
        return mark + indented(blocks, "    ", apart).removeprefix("    ") if blocks else ""

    def table(self, rows: Sequence[Sequence[str]]) -> str:
        width = max(map(len, rows))
        lines = [" | ".join([*(cell.replace("|", r"\|") for cell in row), *[""] * (width - len(row))]) for row in rows]
        framed = [f"| {line} |" for line in lines]
        return "\n".join([framed[0], "|" + "---|" * width, *framed[1:]])

    def code_block(self, text: str) -> str:
        return indented([text], "    ")

    def code(self, element: etree._Element, text: str) -> str:
        # A cell ends at a bar for one reader and not for another, where it stands in code.
        in_cell = "|" in text and next(element.iterancestors("table"), None) is not None
        if not text.strip() or in_cell or _touches(element):
            return self.words(text)
        fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
        space = " " if "`" in text else ""
        return f"{fence}{space}{text}{space}{fence}"

    def link(self, words: str, address: str, *, says_itself: bool) -> str:
        if says_itself and words == self.words(address) and address.startswith(("http:", "https:")):
            return f"<{address}>"
        return f"[{words}]({_target(address)})"

    def picture(self, words: str, address: str) -> str:
        return f"![{self.words(words)}]({_target(address)})" if words and address else self.words(words)

    def marked(self, element: etree._Element, tag: str, words: str) -> str:
        mark = _EMPHASIS.get(tag, "")
        inner = words.strip(" \n")
        if not mark or not inner or LINE_BREAK in inner or not _stands_free(element, inner):
            return words
        before, _, after = words.partition(inner)
        return f"{before}{mark}{inner}{mark}{after}"

    def reference(self, number: str) -> str:
        return f"[^{number}]"

    def note(self, number: int, blocks: Sequence[str]) -> str:
        return f"[^{number}]: " + indented(blocks, "    ").removeprefix("    ")


def _as_entity(match: re.Match[str]) -> str:
    return "&lt;" if match[0] == "<" else "&amp;"


def _harmless(line: str) -> str:
    """A line of a paragraph that begins no list, heading or quotation."""
    match = _BEGINS_A_BLOCK.match(line)
    if match is None:
        return line
    space, number, stop, mark, other = match.groups()
    rest = line[match.end() :]
    if number:
        return f"{space}{number}\\{stop}{rest}"
    return f"{space}\\{mark}{rest}" if mark else f"{space}&#{ord(other)};{rest}"


def _target(address: str) -> str:
    """An address that no bracket, space or line ends too early."""
    return re.sub(r"[\s()<>\\]", lambda match: f"%{ord(match[0]):02X}", address)


def _stands_free(element: etree._Element, inner: str) -> bool:
    """Whether marks of emphasis will be read as such: they touch no others, and no letter where they hold a stop."""
    previous, parent = element.getprevious(), element.getparent()
    assert parent is not None
    if parent.tag in _EMPHASIS or _touches(element):
        return False
    before = parent.text if previous is None else previous.tail
    glued = (before or " ")[-1].isalnum(), (element.tail or " ")[0].isalnum()
    return not (glued[0] and not inner[0].isalnum()) and not (glued[1] and not inner[-1].isalnum())


def _touches(element: etree._Element) -> bool:
    """Whether no letter stands between an element and the run before it, so that their marks would be read as one."""
    while (previous := element.getprevious()) is None:
        parent = element.getparent()
        if parent is None or parent.tag in BLOCKS or parent.text:
            return False
        element = parent
    return previous.tag not in BLOCKS and not previous.tail
