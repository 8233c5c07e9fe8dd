"""Lists of posts by year, type, topic and audience, and the page that leads into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.organization import Contact
from newsroom.model.post import AUDIENCES, POST_TYPES, Audience, Post
from newsroom.pages import addresses
from newsroom.pages.audiences import has_front, plan_front
from newsroom.pages.listings import grouped, sheets
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.subjects import Subject, feed_names, list_page
from newsroom.pages.views import ArchiveView, Link, Shelf
from newsroom.pages.writing import Hand

Key = TypeVar("Key")

_List = tuple[Subject, Sequence[Post]]
_Counted = tuple[Localized[str], tuple[tuple[Subject, int], ...]]
"""A shelf's heading, and each of its subjects with the number of its posts."""


def plan_archive(desk: Desk) -> Iterator[Blueprint]:
    """Every list in each language, and the archive's front."""
    shelves = _shelves(desk)
    counted = tuple((heading, tuple((subject, len(posts)) for subject, posts in lists)) for heading, lists in shelves)
    yield from desk.twins(Localized(*map(addresses.archive, LANGUAGES)), _front, counted)
    for heading, lists in shelves:
        for subject, posts in lists:
            yield from _plan_list(desk, heading, subject, posts)


def _plan_list(desk: Desk, heading: Localized[str], subject: Subject, posts: Sequence[Post]) -> Iterator[Blueprint]:
    front, *numbered = sheets(subject.address, posts, desk.newsroom.posts_per_page)
    if has_front(subject.audience):
        yield from plan_front(desk, heading, subject, front, posts)
    else:
        yield from desk.twins(front.address, list_page, heading, subject, front, len(posts))
    for sheet in numbered:
        yield from desk.twins(sheet.address, list_page, heading, subject, sheet, 0)


def _shelves(desk: Desk) -> list[tuple[Localized[str], list[_List]]]:
    words = Localized(*(hand.words for hand in desk.hands))
    standing = [post for post in desk.newsroom.posts if not post.withdrawal]
    return [
        (Localized(words.ar.by_year, words.en.by_year), list(_years(desk))),
        (Localized(words.ar.by_type, words.en.by_type), list(_types(desk, standing))),
        (Localized(words.ar.by_topic, words.en.by_topic), list(_topics(desk, standing))),
        (Localized(words.ar.by_audience, words.en.by_audience), list(_audiences(desk, standing))),
    ]


def _years(desk: Desk) -> Iterator[_List]:
    """Years hold every post, withdrawn ones as notices: nothing that was published goes missing."""
    groups = grouped(desk.newsroom.posts, lambda post: (post.year,))
    for year in sorted(groups, reverse=True):
        names = Localized(*(hand.style.year(year) for hand in desk.hands))
        titles = Localized(*(hand.words.posts_of_year.format(year=hand.style.year(year)) for hand in desk.hands))
        yield Subject(names, titles, _in_both(addresses.year, year)), groups[year]


def _types(desk: Desk, standing: Sequence[Post]) -> Iterator[_List]:
    """Types of which there ever was a post: the list of one whose posts were all withdrawn stands, and is empty."""
    groups, seen = grouped(standing, lambda post: (post.type,)), {post.type for post in desk.newsroom.posts}
    for post_type in POST_TYPES:
        if post_type in seen or post_type == "results":
            names = Localized(*(hand.words.types_in_plural[post_type] for hand in desk.hands))
            feed = feed_names("types", post_type, groups[post_type])
            yield Subject(names, names, _in_both(addresses.post_type, post_type), feed), groups[post_type]


def _topics(desk: Desk, standing: Sequence[Post]) -> Iterator[_List]:
    """Topics on which there ever was a post, as with types."""
    groups = grouped(standing, lambda post: post.topics)
    seen = {topic for post in desk.newsroom.posts for topic in post.topics}
    for topic, names in desk.newsroom.topics.items():
        if topic in seen:
            feed = feed_names("topics", topic, groups[topic])
            yield Subject(names, names, _in_both(addresses.topic, topic), feed), groups[topic]


def _audiences(desk: Desk, standing: Sequence[Post]) -> Iterator[_List]:
    groups = grouped(standing, lambda post: post.audiences)
    for audience in AUDIENCES:
        names = Localized(*(hand.words.audience_names[audience] for hand in desk.hands))
        titles = Localized(*(hand.words.for_audience[audience] for hand in desk.hands))
        feed, contact = feed_names("audiences", audience, groups[audience]), _contact_for(audience, desk)
        address = _in_both(addresses.audience, audience)
        yield Subject(names, titles, address, feed, contact, audience), groups[audience]


def _contact_for(audience: Audience, desk: Desk) -> Contact | None:
    return next((contact for contact in desk.newsroom.contacts if audience in contact.audiences), None)


def _in_both(address: Callable[[Language, Key], str], key: Key) -> Localized[str]:
    return Localized(*(address(language, key) for language in LANGUAGES))


def _front(paper: Paper, shelves: tuple[_Counted, ...]) -> Page:
    hand = paper.hand
    shown = tuple(
        Shelf(heading[hand.language], tuple(_shelf_link(hand, *each) for each in counted))
        for heading, counted in shelves
        if counted
    )
    address = Localized(*map(addresses.archive, LANGUAGES))
    return paper.page(address, "archive.html", hand.words.archive, ArchiveView(shown))


def _shelf_link(hand: Hand, subject: Subject, count: int) -> tuple[Link, str]:
    link = hand.link(subject.name[hand.language], subject.address[hand.language])
    return link, hand.style.count(hand.words.posts, count)
