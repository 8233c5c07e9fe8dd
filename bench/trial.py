"""One generator's journey: a cold build, a post published on it, nothing changed, and an author at work.

Every trial has folders of its own, and none is deleted before the end: on some file systems, deleting a site and
writing it again is several times slower than writing it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from bench import serving
from bench.corpus import post
from bench.generators import Generator
from bench.measure import Run, run

EXAMPLE: Final = Path(__file__).resolve().parent.parent
"""The newsroom whose settings, executives and pages surround the generated posts."""


class Trial:
    """The measures of one generator on ``count`` posts, to be taken in the order in which they stand here."""

    def __init__(self, generator: Generator, folder: Path, count: int) -> None:
        self._generator = generator
        self._count = count
        self._first, self._clone, self._site = folder / "first", folder / "clone", folder / "site"

    def start_up(self) -> Run:
        """What every other measure holds before any work is done."""
        return run(self._generator.start_up)

    def cold(self) -> Run:
        """A build with neither cache nor site."""
        self._generator.write_sources(self._first, EXAMPLE, self._count)
        return run(self._generator.build(self._first, self._site))

    def publish_one(self) -> Run:
        """The next post, in a fresh clone with the cache restored and the site in its place."""
        self._generator.write_sources(self._clone, EXAMPLE, self._count)
        cache = self._first / self._generator.cache
        if cache.exists():
            shutil.copytree(cache, self._clone / cache.name, copy_function=shutil.copyfile)
        self._generator.write_post(self._clone, post(self._count, self._count))
        return self.nothing()

    def nothing(self) -> Run:
        """The build once more."""
        return run(self._generator.build(self._clone, self._site))

    def save_to_page(self, saves: int) -> tuple[list[float], int]:
        """Seconds of each save of the newest post, and the server's peak memory."""
        return serving.save_to_page(self._generator, self._clone, post(self._count, self._count), saves)
