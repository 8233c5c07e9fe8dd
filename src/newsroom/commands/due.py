"""``newsroom due``: the next instant at which the public site changes by itself."""

from __future__ import annotations

import datetime
from pathlib import Path

from newsroom.commands.check import sound_newsroom
from newsroom.commands.instants import aware
from newsroom.pages.release import next_change


def due(root: Path, now: datetime.datetime) -> datetime.datetime | None:
    """The next change after ``now``, in the newsroom's zone, or nothing. Raises :class:`ProblemsFound`."""
    newsroom = sound_newsroom(root)
    instant = next_change(newsroom, aware(now, newsroom))
    return instant.astimezone(newsroom.timezone) if instant else None
