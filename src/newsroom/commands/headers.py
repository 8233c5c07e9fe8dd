"""``newsroom headers``: how a host is to serve the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from newsroom.commands.check import sound_newsroom
from newsroom.commands.servers import Server
from newsroom.hosting.headers import Rule, netlify, nginx, rules

_WRITERS: Final[Mapping[Server, Callable[[Sequence[Rule]], bytes]]] = {"nginx": nginx, "netlify": netlify}


def headers(root: Path, server: Server) -> str:
    """The settings of a server, ending in a newline. Raises :class:`ProblemsFound`."""
    return _WRITERS[server](rules(sound_newsroom(root).address)).decode()
