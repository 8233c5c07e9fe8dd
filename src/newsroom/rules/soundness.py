"""What was found sound is not looked at again while it is as it was.

Posts are remembered whole by whoever goes through them. Biographies and plain pages are read at every build and at
every save of an author at work, though they hardly ever change: to ask all rules of words takes ten times as long.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Final

from newsroom.model.language import Language
from newsroom.model.post import Post
from newsroom.model.problem import Problem
from newsroom.model.standards import Standards
from newsroom.reading.files import Document
from newsroom.reading.folders import Content, Inspection

_SOUND: Final = b""
"""All that is kept of what was found sound: of what is not yet public, nothing may lie in a public build's memory."""


def remembered(inspect: Inspection, memory: MutableMapping[str, bytes]) -> Inspection:
    """An inspection that finds nothing in what ``memory`` has as sound, and adds what it finds so."""

    def look(content: Content, documents: Mapping[Language, Document], standards: Standards) -> Iterator[Problem]:
        if isinstance(content, Post):
            yield from inspect(content, documents, standards)
            return
        key = _key(content, documents, standards)
        if memory.get(key) == _SOUND:
            return
        found = tuple(inspect(content, documents, standards))
        if not found:
            memory[key] = _SOUND
        yield from found

    return look


def _key(content: Content, documents: Mapping[Language, Document], standards: Standards) -> str:
    """The digest of all that an inspection is told."""
    texts = [(language, each.name, each.front_matter, each.body) for language, each in documents.items()]
    return hashlib.blake2b(repr(("sound", content, texts, standards)).encode(), digest_size=20).hexdigest()
