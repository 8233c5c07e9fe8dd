"""The edition of a post: a word that changes whenever what is published of it does.

Its page says it in a ``meta`` element, so that who fetches the page can tell whether it is the one that is meant.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import msgspec

from newsroom.model.language import Language
from newsroom.model.post import Post
from newsroom.pages.digesting import digest_of


def edition_of(post: Post, language: Language) -> str:
    """The edition of a post in a language, as the public may see it; what accounts say of it is no part of it."""
    alone = replace(post, social=(), translations={language: post.translations[language]})
    tree = msgspec.to_builtins(alone, builtin_types=(datetime.datetime,))
    return digest_of(json.dumps(tree, default=_instant).encode())


def _instant(instant: datetime.datetime) -> str:
    # The same instant, in whichever zone it was written or remembered.
    return instant.astimezone(datetime.UTC).isoformat()
