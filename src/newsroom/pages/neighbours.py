"""Which posts a reader of one may want next: the one before, the one after, and those on the same topics.

Related posts are always older ones: so a new post leaves every page but its neighbour's as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from newsroom.model.post import Post

MOST_RELATED: Final = 3
"""What fits beside each other on a desk and is still read on a phone."""
REACH: Final = 20
"""How many older posts on each topic are looked at: what lies further back is rarely what a reader wants next."""


class Neighbours:
    """The posts of one language that still stand, newest first, and where each one is among them."""

    def __init__(self, posts: Sequence[Post]) -> None:
        self._posts = [post for post in posts if not post.withdrawal]
        self._places = {post.id: place for place, post in enumerate(self._posts)}
        self._by_topic: defaultdict[str, list[int]] = defaultdict(list)
        for place, post in enumerate(self._posts):
            for topic in post.topics:
                self._by_topic[topic].append(place)

    def newer(self, post: Post) -> Post | None:
        """The post released next."""
        place = self._places[post.id]
        return self._posts[place - 1] if place else None

    def older(self, post: Post) -> Post | None:
        """The post released before."""
        place = self._places[post.id] + 1
        return self._posts[place] if place < len(self._posts) else None

    def related(self, post: Post) -> list[Post]:
        """Older posts that share most topics, the newest first among equals."""
        shared: Counter[int] = Counter()
        for topic in set(post.topics):
            places = self._by_topic[topic]
            start = bisect_right(places, self._places[post.id])
            shared.update(places[start : start + REACH])
        best = sorted(shared, key=lambda place: (-shared[place], place))
        return [self._posts[place] for place in best[:MOST_RELATED]]
