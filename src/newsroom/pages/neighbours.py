"""Which posts a reader of one may want next: the one before, the one after, and those on the same topics.

Related posts are always older ones: so a new post leaves every page but its neighbour's as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from newsroom.model.language import Language
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


class Neighbours:
    """Finds the neighbourhood of each post that still stands; ``posts`` begin with the newest.

    Posts are known by their places in that order. Neighbours in a language are those that have it.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self._posts = [post for post in posts if not post.withdrawal]
        self._places = {post.folder: place for place, post in enumerate(self._posts)}
        self._in: defaultdict[Language, list[int]] = defaultdict(list)
        self._on: defaultdict[tuple[Language, str], list[int]] = defaultdict(list)
        for place, post in enumerate(self._posts):
            for language in post.translations:
                self._in[language].append(place)
                for topic in set(post.topics):
                    self._on[language, topic].append(place)

    def of(self, post: Post, language: Language) -> Neighbourhood:
        """The neighbourhood of a post among those that have a language."""
        here, place = self._in[language], self._places[post.folder]
        before, after = bisect_left(here, place), bisect_right(here, place)
        return Neighbourhood(
            newer=self._posts[here[before - 1]] if before else None,
            older=self._posts[here[after]] if after < len(here) else None,
            related=tuple(
                self._posts[each]
                for each in _closest(tuple(self._older(place, language, topic) for topic in sorted(set(post.topics))))
            ),
        )

    def _older(self, place: int, language: Language, topic: str) -> tuple[int, ...]:
        places = self._on[language, topic]
        first = bisect_right(places, place)
        return tuple(places[first : first + REACH])


@lru_cache(maxsize=2)
def _closest(on_topics: tuple[tuple[int, ...], ...]) -> list[int]:
    """The places that come up most often, the newest first among equals.

    Remembered for a post's other language, for which they mostly are the same.
    """
    shared = Counter(sorted(chain.from_iterable(on_topics)))
    return sorted(shared, key=shared.__getitem__, reverse=True)[:MOST_RELATED]
