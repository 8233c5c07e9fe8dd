"""The making of a site's pages: which are made again, in which process, and what came of it.

A page passes three gates. Where the digest of its inputs is the one it was made from, it stays. Else it is drawn, and
stays where the drawing is the one that was rendered. Else it is rendered, and published where its bytes are others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NoReturn

import msgspec

from newsroom.engine.cache import Cache
from newsroom.engine.conversion import Rendered
from newsroom.engine.files import destination
from newsroom.engine.inventory import Inventory, Output
from newsroom.engine.progress import Part
from newsroom.engine.typesetting import KIND, PlannedPage, Typesetter
from newsroom.engine.workers import AT_ONCE, Worker, share_out, shares_of
from newsroom.pages.page import Blueprint, Page, Site, digest

WORTH_A_FORK: Final = 200
"""Pages: to render so many takes longer than to start a process and hear from it."""
MOST: Final = 1000
"""Pages that one process makes: more fill its memory, fewer start processes for their own sake."""


class _Report(msgspec.Struct):
    """What a worker tells: the pages that it rendered, those that may stay, and the texts that it converted."""

    made: dict[str, Output]
    kept: dict[str, Output]
    texts: dict[str, bytes]


_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder(_Report).decode


@dataclass
class Production:
    """The pages of one site.

    ``made`` and ``kept`` are those rendered and those that stay, by the files they stand in,
    ``outputs`` both together at the end; ``texts`` tells what became of the texts of pages made in this process, with
    the words themselves only if ``anew``, which makes every page again, in one process. ``part`` hears how many more
    are done.
    """

    site: Site
    inventory: Inventory
    cache: Cache
    typesetter: Typesetter
    processes: int
    anew: bool
    part: Part
    made: dict[str, Output] = field(default_factory=dict)
    kept: dict[str, Output] = field(default_factory=dict)
    outputs: dict[str, Output] = field(default_factory=dict)
    texts: dict[str, Rendered] = field(default_factory=dict)
    worker: Worker[Blueprint] | None = None
    _done: int = 0

    def share(self, before_fork: Callable[[], None]) -> list[Page]:
        """The pages that this process is to render. ``before_fork`` does what else each process would do for itself.

        With much to do it forks: then this returns in each worker with its share, and at last in the first process with
        what is left for it, which is nothing.
        """
        stale = list(self.site.blueprints) if self.anew else list(self._stale())
        self.part.begin(len(self.site.blueprints))
        self.part.advance(len(self.kept))
        if self.anew or self.processes == 1 or len(stale) < WORTH_A_FORK:
            return list(self._to_render(stale))
        before_fork()
        shares = shares_of(stale, self.processes, MOST)
        self.worker = share_out(shares, self.processes, self._receive, self.part.advance)
        return list(self._to_render(self.worker.share)) if self.worker else []

    def note(self, page: PlannedPage, html: str) -> None:
        """Take down what a page was made from and what was made of it."""
        # The engine writes what has no place in UTF-8 in this way, too.
        content = hashlib.blake2b(html.encode("utf-8", "xmlcharrefreplace"), digest_size=20).hexdigest()
        path = destination(page.planned.address)
        # Other plugins may have changed the text after it was converted, and the cache does not know it.
        self.texts[path] = replace(page.rendered, content=(page.content or "") if self.anew else "")
        notes = bool(page.rendered.warnings or page.rendered.links)
        text = self.typesetter.key(page.planned)
        key, record = self.made[path].key, self.made[path].record
        self.made[path] = Output(key, record, content, text, has_notes=notes)
        self._done += 1
        if self._done % AT_ONCE == 0:
            self._tell(AT_ONCE)

    def leave(self, worker: Worker[Blueprint]) -> NoReturn:
        """Hand in what was made here, and end this process."""
        self._tell(self._done % AT_ONCE)
        worker.leave(_encode(_Report(self.made, self.kept, self.typesetter.fresh)))

    def finish(self) -> None:
        """Take in what this process made itself."""
        self._tell(self._done % AT_ONCE)
        self.cache.put(KIND, self.typesetter.fresh.items())
        self.outputs = self.kept | self.made

    def _tell(self, count: int) -> None:
        (self.worker.progress if self.worker else self.part.advance)(count)

    def _stale(self) -> Iterator[Blueprint]:
        """The pages that may have to be made again; those that need not are kept."""
        texts = self.cache.keys(KIND)
        for blueprint in self.site.blueprints:
            path = destination(blueprint.address)
            output = self.inventory.known.get(path)
            if output and output.key == blueprint.key and self._stays(path, output, texts):
                self.kept[path] = output
            else:
                yield blueprint

    def _stays(self, path: str, output: Output, texts: set[str]) -> bool:
        if not self.inventory.same_appearance or (output.text and output.text not in texts):
            return False
        return self.inventory.has(path, output.content)

    def _to_render(self, blueprints: Sequence[Blueprint]) -> Iterator[Page]:
        texts = self.cache.keys(KIND)
        for blueprint in blueprints:
            page, path = blueprint.draw(), destination(blueprint.address)
            record = digest(page)
            output = self.inventory.known.get(path)
            if not self.anew and output and output.record == record and self._stays(path, output, texts):
                self.kept[path] = replace(output, key=blueprint.key)
                self._tell(1)
            else:
                self.made[path] = Output(blueprint.key, record, "")
                yield page

    def _receive(self, report: bytes) -> None:
        told = _decode(report)
        self.made |= told.made
        self.kept |= told.kept
        self.cache.put(KIND, told.texts.items())
