"""What both texts of a post say, and which of them is older."""

from __future__ import annotations

import datetime

from newsroom.model.freshness import fresher_translation
from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.facts import Whole, whole_of


def wholes(wordings: Wordings) -> Localized[Whole]:
    """What each of the texts says anywhere."""
    return Localized(whole_of(wordings["ar"]), whole_of(wordings["en"]))


def is_older(content: Content, language: Language) -> bool:
    """Whether a post's text is known to be older than its sibling, and may lack what was last added there."""
    return isinstance(content, Post) and fresher_translation(content, language) is not None


def day_of(content: Content) -> datetime.date | None:
    """The day that a post's page tells in both languages beside its text."""
    return content.date.date() if isinstance(content, Post) else None
