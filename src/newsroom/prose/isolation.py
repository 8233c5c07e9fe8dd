"""Left-to-right runs inside Arabic text, kept in their own order.

Unicode's bidirectional algorithm shows ``+968 2412 3456`` in an Arabic paragraph as ``3456 2412 968+``, ``+8.4%`` as
``%8.4+`` and ``C++`` as ``++C``. Such runs are wrapped in ``<bdi dir="ltr">``. Numbers in Arabic-Indic digits are left
alone: in Arabic text browsers show them as Arabic writes them, the sign first from the right, and a left-to-right run
would turn them round.

The extension is for Arabic pages only; whoever converts the text decides that. Blocks of raw HTML are the author's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

_KEPT: Final = frozenset({"bdi", "bdo", "code", "kbd", "pre", "samp", "script", "style", "svg", "math", "textarea"})
_WORTH_A_LOOK: Final = re.compile(r"[0-9@+#]|[A-Za-z][-−]|://|www\.")
_ESCAPED: Final = re.compile(f"{STX}([0-9]+){ETX}")
_RAW_TAG: Final = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>[^>]*)>")
_DIRECTION: Final = re.compile(r"\sdir\s*=", re.IGNORECASE)

_DIGITS: Final = r"[0-9]+(?:[.,:/][0-9]+)*[A-Za-z]{0,3}"
_SIGN: Final = r"(?:[+±]|(?<!\w)[-−])"
_MEASURE: Final = r"(?:[ \u00A0]?(?:[%٪‰]|°[CF]?))"
_NUMBER: Final = rf"[+±−-]?{_DIGITS}{_MEASURE}?"
_TO: Final = r"(?:[–—-]|[ \u00A0][–—][ \u00A0])"
_DOMAIN: Final = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_FIRST: Final = r"A-Za-z0-9._%+±−@\#-"
_BEGINS: Final = r"(?<![A-Za-z0-9_@])(?<![A-Za-z0-9_][.,:/-])"
_ENDS: Final = r"(?![A-Za-z0-9_])(?![.,:/][0-9])"

# The order is meant: an e-mail address holds what looks like a handle, a telephone number what looks like a signed one.
# The first line is for speed alone: most characters of an Arabic text begin no run, and need not be tried eleven ways.
_RUN: Final = re.compile(
    rf"""
    (?=[{_FIRST}])(?:
      https?://[^\s<>"«»،؛؟{STX}{ETX}]*[A-Za-z0-9/=_~&%-]                                      # an address
    | (?<![A-Za-z0-9._%+@-])[A-Za-z0-9._%+-]+@{_DOMAIN}                                        # e-mail
    | (?<![A-Za-z0-9_.@])@[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*(?:@{_DOMAIN})?                   # @name, @name@server
    | (?<![\w\#&])\#[A-Za-z][A-Za-z0-9_]*(?!\w)                                                # hashtag
    | (?<![A-Za-z0-9_+])(?:\+|00)(?=[1-9])(?=(?:[ \u00A0()-]{{0,2}}[0-9]){{8}})
      [0-9]+(?:[ \u00A0-]?(?:[0-9]{{2,}}|\([0-9]+\)))*{_ENDS}                                     # telephone
    | {_BEGINS}[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}
      (?:[T ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?{_ENDS}  # ISO date or time
    | {_BEGINS}{_SIGN}{_DIGITS}{_MEASURE}?(?:{_TO}{_NUMBER})*{_ENDS}               # with a sign
    | {_BEGINS}{_DIGITS}{_MEASURE}(?:{_TO}{_NUMBER})*{_ENDS}                       # with a measure
    | {_BEGINS}{_DIGITS}(?:{_TO}{_NUMBER})+{_ENDS}                                 # a range
    | {_BEGINS}(?:[A-Za-z][A-Za-z0-9]*[+\#]{{0,2}}[/.-])*
      [A-Za-z][A-Za-z0-9]*(?:\+{{1,2}}|\#)(?![\w+\#])                                          # C++, A+, C#
    | {_BEGINS}[A-Z][A-Za-z]{{0,2}}[-−](?![\w−-])                                        # AA-
    )""",
    re.VERBOSE,
)
_PIECE: Final = re.compile(
    rf"(?=[{STX}{_FIRST}])(?:(?P<placeholder>{STX}[^{ETX}]*{ETX})|(?P<run>{_RUN.pattern}))", re.VERBOSE
)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """A plain text in pieces, each with whether it is a run to be isolated; together the pieces are the text."""
    end = 0
    for match in _RUN.finditer(text) if _WORTH_A_LOOK.search(text) else ():
        yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    yield text[end:], False


class IsolationExtension(Extension):
    """Wraps left-to-right runs of an Arabic text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Stand after inline markup, attribute lists and the table of contents, before escapes are undone."""
        md.treeprocessors.register(IsolationTreeprocessor(md), "isolation", 3)


class IsolationTreeprocessor(Treeprocessor):
    """Walks the tree in the order of reading, so that raw inline tags such as ``<kbd>`` are seen to open and close."""

    def run(self, root: Element) -> None:
        """Wrap the runs in all text below ``root``."""
        _Walk(self.md).through(root)


class _Walk:
    """One pass over a tree. ``_awaited`` are the closing tags of the raw HTML that the walk is inside of and keeps."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._awaited: list[str] = []

    def through(self, element: Element) -> None:
        """Wrap the runs in an element's own text and in what follows each of its children."""
        if self._awaited and self._md.is_block_level(element.tag):
            self._awaited.clear()
        if element.tag == "a":
            self._isolate_whole(element)
        elif not _is_kept(element):
            self._wrap(element)

    def _wrap(self, element: Element) -> None:
        children = list(element)
        element.text, index = self._place(element, 0, element.text)
        for child in children:
            self.through(child)
            child.tail, index = self._place(element, index + 1, child.tail)

    def _isolate_whole(self, link: Element) -> None:
        """Wrap a link's words if they are nothing but one run, such as a telephone number."""
        words = link.text or ""
        if len(link) or self._awaited or isinstance(words, AtomicString) or not _RUN.fullmatch(_unescaped(words)):
            return
        link.text = None
        link.append(_bdi(_unescaped(words), ""))

    def _place(self, parent: Element, index: int, text: str | None) -> tuple[str | None, int]:
        """Insert the runs of a text as children from ``index`` on.

        Returns what precedes the first of them, and the index behind the last.
        """
        if not text or isinstance(text, AtomicString) or (STX not in text and not _WORTH_A_LOOK.search(text)):
            return text, index
        plain = _unescaped(text)
        runs = list(self._runs(plain))
        if not runs:
            return plain, index
        ends = [match.start() for match in runs[1:]] + [len(plain)]
        for position, (match, end) in enumerate(zip(runs, ends, strict=True), index):
            parent.insert(position, _bdi(match[0], plain[match.end() : end]))
        return plain[: runs[0].start()], index + len(runs)

    def _runs(self, text: str) -> Iterator[re.Match[str]]:
        for match in _PIECE.finditer(text):
            if match["placeholder"]:
                self._note_raw_tag(match["placeholder"])
            elif not self._awaited:
                yield match

    def _note_raw_tag(self, placeholder: str) -> None:
        tag = _RAW_TAG.fullmatch(self._raw_html(placeholder))
        if tag is None or tag["attributes"].endswith("/"):
            return
        name = tag["name"].lower()
        if tag["closing"]:
            self._close(name)
        elif name in self._awaited or name in _KEPT or _DIRECTION.search(tag["attributes"]):
            self._awaited.append(name)

    def _close(self, name: str) -> None:
        if name in self._awaited:
            del self._awaited[len(self._awaited) - 1 - self._awaited[::-1].index(name) :]

    def _raw_html(self, placeholder: str) -> str:
        """The raw HTML that Markdown put aside and left a placeholder for, or nothing."""
        match = HTML_PLACEHOLDER_RE.fullmatch(placeholder)
        blocks = self._md.htmlStash.rawHtmlBlocks
        return str(blocks[int(match[1])]) if match and int(match[1]) < len(blocks) else ""


def _is_kept(element: Element) -> bool:
    """Whether a text stands as it is: comments, code, what is isolated already, what states its own direction."""
    return not hasattr(element.tag, "lower") or element.tag in _KEPT or element.get("dir") is not None


def _unescaped(text: str) -> str:
    """The text with the characters that a backslash protected, which Markdown restores only after this step."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text)


def _bdi(run: str, after: str) -> Element:
    """An isolated run and the text behind it. Atomic, so that no later step reads markup into the run."""
    element = Element("bdi", {"dir": "ltr"})
    element.text = AtomicString(run)
    element.tail = after
    return element
