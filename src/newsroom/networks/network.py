"""What a network is to a message: how it counts words, what it takes beside them, and what a message costs there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from newsroom.model.language import Localized
from newsroom.networks.servers import WEB

if TYPE_CHECKING:
    from newsroom.networks.outlet import Access, Outlet

FREE: Final = Decimal(0)

LAPSES: Final = datetime.timedelta(days=7)
"""What was released longer ago is news no more."""
Telling = Literal["announcement", "edition"]
"""What a network carries: the announcement of each post, or word of each edition of it, for engines."""
Setting = Literal["server", "id"]
"""What an account's entry in ``crosspost.yml`` may have to say besides its handle."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a message before a network has them: text, hashtags without their sign, and the link to the post.

    Where engines are told of an edition there are no words; ``feeds`` are the addresses of the feeds that it is in.
    """

    words: str
    hashtags: tuple[str, ...]
    link: str
    feeds: tuple[str, ...] = ()


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
    help there. ``price`` is what one text costs, in US dollars. ``opened`` gives the outlet that an account is.
    ``settings`` are what an account's entry has to say, and ``secrets`` what it needs, each by what it is for.
    ``schemes`` are those that its server's address may have. ``tells`` says what it carries, and ``lapses`` how long
    after a post's release it still does. ``settles`` is after how many seconds it shows what it took. Where it is
    ``public`` readers meet its accounts side by side and look for the official one; a press list, a room of colleagues
    or a search engine is for nobody else. ``shown`` gives what readers see of a text that was sent, and they see the
    post's card where it is ``illustrated``.
    """

    key: str
    limits: tuple[Limit, ...]
    written: Callable[[Draft], str]
    hashtags: int
    opened: Callable[[Access], Outlet]
    price: Callable[[str], Decimal] = lambda _: FREE
    settings: Mapping[Setting, Localized[str]] = field(default_factory=dict)
    secrets: Mapping[str, Localized[str]] = field(default_factory=dict)
    tells: Telling = "announcement"
    lapses: datetime.timedelta = LAPSES
    settles: float = 0.0
    schemes: tuple[str, ...] = WEB
    public: bool = True
    shown: Callable[[str], str] = str
    illustrated: bool = True

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
