"""What a post's page offers to those who write about it: a kit with all that belongs to it, and its figures as text."""

from __future__ import annotations

from typing import Final

from newsroom.model.post import Evidence, Post
from newsroom.pages import addresses
from newsroom.pages.views import Link
from newsroom.pages.writing import Hand

_SPACES: Final = dict.fromkeys(map(ord, "\t\r\n"), " ")
"""What would part a field or a line of the figures."""


def has_kit(post: Post) -> bool:
    """Whether there is more to take along than the text, which stands beside the page anyway."""
    return post.withdrawal is None and (post.hero is not None or bool(post.attachments))


def kit_of(hand: Hand, post: Post) -> Link | None:
    """The way to a post's press kit, or nothing where it has none."""
    return hand.link(hand.words.press_kit, addresses.press_kit(post)) if has_kit(post) else None


def kit_of_newsroom(hand: Hand) -> Link:
    """The way to the press kit of the organisation."""
    return hand.link(hand.words.newsroom_kit, addresses.NEWSROOM_KIT)


def figures_as_text(hand: Hand, post: Post) -> str:
    """The figures of a post, a line each: label, number, unit, source and date, parted by tabs. Empty without any."""
    return "\n".join(_line(hand, each) for each in post.evidence if each.value is not None)


def _line(hand: Hand, evidence: Evidence) -> str:
    assert evidence.value is not None
    fact = hand.fact(evidence)
    unit = evidence.unit[hand.language] if evidence.unit else ""
    fields = (fact.label, hand.style.number(evidence.value), unit, fact.source, fact.date.text)
    return "\t".join(field.translate(_SPACES) for field in fields)
