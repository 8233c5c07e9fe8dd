"""What the page of all figures shows."""

from __future__ import annotations

import msgspec

from newsroom.pages.views import Link, Moment
from newsroom.prose.shown import ShownFigure


class FigureEntry(msgspec.Struct, frozen=True):
    """A figure: ``latest`` are the newest value of each series, with what it is of; places have none that is newest.

    ``file`` is the address of its data, and ``posts`` are those that use it, each with its day, the newest first.
    """

    figure: ShownFigure
    latest: tuple[tuple[str, str], ...]
    file: str
    posts: tuple[tuple[Moment, Link], ...]


class FiguresView(msgspec.Struct, frozen=True):
    """Every figure, in order of name."""

    entries: tuple[FigureEntry, ...]
