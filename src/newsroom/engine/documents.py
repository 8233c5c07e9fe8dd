"""The making of the site's documents, when its pages are made: feeds and all else that is no page.

A document passes two gates. Where the digest of its inputs and of the texts in it is the one that it was made from, it
stays. Else it is made, or taken from the cache if it is costly, and published where its bytes are others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final

import msgspec

from newsroom.engine.cache import Cache
from newsroom.engine.fingerprints import digest_of, digest_of_file
from newsroom.engine.inventory import Inventory, Output
from newsroom.engine.progress import Part
from newsroom.engine.workers import share_out, shares_of
from newsroom.pages.document import Document
from newsroom.reading.files import Folder

KIND: Final = "document"
"""Under which the cache keeps what is costly."""
WORTH_A_FORK: Final = 200
"""Documents: to make so many takes longer than to start a process and hear from it."""
COSTLY: Final = 20
"""Plain documents that take as long as a costly one."""
MOST: Final = 4000
"""Documents that one process makes."""

_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder(dict[str, Output]).decode
_decode_files: Final = msgspec.msgpack.Decoder(list[tuple[str, bytes]]).decode

_Stale = tuple[Document, str]
"""A document that has to be made, and its key."""


@dataclass(frozen=True, slots=True)
class BuiltTexts:
    """The texts of pages as this build made them: ``rendered`` gives that of a source."""

    root: Path
    rendered: Callable[[str], str]

    def html(self, source: str) -> str:
        """The HTML that became of a text."""
        return self.rendered(source)

    def data(self, path: str) -> bytes:
        """The bytes of a file below ``content/``."""
        return (Folder(self.root).content / path).read_bytes()


@dataclass
class DocumentProduction:
    """The documents of one site, written to ``staging``.

    ``text_key`` gives the key of the rendered text of a source, and nothing where that is not known: what is made of
    it is then made again. ``made`` and ``kept`` are files that were written and those that stay, ``costly`` the keys
    in the cache of all that is costly, ``digests`` those of the files that documents are made from.
    """

    documents: tuple[Document, ...]
    inventory: Inventory
    texts: BuiltTexts
    text_key: Callable[[str], str | None]
    staging: Path
    processes: int
    part: Part
    cache: Cache
    made: dict[str, Output] = field(default_factory=dict)
    kept: dict[str, Output] = field(default_factory=dict)
    costly: set[str] = field(default_factory=set)
    digests: dict[str, str] = field(default_factory=dict)

    def make(self) -> None:
        """Make what has to be made, in forked processes where that is much."""
        bundles = _bundles(self._stale())
        stale = list(chain.from_iterable(bundles))
        self.part.begin(len(self.documents))
        self.part.advance(len(self.documents) - len(stale))
        if self.processes == 1 or _weight(stale) < WORTH_A_FORK:
            self.made = self._make(self._counted(stale))
            return
        shares = shares_of(bundles, self.processes, max(1, MOST * len(bundles) // len(stale)))
        dealt = [list(chain.from_iterable(share)) for share in shares]
        worker = share_out(dealt, self.processes, self._receive, self.part.advance)
        if worker:
            worker.run(lambda share: _encode(self._make(share)))

    @property
    def sizes(self) -> dict[str, int]:
        """The bytes of every document, whichever build made it."""
        return {address: output.size for address, output in (self.kept | self.made).items()}

    def _stale(self) -> Iterator[_Stale]:
        """The documents that may have to be made again, with their keys; those that need not are kept."""
        for document in self.documents:
            key = self._key(document)
            if document.is_costly and key:
                self.costly.add(_entry(document, key))
            known = {address: self.inventory.known.get(address) for address in document.addresses}
            known |= self._known_below(document.folder, key)
            kept = {
                address: output for address, output in known.items() if output and self._stays(address, output, key)
            }
            if len(kept) == len(known):
                self.kept |= kept
            else:
                yield document, key

    def _stays(self, address: str, output: Output, key: str) -> bool:
        return bool(key) and output.key == key and self.inventory.has(address, output.content)

    def _known_below(self, folder: str, key: str) -> dict[str, Output]:
        """What the last build made of this document in its folder; their packed twins have keys of their own."""
        if not folder:
            return {}
        addresses = (address for address in self.inventory.made_of(key) if address.startswith(folder))
        return {address: self.inventory.known[address] for address in addresses}

    def _key(self, document: Document) -> str:
        """The digest of all that a document is made from; empty where that cannot be said."""
        texts = [self.text_key(source) for source in document.sources]
        if None in texts:
            return ""
        files = map(self._digest_of_file, document.files)
        return digest_of(part.encode() for part in (document.key, *map(str, texts), *files))

    def _digest_of_file(self, path: str) -> str:
        """Of a file below ``content/``; read once, though a picture is in several documents."""
        if path not in self.digests:
            self.digests[path] = digest_of_file(Folder(self.texts.root).content / path)
        return self.digests[path]

    def _make(self, documents: Iterable[_Stale]) -> dict[str, Output]:
        made = {}
        for document, key in documents:
            for address, data in self._files(document, key):
                self._write(address, data)
                made[address] = Output(key, "", hashlib.blake2b(data, digest_size=20).hexdigest(), size=len(data))
        return made

    def _counted(self, documents: Iterable[_Stale]) -> Iterator[_Stale]:
        for each in documents:
            yield each
            self.part.advance(1)

    def _files(self, document: Document, key: str) -> Iterable[tuple[str, bytes]]:
        if not document.is_costly or not key:
            return document.make(self.texts)
        known = self.cache.get(KIND, _entry(document, key))
        if known:
            return _decode_files(known)
        files = list(document.make(self.texts))
        self.cache.put(KIND, [(_entry(document, key), _encode(files))])
        return files

    def _write(self, address: str, data: bytes) -> None:
        place = self.staging / address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def _receive(self, report: bytes) -> None:
        self.made |= _decode(report)


def _entry(document: Document, key: str) -> str:
    """The key in the cache of the files that are made together."""
    return f"{key} {document.addresses[0]}"


def _bundles(documents: Iterable[_Stale]) -> list[list[_Stale]]:
    """Documents as they are best made, one bundle after another: each of one text comes with the first of many.

    What a text becomes in a feed is remembered only for a while, and the files beside its post need it too.
    """
    bundles: dict[str, list[_Stale]] = {}
    first: dict[str, str] = {}
    for stale in documents:
        name, sources = stale[0].addresses[0], stale[0].sources
        for source in sources:
            first.setdefault(source, name)
        bundles.setdefault(first[sources[0]] if len(sources) == 1 else name, []).append(stale)
    return list(bundles.values())


def _weight(documents: Iterable[_Stale]) -> int:
    return sum(COSTLY if document.is_costly else 1 for document, _ in documents)
