"""What the rules on the policy share: which posts it judges, which of them a part of it means, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.policy import Expressions, Policy, Scope
from newsroom.model.post import Post
from newsroom.prose.expressions import Found, find, may_stand
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings


def is_judged(content: Content, policy: Policy) -> bool:
    """Whether the policy holds for a folder: not for what was released before it, nor for what was withdrawn."""
    if not isinstance(content, Post):
        return True
    is_older = policy.since is not None and content.released < policy.since
    return content.pubstatus != "canceled" and not is_older


def fits(scope: Scope, post: Post, wordings: Wordings) -> bool:
    """Whether a post is one of those that are meant."""
    if post.type in scope.types or not set(scope.topics).isdisjoint(post.topics):
        return True
    return says(scope.words, wordings)


def says(words: Expressions, wordings: Wordings) -> bool:
    """Whether one of the words stands in a title, a summary or a text, in either language."""
    return any(True for wording in wordings.values() for _ in places(words, wording))


def places(words: Expressions, wording: Wording) -> Iterator[tuple[Passage, Found]]:
    """Each place at which one of the words stands, in the order of the text."""
    expressions: tuple[str, ...] = getattr(words, wording.language)
    if expressions:
        whole = "\n".join(passage.text for passage in wording.passages)
        expressions = may_stand(expressions, whole, wording.language)
    if expressions:
        for passage in wording.passages:
            yield from ((passage, found) for found in find(expressions, passage.text, wording.language))


def cited(paragraph: str, policy: Policy) -> dict[str, str]:
    """The values by which a finding cites a paragraph: its number, and its words in both languages."""
    words = policy.paragraphs.get(paragraph)
    return {
        "paragraph": paragraph,
        "words": words.en if words else "",
        "words_ar": words.ar if words else "",
    }
