"""Every feed of the site, with the files it stands in."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from newsroom.feeds.entries import entry_of
from newsroom.feeds.feed import Chain, Feed, Logo
from newsroom.feeds.formats import in_all_formats
from newsroom.feeds.opml import Group, Outline, opml
from newsroom.feeds.window import newest, window
from newsroom.model.language import Language
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.addresses import Feeds
from newsroom.pages.changes import last_change
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.moves import moved_feeds
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.subscription import Subject, SubjectGroup, Subscription, subject_groups

BEGINNING: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""When a feed without a post last changed: there must be an instant, and it may not be the clock's."""
_IDENTITIES: Final = uuid.UUID("b6e4f8ea-2d55-5c6c-8f0e-59ac3a0f1d27")
"""The namespace of feeds' ids, chosen once and for ever."""


class Place(NamedTuple):
    """Where a document of a feed stands: its own addresses, those of the live one, those of the archive before it."""

    own: Feeds
    current: Feeds
    previous: Feeds | None = None


def plan_feeds(desk: Desk) -> Iterator[Document]:
    """Each feed in its three formats, the archive of those of everything, and the list of them all."""
    outlined: list[tuple[str, tuple[Subscription, ...]]] = []
    for paper in desk.papers:
        groups, changes = subject_groups(desk.newsroom, paper.hand), _changes(desk.newsroom.posts, paper.hand.language)
        outlined += (_in_brief(paper, group) for group in groups)
        for group in groups:
            for subject in group.subjects:
                yield from _plan_subject(desk, paper, subject, changes)
        yield from _plan_moved(desk, paper, groups, changes)
    yield desk.document((addresses.OPML,), _list, desk.papers[desk.newsroom.lead], tuple(outlined))


def _changes(posts: Sequence[Post], language: Language) -> Callable[[Post], datetime.datetime]:
    """When each post last changed in a language: every subject that a post is in asks."""
    changes = {post.folder: last_change(post, language) for post in posts if language in post.translations}
    return lambda post: changes[post.folder]


def _plan_subject(
    desk: Desk, paper: Paper, subject: Subject, changed: Callable[[Post], datetime.datetime]
) -> Iterator[Document]:
    subscription, live = subject.subscription, subject.subscription.feeds
    if subscription.name:
        yield _plan(desk, paper, subscription, Place(live, live), newest(subject.posts, changed))
        return
    latest, archives = window(subject.posts, changed)
    previous = None
    for number, archived in enumerate(archives, 1):
        own = addresses.feed_archive(paper.hand.language, number)
        yield _plan(desk, paper, subscription, Place(own, live, previous), archived)
        previous = own
    yield _plan(desk, paper, subscription, Place(live, live, previous), latest)


def _plan_moved(
    desk: Desk, paper: Paper, groups: Sequence[SubjectGroup], changed: Callable[[Post], datetime.datetime]
) -> Iterator[Document]:
    """At each address that a feed had before, what stands at the new one, which tells readers where that is."""
    language = paper.hand.language
    live = {subject.subscription.name: subject for group in groups for subject in group.subjects}
    for old, new in moved_feeds(desk.newsroom, language).items():
        subject, own = live[new], addresses.feeds(language, old)
        # The last that is planned of a subject is its live feed; those before are its archive.
        *_, current = _plan_subject(desk, paper, subject, changed)
        yield desk.document(tuple(own), _moved, own, *current.inputs, sources=current.sources)


def _moved(texts: Texts, own: Feeds, *inputs: Any) -> Made:
    yield from zip(own, (data for _, data in _feed(texts, *inputs)), strict=True)


def _plan(desk: Desk, paper: Paper, subscription: Subscription, place: Place, posts: tuple[Post, ...]) -> Document:
    language = paper.hand.language
    sources = tuple(post.translations[language].path for post in posts if not post.withdrawal)
    return desk.document(tuple(place.own), _feed, paper, subscription, place, posts, sources=sources)


def _feed(texts: Texts, paper: Paper, subscription: Subscription, place: Place, posts: tuple[Post, ...]) -> Made:
    feed = feed_of(texts, paper, subscription, place, posts)
    yield from zip(place.own, in_all_formats(feed), strict=True)


def feed_of(texts: Texts, paper: Paper, subscription: Subscription, place: Place, posts: tuple[Post, ...]) -> Feed:
    """A document of a feed as a value."""
    hand, newsroom, language = paper.hand, paper.hand.newsroom, paper.hand.language
    organization = newsroom.organization
    entries = tuple(
        entry_of(hand, post, "" if post.withdrawal else texts.html(post.translations[language].path)) for post in posts
    )
    chains = _chains(newsroom.address, place)
    title = subscription.title
    if subscription.name:
        title = f"{title}{hand.words.title_joint}{organization.name[language]}"
    return Feed(
        id=uuid.uuid5(_IDENTITIES, f"{organization.website}/{language}/{subscription.name}").urn,
        title=title,
        description=organization.description[language],
        tongue=language,
        language=newsroom.tongues[language].tag,
        home=newsroom.address + subscription.page,
        updated=max((entry.modified for entry in entries), default=BEGINNING),
        publisher=organization.name[language],
        website=organization.website,
        rights=f"© {organization.name[language]}",
        logo=_logo(paper),
        hub=newsroom.hosting.hub,
        rss=chains[0],
        atom=chains[1],
        json=chains[2],
        entries=entries,
    )


def _chains(site: str, place: Place) -> tuple[Chain, ...]:
    """In the order of a feed's addresses."""
    return tuple(
        Chain(site + own, site + current, site + previous if previous else "")
        for own, current, previous in zip(place.own, place.current, place.previous or ("", "", ""), strict=True)
    )


def _logo(paper: Paper) -> Logo | None:
    newsroom = paper.hand.newsroom
    if newsroom.organization.icon is None:
        return None
    small, large, tab = (newsroom.address + addresses.icon(size) for size in addresses.ICONS)
    return Logo(small, large, tab)


def _in_brief(paper: Paper, group: SubjectGroup) -> tuple[str, tuple[Subscription, ...]]:
    heading = group.heading or paper.hand.words.all_feeds
    return heading, tuple(subject.subscription for subject in group.subjects)


def _list(_: Texts, paper: Paper, groups: tuple[tuple[str, tuple[Subscription, ...]], ...]) -> Made:
    site = paper.hand.newsroom.address
    outlined = (Group(heading, tuple(_outline(site, paper, each) for each in group)) for heading, group in groups)
    title = paper.hand.words.front_title.format(name=paper.hand.newsroom.organization.name[paper.hand.language])
    yield addresses.OPML, opml(title, outlined)


def _outline(site: str, paper: Paper, subscription: Subscription) -> Outline:
    language = paper.hand.newsroom.tongues[subscription.language].tag
    return Outline(
        subscription.title,
        site + subscription.feeds.rss,
        site + subscription.page,
        language,
        paper.hand.newsroom.organization.description[subscription.language],
    )
