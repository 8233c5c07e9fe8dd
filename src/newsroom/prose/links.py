"""Links between files of the content, and what becomes of them where the target is not to be seen.

Authors link from file to file, as in ``[results](../first-half-results/index.en.md)``, so that editors follow the
link too.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from newsroom.model.text import Mention
from newsroom.prose.values import mentioned

_OPENER: Final = re.compile(r"(?P<block>^(?:`{3,}|~{3,})(?=[^`\n]*\n)|<!--)|(?<![\\`])`+", re.MULTILINE)
_BLOCK: Final = re.compile(
    r"(?P<fence>`{3,}|~{3,})[^`\n]*\n.*?(?<=\n)(?P=fence)[ ]*$|<!--.*?-->", re.MULTILINE | re.DOTALL
)
_SPAN: Final = re.compile(r"(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_CODE_MARKS: Final = ("`", "~~~", "<!--")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()>#+.!|~:-])")
_ESCAPED: Final = re.compile(f"{STX}([0-9]+){ETX}")
_PARAGRAPHS: Final = re.compile(r"(\n[ \t]*\n)")
_TARGET: Final = re.compile(r"\]\(")
_LONGEST: Final = 1_000
"""Letters of a link's words, and of its target with its title."""
_ADDRESSES: Final = (
    "href",
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "cite",
    "background",
    "xlink:href",
)
"""The attributes of HTML that hold an address."""
_TAG: Final = re.compile(r"<[a-zA-Z](?:[^<>\"']++|\"[^\"]{0,1000}\"|'[^']{0,1000}'){0,200}+>")
_ATTRIBUTE: Final = re.compile(
    rf"(?<=[\s\"'/])({'|'.join(_ADDRESSES)})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE
)


def mentions(markdown: str) -> tuple[Mention, ...]:
    """Every link and image of a text, and every value that it names, without parsing all of its Markdown.

    Fenced and inline code is passed over.
    """
    if "]" not in markdown and "<" not in markdown and "{{" not in markdown:
        return ()
    prose = without_code(markdown.expandtabs(4))
    escaped = _ESCAPE.sub(lambda match: f"{STX}{ord(match[1])}{ETX}", prose) if "\\" in prose else prose
    inline = _inline(escaped) if "](" in escaped else ()
    references = _references(escaped) if "]:" in escaped else ()
    values = mentioned(escaped) if "{{" in escaped else ()
    return (*inline, *references, *values, *(_raw(prose) if "<" in prose else ()))


def without_code(markdown: str) -> str:
    """A text without its fenced and inline code and its comments; every line stays where it is."""
    if not any(mark in markdown for mark in _CODE_MARKS):
        return markdown
    kept = []
    position = 0
    for code in _code(markdown):
        kept += [markdown[position : code.start()], "\n" * code[0].count("\n")]
        position = code.end()
    return "".join((*kept, markdown[position:]))


def _code(markdown: str) -> Iterator[re.Match[str]]:
    """Fenced and inline code and comments, in their order.

    Where a fence or a comment is never closed, none like it is later: to look for its end again at each would take
    the square of the text's length.
    """
    position = 0
    unclosed: set[str] = set()
    for opener in _OPENER.finditer(markdown):
        if opener.start() < position:
            continue
        code = None
        if opener["block"] and opener[0] not in unclosed:
            code = _BLOCK.match(markdown, opener.start())
            unclosed.update(() if code else (opener[0],))
        code = code or _SPAN.match(markdown, opener.start())
        if code:
            position = code.end()
            yield code


class _LinkAlone(LinkInlineProcessor):
    """Reads the target of a link outside of a conversion, where nothing is stashed yet."""

    def unescape(self, text: str) -> str:
        return text


_LINK: Final = _LinkAlone("")


def _inline(prose: str) -> Iterator[Mention]:
    """Links and images with their target beside them. The library reads the target: it may hold spaces and brackets."""
    first_line = 1
    for paragraph in _PARAGRAPHS.split(prose):
        for match, line in _with_lines(_TARGET.finditer(paragraph), paragraph):
            target, _, _, is_link = _LINK.getLink(paragraph[match.start() : match.start() + _LONGEST], 1)
            if is_link and _closes_a_bracket(paragraph[max(0, match.start() - _LONGEST) : match.start()]):
                yield Mention(unescape(target), first_line + line, raw=False)
        first_line += paragraph.count("\n")


def _closes_a_bracket(before: str) -> bool:
    depth = 0
    for character in reversed(before):
        depth += (character == "]") - (character == "[")
        if depth < 0:
            return True
    return False


def _references(prose: str) -> Iterator[Mention]:
    """Targets that stand apart from their links, as in ``[results]: ../results/index.en.md``; footnotes look alike."""
    for match, line in _with_lines(ReferenceProcessor.RE.finditer(prose), prose):
        if not match[1].startswith("^"):
            yield Mention(unescape(match[2].lstrip("<").rstrip(">")), line + 1, raw=False)


def _raw(prose: str) -> Iterator[Mention]:
    """Addresses in HTML tags."""
    for tag, line in _with_lines(_TAG.finditer(prose), prose):
        for attribute in _ATTRIBUTE.finditer(tag[0]):
            value = html.unescape(next(filter(None, attribute.groups()[1:]), ""))
            targets = value.split(",") if attribute[1].lower() == "srcset" else [value]
            yield from (Mention(target.split()[0], line + 1, raw=True) for target in targets if target.strip())


def _with_lines(matches: Iterable[re.Match[str]], text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each match with the number of lines before it, counted on from the match before."""
    line = position = 0
    for match in matches:
        line += text.count("\n", position, match.start())
        position = match.start()
        yield match, line


def unescape(target: str) -> str:
    """A link's target without the marks that Python-Markdown puts where the author escaped a character."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), target)


def is_internal(target: str) -> bool:
    """Whether a link leads to a file of the newsroom rather than to the web or within its own page.

    One that cannot be understood counts as internal, and so as broken.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    is_email = AMP_SUBSTITUTE in target
    return not parts.scheme and not parts.netloc and bool(parts.path) and not is_email


def content_path(target: str, source: str) -> str:
    """The file below ``content/`` that a link in the file ``source`` points to; it may begin with ``../``."""
    try:
        path = unquote(urlsplit(target).path)
    except ValueError:
        path = target
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


class LinkExtension(Extension):
    """Takes the link from words whose target may not be seen, and the place from pictures of it.

    Made anew for each text: ``source`` is its file below ``content/``, ``visible`` the files that it may link to. A
    link that :func:`mentions` did not foresee cannot be told from one to a hidden file, and is given to
    ``surprised``.
    """

    def __init__(self, source: str, markdown: str, visible: Collection[str], surprised: Callable[[str], None]) -> None:
        super().__init__()
        self._source = source
        self._markdown = markdown
        self._visible = visible
        self._surprised = surprised

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processor after links are made and ``attr_list`` (8) has changed them, before ``toc`` (5)."""
        md.treeprocessors.register(_Unlink(md, self), "newsroom-links", priority=7.5)

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

    @cached_property
    def _foreseen(self) -> frozenset[str]:
        return frozenset(content_path(mention.target, self._source) for mention in mentions(self._markdown))


class _Unlink(Treeprocessor):
    """Turns what points to a hidden file into plain words."""

    def __init__(self, md: Markdown, extension: LinkExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.attrib:
                self._look_at(element)

    def _look_at(self, element: Element) -> None:
        for name in _ADDRESSES:
            target = element.get(name)
            if target is not None:
                element.set(name, unescape(target))
                if self._extension.hides(unescape(target)):
                    self._make_plain(element)

    @staticmethod
    def _make_plain(element: Element) -> None:
        words = element.get("alt")
        element.tag = "span"
        element.attrib.clear()
        if words is not None:
            element.text = words
