"""What can be subscribed to: for each list of posts in each language, the feed that holds the same posts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import AUDIENCES, POST_TYPES, Post
from newsroom.pages import addresses
from newsroom.pages.addresses import Feeds
from newsroom.pages.listings import grouped
from newsroom.pages.writing import Hand

Key = TypeVar("Key", bound=str)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed to offer: what it is called, and the address of the page that lists the same posts."""

    name: str
    title: str
    language: Language
    page: str
    feeds: Feeds


@dataclass(frozen=True, slots=True)
class Subject:
    """A subscription, and its posts that are in its language, the newest first."""

    subscription: Subscription
    posts: Sequence[Post]


@dataclass(frozen=True, slots=True)
class SubjectGroup:
    """Subjects under a heading; that of the feed of everything is empty."""

    heading: str
    subjects: tuple[Subject, ...]


def everything(hand: Hand) -> Subscription:
    """The feed of every post in a language."""
    title = hand.words.front_title.format(name=hand.newsroom.organization.name[hand.language])
    return _subscription(hand, "", title, addresses.home(hand.language))


def subject_groups(newsroom: Newsroom, hand: Hand) -> tuple[SubjectGroup, ...]:
    """Every subject of a language, in groups; one without a post in that language has no feed.

    ``newsroom`` is already cut down to what may be seen.
    """
    posts = [post for post in newsroom.posts if hand.language in post.translations]
    words = hand.words
    groups = (
        SubjectGroup("", (Subject(everything(hand), posts),)),
        SubjectGroup(words.by_type, tuple(_types(hand, posts))),
        SubjectGroup(words.by_topic, tuple(_topics(hand, posts))),
        SubjectGroup(words.executives, tuple(_executives(hand, posts))),
        SubjectGroup(words.by_audience, tuple(_audiences(hand, posts))),
    )
    return tuple(group for group in groups if group.subjects)


def feeds_of(language: Language, post: Post) -> Iterator[str]:
    """The addresses of the feeds that a post is in, in each format."""
    names = (
        "",
        subject_name("types", post.type),
        *(subject_name("topics", topic) for topic in post.topics),
        subject_name("executives", post.author),
        *(subject_name("audiences", audience) for audience in post.audiences),
    )
    for name in names:
        yield from addresses.feeds(language, name)


def subject_name(kind: str, key: str) -> str:
    """The name of a subject's feed, such as ``topics/ports``."""
    return f"{kind}/{key}"


def _types(hand: Hand, posts: Sequence[Post]) -> Iterator[Subject]:
    names = {each: hand.words.types_in_plural[each] for each in POST_TYPES}
    return _subjects(hand, posts, "types", names, lambda post: (post.type,))


def _topics(hand: Hand, posts: Sequence[Post]) -> Iterator[Subject]:
    names = {topic: name[hand.language] for topic, name in hand.newsroom.topics.items()}
    return _subjects(hand, posts, "topics", names, lambda post: post.topics)


def _executives(hand: Hand, posts: Sequence[Post]) -> Iterator[Subject]:
    names = {key: executive.name[hand.language] for key, executive in hand.newsroom.executives.items()}
    return _subjects(hand, posts, "executives", names, lambda post: (post.author,))


def _audiences(hand: Hand, posts: Sequence[Post]) -> Iterator[Subject]:
    names = {each: hand.words.for_audience[each] for each in AUDIENCES}
    return _subjects(hand, posts, "audiences", names, lambda post: post.audiences)


def _subjects(
    hand: Hand, posts: Sequence[Post], kind: str, names: Mapping[Key, str], keys: Callable[[Post], Collection[Key]]
) -> Iterator[Subject]:
    by_key = grouped(posts, keys)
    for key, title in names.items():
        if by_key[key]:
            page = f"{hand.language}/{kind}/{key}/"
            yield Subject(_subscription(hand, subject_name(kind, key), title, page), by_key[key])


def _subscription(hand: Hand, name: str, title: str, page: str) -> Subscription:
    return Subscription(name, title, hand.language, page, addresses.feeds(hand.language, name))
