"""What the pages of shareholders and of the media show above their list of posts."""

from __future__ import annotations

import msgspec

from newsroom.model.language import Language
from newsroom.pages.service_views import OccasionLine
from newsroom.pages.views import ContactCard, Fact, Handle, Item, Link, ListView, Moment


class ReportLine(msgspec.Struct, frozen=True):
    """A report to read elsewhere: its name, its kind of file such as PDF or nothing, and the post that rests on it.

    ``language`` is that of the name, for a post in one language names its reports in that one alone.
    """

    name: str
    language: Language
    form: str
    link: str
    date: Moment
    post: Link


class ShareholdersView(msgspec.Struct, frozen=True):
    """The page of shareholders: next dates, the newest results with their figures, reports, and all their posts.

    ``listing`` is the exchange and the symbol there, or empty. ``calendar`` leads to all dates, ``all_figures`` to all
    figures. ``calendar_file`` is
    the address of the same for calendars, ``contact_file`` that of the contact for address books, each empty where
    there is none.
    """

    posts: ListView
    listing: str
    results: Item | None
    figures: tuple[Fact, ...]
    all_figures: Link | None
    dates: tuple[OccasionLine, ...]
    calendar: Link | None
    calendar_file: str
    reports: tuple[ReportLine, ...]
    contact: ContactCard | None
    contact_file: str


class MediaView(msgspec.Struct, frozen=True):
    """The page of journalists: whom to call, what to publish, where to follow, and all their posts.

    Each of ``contacts`` comes with the address of its file for address books; ``kit`` is the address of the
    organisation's press kit.
    """

    posts: ListView
    contacts: tuple[tuple[ContactCard, str], ...]
    boilerplate: str
    kit: str
    library: Link
    boilerplate_page: Link
    subscribe: Link
    accounts: tuple[Handle, ...]
    all_accounts: Link
