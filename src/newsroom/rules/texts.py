"""Every text of a newsroom that has a body with links in it."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.executive import Biography
from newsroom.model.newsroom import Newsroom, PlainPageText
from newsroom.model.post import Translation


def texts(newsroom: Newsroom) -> Iterator[Translation | Biography | PlainPageText]:
    """Translations of posts, biographies and plain pages."""
    for post in newsroom.posts:
        yield from post.translations.values()
    for executive in newsroom.executives.values():
        yield from executive.biographies.values()
    for page in newsroom.pages:
        yield from page.texts.values()
