"""What released content says too: a post that is held back may quote it, and then its words betray nothing."""

from __future__ import annotations

import filecmp
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from newsroom.languages import words
from newsroom.model.language import LANGUAGES
from newsroom.model.newsroom import Newsroom
from newsroom.model.text import Body
from newsroom.proof import sayings
from newsroom.proof.folding import BARRIER, parted
from newsroom.proof.held import HeldFile
from newsroom.proof.sayings import Saying
from newsroom.proof.searching import Searcher
from newsroom.proof.traces import Trace
from newsroom.prose.passages import passages
from newsroom.reading.files import Folder, read_words

_TO_THE_WEB: Final = re.compile(r"https?://[^\s<>()\"']+")


class Released:
    """All that may be seen of a newsroom, as texts. ``seen`` is the newsroom cut down to that."""

    def __init__(self, seen: Newsroom, root: Path) -> None:
        self._seen = seen
        self._root = root

    def says(self, traces: Collection[Trace]) -> frozenset[Trace]:
        """Those of the traces that released content holds too; it is read no further than it must be.

        Raises :class:`newsroom.errors.ContentChanged`.
        """
        said: set[Trace] = set()
        sought = {trace for trace in traces if trace.excusable}
        texts, searcher = self._texts(), Searcher(sought)
        while sought and (text := next(texts, None)) is not None:
            found = searcher.found(text)
            if found:
                said.update(found)
                sought -= said
                searcher = Searcher(sought)
        return frozenset(said | {trace for trace in sought if self._is_put_together(trace)})

    def has_file(self, file: HeldFile) -> bool:
        """Whether a file with the same bytes may be seen, beside a released post say."""
        paths = (Folder(self._root).content / path for path in self._files())
        return any(path.stat().st_size == file.size and filecmp.cmp(path, file.path, shallow=False) for path in paths)

    @cached_property
    def digests(self) -> frozenset[bytes]:
        """SHA-256 of every file that may be seen as it is; they are read when somebody asks."""
        paths = {Folder(self._root).content / path for path in self._files()}
        return frozenset(hashlib.sha256(path.read_bytes()).digest() for path in paths)

    def _files(self) -> Iterator[str]:
        """The files that the site copies, or makes smaller copies of."""
        seen, organization = self._seen, self._seen.organization
        yield from chain.from_iterable(each.attachments for each in seen.folders)
        yield organization.logo
        pictures = [organization.icon, organization.picture, *(post.hero for post in seen.posts)]
        pictures += (person.portrait for person in seen.executives.values())
        yield from (picture.path for picture in pictures if picture)

    def _texts(self) -> Iterator[str]:
        """What the site says by itself, then what is known without reading, then texts, those of new posts first."""
        yield BARRIER.join(chain.from_iterable(_strings(words(language)) for language in LANGUAGES))
        yield BARRIER.join(saying.text for saying in self._sayings())
        for path, body in self._bodies():
            text = read_words(path, body.digest, self._root)
            # As a page shows them, one behind the other: a cell and the next may say what a held text says in one.
            yield "\n".join((*(passage.text for passage in passages(text)), *_TO_THE_WEB.findall(text)))

    def _sayings(self) -> Iterator[Saying]:
        seen = self._seen
        yield from sayings.of_organization(seen.organization)
        for walk, records in (
            (sayings.of_contact, seen.contacts),
            (sayings.of_page, seen.pages),
            (sayings.of_executive, seen.executives.values()),
            (sayings.of_occasion, seen.occasions),
            (sayings.of_figure, seen.figures),
            (sayings.of_post, seen.posts),
        ):
            yield from chain.from_iterable(map(walk, records))  # type: ignore[arg-type]
        for key in {topic for post in seen.posts for topic in post.topics} & seen.topics.keys():
            yield from sayings.of_topic(key, seen.topics[key])

    def _bodies(self) -> Iterator[tuple[str, Body]]:
        for post in self._seen.posts:
            yield from ((text.path, text.body) for text in post.translations.values())
        for person in self._seen.executives.values():
            yield from ((text.path, text.body) for text in person.biographies.values())
        for page in self._seen.pages:
            yield from ((text.path, text.body) for text in page.texts.values())

    def _is_put_together(self, trace: Trace) -> bool:
        """Whether a trace is nothing but names and roles that may be seen, as a template puts them side by side.

        A window may begin in the midst of the first and end in the midst of the last.
        """
        if trace.form not in ("prose", "name"):
            return False
        needle, (wholes, beginnings, ends) = trace.needle, self._labels
        reached = {0, *(len(end) for end in ends if needle.startswith(end))}
        for place in range(len(needle)):
            if place in reached:
                reached.update(place + len(whole) for whole in wholes if needle.startswith(whole, place))
        return any(place == len(needle) or needle[place:] in beginnings for place in reached)

    @cached_property
    def _labels(self) -> tuple[frozenset[bytes], frozenset[bytes], frozenset[bytes]]:
        """Names and roles; what they begin with; and what they end with."""
        labels = [tuple(parted(label).split()) for label in self._names_and_roles()]
        return (
            frozenset(b"".join(label) for label in labels if label),
            frozenset(b"".join(label[:end]) for label in labels for end in range(1, len(label) + 1)),
            frozenset(b"".join(label[start:]) for label in labels for start in range(len(label))),
        )

    def _names_and_roles(self) -> Iterator[str]:
        organization = self._seen.organization
        yield from (*organization.name, *organization.short_name)
        for contact in self._seen.contacts:
            yield from (*contact.name, *contact.role)
        for person in self._seen.executives.values():
            yield from person.name
            yield from chain.from_iterable(role.title for role in person.roles)


def _strings(record: object) -> Iterator[str]:
    """Every text in a record of texts."""
    if isinstance(record, str):
        yield from re.split(r"\{\w*\}", record)
    elif isinstance(record, Mapping):
        yield from chain.from_iterable(map(_strings, record.values()))
    elif is_dataclass(record):
        yield from chain.from_iterable(_strings(getattr(record, field.name)) for field in fields(record))
