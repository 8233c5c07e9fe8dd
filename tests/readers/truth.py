"""What readers ought to understand of a post, told from the newsroom's records and the published pages."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from newsroom.languages import words
from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.pages import addresses


@dataclass(frozen=True)
class Truth:
    """A post in one language: what every reader must find of it."""

    title: str
    link: str
    published: datetime.datetime
    author: str
    topics: tuple[str, ...]
    withdrawn: bool


def truths(newsroom: Newsroom, language: Language) -> dict[str, Truth]:
    """Every post that is in a language, by its address; the newsroom is cut down to what may be seen."""
    told = (_truth(newsroom, post, language) for post in newsroom.posts if language in post.translations)
    return {truth.link: truth for truth in told}


def _truth(newsroom: Newsroom, post: Post, language: Language) -> Truth:
    withdrawn = post.withdrawal is not None
    return Truth(
        title=words(language).withdrawn_title if withdrawn else post.translations[language].title,
        link=newsroom.address + addresses.post(language, post),
        published=post.released,
        author=newsroom.executives[post.author].name[language],
        topics=tuple(newsroom.topics[topic][language] for topic in post.topics),
        withdrawn=withdrawn,
    )
