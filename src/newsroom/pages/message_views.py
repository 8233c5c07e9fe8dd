"""What the page of messages shows to the newsroom's own people."""

from __future__ import annotations

from typing import Literal

import msgspec

from newsroom.languages.message_words import MessageWords
from newsroom.model.language import Language
from newsroom.pages.views import Link


class Part(msgspec.Struct, frozen=True):
    """A piece of a message's text: words, a hashtag, or an address; one of the post itself leads to its page."""

    kind: Literal["words", "hashtag", "address"]
    text: str
    leads_to: str = ""


class Detail(msgspec.Struct, frozen=True):
    """Something to know of a message; what is ``lacking`` keeps it from going."""

    label: str
    text: str
    is_lacking: bool = False


class CardLine(msgspec.Struct, frozen=True):
    """The card of the post as networks show it: ``picture`` is its address below the site's root."""

    title: str
    description: str
    picture: str
    alt: str


class MessageLine(msgspec.Struct, frozen=True):
    """A message on an account, in ``language``, whose name is ``spoken``.

    ``occasion`` says that it tells of a correction, or is empty. ``link`` is the post's address where it stands beside
    the text, and ``sent`` the text as it is sent where readers see another; else these are empty.
    """

    network: str
    handle: str
    language: Language
    spoken: str
    occasion: str
    parts: tuple[Part, ...]
    link: Part | None
    sent: str
    card: CardLine | None
    details: tuple[Detail, ...]


class SilentLine(msgspec.Struct, frozen=True):
    """An account that says nothing in some languages, and why."""

    network: str
    handle: str
    spoken: str
    reason: str


class TellingLine(msgspec.Struct, frozen=True):
    """What accounts will say of a post. ``part`` names its place on the page; ``standing`` says when it is released."""

    part: str
    post: Link
    standing: str
    count: str
    messages: tuple[MessageLine, ...]
    silent: tuple[SilentLine, ...]


class MessagesView(msgspec.Struct, frozen=True):
    """What accounts will say, post by post; ``nothing`` says that there is none, or is empty.

    ``is_short`` tells that it can all be shown at once.
    """

    words: MessageWords
    introduction: str
    nothing: str
    tellings: tuple[TellingLine, ...]
    is_short: bool
