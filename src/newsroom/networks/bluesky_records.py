"""Posts of Bluesky as records: what is fixed when a message is claimed, so that every try sends the same.

Links and hashtags are *facets*, ranges of bytes of the text in UTF-8
(https://docs.bsky.app/docs/advanced-guides/post-richtext). The server does not look at them: a range that is wrong
makes a link of wrong letters and nobody says so. They are reckoned last, from the very text that is sent.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from newsroom.model.delivery import Identity
from newsroom.model.message import Message
from newsroom.networks.counting import graphemes, utf8_bytes

if TYPE_CHECKING:
    import regex

COLLECTION: Final = "app.bsky.feed.post"
MOST_IN_HASHTAG: Final = (64, 640)
"""Letters as they are seen, and bytes
(https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/richtext/facet.json)."""

_ALPHABET: Final = "234567abcdefghijklmnopqrstuvwxyz"
"""Digits of record keys, which sort as the numbers do (https://atproto.com/specs/tid)."""
_LETTERS: Final = 13
_CLOCK_BITS: Final = 10
_MICROSECONDS: Final = 1_000_000
_LINK: Final = re.compile(r"https?://[^\s<>]+")
_AFTER_LINK: Final = ".,;:!?'\"»”’)]}،؛؟…"
"""What ends a sentence, and not a link in it."""

Record = Mapping[str, Any]


def record_key(identity: Identity, made: datetime.datetime) -> str:
    """A key of the form that Bluesky asks for: the second of the claim, and thirty bits of what the message is.

    Many messages may be claimed at one instant: what tells them apart within the second is not the clock.
    """
    chance = int(identity.key, 16)
    clock, within = chance % (1 << _CLOCK_BITS), (chance >> _CLOCK_BITS) % _MICROSECONDS
    number = (int(made.timestamp()) * _MICROSECONDS + within) << _CLOCK_BITS | clock
    digits = (_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LETTERS)))
    return "".join(digits)


def written(message: Message, made: datetime.datetime) -> str:
    """The record of a message as JSON, whole but for the picture of its card."""
    record = {
        "$type": COLLECTION,
        "text": message.text,
        "createdAt": made.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "langs": [message.language],
        "embed": {
            "$type": "app.bsky.embed.external",
            "external": {
                "uri": message.link,
                "title": message.card.title,
                "description": message.card.description,
            },
        },
        "facets": list(facets(message.text)),
    }
    return json.dumps(record, ensure_ascii=False)


def with_picture(record: Record, picture: str) -> Record:
    """A record whose card has a picture; ``picture`` is the server's reference to it as JSON, or empty."""
    if not picture:
        return record
    embed = record["embed"]
    return {**record, "embed": {**embed, "external": {**embed["external"], "thumb": json.loads(picture)}}}


def without_picture(record: Record) -> Record:
    """A record as it was when it was sealed: the picture may be another at each try, or have failed."""
    embed = record.get("embed", {})
    card = {name: value for name, value in embed.get("external", {}).items() if name != "thumb"}
    return {**record, "embed": {**embed, "external": card}}


def facets(text: str) -> Iterator[Record]:
    """The links of a text, and then its hashtags."""
    for link in _LINK.finditer(text):
        address = link.group().rstrip(_AFTER_LINK)
        yield _facet(text, link.start(), address, {"$type": "app.bsky.richtext.facet#link", "uri": address})
    for hashtag in _hashtag().finditer(text):
        name = _trailing().sub("", hashtag["name"])
        if graphemes(name) <= MOST_IN_HASHTAG[0] and utf8_bytes(name) <= MOST_IN_HASHTAG[1]:
            tag = {"$type": "app.bsky.richtext.facet#tag", "tag": name}
            yield _facet(text, hashtag.start(), f"#{name}", tag)


def _facet(text: str, at: int, part: str, feature: Record) -> Record:
    start = utf8_bytes(text[:at])
    return {"index": {"byteStart": start, "byteEnd": start + utf8_bytes(part)}, "features": [feature]}


@cache
def _hashtag() -> regex.Pattern[str]:
    """A sign after white space, and letters up to the next, one of them no digit and no punctuation."""
    return _pattern(
        r"(?<!\S)#(?!\ufe0f)(?P<name>[^\s\u00ad\u200b-\u200d\u2060]*[^\s\d\p{P}\u00ad\u200b-\u200d\u2060][^\s\u00ad\u200b-\u200d\u2060]*)"
    )


@cache
def _trailing() -> regex.Pattern[str]:
    return _pattern(r"\p{P}+$")


def _pattern(pattern: str) -> regex.Pattern[str]:
    # Loaded where something is sent, for hardly a build sends.
    import regex  # noqa: PLC0415

    return regex.compile(pattern)
