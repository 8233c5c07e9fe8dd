"""``newsroom due``: the next instant at which the public site changes by itself."""

from __future__ import annotations

import datetime
from pathlib import Path

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition


def due(root: Path, now: datetime.datetime) -> datetime.datetime | None:
    """The next change after ``now``, in the newsroom's zone, or nothing. Raises :class:`ProblemsFound`."""
    return Edition(now).due(sound_newsroom(root))
