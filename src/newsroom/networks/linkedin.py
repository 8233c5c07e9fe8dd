"""LinkedIn, by its Posts API (https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api).

A text is in *little text format* (…/shares/little-text-format): some characters mean something, and one of them that
is not escaped makes LinkedIn cut the text there, and say that all is well. The link to the post stands beside the
text, with the card that we send: LinkedIn does not look at the page.
"""

from __future__ import annotations

import re
from typing import Final

from newsroom.networks.counting import CHARACTERS
from newsroom.networks.network import Draft, Limit, Network

MOST: Final = 3000
"""Whether backslashes count is written nowhere; here they do."""

_RESERVED: Final = re.compile(r"[\\|{}@\[\]()<>#*_~]")


def escaped(text: str) -> str:
    """A text in little text format, in which nothing means anything but itself."""
    return _RESERVED.sub(r"\\\g<0>", text)


def unescaped(text: str) -> str:
    """The text that readers are shown of one in little text format without templates."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def written(draft: Draft) -> str:
    """The ``commentary`` of a post: its words, and each hashtag as a template, without which it is no hashtag."""
    hashtags = " ".join(f"{{hashtag|\\#|{escaped(hashtag)}}}" for hashtag in draft.hashtags)
    return "\n\n".join(part for part in (escaped(draft.words), hashtags) if part)


NETWORK: Final = Network("linkedin", (Limit(MOST, len, CHARACTERS),), written, hashtags=3)
