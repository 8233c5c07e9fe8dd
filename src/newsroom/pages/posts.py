"""The page of each post, in each language it has."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newsroom.model.language import LANGUAGES, Language, Localized, other
from newsroom.model.post import Post, Translation
from newsroom.pages import addresses
from newsroom.pages.neighbours import Neighbours
from newsroom.pages.page import Page, Text
from newsroom.pages.planning import Desk
from newsroom.pages.views import Link, PostView, WithdrawnView
from newsroom.pages.writing import Hand


def plan_posts(desk: Desk) -> Iterator[Page]:
    """A page for each translation of each post."""
    for language in LANGUAGES:
        hand = desk.hands[language]
        here = [post for post in desk.newsroom.posts if language in post.translations]
        neighbours = Neighbours(here)
        for post in here:
            yield _withdrawn(desk, hand, post) if post.withdrawal else _post(desk, hand, post, neighbours)


def _addresses(post: Post) -> Localized[str]:
    return Localized(*(addresses.post(language, post) for language in LANGUAGES))


def _post(desk: Desk, hand: Hand, post: Post, neighbours: Neighbours) -> Page:
    translation = post.translations[hand.language]
    return desk.page(
        hand,
        _addresses(post),
        "post.html",
        translation.title,
        _view(hand, post, neighbours),
        languages=tuple(post.translations),
        switch=addresses.home(other(hand.language)),
        description=translation.summary,
        text=Text(translation.path, translation.body),
        modified=hand.iso(_last_change(post, hand.language)),
    )


def _view(hand: Hand, post: Post, neighbours: Neighbours) -> PostView:
    translation, words, language = post.translations[hand.language], hand.words, hand.language
    author = hand.newsroom.executives[post.author]
    newer, older = neighbours.newer(post), neighbours.older(post)
    fresher = _fresher_translation(post, language)
    return PostView(
        type=hand.link(words.types[post.type], addresses.post_type(language, post.type)),
        date=hand.instant(post.released),
        updated=hand.instant(translation.updated) if translation.updated > post.released else None,
        author=hand.link(author.name[language], addresses.executive(language, author.key)),
        author_role=hand.role(author),
        summary=translation.summary,
        image=hand.image(post.hero),
        corrections=tuple(hand.note(correction.date, correction.text[language]) for correction in post.corrections),
        stale=words.stale if fresher else "",
        single=words.single if len(post.translations) == 1 else "",
        sibling=Link(fresher.title, addresses.post(fresher.language, post), fresher.language) if fresher else None,
        facts=tuple(map(hand.fact, post.evidence)),
        topics=_topics(hand, post),
        audiences=_audiences(hand, post),
        contact=hand.contact_of(post),
        boilerplate=hand.newsroom.organization.boilerplate[language],
        newer=hand.post_link(newer) if newer else None,
        older=hand.post_link(older) if older else None,
        related=tuple(map(hand.item, neighbours.related(post))),
    )


def _topics(hand: Hand, post: Post) -> tuple[Link, ...]:
    names, language = hand.newsroom.topics, hand.language
    return tuple(hand.link(names[topic][language], addresses.topic(language, topic)) for topic in post.topics)


def _audiences(hand: Hand, post: Post) -> tuple[Link, ...]:
    names, language = hand.words.audience_names, hand.language
    return tuple(hand.link(names[each], addresses.audience(language, each)) for each in post.audiences)


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


def _fresher_translation(post: Post, language: Language) -> Translation | None:
    """The other translation, where it changed in substance after this one did."""
    sibling = post.translations.get(other(language))
    return sibling if sibling and post.translations[language].updated < sibling.updated else None
