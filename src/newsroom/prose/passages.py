"""A Markdown text as readers meet it: headings, paragraphs, items, cells; without markup, each letter with its place.

Rules look at these. Code, addresses and words marked as another language are no prose: one ``OBJECT`` stands for each.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from newsroom.prose.comments import comments

PassageKind = Literal["title", "summary", "heading", "paragraph", "item", "quote", "cell", "note", "alt"]

OBJECT: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is not prose: it is neither a letter nor a space."""

Piece = tuple[str, int]
"""A part of a source and the place of its first letter."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go. A line's end inside it is a space.

    ``places`` tells where in the source each letter stands, counted from 0; it is empty where that cannot be told.
    """

    kind: PassageKind
    text: str
    places: Sequence[int]


_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING: Final = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?(?:[ \t]*\{[^{}\n]*\})?[ \t]*$")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
_QUOTE: Final = re.compile(r"(?:[ \t]*>)+[ \t]?")
_NOTE: Final = re.compile(r" {0,3}\[\^[^\]\n]+\]:[ \t]*")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S+")
_ATTRIBUTES: Final = re.compile(r"[ \t]*\{:?[^{}\n]*\}[ \t]*$")
_TABLE_RULE: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL: Final = re.compile(r"(?:[^|\\]|\\.)+")
_CODE_INDENT: Final = re.compile(r"(?: {4}|\t)")

_TARGET: Final = r"\((?:[^()\s]|\([^()\s]*\)|<[^<>\n]*>)*(?:[ \t\n]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)"
_WORDS: Final = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*"
_MARKUP: Final = re.compile(
    rf"""(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    |(?P<value>\{{\{{[^{{}}\n]+\}}\}})
    |(?P<footnote>\[\^[^\]\n]+\])
    |(?P<picture>!)?\[(?P<words>{_WORDS})\](?:{_TARGET}|\[[^\]\n]*\])
    |(?P<comment><!--.*?-->)
    |(?P<raw><(?P<raw_element>code|kbd|samp|pre|script|style)\b[^<>]*>.*?</(?P=raw_element)>)
    |(?P<foreign><(?P<element>[a-zA-Z]+)\b[^<>]*\blang=[^<>]*>.*?</(?P=element)>)
    |(?P<address><?(?:https?://|mailto:)[^\s<>()«»"“”،؛]+>?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<tag></?[a-zA-Z][^<>]*>)
    |(?P<list>\{{:?[ ]*[.#:][^{{}}\n]*\}})
    |\\(?P<escaped>[!-/:-@\[-`{{-~])
    |(?P<entity>&(?:\#?\w+);)
    |(?P<emphasis>\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|~~|==)""",
    re.DOTALL | re.VERBOSE,
)
_WORTH_A_LOOK: Final = re.compile(r"[`{\[<\\&*_~=@]|://")
_AS_OBJECT: Final = ("code", "raw", "value", "foreign", "address")


def passages(markdown: str) -> Iterator[Passage]:
    """The passages of a text, in its order."""
    for kind, pieces in _Divider(list(_lines(markdown))).blocks():
        yield from _passages_of(kind, pieces)


def _lines(markdown: str) -> Iterator[Piece]:
    """The lines of a text, without those that hold nothing but comments."""
    gaps = list(comments(markdown))
    remains = _blanked(markdown, gaps).split("\n") if gaps else ()
    place = 0
    for number, line in enumerate(markdown.split("\n")):
        if not gaps or not line.strip() or remains[number].strip():
            yield line, place
        place += len(line) + 1


def _blanked(markdown: str, gaps: Sequence[tuple[int, int]]) -> str:
    """A text with spaces in place of comments."""
    for start, end in gaps:
        markdown = markdown[:start] + re.sub(r"[^\n]", " ", markdown[start:end]) + markdown[end:]
    return markdown


Block = tuple[PassageKind, list[Piece]]
"""The lines of a passage, without the marks of its kind."""


class _Divider:
    """Divides the lines of a text into blocks."""

    def __init__(self, lines: list[Piece]) -> None:
        self._lines = lines
        self._kind: PassageKind = "paragraph"
        self._pieces: list[Piece] = []
        self._in_list = False

    def blocks(self) -> Iterator[Block]:
        """Every block; one without lines may be among them."""
        number = 0
        while number < len(self._lines):
            if _is_table(self._lines, number):
                yield self._close()
                end = _end_of_table(self._lines, number)
                yield from _cells([self._lines[number], *self._lines[number + 2 : end]])
                number = end
            elif fence := _FENCE.match(self._lines[number][0]):
                yield self._close()
                number = _after_fence(self._lines, number + 1, fence[1])
            else:
                yield from self._line(*self._lines[number])
                number += 1
        yield self._close()

    def _line(self, line: str, place: int) -> Iterator[Block]:
        heading = _HEADING.match(line)
        if self._pieces and self._kind == "paragraph" and _UNDERLINE.match(line):
            self._kind = "heading"
            yield self._close()
        elif not line.strip() or _RULE.match(line) or _ATTRIBUTES.match(line) or self._is_code(line):
            yield self._close()
        elif heading:
            yield self._close()
            yield "heading", [(heading[1], place + heading.start(1))]
            self._in_list = False
        elif not _DEFINITION.match(line) or _NOTE.match(line):
            yield from self._words(line, place)

    def _words(self, line: str, place: int) -> Iterator[Block]:
        kind, mark = _opening(line)
        self._in_list = kind == "item" or (self._in_list and (bool(self._pieces) or line[:1] in " \t"))
        if kind:
            yield self._close()
            self._kind = kind
        self._pieces.append((line[mark:], place + mark))

    def _is_code(self, line: str) -> bool:
        return not self._pieces and not self._in_list and _CODE_INDENT.match(line) is not None

    def _close(self) -> Block:
        block: Block = self._kind, self._pieces
        self._kind, self._pieces = "paragraph", []
        return block


def _opening(line: str) -> tuple[PassageKind | None, int]:
    """What a line begins, or nothing where it goes on; and how many letters are no words."""
    if item := _ITEM.match(line):
        return "item", item.end()
    if quote := _QUOTE.match(line):
        return "quote", quote.end()
    if note := _NOTE.match(line):
        return "note", note.end()
    return None, len(line) - len(line.lstrip())


def _after_fence(lines: list[Piece], number: int, fence: str) -> int:
    closing = re.compile(rf"[ \t]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    while number < len(lines) and not closing.match(lines[number][0]):
        number += 1
    return number + 1


def _is_table(lines: list[Piece], number: int) -> bool:
    following = lines[number + 1][0] if number + 1 < len(lines) else ""
    return "|" in lines[number][0] and "|" in following and _TABLE_RULE.match(following) is not None


def _end_of_table(lines: list[Piece], number: int) -> int:
    number += 2
    while number < len(lines) and "|" in lines[number][0]:
        number += 1
    return number


def _cells(rows: list[Piece]) -> Iterator[Block]:
    for line, place in rows:
        for cell in _CELL.finditer(line):
            words = cell[0].strip()
            if words:
                yield "cell", [(words, place + cell.start() + cell[0].index(words))]


def _passages_of(kind: PassageKind, pieces: list[Piece]) -> Iterator[Passage]:
    source = "\n".join(piece for piece, _ in pieces)
    if not source.strip():
        return
    places = _places(pieces)
    if not _WORTH_A_LOOK.search(source):
        yield Passage(kind, source.replace("\n", " "), places)
        return
    reader = _Reader(source, places)
    reader.read(0, len(source))
    yield from reader.pictures
    text = "".join(reader.letters).replace("\n", " ")
    if text.strip():
        yield Passage(kind, text, reader.places)


def _places(pieces: list[Piece]) -> Sequence[int]:
    """Where each letter of a block stands, and the line's end after each piece."""
    first, end = pieces[0][1], pieces[-1][1] + len(pieces[-1][0])
    if end - first == sum(len(piece) + 1 for piece, _ in pieces) - 1:
        return range(first, end)
    places = array("L")
    for piece, place in pieces:
        places.extend(range(place, place + len(piece) + 1))
    places.pop()
    return places


class _Reader:
    """Takes the markup out of one block. ``pictures`` are the words for those who do not see them."""

    def __init__(self, source: str, source_places: Sequence[int]) -> None:
        self.letters: list[str] = []
        self.places = array("L")
        self.pictures: list[Passage] = []
        self._source = source
        self._source_places = source_places

    def read(self, start: int, end: int) -> None:
        """Take in the words between two places of the block."""
        if not _WORTH_A_LOOK.search(self._source, start, end):
            self._take(start, end)
            return
        for match in _MARKUP.finditer(self._source, start, end):
            self._take(start, match.start())
            self._mark(match)
            start = match.end()
        self._take(start, end)

    def _mark(self, match: re.Match[str]) -> None:
        if match["picture"]:
            self._picture(match)
        elif match["words"] is not None:
            self.read(match.start("words"), match.end("words"))
        elif match["escaped"]:
            self._take(match.start("escaped"), match.end("escaped"))
        elif match["entity"]:
            self._put(html.unescape(match["entity"])[:1].replace("\N{NO-BREAK SPACE}", " "), match.start())
        elif any(match[name] for name in _AS_OBJECT):
            self._put(OBJECT, match.start())

    def _picture(self, match: re.Match[str]) -> None:
        inner = _Reader(self._source, self._source_places)
        inner.read(match.start("words"), match.end("words"))
        words = "".join(inner.letters).replace("\n", " ")
        if words.strip():
            self.pictures.append(Passage("alt", words, inner.places))

    def _take(self, start: int, end: int) -> None:
        self.letters.append(self._source[start:end])
        self.places.extend(self._source_places[start:end])

    def _put(self, letter: str, place: int) -> None:
        self.letters.append(letter)
        self.places.append(self._source_places[place])
