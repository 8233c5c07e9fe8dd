"""A page as a value, and the digest that says whether it must be rendered again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from newsroom.model.language import Language
from newsroom.model.post import Size
from newsroom.pages.views import Frame, Link, View


@dataclass(frozen=True, slots=True)
class Text:
    """The Markdown that a page carries. ``path`` is the file below ``content/`` that relative links start from."""

    path: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file of the site.

    ``alternates`` are this page's addresses by language, its own among them; the front door has those of the homes,
    and what stands for no page, such as the not-found page, has none. ``switch`` leads to the other language.
    ``links`` gives, for each file that the text links to and that may be seen, its address in the site; what is not
    in it is not linked. ``sizes`` gives the pixels of those that are pictures. ``modified`` is the ISO date of the
    last change of substance, or empty.
    """

    address: str
    template: str
    language: Language
    title: str
    description: str
    frame: Frame
    view: View
    alternates: Mapping[Language, str] = field(default_factory=dict)
    switch: Link | None = None
    text: Text | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, Size] = field(default_factory=dict)
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file copied as it is: ``source`` below ``content/``, ``address`` in the site."""

    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that may be seen at one instant, pages and files in order of address.

    ``address`` is where the site stands; ``lead`` the language for readers whose language is neither.
    """

    address: str
    lead: Language
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def digest(page: Page) -> str:
    """Hexadecimal BLAKE2b of everything the page shows: equal digests mean equal pages."""
    record = {"view": type(page.view).__name__, **asdict(page)}
    canonical = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(canonical.encode(), digest_size=20).hexdigest()
