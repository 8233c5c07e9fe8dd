"""What templates may see: one page's record and the words of its language, and nothing of the rest of the newsroom."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import jinja2
from markupsafe import Markup, escape

from newsroom.languages import words
from newsroom.languages.words import Words
from newsroom.model.language import Language, direction
from newsroom.pages import addresses
from newsroom.pages.page import Page, Site
from newsroom.prose.charts import chart
from newsroom.prose.isolation import runs
from newsroom.prose.shown import ShownFigure

_FOLDERS: Final = re.compile(r"(?:[A-Za-z0-9_-]+/)+")
"""An address that can only lead downward from where the site stands: no dots, no scheme, no root."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is shown: the way from there to the site's root, and the language around it.

    Macros are given it as ``here``, and are imported without the page's context: with it, Jinja would run through the
    whole file of macros, and through those that it imports, once more for each page.
    """

    root: str
    language: Language
    words: Words


def prepare(environment: jinja2.Environment) -> None:
    """Escape everything, and let no template use a name that it was not given."""
    environment.autoescape = True
    environment.undefined = jinja2.StrictUndefined
    environment.template_class = _Template
    environment.filters.update(isolated=isolated, tongue=tongue, direction=direction, words=words, charted=charted)
    environment.trim_blocks = True
    environment.lstrip_blocks = True


class _Template(jinja2.Template):
    """Jinja's template, on a shorter way to the same bytes."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the name is Jinja's
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """Let the compiled template use our escaping, and a dictionary for Jinja's globals.

        They come as a chain of mappings, which an import would go through name by name.
        """
        template = super().from_code(environment, code, dict(globals), uptodate)
        template.root_render_func.__globals__["escape"] = escaped
        return template


def escaped(value: Any) -> str:
    """The text of :func:`markupsafe.escape`, at once where nothing is to be done: a page asks for it 200 times."""
    if type(value) is Markup:
        return value
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    return escape(value)


@lru_cache(maxsize=1024, typed=True)
def isolated(text: str, language: Language) -> Markup:
    """A plain text as HTML; in Arabic, with telephone numbers, percentages and the like kept in their own order.

    What stands on every page, such as names and the words of the menu, is remembered. A text and the same letters as
    safe HTML are equal to Python, hence ``typed``.
    """
    if language != "ar":
        return escape(text)
    pieces = (Markup('<bdi dir="ltr">{}</bdi>').format(piece) if run else escape(piece) for piece, run in runs(text))
    return Markup("").join(pieces)


def charted(figure: ShownFigure) -> Markup:
    """The chart of a figure; its title says to those who cannot see it what the table says in full."""
    return Markup(chart(figure, figure.title))  # noqa: S704 - drawn from numbers and words, the words escaped


def tongue(language: Language, around: Language) -> Markup:
    """The attributes of an element whose words are in another language than those around it, or nothing."""
    if language == around:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def context(page: Page, content: str | None, site: Site, stylesheets: list[str]) -> dict[str, Any]:
    """A page's whole context."""
    here = Place(root(page.address, site), page.language, words(page.language))
    return {
        "page": page,
        "view": page.view,
        "frame": page.frame,
        "here": here,
        "words": here.words,
        "content": Markup(content or ""),  # noqa: S704 - made by the Markdown step from the newsroom's own text
        "root": here.root,
        "absolute": lambda address: absolute(address, site),
        "canonical": absolute(page.leads_to or page.address, site),
        "x_default": _default_alternate(page, site),
        "stylesheets": stylesheets,
    }


def root(address: str, site: Site) -> str:
    """The way from a page to the site's root; from a not-found page, which is shown at any depth, the whole path."""
    if addresses.is_not_found(address):
        return urlsplit(site.address).path
    return "../" * address.count("/") or "./"


def absolute(address: str, site: Site) -> str:
    """An address of the site as the whole world knows it."""
    return _folder(site.address) + address if _FOLDERS.fullmatch(address) else urljoin(site.address, address)


@lru_cache(maxsize=8)
def _folder(address: str) -> str:
    return urljoin(address, ".")


def _default_alternate(page: Page, site: Site) -> str:
    """The address for readers of neither language: the front door for a home, else the lead language's page."""
    if not page.alternates:
        return ""
    if page.address in (addresses.FRONT, addresses.home(page.language)):
        return absolute(addresses.FRONT, site)
    return absolute(page.alternates.get(site.lead, page.address), site)
