"""``newsroom headers``: how a host is to serve the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from newsroom.commands.check import sound_newsroom
from newsroom.hosting.headers import Rule, netlify, nginx, rules

SERVERS: Final[Mapping[str, Callable[[Sequence[Rule]], bytes]]] = {"nginx": nginx, "netlify": netlify}
"""What can be written for whom; Cloudflare Pages reads what Netlify reads."""


def headers(root: Path, server: str) -> str:
    """The settings of a server, ending in a newline. Raises :class:`ProblemsFound`."""
    return SERVERS[server](rules(sound_newsroom(root).address)).decode()
