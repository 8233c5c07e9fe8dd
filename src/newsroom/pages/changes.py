"""When a post last changed."""

from __future__ import annotations

import datetime

from newsroom.model.language import Language
from newsroom.model.post import Post


def last_change(post: Post, language: Language) -> datetime.datetime:
    """The instant of a post's last change of substance in a language: its release, a correction, its withdrawal.

    ``post`` is already cut down to what may be seen.
    """
    if post.withdrawal:
        return max(post.released, post.withdrawal.date)
    corrections = (correction.date for correction in post.corrections)
    return max(post.released, post.translations[language].updated, *corrections)
