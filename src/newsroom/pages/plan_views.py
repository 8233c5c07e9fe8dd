"""What the page of the plan shows, and the table of ``newsroom plan`` with it, to the newsroom's own people."""

from __future__ import annotations

import msgspec

from newsroom.languages.plan_words import PlanWords
from newsroom.model.plan import Standing
from newsroom.pages.views import Link, Moment


class PlaceLine(msgspec.Struct, frozen=True):
    """A post of an objective, or a place where one is asked for.

    ``status`` is told in words and ``note`` adds a day to it; ``missing_evidence`` is a sentence, or empty.
    ``standing`` and ``is_late`` say the same to style sheets. ``day`` is that of the post's release.
    """

    period: str
    standing: Standing
    is_late: bool
    status: str
    note: str
    post: Link | None
    day: Moment | None
    missing_evidence: str


class ObjectiveLine(msgspec.Struct, frozen=True):
    """An objective: what it asks for and how far that is, in sentences, and its places."""

    key: str
    title: str
    terms: str
    progress: str
    places: tuple[PlaceLine, ...]


class DeadlineLine(msgspec.Struct, frozen=True):
    """A day by which results are owed to the exchange, as :class:`PlaceLine` tells of posts."""

    last: Moment
    results: str
    standing: Standing
    is_late: bool
    status: str
    note: str
    post: Link | None


class TallyLine(msgspec.Struct, frozen=True):
    """How many posts an audience or an executive has, as text."""

    name: str
    published: str
    planned: str
    missing: str


class PlanView(msgspec.Struct, frozen=True):
    """The plan around a day. ``summary`` says in a sentence what is late; ``dates`` are days and what is on them.

    ``nothing`` says that there is no objective at all, or is empty. ``coverage`` explains the tallies.
    """

    words: PlanWords
    introduction: str
    summary: str
    nothing: str
    objectives: tuple[ObjectiveLine, ...]
    deadlines: tuple[DeadlineLine, ...]
    dates: tuple[tuple[Moment, str], ...]
    coverage: str
    audiences: tuple[TallyLine, ...]
    executives: tuple[TallyLine, ...]
