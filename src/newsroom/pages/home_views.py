"""What a language's home shows, and in which order."""

from __future__ import annotations

from typing import Literal

import msgspec

from newsroom.pages.service_views import Chapter, OccasionLine
from newsroom.pages.views import ContactCard, Fact, Item, Link, Voice

Section = Literal["results", "impact", "latest", "community", "voices"]
"""A part of the home between its lead and its close: results and dates, figures of what the organisation brought about,
the latest posts, those for the community, and the executives with what they said last."""


class HomeView(msgspec.Struct, frozen=True):
    """A language's home.

    ``sections`` tells what of the rest is shown and in which order; a section that has nothing is not in it.
    ``figures`` are those of ``results``, the newest; ``impact`` are figures of other posts, each with the way to its
    post. ``dates`` are the next ones, and ``calendar`` leads to all of them. ``pages`` stand in the place of the lead
    where nothing was published; then there are no ``audiences`` either, whose pages would be empty.
    """

    sections: tuple[Section, ...]
    lead: Item | None
    pages: tuple[Chapter, ...]
    latest: tuple[Item, ...]
    archive: Link
    results: Item | None
    figures: tuple[Fact, ...]
    dates: tuple[OccasionLine, ...]
    calendar: Link | None
    impact: tuple[tuple[Fact, Link], ...]
    community: tuple[Item, ...]
    voices: tuple[Voice, ...]
    executives: Link
    audiences: tuple[Link, ...]
    contact: ContactCard
