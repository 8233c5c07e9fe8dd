"""What a network is to a message: how it counts words, what it takes beside them, and what a message costs there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from newsroom.model.language import Localized

FREE: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a message before a network has them: text, hashtags without their sign, and the link to the post."""

    words: str
    hashtags: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a network takes of a text as it is sent, in ``units`` of its own."""

    most: int
    count: Callable[[str], int]
    units: Localized[str]


@dataclass(frozen=True, slots=True)
class Network:
    """A network that carries posts.

    ``key`` is its name in lists of accounts. ``written`` gives the text exactly as it is sent. ``hashtags`` is how many
    help there. ``price`` is what one text costs, in US dollars.
    """

    key: str
    limits: tuple[Limit, ...]
    written: Callable[[Draft], str]
    hashtags: int
    price: Callable[[str], Decimal] = lambda _: FREE

    def fits(self, draft: Draft) -> bool:
        """Whether the network takes a text whole."""
        text = self.written(draft)
        return all(limit.count(text) <= limit.most for limit in self.limits)


def plainly(draft: Draft) -> str:
    """Words, hashtags and link, each on lines of their own: what most networks are sent.

    The link stands alone between white space, for some take letters beside it for a part of it.
    """
    hashtags = " ".join(f"#{hashtag}" for hashtag in draft.hashtags)
    return "\n\n".join(part for part in (draft.words, hashtags, draft.link) if part)


def without_link(draft: Draft) -> str:
    """Words and hashtags, for a network that is given the link beside the text."""
    return plainly(Draft(draft.words, draft.hashtags, ""))
