"""Which plain page belongs to which, and in what order they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from newsroom.model.newsroom import PlainPage


@dataclass(frozen=True, slots=True)
class Contents:
    """Plain pages by their slugs, and the slug of the page that each belongs to."""

    pages: Mapping[str, PlainPage]
    wholes: Mapping[str, str]

    @classmethod
    def of(cls, pages: Sequence[PlainPage]) -> Self:
        """The contents of a newsroom. A part that is not there is passed over; a rule has told of it."""
        there = {page.slug: page for page in pages}
        wholes = {part: page.slug for page in reversed(pages) for part in page.parts if part in there}
        return cls(there, wholes)

    @property
    def alone(self) -> tuple[PlainPage, ...]:
        """The pages that belong to no other, in order of slug."""
        return tuple(page for slug, page in self.pages.items() if slug not in self.wholes)

    def parts(self, page: PlainPage) -> tuple[PlainPage, ...]:
        """The pages that belong to one, in the order of reading."""
        return tuple(self.pages[slug] for slug in page.parts if slug in self.pages)

    def whole(self, page: PlainPage) -> PlainPage | None:
        """The page that one belongs to."""
        slug = self.wholes.get(page.slug)
        return self.pages[slug] if slug else None

    def neighbours(self, page: PlainPage) -> tuple[PlainPage | None, PlainPage | None]:
        """What is read before a part and after it; nothing at an end, and around what is no part."""
        whole = self.whole(page)
        row = (None, *self.parts(whole), None) if whole else (None, page, None)
        place = row.index(page)
        return row[place - 1], row[place + 1]
