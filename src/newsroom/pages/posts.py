"""The page of each post, in each language it has."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from newsroom.model.language import LANGUAGES, Language, Localized, other
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.page import Page, Text
from newsroom.pages.planning import Desk
from newsroom.pages.views import Item, Link, PostView, WithdrawnView
from newsroom.pages.writing import Hand

MOST_RELATED: Final = 3
"""Related posts on a page: what fits beside each other on a desk and is still read on a phone."""


def plan_posts(desk: Desk) -> Iterator[Page]:
    """A page for each translation of each post."""
    for language in LANGUAGES:
        hand = desk.hands[language]
        here = [post for post in desk.newsroom.posts if language in post.translations]
        for index, post in enumerate(here):
            yield _withdrawn(desk, hand, post) if post.withdrawal else _post(desk, hand, post, here, index)


def _addresses(post: Post) -> Localized[str]:
    return Localized(*(addresses.post(language, post) for language in LANGUAGES))


def _post(desk: Desk, hand: Hand, post: Post, here: Sequence[Post], index: int) -> Page:
    translation = post.translations[hand.language]
    older = [each for each in here[index + 1 :] if not each.withdrawal]
    newer = next((each for each in reversed(here[:index]) if not each.withdrawal), None)
    return desk.page(
        hand,
        _addresses(post),
        "post.html",
        translation.title,
        _view(hand, post, newer=hand.post_link(newer) if newer else None, older=older),
        languages=tuple(post.translations),
        switch=addresses.home(other(hand.language)),
        description=translation.summary,
        text=Text(translation.path, translation.body),
        modified=hand.iso(_last_change(post, hand.language)),
    )


def _view(hand: Hand, post: Post, *, newer: Link | None, older: Sequence[Post]) -> PostView:
    translation, words, language = post.translations[hand.language], hand.words, hand.language
    author = hand.newsroom.executives[post.author]
    return PostView(
        type=hand.link(words.types[post.type], addresses.post_type(language, post.type)),
        date=hand.instant(post.released),
        updated=hand.instant(translation.updated) if translation.updated > post.released else None,
        author=hand.link(author.name[language], addresses.executive(language, author.key)),
        author_role=hand.role(author),
        summary=translation.summary,
        image=hand.image(post.hero),
        corrections=tuple(hand.note(correction.date, correction.text[language]) for correction in post.corrections),
        stale=words.stale if _is_stale(post, language) else "",
        single=words.single if len(post.translations) == 1 else "",
        sibling=_sibling(hand, post),
        facts=tuple(map(hand.fact, post.evidence)),
        topics=tuple(
            hand.link(hand.newsroom.topics[topic][language], addresses.topic(language, topic)) for topic in post.topics
        ),
        audiences=tuple(
            hand.link(words.audience_names[each], addresses.audience(language, each)) for each in post.audiences
        ),
        contact=hand.contact_of(post),
        boilerplate=hand.newsroom.organization.boilerplate[language],
        newer=newer,
        older=hand.post_link(older[0]) if older else None,
        related=_related(hand, post, older),
    )


def _withdrawn(desk: Desk, hand: Hand, post: Post) -> Page:
    assert post.withdrawal
    notice = hand.note(post.withdrawal.date, post.withdrawal.reason[hand.language])
    return desk.page(
        hand,
        _addresses(post),
        "withdrawn.html",
        hand.words.withdrawn_title,
        WithdrawnView(notice, hand.instant(post.released), hand.contact_of(post)),
        languages=tuple(post.translations),
        switch=addresses.home(other(hand.language)),
        description=notice.text,
        # Nothing of the text is left, but others' links to its file still lead here.
        text=Text(post.translations[hand.language].path, ""),
        modified=hand.iso(post.withdrawal.date),
    )


def _last_change(post: Post, language: Language) -> datetime.datetime:
    changes = [post.released, post.translations[language].updated, *(each.date for each in post.corrections)]
    return max(changes)


def _is_stale(post: Post, language: Language) -> bool:
    """Whether the other translation changed in substance after this one did."""
    sibling = post.translations.get(other(language))
    return sibling is not None and post.translations[language].updated < sibling.updated


def _sibling(hand: Hand, post: Post) -> Link | None:
    there = other(hand.language)
    if there not in post.translations:
        return None
    return Link(post.translations[there].title, addresses.post(there, post), there)


def _related(hand: Hand, post: Post, older: Sequence[Post]) -> tuple[Item, ...]:
    """Older posts that share most topics, the newest first among equals.

    Only older ones: so a new post leaves every page but its neighbour's as it is.
    """
    topics = set(post.topics)
    sharing = [each for each in older if topics & set(each.topics)]
    sharing.sort(key=lambda each: len(topics & set(each.topics)), reverse=True)
    return tuple(map(hand.item, islice(sharing, MOST_RELATED)))
