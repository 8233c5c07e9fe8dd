"""How addresses that were are written, in aliases and redirects: rules read them without planning any page."""

from __future__ import annotations

from typing import Final

from newsroom.model.executive import Executive
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.newsroom import PlainPage
from newsroom.model.post import Post

FEEDS: Final = "feeds/"
"""Begins the path of a feed that is moved by itself: ``feeds/topics/ports``, in all its formats."""


def old_paths(content: Post | Executive | PlainPage) -> tuple[str, ...]:
    """What a folder of the content was called before, as a path below a language's home."""
    kind = "posts/" if isinstance(content, Post) else "executives/" if isinstance(content, Executive) else ""
    return tuple(kind + alias for alias in content.aliases)


def own_path(content: Post | Executive | PlainPage) -> str:
    """Where a folder of the content stands, as a path below a language's home."""
    if isinstance(content, Post):
        return f"posts/{content.year}/{content.slug}"
    return f"executives/{content.key}" if isinstance(content, Executive) else content.slug


def address_of(path: str, language: Language) -> str:
    """The address of a path below a language's home, or below the site's root where it begins with a language."""
    return f"{path}/" if _language_of(path) else f"{language}/{path}/"


def languages_of(path: str) -> tuple[Language, ...]:
    """The languages that a path is meant for: the one that it begins with, or both."""
    own = _language_of(path)
    return (own,) if own else LANGUAGES


def _language_of(path: str) -> Language | None:
    return next((language for language in LANGUAGES if path.startswith(f"{language}/")), None)
