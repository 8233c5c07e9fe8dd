"""Files that take long to make, such as smaller pictures: made once while serving, until what they show changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from newsroom.engine.documents import BuiltTexts
from newsroom.engine.fingerprints import digest_of, digest_of_file
from newsroom.pages.digesting import encoded
from newsroom.pages.document import Document
from newsroom.reading.files import Folder

MOST: Final = 200
"""Documents: those of the pictures of a few long pages, some megabytes."""


class LastingFiles:
    """Remembers what was made of documents that are costly and hold no text."""

    def __init__(self, root: Path) -> None:
        self._content = Folder(root).content
        self._made: dict[str, Mapping[str, bytes]] = {}

    def of(self, document: Document, texts: BuiltTexts) -> Mapping[str, bytes]:
        """The files of a document by their addresses."""
        if not document.is_costly or document.sources:
            return dict(document.make(texts))
        key = self._key(document)
        if key not in self._made:
            if len(self._made) >= MOST:
                self._made.clear()
            self._made[key] = dict(document.make(texts))
        return self._made[key]

    def _key(self, document: Document) -> str:
        files = (digest_of_file(self._content / path).encode() for path in document.files)
        return digest_of((encoded((document.addresses, document.inputs)), *files))
