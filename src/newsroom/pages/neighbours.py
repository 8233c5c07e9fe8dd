"""Which posts a reader of one may want next: the one before, the one after, and those on the same topics.

Related posts are always older ones: so a new post leaves every page but its neighbour's as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from newsroom.model.language import LANGUAGES, Language
from newsroom.model.post import Post

MOST_RELATED: Final = 3
"""What fits beside each other on a desk and is still read on a phone."""
REACH: Final = 20
"""How many older posts on each topic are looked at: what lies further back is rarely what a reader wants next."""


class Neighbourhood(NamedTuple):
    """The posts released next and before, and older ones that share most topics, the newest first among equals."""

    newer: Post | None
    older: Post | None
    related: tuple[Post, ...]


def neighbourhoods(posts: Sequence[Post]) -> Iterator[tuple[Language, Post, Neighbourhood]]:
    """The neighbourhood of each post that still stands, in each of its languages; ``posts`` begin with the newest.

    Neighbours in a language are those that have it.
    """
    standing = [post for post in posts if not post.withdrawal]
    related = _related(standing)
    for language in LANGUAGES:
        here = [post for post in standing if language in post.translations]
        for newer, post, older in zip((None, *here), here, (*here[1:], None), strict=False):
            yield language, post, Neighbourhood(newer, older, related[language, post.folder])


def _related(posts: Sequence[Post]) -> dict[tuple[Language, str], tuple[Post, ...]]:
    """Related posts by language and folder."""
    related: dict[tuple[Language, str], tuple[Post, ...]] = {}
    latest: defaultdict[tuple[Language, str], deque[int]] = defaultdict(lambda: deque(maxlen=REACH))
    for place in reversed(range(len(posts))):
        post, topics, before = posts[place], set(posts[place].topics), None
        on_topics = {language: [latest[language, each] for each in topics] for language in post.translations}
        for language, places in on_topics.items():
            # Where both languages have the same posts on these topics, one answer serves both.
            if places != before:
                closest, before = tuple([posts[each] for each in _closest(places)]), places
            related[language, post.folder] = closest
        for each in chain.from_iterable(on_topics.values()):
            each.appendleft(place)
    return related


def _closest(on_topics: Iterable[Iterable[int]]) -> list[int]:
    """The places that come up most often, the newest first among equals."""
    shared = Counter(sorted(chain.from_iterable(on_topics)))
    return sorted(shared, key=shared.__getitem__, reverse=True)[:MOST_RELATED]
