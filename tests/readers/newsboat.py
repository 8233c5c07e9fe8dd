"""newsboat, a reader for terminals, before feeds that a server on this machine serves."""

from __future__ import annotations

import functools
import sqlite3
import subprocess
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.readers.programs import PATIENCE


@dataclass(frozen=True)
class Kept:
    """An item as newsboat keeps it."""

    guid: str
    title: str
    url: str
    author: str
    content: str
    date: int


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: a test's output is for what failed."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder; yields the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def kept(root: str, paths: Iterable[str], folder: Path) -> dict[str, list[Kept]]:
    """What newsboat keeps of each feed. Each has its own cache: in one, two feeds' equal ids would be one item."""

    def read(path: str) -> tuple[str, list[Kept]]:
        return path, _read(root + path, folder / path.replace("/", "-"))

    with ThreadPoolExecutor(2) as pool:
        return dict(pool.map(read, paths))


def _read(url: str, home: Path) -> list[Kept]:
    home.mkdir()
    (home / "urls").write_text(url + "\n")
    (home / "config").write_text("cleanup-on-quit no\n")
    files = ["-u", str(home / "urls"), "-C", str(home / "config"), "-c", str(home / "cache.db")]
    command = ["newsboat", *files, "-x", "reload"]
    environment = {"HOME": str(home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "dumb"}
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert outcome.returncode == 0, outcome.stderr
    with closing(sqlite3.connect(home / "cache.db")) as cache:
        columns = "guid, title, url, author, content, pubDate"
        return [Kept(*row) for row in cache.execute(f"SELECT {columns} FROM rss_item ORDER BY id")]
