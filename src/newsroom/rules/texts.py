"""Every text that has a body with links in it."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.executive import Biography, Executive
from newsroom.model.newsroom import Newsroom, PlainPageText
from newsroom.model.post import Post, Translation
from newsroom.reading.folders import Content

Text = Translation | Biography | PlainPageText


def texts(newsroom: Newsroom) -> Iterator[Text]:
    """Translations of posts, biographies and plain pages."""
    for content in newsroom.folders:
        yield from texts_of(content)


def texts_of(content: Content) -> Iterator[Text]:
    """The texts of one folder."""
    if isinstance(content, Post):
        yield from content.translations.values()
    elif isinstance(content, Executive):
        yield from content.biographies.values()
    else:
        yield from content.texts.values()
