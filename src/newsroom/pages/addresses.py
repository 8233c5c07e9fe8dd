"""Where every page stands. An address below the site's root, ASCII, ending in a slash; the root itself is empty.

Addresses are for ever: they come from folder names and keys, never from titles or dates.
"""

from __future__ import annotations

from newsroom.model.language import Language
from newsroom.model.post import Audience, Post, PostType

FRONT = ""
NOT_FOUND = "404.html"


def home(language: Language) -> str:
    """A language's home."""
    return f"{language}/"


def post(language: Language, post: Post) -> str:
    """A post, under the year of its folder."""
    return f"{language}/posts/{post.year}/{post.slug}/"


def archive(language: Language) -> str:
    """The way into the archive."""
    return f"{language}/archive/"


def year(language: Language, year: int) -> str:
    """The posts of a year."""
    return f"{language}/archive/{year}/"


def post_type(language: Language, post_type: PostType) -> str:
    """The posts of a type."""
    return f"{language}/types/{post_type}/"


def topic(language: Language, topic: str) -> str:
    """The posts on a topic."""
    return f"{language}/topics/{topic}/"


def audience(language: Language, audience: Audience) -> str:
    """The page of an audience."""
    return f"{language}/audiences/{audience}/"


def executives(language: Language) -> str:
    """Everyone who speaks for the organisation."""
    return f"{language}/executives/"


def executive(language: Language, key: str) -> str:
    """An executive's page."""
    return f"{language}/executives/{key}/"


def accounts(language: Language) -> str:
    """The official accounts."""
    return f"{language}/accounts/"


def media_contacts(language: Language) -> str:
    """Whom to call."""
    return f"{language}/media-contacts/"


def boilerplate(language: Language) -> str:
    """The paragraph about the organisation."""
    return f"{language}/boilerplate/"


def plain_page(language: Language, slug: str) -> str:
    """A plain page."""
    return f"{language}/{slug}/"


def page_of_list(first: str, number: int) -> str:
    """An older page of a list, numbered from the oldest, so that a new post never moves what is on it."""
    return f"{first}page/{number}/"


def asset(path: str) -> str:
    """A picture or other file, at the path that it has below ``content/``."""
    return path
