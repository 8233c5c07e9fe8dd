"""What pages show: records of finished text and addresses, nothing that a template must look up or compute.

Addresses are relative to the site's root and end in a slash; the root itself is the empty string. Texts are final:
digits, dates and plurals are already in the page's language. A record holds no clock and no reference to the
newsroom, so equal records mean equal pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.model.language import Direction, Language
from newsroom.model.post import EvidenceKind


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere. ``address`` is below the site's root; ``language`` is that of the words."""

    text: str
    address: str
    language: Language


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a date and time: ``iso`` for machines, ``text`` for people."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the site, with its size in pixels and its words in one language."""

    address: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class Item:
    """A post in a list.

    ``language`` is that of title and summary; ``elsewhere`` says in words that the post is only in the other
    language, or is empty. A withdrawn post's title is that of its notice, and its author is not named.
    """

    language: Language
    title: str
    summary: str
    address: str
    date: Moment
    type: str
    author: str
    image: Image | None
    elsewhere: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of evidence. ``value`` is a figure's formatted number with its unit, else empty."""

    kind: EvidenceKind
    kind_name: str
    label: str
    value: str
    source: str
    date: Moment
    link: str


@dataclass(frozen=True, slots=True)
class Note:
    """A dated text: a correction, or the reason of a withdrawal."""

    date: Moment
    text: str


@dataclass(frozen=True, slots=True)
class Handle:
    """An official account as shown: the network's name, the handle, an outside link and the day it speaks from."""

    network: str
    handle: str
    link: str
    since: Moment


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Whom to call. ``telephone_link`` is the number as dialled, for ``tel:``."""

    name: str
    role: str
    telephone: str
    telephone_link: str
    email: str
    hours: str
    languages: str


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A position and, as a sentence, when it was held."""

    title: str
    period: str
    current: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """An executive in a list. ``address`` leads to the executive's page."""

    name: str
    role: str
    summary: str
    address: str
    portrait: Image | None


@dataclass(frozen=True, slots=True)
class Pager:
    """The neighbouring pages of a list; an empty address means there is none."""

    newer: str
    older: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page of one language. ``listing`` is the exchange and the symbol there, or empty."""

    language: Language
    direction: Direction
    organization: str
    short_name: str
    description: str
    website: str
    listing: str
    logo: str
    home: Link
    sections: tuple[Link, ...]
    footer: tuple[Link, ...]
    preview: bool


@dataclass(frozen=True, slots=True)
class FrontEntry:
    """One language's half of the front door, or of the page shown when an address leads nowhere."""

    language: Language
    direction: Direction
    organization: str
    description: str
    enter: Link
    latest: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """The bilingual front door, or the page for an address that leads nowhere."""

    entries: tuple[FrontEntry, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """A language's home: the lead post, the latest, the newest results with their figures, and who speaks."""

    lead: Item | None
    latest: tuple[Item, ...]
    archive: Link
    results: Item | None
    figures: tuple[Fact, ...]
    people: tuple[PersonCard, ...]
    audiences: tuple[Link, ...]
    contact: ContactCard | None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post. ``stale`` and ``single`` are sentences for the reader, or empty; ``sibling`` is the newer text."""

    type: Link
    date: Moment
    updated: Moment | None
    author: Link
    author_role: str
    summary: str
    image: Image | None
    corrections: tuple[Note, ...]
    stale: str
    single: str
    sibling: Link | None
    facts: tuple[Fact, ...]
    topics: tuple[Link, ...]
    audiences: tuple[Link, ...]
    contact: ContactCard
    boilerplate: str
    newer: Link | None
    older: Link | None
    related: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """The notice that stands where a post was."""

    notice: Note
    published: Moment
    contact: ContactCard


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of posts: of a year, a type, a topic, an audience. ``count`` is told on the first page, else empty."""

    kicker: Link | None
    count: str
    items: tuple[Item, ...]
    pager: Pager
    contact: ContactCard | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group of lists in the archive, each link with the number of its posts as text."""

    heading: str
    links: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The way into the archive: by year, type, topic and audience."""

    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class ExecutiveView:
    """An executive: name in both languages, roles, accounts, posts. The biography is the page's text."""

    name: str
    other_name: str
    other_language: Language
    summary: str
    portrait: Image | None
    roles: tuple[RoleLine, ...]
    accounts: tuple[Handle, ...]
    items: tuple[Item, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ExecutivesView:
    """Everyone who speaks for the organisation."""

    people: tuple[PersonCard, ...]


@dataclass(frozen=True, slots=True)
class AccountsView:
    """Every official account: the organisation's, then each executive's by name."""

    organization: tuple[Handle, ...]
    executives: tuple[tuple[Link, tuple[Handle, ...]], ...]


@dataclass(frozen=True, slots=True)
class ContactsView:
    """Everyone whom journalists and shareholders may call."""

    contacts: tuple[ContactCard, ...]


@dataclass(frozen=True, slots=True)
class BoilerplateView:
    """The paragraph about the organisation, for publication."""

    text: str


@dataclass(frozen=True, slots=True)
class PlainView:
    """A plain page: its summary; its text is the page's text."""

    summary: str


View = (
    FrontView
    | HomeView
    | PostView
    | WithdrawnView
    | ListView
    | ArchiveView
    | ExecutiveView
    | ExecutivesView
    | AccountsView
    | ContactsView
    | BoilerplateView
    | PlainView
)
