"""What the pages show that serve a reader's errand: to call, to subscribe, to keep a date, to copy a paragraph."""

from __future__ import annotations

import msgspec

from newsroom.pages.views import ContactCard, Link, Moment


class ContactsView(msgspec.Struct, frozen=True):
    """Everyone whom journalists and shareholders may call, each with the address of a file for address books."""

    contacts: tuple[tuple[ContactCard, str], ...]


class BoilerplateView(msgspec.Struct, frozen=True):
    """The paragraph about the organisation, for publication."""

    text: str


class Chapter(msgspec.Struct, frozen=True):
    """A plain page in a list of them: its title, which leads there, and its summary in the link's language."""

    link: Link
    summary: str


class PlainView(msgspec.Struct, frozen=True):
    """A plain page: its summary; its text is the page's text.

    ``parts`` are the pages that belong to it. Where it belongs to one itself, ``whole`` leads back there, and
    ``before`` and ``after`` to its neighbours, if it has them.
    """

    summary: str
    whole: Link | None = None
    parts: tuple[Chapter, ...] = ()
    before: Link | None = None
    after: Link | None = None


class MovedView(msgspec.Struct, frozen=True):
    """The page at an old address: the new one, absolute, as people copy it."""

    address: str


class FeedChoice(msgspec.Struct, frozen=True):
    """A feed to choose: what it is called, and each format's name with the address of the feed."""

    title: str
    formats: tuple[tuple[str, str], ...]


class SubscribeView(msgspec.Struct, frozen=True):
    """The ways to follow the newsroom. ``calendar`` is the address of the file of dates, or empty.

    ``groups`` are feeds under their headings, ``everything`` the one that stands first.
    """

    everything: FeedChoice
    groups: tuple[tuple[str, tuple[FeedChoice, ...]], ...]
    opml: str
    contact: ContactCard
    calendar: str


class OccasionLine(msgspec.Struct, frozen=True):
    """A date in the calendar. ``status`` is said where the date is not certain, and empty otherwise.

    ``link`` leads outside, ``post`` to what was published about it.
    """

    kind: str
    title: str
    description: str
    status: str
    canceled: bool
    starts: Moment
    ends: Moment | None
    place: str
    link: str
    post: Link | None


class CalendarView(msgspec.Struct, frozen=True):
    """Dates to come, the next first, and past ones by year, the newest first.

    ``file`` is the address of the same dates for calendars.
    """

    coming: tuple[OccasionLine, ...]
    years: tuple[tuple[str, tuple[OccasionLine, ...]], ...]
    file: str
