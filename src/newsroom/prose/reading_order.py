"""The walk through a text's HTML, from which every format without HTML is written.

:class:`Writer` goes from block to block in the order of reading; what each block and each marked run looks like is up
to the format.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from newsroom.prose.carried import SEEN, UNSEEN
from newsroom.prose.fragments import is_deep
from newsroom.prose.manuscript import Manuscript

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCKS: Final = frozenset(
    {
        *HEADINGS, "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main", "nav", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that begin on a line of their own."""

LINE_BREAK: Final = "\v"
"""Stands for ``<br>`` until a line is finished; no text that was parsed holds one."""

_SILENT: Final = frozenset((*SEEN, *UNSEEN))
_OTHER_SPACES: Final = "\t\n\r"
_AROUND_BREAK: Final = re.compile(f"[ {LINE_BREAK}]*{LINE_BREAK}[ {LINE_BREAK}]*")
_RAISED: Final = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_QUOTES: Final[Mapping[str, tuple[str, str]]] = {"ar": ("«", "»"), "en": ("“", "”")}


class Writer(ABC):
    """Writes one text."""

    def __init__(self, text: Manuscript) -> None:
        self._text = text

    def write(self) -> str:
        """The whole text, with one line feed at its end; empty where there are no words."""
        root = self._text.root
        if is_deep(root):
            return self.words(" ".join("".join(root.itertext()).split())) + "\n"
        notes = [self.note(number, self.blocks(item)) for number, item in enumerate(self._text.notes, 1)]
        text = "\n\n".join([*self.blocks(root), *notes])
        return f"{text}\n" if text else ""

    def blocks(self, parent: etree._Element) -> list[str]:
        """The blocks within an element; words that stand beside blocks are one too."""
        found: list[str] = []
        line: list[str] = []
        for piece in self._pieces(parent):
            if isinstance(piece, str):
                line.append(piece)
            else:
                found += [*self._finished(line), *self._block(piece)]
                line.clear()
        return [*found, *self._finished(line)]

    def _pieces(self, parent: etree._Element) -> Iterator[str | etree._Element]:
        """An element's words, written, and its blocks, as they follow each other."""
        if parent.text:
            yield self._words(parent.text)
        for child in parent:
            if child.tag in BLOCKS:
                yield child
            elif child.tag not in _SILENT:
                yield self._run(child)
            if child.tail:
                yield self._words(child.tail)

    def _words(self, text: str) -> str:
        return text if text == "\n" else self.words(text)

    def _finished(self, line: list[str]) -> list[str]:
        """The paragraph that was gathered, if there is one."""
        text = "".join(line)
        # Between two blocks there mostly is a line feed alone.
        if not text or text.isspace():
            return []
        text = _evenly_spaced(text)
        if LINE_BREAK in text:
            text = _AROUND_BREAK.sub(LINE_BREAK, text)
        text = text.strip(f" \N{NO-BREAK SPACE}{LINE_BREAK}")
        return [self.paragraph(text)] if text else []

    def _block(self, element: etree._Element) -> list[str]:
        tag = str(element.tag)
        if tag in HEADINGS:
            words = self.line(element)
            return [self.heading(HEADINGS[tag], words)] if words else []
        if tag in ("ul", "ol"):
            return self._list(element)
        if tag == "table":
            return self._table(element)
        return self._other_block(element)

    def _other_block(self, element: etree._Element) -> list[str]:
        if element.tag == "pre":
            words = "".join(element.itertext()).strip("\n")
            return [self.code_block(words)] if words.strip() else []
        if element.tag == "hr":
            return [self.RULE]
        blocks = self.blocks(element)
        return [indented(blocks, "> ")] if element.tag == "blockquote" and blocks else blocks

    def _list(self, element: etree._Element) -> list[str]:
        items = []
        # Words that stand between items, which no list should hold.
        stray = [self.words(text) for text in (element.text, *(child.tail for child in element)) if text]
        number = _number(element.get("start"), 1)
        loose = False
        for child in element:
            number = _number(child.get("value"), number)
            blocks = self.blocks(child)
            mark = f"{number}. " if element.tag == "ol" else "- "
            loose = loose or (next(child.iterchildren("p"), None) is not None and len(blocks) > 1)
            items.append(self.item(mark, blocks, apart="\n\n" if loose else "\n"))
            number += 1
        written = [("\n\n" if loose else "\n").join(filter(None, items))] if any(items) else []
        return [*self._finished(stray), *written]

    def _table(self, element: etree._Element) -> list[str]:
        captions = [block for caption in element.iterchildren("caption") for block in self.blocks(caption)]
        rows = [_cells(self, row) for row in element.iter("tr")]
        filled = [row for row in rows if any(row)]
        return [*captions, self.table(filled)] if filled else captions

    def line(self, element: etree._Element) -> str:
        """All words of an element on one line."""
        return _evenly_spaced(self._words_of(element).replace(LINE_BREAK, " ")).strip(" ")

    def _words_of(self, element: etree._Element) -> str:
        """All words of an element, as they are spaced in it."""
        if not len(element):
            return self._words(element.text or "")
        pieces = (piece if isinstance(piece, str) else f" {self.line(piece)} " for piece in self._pieces(element))
        return "".join(pieces)

    def _run(self, element: etree._Element) -> str:
        """A run of words within a paragraph."""
        tag = str(element.tag)
        if tag == "br":
            return LINE_BREAK
        if tag == "img":
            return self.picture(element.get("alt", ""), element.get("src", ""))
        if tag == "a":
            return self._link(element)
        if tag in ("code", "kbd", "samp"):
            return self.code(element, _evenly_spaced("".join(element.itertext())))
        return self._marked(element, tag)

    def _marked(self, element: etree._Element, tag: str) -> str:
        if tag == "sup":
            return self._raised(element)
        words = self._words_of(element)
        if tag == "q":
            opening, closing = _QUOTES[self._text.language]
            return f"{opening}{words}{closing}"
        return self.marked(element, tag, words)

    def _raised(self, element: etree._Element) -> str:
        link = element.find("a")
        if link is not None and self._text.notes and urlsplit(link.get("href", "")).fragment.startswith("fn:"):
            return self.reference("".join(link.itertext()).strip())
        words = self.line(element)
        raised = words.translate(_RAISED)
        # 10⁶ must not become 106; a letter raised is the same letter.
        return (
            raised if raised != words and not any(letter.isalnum() and letter.isascii() for letter in raised) else words
        )

    def _link(self, element: etree._Element) -> str:
        words, address = self.line(element), element.get("href", "")
        if not words:
            return ""
        plain = " ".join("".join(element.itertext()).split())
        return self.link(words, address, says_itself=_says(plain, address)) if address else words

    RULE: str

    @abstractmethod
    def words(self, text: str) -> str:
        """Plain words, with what the format would take for marks made harmless."""

    @abstractmethod
    def paragraph(self, text: str) -> str:
        """A finished paragraph."""

    @abstractmethod
    def heading(self, level: int, words: str) -> str:
        """A heading of level 1 to 6."""

    @abstractmethod
    def item(self, mark: str, blocks: Sequence[str], apart: str) -> str:
        """An item of a list, or nothing; ``apart`` stands between its blocks."""

    @abstractmethod
    def table(self, rows: Sequence[Sequence[str]]) -> str:
        """A table of which not every row need be as long."""

    @abstractmethod
    def code_block(self, text: str) -> str:
        """Lines that stand as they are."""

    @abstractmethod
    def code(self, element: etree._Element, text: str) -> str:
        """A run of code."""

    @abstractmethod
    def link(self, words: str, address: str, *, says_itself: bool) -> str:
        """A link; with ``says_itself`` its words are its address already."""

    @abstractmethod
    def picture(self, words: str, address: str) -> str:
        """A picture and the words for it, empty where it is an ornament."""

    @abstractmethod
    def marked(self, element: etree._Element, tag: str, words: str) -> str:
        """Words that an element marks."""

    @abstractmethod
    def reference(self, number: str) -> str:
        """Where a footnote is referred to."""

    @abstractmethod
    def note(self, number: int, blocks: Sequence[str]) -> str:
        """A footnote."""


def indented(blocks: Sequence[str], mark: str, apart: str = "\n\n") -> str:
    """Blocks with a mark before each line; empty lines have none of its spaces."""
    return "\n".join(f"{mark}{line}" if line else mark.rstrip() for line in apart.join(blocks).split("\n"))


def _evenly_spaced(text: str) -> str:
    """A text with one plain space for each run of white space.

    A pattern would stop at every space there is; nearly all of them stand alone already.
    """
    for space in _OTHER_SPACES:
        text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _cells(writer: Writer, row: etree._Element) -> list[str]:
    """The cells of a row; one that reaches over several columns is followed by empty ones."""
    found: list[str] = []
    for cell in row.iterchildren("td", "th"):
        found += [writer.line(cell), *[""] * (min(_number(cell.get("colspan"), 1), 100) - 1)]
    return found


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else otherwise


def _says(words: str, address: str) -> bool:
    """Whether a link's words are where it leads: an address, an e-mail address or a telephone number."""
    scheme, _, rest = address.partition(":")
    if scheme == "tel":
        return "".join(filter(str.isdigit, words)) == "".join(filter(str.isdigit, rest))
    return words in (address, unquote(address), unquote(rest), unquote(rest.removeprefix("//")).rstrip("/"))
