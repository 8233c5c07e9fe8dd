"""Links between files of the content, written as relative paths, and what becomes of them where the target is not to be seen.

Authors link from file to file, as in ``[results](../first-half-results/index.en.md)``, so that editors follow the link too.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_CODE: Final = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
_INLINE: Final = re.compile(r"\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))")
_REFERENCE: Final = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)", re.MULTILINE)
_RAW: Final = re.compile(
    r"<[a-zA-Z][^<>]*?\s(?:href|src|srcset|poster|data|action)\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A link in a Markdown text: where it points as written, on which line of the text, and whether as raw HTML."""

    target: str
    line: int
    raw: bool


def mentions(markdown: str) -> Iterator[Mention]:
    """Every link and image of a text, without parsing all of its Markdown; code is passed over."""
    prose = _CODE.sub(lambda match: "\n" * match[0].count("\n"), markdown)
    for pattern, raw in ((_INLINE, False), (_REFERENCE, False), (_RAW, True)):
        for match in pattern.finditer(prose):
            target = next((group for group in match.groups() if group), "")
            yield Mention(target, prose.count("\n", 0, match.start()) + 1, raw=raw)


def is_internal(target: str) -> bool:
    """Whether a link leads to a file of the newsroom rather than to the web or within its own page."""
    parts = urlsplit(target)
    return not parts.scheme and not parts.netloc and bool(parts.path)


def content_path(target: str, source: str) -> str:
    """The file below ``content/`` that a link in the file ``source`` points to; it may begin with ``../``."""
    path = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


class LinkExtension(Extension):
    """Takes the link from words whose target may not be seen, and the place from pictures of it.

    Made anew for each text: ``source`` is its file below ``content/``, ``visible`` the files that it may link to. A link
    that :func:`mentions` did not foresee cannot be told from one to a hidden file, and is given to ``surprised``.
    """

    def __init__(self, source: str, markdown: str, visible: Collection[str], surprised: Callable[[str], None]) -> None:
        super().__init__()
        self._source = source
        self._visible = visible
        self._surprised = surprised
        self._foreseen = {content_path(mention.target, source) for mention in mentions(markdown)}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processor after inline patterns have made links, before anyone else reads them."""
        md.treeprocessors.register(_Unlink(md, self), "newsroom-links", priority=15)

    def hides(self, target: str) -> bool:
        """Whether a link's target may not be seen."""
        if not is_internal(target):
            return False
        path = content_path(target, self._source)
        if path in self._visible:
            return False
        if path not in self._foreseen:
            self._surprised(target)
        return True


class _Unlink(Treeprocessor):
    """Turns what points to a hidden file into plain words."""

    def __init__(self, md: Markdown, extension: LinkExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            target = element.get("href") if element.tag == "a" else element.get("src")
            if target is not None and self._extension.hides(target):
                self._make_plain(element)

    @staticmethod
    def _make_plain(element: Element) -> None:
        words = element.get("alt")
        element.tag = "span"
        element.attrib.clear()
        if words is not None:
            element.text = words
