"""What accounts will say of a post, as part of what its approvers sign.

It is no part of what is published on the site: when an account is added, or other words are composed, the post stays
public, and only the words that nobody consented to are not sent.
"""

from __future__ import annotations

from newsroom.approvals.contents import Contents
from newsroom.crosspost.composing import compose
from newsroom.model.message import MESSAGE
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.pages.release import in_preview


def messages(newsroom: Newsroom, post: Post) -> Contents:
    """The messages of a post as they would be sent, by their names; of a withdrawn post none are."""
    visible = in_preview(newsroom)
    shown = next(each for each in visible.posts if each.id == post.id)
    return {} if shown.withdrawal else {message.name: message.text for message in compose(visible, shown)}


def on_the_site(contents: Contents) -> Contents:
    """Of what was signed, what is published on the site."""
    return {name: value for name, value in contents.items() if not name.startswith(MESSAGE)}


def on_accounts(contents: Contents) -> Contents:
    """Of what was signed, the messages."""
    return {name: value for name, value in contents.items() if name.startswith(MESSAGE)}
