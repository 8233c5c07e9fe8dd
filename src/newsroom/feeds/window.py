"""Which posts stand in the live feed, and which in the documents of its archive (RFC 5005, section 4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from newsroom.model.post import Post

SHEET: Final = 30
"""Posts in an archive document, and the fewest in the live feed where there are more: Flipboard asks for thirty."""
MOST: Final = 60
"""Posts in the live feed at most: Google takes in so many new ones at a time."""
LATEST: Final = 50
"""Posts in a feed without an archive, which leaves room for those that changed."""


class Window(NamedTuple):
    """The posts of the live feed, newest first, and those of each archive document, the oldest document first."""

    live: tuple[Post, ...]
    archives: tuple[tuple[Post, ...], ...]


def window(posts: Sequence[Post], changed: Callable[[Post], datetime]) -> Window:
    """Cut posts, newest first, so that a new one changes no archive document.

    A post that ``changed`` after the live feed's oldest was released is in the live feed too, for subscribers look
    nowhere else.
    """
    full = max(0, len(posts) // SHEET - 1)
    front = len(posts) - full * SHEET
    older = posts[front:]
    archives = [tuple(older[start : start + SHEET]) for start in range(0, len(older), SHEET)]
    return Window((*posts[:front], *_changed(posts, front, changed)), tuple(reversed(archives)))


def newest(posts: Sequence[Post], changed: Callable[[Post], datetime]) -> tuple[Post, ...]:
    """The posts of a feed that has no archive: as many as may be, and older ones that changed since."""
    return (*posts[:LATEST], *_changed(posts, LATEST, changed))


def _changed(posts: Sequence[Post], front: int, changed: Callable[[Post], datetime]) -> list[Post]:
    """Older posts that changed since the oldest of those in front was released, as many as there is room for."""
    older = posts[front:]
    if not older:
        return []
    since = posts[front - 1].released
    found = sorted((post for post in older if changed(post) >= since), key=changed, reverse=True)[: MOST - front]
    places = {post.folder: place for place, post in enumerate(older)}
    return sorted(found, key=lambda post: places[post.folder])
