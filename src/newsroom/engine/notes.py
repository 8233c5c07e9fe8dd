"""What is to be said of the texts, said again at every build: by pages in their order, whoever rendered them when."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as EnginePage

from newsroom.engine.conversion import Rendered

log = logging.getLogger("mkdocs.plugins.newsroom")


@dataclass(eq=False)
class _KnownPage:
    """As much of a page and its file as MkDocs looks at when it checks links to anchors."""

    src_uri: str
    present_anchor_ids: frozenset[str] | None
    links_to_anchors: dict[_KnownPage, dict[str, str]]

    @property
    def page(self) -> _KnownPage:
        return self

    @property
    def file(self) -> _KnownPage:
        return self


def repeat_warnings(texts: Mapping[str, Rendered]) -> None:
    """Log what was said while each text was converted, by its source path."""
    for rendered in texts.values():
        for level, message in rendered.warnings:
            log.log(level, "%s", message)


def check_anchors(
    texts: Mapping[str, Rendered], anchors: Callable[[str], frozenset[str] | None], files: Files, level: int
) -> None:
    """Let MkDocs say which links lead to no anchor; ``anchors`` gives those of a text by its source path."""
    pages: dict[str, _KnownPage] = {}

    def page(source: str) -> _KnownPage:
        if source not in pages:
            pages[source] = _KnownPage(source, anchors(source), {})
        return pages[source]

    for source, rendered in texts.items():
        for target, anchor, link in rendered.links:
            page(source).links_to_anchors.setdefault(page(target), {}).setdefault(anchor, link)
        if rendered.links:
            EnginePage.validate_anchor_links(page(source), files=files, log_level=level)  # type: ignore[arg-type]
