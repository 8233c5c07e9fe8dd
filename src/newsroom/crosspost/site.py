"""The public site as messages lead to it: what is said of its posts, and whether readers can see them already."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Final

from newsroom.crosspost.composing import compose
from newsroom.crosspost.due import Due
from newsroom.crosspost.liveness import what_is_missing
from newsroom.crosspost.world import World
from newsroom.model.language import Localized
from newsroom.model.message import Message
from newsroom.model.newsroom import Newsroom
from newsroom.pages.editions import edition_of

_NOT_AGREED: Final = Localized(
    "ليست هذه الألفاظ مما وُوفق عليه لهذا الحساب؛ فليوافق عليها أصحاب الموافقة: newsroom approve",
    "these are not the words for this account that were approved; have them approved: newsroom approve",
)


class Site:
    """A newsroom as the public may see it; each post is composed once, and each page looked at once.

    ``agreed`` are the words for accounts that have all consent, by the ids of the posts that need consent.
    """

    def __init__(self, newsroom: Newsroom, agreed: Mapping[str, Mapping[str, str]], world: World) -> None:
        self._agreed = agreed
        self.newsroom = newsroom
        self._world = world
        self._lock = Lock()
        self._messages: dict[str, tuple[Message, ...]] = {}
        self._missing: dict[str, Localized[str] | None] = {}

    def message(self, due: Due) -> Message | None:
        """What is said of a post on an account; nothing, where nothing is left for it to say."""
        with self._lock:
            if due.post.id not in self._messages:
                self._messages[due.post.id] = tuple(compose(self.newsroom, due.post))
        said = self._messages[due.post.id]
        return next((message for message in said if _is_for(message, due)), None)

    def hindrance(self, due: Due, message: Message) -> Localized[str] | None:
        """Why nothing may be said of a post yet: nobody agreed to these words, or readers cannot see its page."""
        if message.text != self._agreed.get(due.post.id, {message.name: message.text}).get(message.name):
            return _NOT_AGREED
        return self._what_is_missing(due, message)

    def _what_is_missing(self, due: Due, message: Message) -> Localized[str] | None:
        with self._lock:
            if message.link not in self._missing:
                edition = edition_of(due.post, due.identity.language)
                web, now = self._world.web(), self._world.clock()
                self._missing[message.link] = what_is_missing(web, message.link, edition, now)
        return self._missing[message.link]


def _is_for(message: Message, due: Due) -> bool:
    identity = due.identity
    return (message.network, message.handle, message.language) == (identity.network, identity.handle, identity.language)
