"""What the law took away: where a notice stands, and a server says that what was there is gone for good."""

from __future__ import annotations

from newsroom.model.newsroom import Newsroom
from newsroom.pages import addresses


def gone(visible: Newsroom) -> tuple[str, ...]:
    """The address of each such notice in each language, in order, of a newsroom cut down to what may be seen."""
    return tuple(
        sorted(
            addresses.post(language, post)
            for post in visible.posts
            if post.withdrawal and post.withdrawal.legal
            for language in post.translations
        )
    )
