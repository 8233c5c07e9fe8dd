"""LinkedIn, by its Posts API (https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api).

A text is in *little text format* (…/shares/little-text-format): some characters mean something, and one of them that
is not escaped makes LinkedIn cut the text there, and say that all is well. The link to the post stands beside the
text, with the card that we send: LinkedIn does not look at the page.
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.networks.counting import CHARACTERS
from newsroom.networks.likeness import SETTLES
from newsroom.networks.linkedin_posts import Author
from newsroom.networks.little_text import escaped, hashtag, readable
from newsroom.networks.network import Draft, Limit, Network

MOST: Final = 3000
"""Whether backslashes count is written nowhere; here they do."""


def written(draft: Draft) -> str:
    """The ``commentary`` of a post: its words, and each hashtag as a template, without which it is no hashtag."""
    hashtags = " ".join(map(hashtag, draft.hashtags))
    return "\n\n".join(part for part in (escaped(draft.words), hashtags) if part)


NETWORK: Final = Network(
    "linkedin",
    (Limit(MOST, len, CHARACTERS),),
    written,
    hashtags=3,
    opened=Author,
    settings={
        "id": Localized(
            "معرّف الصفحة (urn:li:organization:…) أو العضو (urn:li:person:…) لدى LinkedIn",
            "LinkedIn's own name of the page (urn:li:organization:…) or of the member (urn:li:person:…)",
        )
    },
    secrets={"token": Localized("رمز وصول، يعيش ستين يومًا", "an access token, which lives for sixty days")},
    settles=SETTLES,
    shown=readable,
)
