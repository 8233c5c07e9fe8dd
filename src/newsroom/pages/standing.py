"""The addresses at which pages and feeds stand, told from a newsroom without planning it.

A rule asks for them in a newsroom that has other faults, of which no site could be planned; a test holds them to what
is planned of one without.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import AUDIENCES, Post
from newsroom.pages import addresses


def standing_pages(newsroom: Newsroom) -> Localized[frozenset[str]]:
    """In each language the address of every page of a newsroom, but for those among which a list is shared out.

    These are the numbered pages of a list, and the years of the media library.
    """
    return Localized(*(frozenset(_in_language(newsroom, language)) for language in LANGUAGES))


def standing_feeds(newsroom: Newsroom, language: Language) -> frozenset[str]:
    """The names of a language's feeds, such as ``topics/ports``; that of everything has none, and is always there."""
    return frozenset(
        name for post in newsroom.posts if language in post.translations for name in _feeds(post, newsroom)
    )


def _feeds(post: Post, newsroom: Newsroom) -> Iterator[str]:
    yield f"types/{post.type}"
    yield from (f"topics/{topic}" for topic in post.topics if topic in newsroom.topics)
    yield from (f"audiences/{audience}" for audience in post.audiences)
    if post.author in newsroom.executives:
        yield f"executives/{post.author}"


def _in_language(newsroom: Newsroom, language: Language) -> Iterator[str]:
    yield from _of_service(newsroom, language)
    yield from (addresses.executive(language, key) for key in newsroom.executives)
    yield from (addresses.plain_page(language, page.slug) for page in newsroom.pages if language in page.texts)
    yield from (addresses.audience(language, audience) for audience in AUDIENCES)
    yield addresses.post_type(language, "results")
    for post in newsroom.posts:
        yield addresses.year(language, post.year)
        yield addresses.post_type(language, post.type)
        yield from (addresses.topic(language, topic) for topic in post.topics if topic in newsroom.topics)
        if language in post.translations:
            yield addresses.post(language, post)


def _of_service(newsroom: Newsroom, language: Language) -> Iterator[str]:
    """The pages of which there is one."""
    yield addresses.home(language)
    yield addresses.archive(language)
    yield addresses.executives(language)
    yield addresses.accounts(language)
    yield addresses.media_contacts(language)
    yield addresses.media_library(language)
    yield addresses.boilerplate(language)
    yield addresses.subscribe(language)
    yield addresses.search(language)
    if newsroom.occasions:
        yield addresses.calendar(language)
    if newsroom.figures:
        yield addresses.figures(language)
    if newsroom.hosting.keys:
        yield addresses.verification(language)
