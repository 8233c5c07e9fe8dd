"""A page as a value, the blueprint it is drawn from, and the digests that say whether it must be made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec

from newsroom.model.language import Language
from newsroom.model.post import Size
from newsroom.pages.audience_views import MediaView, ShareholdersView
from newsroom.pages.digesting import digest_of
from newsroom.pages.document import Document
from newsroom.pages.figure_views import FiguresView
from newsroom.pages.home_views import HomeView
from newsroom.pages.media_views import MediaLibraryView
from newsroom.pages.message_views import MessagesView
from newsroom.pages.metadata import Metadata, SiteMetadata
from newsroom.pages.plan_views import PlanView
from newsroom.pages.search_view import SearchView
from newsroom.pages.service_views import (
    BoilerplateView,
    CalendarView,
    ContactsView,
    MovedView,
    PlainView,
    SubscribeView,
)
from newsroom.pages.verification_views import VerificationView
from newsroom.pages.views import (
    AccountsView,
    ArchiveView,
    ExecutivesView,
    ExecutiveView,
    Frame,
    FrontView,
    Link,
    ListView,
    PostView,
    WithdrawnView,
)
from newsroom.prose.shown import ShownFigure

View = (
    FrontView
    | HomeView
    | PostView
    | WithdrawnView
    | ListView
    | ShareholdersView
    | MediaView
    | ArchiveView
    | ExecutiveView
    | ExecutivesView
    | AccountsView
    | ContactsView
    | SubscribeView
    | CalendarView
    | FiguresView
    | BoilerplateView
    | MediaLibraryView
    | SearchView
    | VerificationView
    | PlanView
    | MessagesView
    | PlainView
    | MovedView
)


@dataclass(frozen=True, slots=True)
class Text:
    """The Markdown that a page carries, by the digest of its words; empty where there are none.

    ``path`` is the file below ``content/`` that holds it, and that its relative links start from.
    """

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file of the site.

    ``metadata`` is what it says of itself to machines, and ``site`` what all pages of its language say alike.
    ``alternates`` are this page's addresses by language, its own among them; the front door has those of the homes,
    and what stands for no page, such as the not-found page, has none. ``switch`` leads to the other language.
    ``links`` gives, for each file that the text links to and that may be seen, its address in the site; what is not
    in it is not linked. ``sizes`` gives the pixels of those that are pictures, ``figures`` what it shows of those that
    are figures. ``modified`` is the ISO date of the last change of substance, or empty. ``leads_to`` is the address
    that stands in the place of this one, where the page says no more than that; else it is empty.
    """

    address: str
    template: str
    language: Language
    title: str
    description: str
    frame: Frame
    view: View
    site: SiteMetadata
    metadata: Metadata
    alternates: Mapping[Language, str] = field(default_factory=dict)
    switch: Link | None = None
    text: Text | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, Size] = field(default_factory=dict)
    figures: Mapping[str, ShownFigure] = field(default_factory=dict)
    modified: str = ""
    leads_to: str = ""


class Blueprint(msgspec.Struct, frozen=True, eq=False):
    """A page that can be drawn: where it stands, and the digest of all that it is drawn from.

    ``drawing`` makes the page from ``inputs``, and ``key`` is the digest of these: equal keys mean equal pages. That a
    key is new does not mean that the page is, which only :func:`digest` can say; a page that is drawn at once has none.
    ``source`` is the file below
    ``content/`` of the text that the page carries, or empty. ``is_post`` tells a post's page, or the notice in its
    place, from all others. ``leads_to`` is that of the page: what has one is in no list.
    """

    address: str
    language: Language
    key: str
    drawing: Callable[..., Page]
    inputs: tuple[object, ...]
    source: str = ""
    is_post: bool = False
    twins: Mapping[Language, str] = {}
    modified: str = ""
    leads_to: str = ""

    def draw(self) -> Page:
        """The page, made anew each time and kept nowhere."""
        return self.drawing(*self.inputs)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file copied as it is: ``source`` below ``content/``, ``address`` in the site."""

    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that may be seen at one instant, pages and files in order of address, then what is made for machines.

    ``address`` is where the site stands; ``lead`` the language for readers whose language is neither.
    """

    address: str
    lead: Language
    blueprints: tuple[Blueprint, ...]
    assets: tuple[Asset, ...]
    documents: tuple[Document, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, drawn: for sites small enough to be held at once."""
        return tuple(blueprint.draw() for blueprint in self.blueprints)


_ENCODER: Final = msgspec.json.Encoder(order="deterministic")


def digest(page: Page) -> str:
    """Hexadecimal BLAKE2b of everything the page shows: equal digests mean equal pages."""
    return digest_of(_ENCODER.encode((type(page.view).__name__, page)))
