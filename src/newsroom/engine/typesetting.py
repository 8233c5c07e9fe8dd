"""Texts as the engine's pages: converted once, and kept by what they were converted from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage
from pymdownx.slugs import slugify

from newsroom.engine.cache import Cache
from newsroom.engine.conversion import Converter, Rendered, convert_ordinarily
from newsroom.engine.fingerprints import digest_of
from newsroom.errors import NewsroomError
from newsroom.model.language import Language
from newsroom.pages.page import Page
from newsroom.reading.files import read_words

EXTENSIONS: Final[dict[str, dict[str, Any]]] = {
    "abbr": {},
    "attr_list": {},
    "footnotes": {},
    "tables": {},
    # The default drops Arabic letters, and every anchor would change when a heading is inserted.
    "toc": {"slugify": slugify(case="lower")},
}
"""What authors may write beyond plain Markdown; a newsroom's mkdocs.yml can add to it."""

KIND: Final = "text"
"""Under which the cache keeps what texts became."""

_EMPTY: Final = Rendered("", (), (), ())
_encode: Final = msgspec.msgpack.Encoder(order="deterministic").encode
_decode: Final = msgspec.msgpack.Decoder(Rendered).decode


def prepare(config: MkDocsConfig) -> None:
    """Give the engine our Markdown extensions, leaving alone those that the newsroom configured itself."""
    for name, options in EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options, **config.mdx_configs.get(name, {})}


class Typesetter:
    """Converts the texts of pages, each only where the cache does not know what becomes of it.

    ``settings`` is the digest of how Markdown is converted; ``fresh`` is what was converted and not known before, by
    key, encoded. With ``ordinarily``, MkDocs' own rendering is used and nothing is kept: other plugins look into it.
    """

    def __init__(self, root: Path, cache: Cache, settings: str, *, ordinarily: bool) -> None:
        self.fresh: dict[str, bytes] = {}
        self.ordinarily = ordinarily
        self._root = root
        self._cache = cache
        self._settings = settings
        self._converters: dict[Language, Converter] = {}

    def key(self, page: Page) -> str:
        """The digest of everything that a page's text is converted from; empty where it has none."""
        if self.ordinarily or page.text is None or not page.text.digest:
            return ""
        text = (page.text.path, page.text.digest, page.language, page.links, page.sizes, page.figures)
        return digest_of((self._settings.encode(), _encode(text)))

    def words(self, page: Page) -> str:
        """The Markdown of a page's text. Raises :class:`newsroom.errors.ContentChanged`."""
        return read_words(page.text.path, page.text.digest, self._root) if page.text else ""

    def known(self, key: str) -> Rendered | None:
        """What became of a text, in this build or an earlier one."""
        data = self.fresh.get(key) or self._cache.get(KIND, key)
        return _decode(data) if data else None

    def convert(self, page: Page, file: File, config: MkDocsConfig, files: Files) -> Rendered:
        """What becomes of a page's text."""
        key = self.key(page)
        if not key:
            return _EMPTY
        rendered = self.known(key)
        if rendered is None:
            rendered = self._converter(page.language, config, files).convert(page, self.words(page), file)
            self.fresh[key] = _encode(rendered)
        return rendered

    def _converter(self, language: Language, config: MkDocsConfig, files: Files) -> Converter:
        if language not in self._converters:
            self._converters[language] = Converter(config, language, files)
        return self._converters[language]


@contextmanager
def _told_by_engine() -> Iterator[None]:
    """Turn our errors into the kind that MkDocs ends a build with in a sentence."""
    try:
        yield
    except NewsroomError as error:
        raise PluginError(str(error)) from None


class PlannedPage(EnginePage):
    """A page of the plan, as the engine wants it."""

    def __init__(self, planned: Page, file: File, config: MkDocsConfig, typesetter: Typesetter) -> None:
        super().__init__(planned.title, file, config)
        self.planned = planned
        self.rendered = _EMPTY
        self._typesetter = typesetter

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the signature is MkDocs'
        """Take the text from its file, where other plugins wait for it; it was checked already."""
        self.meta = {"template": self.planned.template}
        with _told_by_engine():
            self.markdown = self._typesetter.words(self.planned) if self._typesetter.ordinarily else ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text, with links and Arabic runs minded."""
        if self.planned.text and self._typesetter.ordinarily:
            self.rendered = convert_ordinarily(self, self.planned, self.markdown or "", config, files)
        else:
            with _told_by_engine():
                self.rendered = self._typesetter.convert(self.planned, self.file, config, files)
        self.content = self.rendered.content

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Leave links to anchors to :mod:`newsroom.engine.notes`, which looks at those of all pages in their order."""
