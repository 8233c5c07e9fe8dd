"""How posts are rendered: MkDocs' own rendering, with our extensions for one page at a time."""

from __future__ import annotations

import copy
import logging
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage
from pymdownx.slugs import slugify

from newsroom.languages import words
from newsroom.pages.page import Page, Text
from newsroom.prose.isolation import IsolationExtension
from newsroom.prose.links import LinkExtension
from newsroom.prose.pictures import PictureExtension
from newsroom.prose.tables import TableExtension

log = logging.getLogger("mkdocs.plugins.newsroom")

EXTENSIONS: Final[dict[str, dict[str, Any]]] = {
    "abbr": {},
    "attr_list": {},
    "footnotes": {},
    "tables": {},
    # The default drops Arabic letters, and every anchor would change when a heading is inserted.
    "toc": {"slugify": slugify(case="lower")},
}
"""What authors may write beyond plain Markdown; a newsroom's mkdocs.yml can add to it."""


def prepare(config: MkDocsConfig) -> None:
    """Give the engine our Markdown extensions, leaving alone those that the newsroom configured itself."""
    for name, options in EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options, **config.mdx_configs.get(name, {})}


class PlannedPage(EnginePage):
    """A page of the plan, as the engine wants it."""

    def __init__(self, planned: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(planned.title, file, config)
        self.planned = planned

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the signature is MkDocs'
        """Take the text from the plan: it was read and checked already."""
        self.markdown = self.planned.text.markdown if self.planned.text else ""
        self.meta = {"template": self.planned.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render as MkDocs does, with links and Arabic runs minded."""
        if self.planned.text is None:
            self.content = ""
            return
        own = copy.copy(config)
        own["mdx_configs"] = {**config.mdx_configs, "footnotes": self._footnotes(config)}
        own["markdown_extensions"] = [*config.markdown_extensions, *self._extensions(self.planned.text)]
        super().render(own, files)

    def _extensions(self, text: Text) -> list[Any]:
        links = LinkExtension(text.path, text.markdown, self.planned.links, self._warn)
        shared = [links, PictureExtension(text.path, self.planned.sizes), TableExtension()]
        return [*shared, IsolationExtension()] if self.planned.language == "ar" else shared

    def _footnotes(self, config: MkDocsConfig) -> dict[str, Any]:
        return {"BACKLINK_TITLE": words(self.planned.language).footnote_back, **config.mdx_configs.get("footnotes", {})}

    def _warn(self, target: str) -> None:
        path = self.planned.text.path if self.planned.text else ""
        log.warning("content/%s: the link '%s' was not understood and is shown as plain words", path, target)
