"""From Markdown to HTML: byte for byte what MkDocs' own rendering of a page makes, in a fraction of the time.

MkDocs makes a Markdown object for each page, and the library tries every pattern on every piece of text.
:class:`Converter` keeps one object and resets it, and tries a pattern only where one of the strings stands that its
matches need. :func:`convert_ordinarily` is MkDocs' own way, which tests hold the other against.

Private names of MkDocs stand in this module alone. They are those that ``Page.render`` uses, to be looked through when
MkDocs changes: https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/structure/pages.py
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Self, cast
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    ParagraphProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.pages import (
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
)

from newsroom.languages import words
from newsroom.model.language import Language
from newsroom.pages.page import Page
from newsroom.pages.renditions import source_sets
from newsroom.prose.charts import chart
from newsroom.prose.comments import html_without_comments
from newsroom.prose.figures import FigureExtension
from newsroom.prose.isolation import IsolationExtension
from newsroom.prose.links import LinkExtension
from newsroom.prose.pictures import PictureExtension
from newsroom.prose.tables import TableExtension

log = logging.getLogger("mkdocs.plugins.newsroom")

NEEDED: Final = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.LINE_BREAK_RE: ("  \n",),
    inlinepatterns.HTML_RE: ("<",),
    inlinepatterns.ENTITY_RE: ("&",),
    r"\[\^([^\]]*)\]": ("[^",),  # a footnote
    r"\*|_": ("*", "_"),  # emphasis
}
"""For each expression of the library, strings of which one stands in every text that it matches somewhere.

An expression that is not here is always tried, so that those of other extensions work, and a changed one too.
"""

RESETTABLE: Final = frozenset(
    {
        "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "sane_lists", "smarty",
        "tables", "toc",
    }
)  # fmt: skip
"""Extensions known to forget a text when reset. MkDocs never resets one, so of others nobody can say."""

_PARAGRAPH: Final = re.compile(r"[^\W\d_].*(?:\n[^\W\d_].*)*+")
"""A block whose lines all begin with a letter, and so begin no heading, list, row, quotation or definition."""

_LEAVE_PARAGRAPHS: Final = frozenset(
    {
        AbbrBlockprocessor, BlockQuoteProcessor, CodeBlockProcessor, EmptyBlockProcessor, FootnoteBlockProcessor,
        HashHeaderProcessor, HRProcessor, ListIndentProcessor, OListProcessor, ParagraphProcessor, ReferenceProcessor,
        SetextHeaderProcessor, TableProcessor, UListProcessor,
    }
)  # fmt: skip
"""The processors that leave such a block to the last of them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one text, in plain values that can be kept.

    ``anchors`` are the identities within the page that can be linked to, sorted. ``links`` are those that lead to an
    anchor, here or on another page: the source path of the file, the anchor, and the link as the text has it.
    ``warnings`` are the levels and messages that were meant for the engine's log.
    """

    content: str
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]
    warnings: tuple[tuple[int, str], ...]


class Converter:
    """Converts the texts of one language, one after another."""

    def __init__(self, config: MkDocsConfig, language: Language, files: Files) -> None:
        self._config = config
        self._files = files
        self._own = _configuration(config, language, _shared_extensions(language))
        self._keeps_parser = _can_be_reset(config)
        self._parser: _Parser | None = None

    def convert(self, page: Page, markdown: str, file: File) -> Rendered:
        """What becomes of a page's text; ``file`` is the page's, and relative links start from it."""
        # A parser that failed on a text is not used again: a reset does not undo everything.
        parser, self._parser = self._parser or self._new_parser(), None
        raw_html = _RawHTMLPreprocessor()
        anchors = _ExtractAnchorsTreeprocessor(file, self._files, self._config)
        paths = _RelativePathTreeprocessor(file, self._files, self._config)
        with _captured() as warnings:
            # In the order of Page.render: what has one priority runs in the order of registration.
            for extension in _page_extensions(page, markdown):
                extension.extendMarkdown(parser)
            for processor in (raw_html, anchors, paths, _ExtractTitleTreeprocessor()):
                processor._register(parser)
            content = html_without_comments(parser.convert(markdown))
        self._parser = parser.reset() if self._keeps_parser else None
        found = anchors.present_anchor_ids | raw_html.present_anchor_ids
        return Rendered(content, tuple(sorted(found)), _links(paths.links_to_anchors), tuple(warnings))

    def _new_parser(self) -> _Parser:
        parser = _Parser(extensions=self._own["markdown_extensions"], extension_configs=self._own["mdx_configs"])
        parser.gate()
        return parser


def convert_ordinarily(
    engine_page: EnginePage, page: Page, markdown: str, config: MkDocsConfig, files: Files
) -> Rendered:
    """What becomes of a page's text in MkDocs' own rendering, which leaves its traces on the engine's page."""
    extensions = [*_page_extensions(page, markdown), *_shared_extensions(page.language)]
    engine_page.markdown = markdown
    with _captured() as warnings:
        EnginePage.render(engine_page, _configuration(config, page.language, extensions), files)
    anchors = tuple(sorted(engine_page.present_anchor_ids or ()))
    content, links = html_without_comments(engine_page.content or ""), _links(engine_page.links_to_anchors or {})
    return Rendered(content, anchors, links, tuple(warnings))


def _links(by_file: dict[File, dict[str, str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple((file.src_uri, anchor, link) for file, links in by_file.items() for anchor, link in links.items())


def _configuration(config: MkDocsConfig, language: Language, extensions: list[Extension]) -> MkDocsConfig:
    """The newsroom's configuration, with our extensions behind its own and words in the language of the page."""
    own = copy.copy(config)
    footnotes = {"BACKLINK_TITLE": words(language).footnote_back, **config.mdx_configs.get("footnotes", {})}
    own["mdx_configs"] = {**config.mdx_configs, "footnotes": footnotes}
    own["markdown_extensions"] = [*config.markdown_extensions, *extensions]
    return own


def _page_extensions(page: Page, markdown: str) -> list[Extension]:
    assert page.text
    path = page.text.path

    def warn(target: str) -> None:
        log.warning("content/%s: the link '%s' was not understood and is shown as plain words", path, target)

    pictures = PictureExtension(path, page.sizes, partial(source_sets, root="../" * page.address.count("/")))
    figures = FigureExtension(path, markdown, page.figures, chart)
    return [figures, LinkExtension(path, markdown, page.links, warn), pictures]


def _shared_extensions(language: Language) -> list[Extension]:
    return [TableExtension(), IsolationExtension()] if language == "ar" else [TableExtension()]


def _can_be_reset(config: MkDocsConfig) -> bool:
    # Where footnotes have unique identities, they hold the number of texts that were converted before.
    numbered = config.mdx_configs.get("footnotes", {}).get("UNIQUE_IDS", False)
    return not numbered and RESETTABLE.issuperset(config.markdown_extensions)


class _Parser(Markdown):
    """A Markdown object that tries a pattern only where it can match."""

    def build_parser(self) -> Self:
        """Put our processor in the place of the library's, before extensions add theirs."""
        super().build_parser()
        self.treeprocessors.register(_GatedInlineProcessor(self), "inline", 20)
        return self

    def gate(self) -> None:
        """Gate patterns and paragraphs; to be called when all extensions have added theirs."""
        for pattern in self.inlinePatterns:
            expression = _expression(pattern)
            # A pattern that outlives its parser, as a plugin's may, is gated already.
            if isinstance(expression, re.Pattern) and expression.pattern in NEEDED:
                pattern.compiled_re = cast("re.Pattern[str]", _Gated(expression, NEEDED[expression.pattern]))
        processors = self.parser.blockprocessors
        if _LEAVE_PARAGRAPHS.issuperset(map(type, processors)):
            processors.register(_PlainParagraphProcessor(self.parser), "newsroom-paragraph", priority=1000)


class _Gated:
    """An expression that is tried only on texts in which one of the strings stands that it needs."""

    def __init__(self, expression: re.Pattern[str], needed: tuple[str, ...]) -> None:
        self.needed = needed
        self._expression = expression

    def finditer(self, text: str, start: int = 0) -> Iterable[re.Match[str]]:
        return self._expression.finditer(text, start) if _holds_any(text, self.needed) else ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._expression, name)


class _GatedInlineProcessor(InlineProcessor):
    """Passes by the texts in which nothing can match: atomic ones the library passes by, so they are that meanwhile."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        needed = self._needed()
        plain = [
            (element, text)
            for element in tree.iter()
            if needed and (text := element.text) and type(text) is str and not _holds_any(text, needed)
        ]
        for element, text in plain:
            element.text = AtomicString(text)
        result = super().run(tree, ancestors)
        for element, text in plain:
            element.text = text
        return result

    def _needed(self) -> tuple[str, ...]:
        """Strings of which one stands in every text that any pattern matches, or none if that cannot be said."""
        strings = {STX: None}
        for pattern in self.md.inlinePatterns:
            expression = _expression(pattern)
            if not isinstance(expression, _Gated):
                return ()
            strings.update(dict.fromkeys(expression.needed))
        return tuple(strings)


class _PlainParagraphProcessor(ParagraphProcessor):
    """Makes a paragraph of what every other processor would decline."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the signature is the library's
        return bool(_PARAGRAPH.fullmatch(block))


def _expression(pattern: Pattern) -> re.Pattern[str] | _Gated:
    return pattern.getCompiledRegExp()


def _holds_any(text: str, strings: tuple[str, ...]) -> bool:
    # A loop, for a generator takes three times as long, and this is asked of every text for every pattern.
    for string in strings:  # noqa: SIM110
        if string in text:
            return True
    return False


@contextmanager
def _captured() -> Iterator[list[tuple[int, str]]]:
    """What is meant for the engine's log meanwhile; it goes nowhere else, and is the same whatever the log shows."""
    # MkDocs and ProperDocs name their loggers for their modules; plugins, ours too, say "mkdocs" to either.
    loggers = [logging.getLogger(name) for name in {"mkdocs", EnginePage.__module__.partition(".")[0]}]
    before = [(logger.handlers, logger.propagate, logger.level) for logger in loggers]
    messages = _Messages()
    for logger in loggers:
        logger.handlers, logger.propagate = [messages], False
        _set_level(logger, logging.INFO)
    try:
        yield messages.found
    finally:
        for logger, (handlers, propagate, level) in zip(loggers, before, strict=True):
            logger.handlers, logger.propagate = handlers, propagate
            _set_level(logger, level)


def _set_level(logger: logging.Logger, level: int) -> None:
    # To set a level, even the same again, makes every logger of the process forget what it knew.
    if logger.level != level:
        logger.setLevel(level)


class _Messages(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append((record.levelno, record.getMessage()))
