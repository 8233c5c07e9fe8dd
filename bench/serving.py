"""From saving a post until its new words are served: what an author waits for."""

from __future__ import annotations

import http.client
import random
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from bench.corpus import Post
from bench.generators import Generator
from bench.measure import watched

HOME: Final = "/en/"
POLL: Final = 0.005
PATIENCE: Final = 600
"""Seconds after which a server that shows nothing new is taken for broken."""
PAUSES: Final = (0.3, 0.8)
"""Seconds between two saves, varied so that they do not fall in step with a watcher's clock."""


def save_to_page(generator: Generator, root: Path, newest: Post, saves: int) -> tuple[list[float], int]:
    """Seconds from each save of the newest post until its page and the home page both show it; and the peak memory."""
    chance = random.Random(saves)  # noqa: S311 - the same pauses each time are wanted
    seconds = []
    port = _free_port()
    log = root.with_name("serve.log")
    with _running(generator.serve(root, port), log) as process, watched(process.pid) as memory:
        server = Server(process, port, log)
        server.wait_for(newest.texts["en"].title, newest.address, HOME)
        for number in range(saves):
            time.sleep(chance.uniform(*PAUSES))
            title = f"Saved, number {number}"
            changed = replace(newest, texts={**newest.texts, "en": replace(newest.texts["en"], title=title)})
            start = time.perf_counter()
            generator.write_text(root, changed, "en")
            server.wait_for(title, newest.address, HOME)
            seconds.append(time.perf_counter() - start)
    return seconds, memory.peak


class Server:
    """A generator's server, as a reader of its pages sees it."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, log: Path) -> None:
        self._process = process
        self._port = port
        self._log = log

    def wait_for(self, words: str, *addresses: str) -> None:
        """Ask for each page until it holds these words."""
        deadline = time.monotonic() + PATIENCE
        for address in addresses:
            while words not in self._page(address):
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(f"{address} never said '{words}':\n{self._log.read_text(errors='replace')}")
                time.sleep(POLL)

    def _page(self, address: str) -> str:
        """A page's text over a connection of its own, empty while the server does not answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request("GET", address, headers={"Connection": "close"})
            return connection.getresponse().read().decode()
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()


@contextmanager
def _running(command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        try:
            yield process
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
