"""``newsroom crosspost``: what accounts carry of posts, exactly as it would be sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

from newsroom.commands.approve import find_post
from newsroom.commands.check import sound_newsroom
from newsroom.crosspost.composing import compose
from newsroom.languages import words
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.networks import NETWORKS
from newsroom.pages.release import in_preview

_CARD = Localized("البطاقة", "card")
_PICTURE = Localized("الصورة", "picture")
_LINK = Localized("الرابط", "link")
_OF = Localized("من", "of")


def messages(root: Path, slug: str) -> tuple[Message, ...]:
    """What accounts carry of a post, whatever its date; nothing of one that was withdrawn.

    Raises :class:`ProblemsFound`, and :class:`Refused` where there is no such post.
    """
    visible = in_preview(sound_newsroom(root))
    post = find_post(visible, slug)
    return () if post.withdrawal else tuple(compose(visible, post))


def as_json(composed: Iterable[Message]) -> str:
    """The messages for programs, each with what its network counts and asks."""
    return json.dumps([_whole(message) for message in composed], ensure_ascii=False, indent=2) + "\n"


def _whole(message: Message) -> dict[str, object]:
    network = NETWORKS[message.network]
    counts = [
        {"count": limit.count(message.text), "most": limit.most, "units": limit.units.en} for limit in network.limits
    ]
    return asdict(message) | {"counts": counts, "price": str(network.price(message.text))}


def as_text(composed: Iterable[Message], language: Language) -> Iterator[str]:
    """The messages for people, line by line."""
    for message in composed:
        yield f"{message.network} {message.handle} · {_facts(message, language)}"
        yield from (f"  {line}" for line in message.text.splitlines())
        if message.link not in message.text:
            yield f"  [{_LINK[language]}] {message.link}"
        yield f"  [{_CARD[language]}] {message.card.title}"
        yield f"  [{_PICTURE[language]}] {message.card.picture}"
        yield ""


def _facts(message: Message, language: Language) -> str:
    network = NETWORKS[message.network]
    counts = (
        f"{limit.count(message.text)} {_OF[language]} {limit.most} {limit.units[language]}" for limit in network.limits
    )
    price = network.price(message.text)
    asked = f"${price}" if price > Decimal(0) else ""
    return " · ".join(filter(None, (words(language).language_names[message.language], *counts, asked)))
