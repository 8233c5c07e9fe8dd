"""What is known of the organisation and its people, as plain text in one language: for a press kit."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.model.executive import Executive
from newsroom.model.newsroom import PlainPageText
from newsroom.pages import addresses
from newsroom.pages.views import ContactCard
from newsroom.pages.writing import Hand
from newsroom.prose.fragments import write
from newsroom.prose.manuscript import Manuscript
from newsroom.prose.plain import plain_text
from newsroom.prose.portable import portable
from newsroom.wire.characters import sound


def boilerplate(hand: Hand) -> bytes:
    """The approved paragraph about the organisation, under its name."""
    organization = hand.newsroom.organization
    return _text((organization.name[hand.language], organization.boilerplate[hand.language], organization.website))


def contacts(hand: Hand) -> bytes:
    """Everyone whom journalists may call."""
    return _text((hand.words.media_contacts, *(_contact(hand, hand.contact(each)) for each in hand.newsroom.contacts)))


def biography(hand: Hand, executive: Executive, html: str) -> bytes:
    """An executive: name, roles, summary, and the biography that became ``html``; empty where there is none."""
    address = addresses.executive(hand.language, executive.key)
    lines = (f"{each.title}{hand.words.comma}{each.period}" for each in map(hand.role_line, executive.roles))
    name, summary = executive.name[hand.language], hand.biography_summary(executive)
    return _text((name, "\n".join(lines), summary, _plain(hand, html, address)))


def page_as_text(hand: Hand, slug: str, page: PlainPageText, html: str) -> bytes:
    """A plain page: title, summary, and the text that became ``html``."""
    return _text((page.title, page.summary, _plain(hand, html, addresses.plain_page(hand.language, slug))))


def _contact(hand: Hand, contact: ContactCard) -> str:
    words = hand.words
    ways = (
        (words.telephone, contact.telephone),
        (words.email, contact.email),
        (words.hours, contact.hours),
        (words.speaks, contact.languages),
    )
    return "\n".join(
        (contact.name + words.comma + contact.role, *(f"{name}: {value}" for name, value in ways if value))
    )


def _plain(hand: Hand, html: str, address: str) -> str:
    if not html:
        return ""
    text = portable(html, hand.newsroom.address + address, hand.language, hand.words.more_on_page)
    return plain_text(Manuscript.of(write(text)))


def _text(blocks: Iterable[str]) -> bytes:
    return sound("\n\n".join(stripped for block in blocks if (stripped := block.strip())) + "\n").encode()
