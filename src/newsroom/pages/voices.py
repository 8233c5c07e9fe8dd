"""Who speaks for the organisation, and the post in which each was last heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from newsroom.languages.sorting import sort_key
from newsroom.model.executive import Executive
from newsroom.model.language import LANGUAGES
from newsroom.model.post import Post, PostType
from newsroom.pages.views import Voice
from newsroom.pages.writing import Hand

IN_PERSON: Final[frozenset[PostType]] = frozenset({"speech", "opinion", "statement"})
"""Posts in which a person speaks; in the others the organisation does, over the name of an executive."""


def last_words(posts: Sequence[Post]) -> dict[str, Post]:
    """The newest post in which each executive speaks in person and in both languages, by the executive's key.

    Where there is none, the newest over their name. ``posts`` still stand, and begin with the newest.
    """
    in_both = [post for post in posts if len(post.translations) == len(LANGUAGES)]
    in_person = (post for post in in_both if post.type in IN_PERSON)
    found: dict[str, Post] = {}
    for post in (*in_person, *in_both, *posts):
        found.setdefault(post.author, post)
    return found


def in_order_of_voices(posts: Collection[Post]) -> tuple[Post, ...]:
    """Last words, the newest first; but whoever spoke in person last is heard before all others."""
    newest_first = sorted(posts, key=lambda post: (post.released, post.id), reverse=True)
    first = next((post for post in newest_first if post.type in IN_PERSON), None)
    return tuple(sorted(newest_first, key=lambda post: post is not first))


def by_name(hand: Hand) -> list[Executive]:
    """Executives in the alphabetical order of the language."""
    return sorted(hand.newsroom.executives.values(), key=lambda executive: sort_key(executive.name[hand.language]))


def heard_last(hand: Hand, posts: Sequence[Post]) -> list[Executive]:
    """Executives in the order of ``posts``, their last words; those who have not spoken follow by name."""
    places = {post.author: place for place, post in enumerate(posts)}
    return sorted(by_name(hand), key=lambda executive: places.get(executive.key, len(places)))


def voice(hand: Hand, executive: Executive, post: Post | None) -> Voice:
    """An executive with what they said last."""
    return Voice(hand.person(executive), hand.item(post) if post else None)
