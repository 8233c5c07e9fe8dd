"""How fresh a post is: what it knows of figures that change later, and which of its two texts is the newer."""

from __future__ import annotations

import datetime

from newsroom.model.figure import Figure
from newsroom.model.language import Language, other
from newsroom.model.post import Post, Translation


def known_to(post: Post, figure: Figure) -> Figure:
    """A figure as a post shows it, which is already cut down to what may be seen."""
    return figure.as_of(post.released, last_correction(post))


def last_correction(post: Post) -> datetime.datetime:
    """The instant up to which a post knows of restatements: its release, or its last correction."""
    return max((post.released, *(correction.date for correction in post.corrections)))


def fresher_translation(post: Post, language: Language) -> Translation | None:
    """The other translation, where it changed in substance after this one did."""
    sibling = post.translations.get(other(language))
    return sibling if sibling and post.translations[language].updated < sibling.updated else None
