"""What a newsroom's own people look ahead to in a preview: the plan, and what accounts will say of posts.

No public edition is ever given one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.pages.tellings import Telling
from newsroom.pages.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Outlook:
    """The plan on a timetable, and the ``told``: the ids of the posts of which accounts have something to say.

    ``tellings`` composes what they will say: that takes its time, and is asked for by the page that shows it alone.
    """

    timetable: Timetable
    told: frozenset[str]
    tellings: Callable[[], tuple[Telling, ...]]
