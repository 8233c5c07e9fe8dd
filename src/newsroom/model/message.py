"""What is said of a post on an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote

from newsroom.model.language import Language, Localized

Consent = Literal["unneeded", "given", "missing"]
"""Whether the words of a message need consent, and whether they have it."""
Silence = Literal["type", "language", "withdrawn", "lapsed", "speechless"]
"""Why an account says nothing: it is for other types of posts, or for the other language; the post was withdrawn, or is
news no more; or the other accounts of its network leave it nothing to say."""
MESSAGE: Final = "message."
"""With this begin the names of messages among what approvers sign."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the author says of a post on a network, in place of what would be composed.

    Without a ``handle`` on the first account there that carries the post, or in each room where there are rooms of
    colleagues instead. A language without words is empty.
    """

    network: str
    handle: str
    text: Localized[str]


@dataclass(frozen=True, slots=True)
class Card:
    """The picture with words that networks show for a link: those that do not look at the page are sent it.

    ``picture`` is the absolute address of the share card, and ``alt`` its words for who cannot see it.
    """

    title: str
    description: str
    picture: str
    alt: str


@dataclass(frozen=True, slots=True)
class Message:
    """What is said of a post on an account, exactly: ``text`` as it is sent, and ``link`` to the post.

    One that tells of a ``correction`` has its instant there, in UTC; one that announces the post has nothing.
    """

    post: str
    language: Language
    network: str
    handle: str
    text: str
    link: str
    card: Card
    correction: str = ""

    @property
    def name(self) -> str:
        """What the message is called among the contents that approvers sign: ``message.x.@luban.ar``."""
        parts = (self.network, quote(self.handle, safe="@"), self.language, quote(self.correction))
        return MESSAGE + ".".join(filter(None, parts))
