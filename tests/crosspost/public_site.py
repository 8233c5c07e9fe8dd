"""A built site at its public address, as a run reaches it: files from a folder, and the clock of their server.

It checks nothing of a web server's own work, which tests/hosting does on a real one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import format_datetime
from pathlib import Path

import httpx


@dataclass
class PublicSite(httpx.BaseTransport):
    """Answers for every host with the files of a folder; ``asked`` are the addresses that were asked for."""

    folder: Path
    clock: Callable[[], datetime.datetime]
    asked: list[str] = field(default_factory=list)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        file = self.folder / request.url.path.strip("/") / "index.html"
        headers = {"date": format_datetime(self.clock().astimezone(datetime.UTC), usegmt=True)}
        if not file.is_file():
            return httpx.Response(404, headers=headers)
        return httpx.Response(200, headers=headers, content=file.read_bytes())
