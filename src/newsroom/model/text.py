"""What a newsroom knows of a text without holding its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mention:
    """A link in a Markdown text: where it points as written, on which line of the text, and whether as raw HTML."""

    target: str
    line: int
    raw: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown of a text, by the digest of its words; empty where there are none.

    The words stay in their file until a page is rendered from them, so that a newsroom of thousands of posts is small.
    """

    digest: str
    mentions: tuple[Mention, ...] = ()


NO_WORDS: Final = Body("")
