"""What templates may see: one page's record and the words of its language, and nothing of the rest of the newsroom."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

import jinja2
from markupsafe import Markup, escape

from newsroom.languages import words
from newsroom.model.language import Language, direction
from newsroom.pages import addresses
from newsroom.pages.page import Page, Site
from newsroom.prose.isolation import runs


def prepare(environment: jinja2.Environment) -> None:
    """Escape everything, and let no template use a name that it was not given."""
    environment.autoescape = True
    environment.undefined = jinja2.StrictUndefined
    environment.filters["isolated"] = isolated
    environment.trim_blocks = True
    environment.lstrip_blocks = True


def isolated(text: str, language: Language) -> Markup:
    """A plain text as HTML; in Arabic, with telephone numbers, percentages and the like kept in their own order."""
    if language != "ar":
        return escape(text)
    pieces = (Markup('<bdi dir="ltr">{}</bdi>').format(piece) if run else escape(piece) for piece, run in runs(text))
    return Markup("").join(pieces)


def context(page: Page, content: str | None, site: Site, stylesheets: list[str]) -> dict[str, Any]:
    """A page's whole context."""

    def absolute(address: str) -> str:
        return urljoin(site.address, address)

    return {
        "page": page,
        "view": page.view,
        "frame": page.frame,
        "words": words(page.language),
        "words_in": words,
        "direction_of": direction,
        "content": Markup(content or ""),  # noqa: S704 - made by the Markdown step from the newsroom's own text
        "root": root(page.address, site),
        "absolute": absolute,
        "canonical": absolute(page.address),
        "x_default": _default_alternate(page, site, absolute),
        "stylesheets": stylesheets,
    }


def root(address: str, site: Site) -> str:
    """The way from a page to the site's root; from the not-found page, which is shown at any depth, the whole path."""
    if address == addresses.NOT_FOUND:
        return urlsplit(site.address).path
    return "../" * address.count("/") or "./"


def _default_alternate(page: Page, site: Site, absolute: Any) -> str:
    """The address for readers of neither language: the front door for a home, else the lead language's page."""
    if not page.alternates:
        return ""
    if page.address in (addresses.FRONT, addresses.home(page.language)):
        return str(absolute(addresses.FRONT))
    return str(absolute(page.alternates.get(site.lead, page.address)))
