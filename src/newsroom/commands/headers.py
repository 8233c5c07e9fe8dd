"""``newsroom headers``: how a host is to serve the site."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from newsroom.commands.check import sound_newsroom
from newsroom.commands.instants import aware
from newsroom.commands.servers import Server
from newsroom.hosting.headers import Rule, netlify, nginx, rules
from newsroom.hosting.redirects import Leads, from_the_root
from newsroom.pages.moves import leads
from newsroom.pages.release import at_instant

_WRITERS: Final[Mapping[Server, Callable[[Sequence[Rule], Leads], bytes]]] = {
    "nginx": nginx,
    # Old addresses stand in a file of their own there, which is in the site.
    "netlify": lambda known, _: netlify(known),
}


def headers(root: Path, server: Server, now: datetime.datetime) -> str:
    """The settings of a server, ending in a newline. Raises :class:`ProblemsFound`.

    They name the old addresses of what may be seen at an instant, and of nothing else.
    """
    newsroom = sound_newsroom(root)
    visible = at_instant(newsroom, aware(now, newsroom))
    moved = leads(visible)
    return _WRITERS[server](rules(newsroom.address), from_the_root(newsroom.address, moved)).decode()
