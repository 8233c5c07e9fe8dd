"""What pages show: records of finished text and addresses, nothing that a template must look up or compute.

Addresses are relative to the site's root and end in a slash; the root itself is the empty string. Texts are final:
digits, dates and plurals are already in the page's language. A record holds no clock and no reference to the
newsroom, so equal records mean equal pages.
"""

from __future__ import annotations

import msgspec

from newsroom.model.language import Direction, Language
from newsroom.model.organization import OrganizationKind
from newsroom.model.post import EvidenceKind
from newsroom.pages.verification_views import Verification


class Link(msgspec.Struct, frozen=True):
    """Words that lead somewhere. ``address`` is below the site's root; ``language`` is that of the words."""

    text: str
    address: str
    language: Language


class Moment(msgspec.Struct, frozen=True):
    """A date, or a date and time: ``iso`` for machines, ``text`` for people."""

    iso: str
    text: str


class Source(msgspec.Struct, frozen=True):
    """The smaller sizes of a picture in one format: addresses fit for ``srcset``, each with its width in pixels."""

    media_type: str
    sizes: tuple[tuple[str, int], ...]


class Image(msgspec.Struct, frozen=True):
    """A picture in the site, with its size in pixels and its words in one language.

    ``file`` says in words what is downloaded, or is empty where nothing is; ``sources`` are what browsers may show in
    place of the whole picture, the most compact format first.
    """

    address: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    licence: str
    file: str
    sources: tuple[Source, ...]


class Item(msgspec.Struct, frozen=True):
    """A post in a list.

    ``language`` is that of title and summary; ``elsewhere`` says in words that the post is only in the other
    language, or is empty, and ``corrected`` that the post has a correction, ``lacking`` whose consent it
    lacks in a preview. A withdrawn post's title is that of its notice, and its author is not named.
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
    corrected: str
    lacking: str
    withdrawn: bool


class Fact(msgspec.Struct, frozen=True):
    """A piece of evidence. ``value`` is a figure's formatted number with its unit, else empty."""

    kind: EvidenceKind
    kind_name: str
    label: str
    value: str
    source: str
    date: Moment
    link: str


class Note(msgspec.Struct, frozen=True):
    """A dated text: a correction, or the reason of a withdrawal."""

    date: Moment
    text: str


class Handle(msgspec.Struct, frozen=True):
    """An official account as shown: the network's name, the handle, an outside link and the day it speaks from."""

    network: str
    handle: str
    link: str
    since: Moment


class ContactCard(msgspec.Struct, frozen=True):
    """Whom to call. ``telephone_link`` is the number as dialled, for ``tel:``."""

    name: str
    role: str
    telephone: str
    telephone_link: str
    email: str
    hours: str
    languages: str


class RoleLine(msgspec.Struct, frozen=True):
    """A position and, as a sentence, when it was held."""

    title: str
    period: str
    current: bool


class PersonCard(msgspec.Struct, frozen=True):
    """An executive in a list. ``address`` leads to the executive's page; ``initials`` stand for a missing portrait."""

    name: str
    initials: str
    role: str
    summary: str
    address: str
    portrait: Image | None


class Voice(msgspec.Struct, frozen=True):
    """An executive with the post that speaks for them now, or nothing where they have not spoken yet."""

    person: PersonCard
    latest: Item | None


class Pager(msgspec.Struct, frozen=True):
    """The neighbouring pages of a list; an empty address means there is none."""

    newer: str
    older: str


class Frame(msgspec.Struct, frozen=True):
    """What surrounds every page of one language. ``listing`` is the exchange and the symbol there, or empty.

    ``logo_on_dark`` is the address of the logo for dark grounds, or empty; ``is_logo_dark`` tells one that would hardly
    be seen there. ``fonts`` are the addresses of the letters that every page shows. ``search`` is nothing where there
    is no post to be found. ``plan`` leads from a preview to the page of the plan and ``messages`` to that of messages
    to accounts; elsewhere they are nothing.
    """

    language: Language
    direction: Direction
    organization: str
    short_name: str
    description: str
    website: str
    listing: str
    kind: OrganizationKind
    logo: str
    logo_on_dark: str
    is_logo_dark: bool
    fonts: tuple[str, ...]
    home: Link
    sections: tuple[Link, ...]
    search: Link | None
    footer: tuple[Link, ...]
    preview: bool
    plan: Link | None
    messages: Link | None


class FrontEntry(msgspec.Struct, frozen=True):
    """One language's half of the front door, or of the page shown when an address leads nowhere."""

    language: Language
    direction: Direction
    organization: str
    description: str
    enter: Link
    subscribe: Link
    search: Link | None
    latest: tuple[Item, ...]


class FrontView(msgspec.Struct, frozen=True):
    """The bilingual front door, or the page for an address that leads nowhere."""

    entries: tuple[FrontEntry, ...]


class Filing(msgspec.Struct, frozen=True):
    """That the post's news was filed with the exchange: its reference, and when."""

    reference: str
    filed: Moment


class PostView(msgspec.Struct, frozen=True):
    """A post. ``stale`` and ``single`` are sentences for the reader, or empty; ``sibling`` is the newer text.

    ``lacking`` is a sentence for those who read a preview, or empty; ``messages`` leads them to what accounts will say.

    ``kit`` leads to the post's press kit, ``plain_text`` is the address of its text, and ``figures_as_text`` a line for
    each of its figures, to be copied into a table; empty without any. ``verification`` tells how to verify the page.
    """

    type: Link
    date: Moment
    updated: Moment | None
    filing: Filing | None
    author: Link
    author_role: str
    summary: str
    image: Image | None
    corrections: tuple[Note, ...]
    lacking: str
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
    kit: Link | None
    plain_text: str
    figures_as_text: str
    verification: Verification | None
    messages: Link | None


class WithdrawnView(msgspec.Struct, frozen=True):
    """The notice that stands where a post was; ``lacking`` is as with a post."""

    notice: Note
    published: Moment
    contact: ContactCard
    lacking: str


class ListView(msgspec.Struct, frozen=True):
    """A list of posts: of a year, a type, a topic, an audience. ``count`` is told on the first page, else empty."""

    kicker: Link | None
    count: str
    items: tuple[Item, ...]
    pager: Pager
    contact: ContactCard | None


class Shelf(msgspec.Struct, frozen=True):
    """A group of lists in the archive, each link with the number of its posts as text."""

    heading: str
    links: tuple[tuple[Link, str], ...]


class ArchiveView(msgspec.Struct, frozen=True):
    """The way into the archive: by year, type, topic and audience."""

    shelves: tuple[Shelf, ...]


class ExecutiveView(msgspec.Struct, frozen=True):
    """An executive: name in both languages, roles, accounts, posts. The biography is the page's text.

    ``latest`` is the post that speaks for the executive now: on the first page, the others have none.
    """

    name: str
    initials: str
    other_name: str
    other_language: Language
    summary: str
    portrait: Image | None
    roles: tuple[RoleLine, ...]
    accounts: tuple[Handle, ...]
    latest: Item | None
    items: tuple[Item, ...]
    pager: Pager


class ExecutivesView(msgspec.Struct, frozen=True):
    """Everyone who speaks for the organisation, each with what they said last."""

    people: tuple[Voice, ...]


class AccountsView(msgspec.Struct, frozen=True):
    """Every official account: the organisation's, then each executive's by name."""

    organization: tuple[Handle, ...]
    executives: tuple[tuple[Link, tuple[Handle, ...]], ...]
