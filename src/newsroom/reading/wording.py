"""The words of a folder in one language as rules look at them, with the place of each letter in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsroom.model.language import Language
from newsroom.model.problem import Edit
from newsroom.prose.expressions import fold
from newsroom.prose.passages import Passage, PassageKind, passages
from newsroom.reading.files import Document

_KEYS: Final[tuple[PassageKind, ...]] = ("title", "summary")


@dataclass(frozen=True, eq=False)
class Wording:
    """A title, a summary and the passages of a text, in this order. Each is itself alone, however alike two may be."""

    language: Language
    document: Document
    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """All passages, each after a line's end. To search it once takes less time than to search each."""
        return "\n".join(["", *[passage.text for passage in self.passages]])

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """Each passage with its letters in the form in which words are compared: all of a text are folded at once."""
        letters = fold(self.text).letters.split("\n")[1:]
        if len(letters) != len(self.passages):
            letters = [fold(passage.text).letters for passage in self.passages]
        return tuple(letters)

    def line_of(self, passage: Passage, letter: int = 0) -> int:
        """The line of the file on which a letter of a passage stands, counted from 1."""
        if passage.kind in _KEYS:
            return self.document.line_of(passage.kind)
        return self._place(passage, letter)[0]

    def edit(self, passage: Passage, start: int, end: int, words: str) -> Edit | None:
        """Put words in the place of the letters from ``start`` to before ``end``.

        Nothing where these do not stand in the file, together and on one line, as they are read. Where ``end`` is
        ``start``, the words are put before that letter.
        """
        if not passage.places or not 0 <= start <= end <= len(passage.text):
            return None
        last = max(start, end - 1)
        if last >= len(passage.places) or passage.places[last] - passage.places[start] != last - start:
            return None
        if not self._stand_as_read(passage, start, end):
            return None
        line, column = self._place(passage, start)
        return Edit(line, column, column + (end - start), words)

    def source_before(self, passage: Passage, letter: int) -> str:
        """What stands in the file right before a letter of a passage, be it markup; nothing if that cannot be told."""
        place = passage.places[letter] if letter < len(passage.places) else 0
        return self._source(passage)[max(place - 1, 0) : place]

    def _stand_as_read(self, passage: Passage, start: int, end: int) -> bool:
        """Whether letters are no line's end, no entity and no mark behind a backslash."""
        source, place = self._source(passage), passage.places[start]
        return source.startswith(passage.text[start:end], place) and not source.endswith("\\", 0, place)

    def _source(self, passage: Passage) -> str:
        return self.document.front_matter if passage.kind in _KEYS else self.document.body

    def _place(self, passage: Passage, letter: int) -> tuple[int, int]:
        """The line, counted from 1, and the column, from 0, of a letter in the file."""
        place, source = passage.places[letter], self._source(passage)
        first = 2 if passage.kind in _KEYS else self.document.body_line
        return first + source.count("\n", 0, place), place - (source.rfind("\n", 0, place) + 1)


Wordings = Mapping[Language, Wording]


def wording(language: Language, document: Document) -> Wording:
    """The words of a document."""
    return Wording(language, document, (*_of_keys(document), *passages(document.body)))


def _of_keys(document: Document) -> Iterator[Passage]:
    for kind in _KEYS:
        words = document.tree.get(kind)
        if isinstance(words, str) and words.strip():
            yield Passage(kind, words, _places_in_front_matter(words, kind, document))


def _places_in_front_matter(words: str, key: str, document: Document) -> range:
    """Where the value of a key stands, if it stands there as it is read, on the key's own line."""
    lines = document.front_matter.split("\n")
    beginning = [number for number, line in enumerate(lines) if line.startswith(f"{key}:")]
    # To ask the document takes long: it must parse its keys once more.
    number = beginning[0] if len(beginning) == 1 else document.line_of(key) - 2
    column = lines[number].find(words)
    start = sum(len(line) + 1 for line in lines[:number]) + column
    return range(start, start + len(words)) if column >= 0 and "\n" not in words else range(0)
