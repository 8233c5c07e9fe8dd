"""Lists of posts by year, type, topic and audience, and the page that leads into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.organization import Contact
from newsroom.model.post import AUDIENCES, POST_TYPES, Audience, Post
from newsroom.pages import addresses
from newsroom.pages.listings import Sheet, grouped, sheets
from newsroom.pages.metadata import Metadata, feeds_of_subject, of_page
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.subscription import subject_name
from newsroom.pages.views import ArchiveView, Link, ListView, Shelf
from newsroom.pages.writing import Hand

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a list is about: its name, title and address in each language, and whom its readers call.

    ``feed`` is the name of the feed that holds the same posts, empty in a language that has none of them.
    """

    name: Localized[str]
    title: Localized[str]
    address: Localized[str]
    feed: Localized[str] = Localized("", "")  # noqa: RUF009 - frozen
    contact: Contact | None = None
    has_dates: bool = False


_List = tuple[_Subject, Sequence[Post]]
_Counted = tuple[Localized[str], tuple[tuple[_Subject, int], ...]]
"""A shelf's heading, and each of its subjects with the number of its posts."""


def plan_archive(desk: Desk) -> Iterator[Blueprint]:
    """Every list in each language, and the archive's front."""
    shelves = _shelves(desk)
    counted = tuple((heading, tuple((subject, len(posts)) for subject, posts in lists)) for heading, lists in shelves)
    yield from desk.twins(Localized(*map(addresses.archive, LANGUAGES)), _front, counted)
    for heading, lists in shelves:
        for subject, posts in lists:
            for sheet in sheets(subject.address, posts, desk.newsroom.posts_per_page):
                count = len(posts) if sheet.number == 0 else None
                yield from desk.twins(sheet.address, _list, heading, subject, sheet, count)


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
        yield _Subject(names, titles, _in_both(addresses.year, year)), groups[year]


def _types(desk: Desk, standing: Sequence[Post]) -> Iterator[_List]:
    groups = grouped(standing, lambda post: (post.type,))
    for post_type in POST_TYPES:
        if groups[post_type] or post_type == "results":
            names = Localized(*(hand.words.types_in_plural[post_type] for hand in desk.hands))
            feed = feed_names("types", post_type, groups[post_type])
            yield _Subject(names, names, _in_both(addresses.post_type, post_type), feed), groups[post_type]


def _topics(desk: Desk, standing: Sequence[Post]) -> Iterator[_List]:
    groups = grouped(standing, lambda post: post.topics)
    for topic, names in desk.newsroom.topics.items():
        if groups[topic]:
            feed = feed_names("topics", topic, groups[topic])
            yield _Subject(names, names, _in_both(addresses.topic, topic), feed), groups[topic]


def _audiences(desk: Desk, standing: Sequence[Post]) -> Iterator[_List]:
    groups = grouped(standing, lambda post: post.audiences)
    for audience in AUDIENCES:
        names = Localized(*(hand.words.audience_names[audience] for hand in desk.hands))
        titles = Localized(*(hand.words.for_audience[audience] for hand in desk.hands))
        feed, contact = feed_names("audiences", audience, groups[audience]), _contact_for(audience, desk)
        has_dates = audience == "shareholders" and bool(desk.newsroom.occasions)
        address = _in_both(addresses.audience, audience)
        yield _Subject(names, titles, address, feed, contact, has_dates), groups[audience]


def _contact_for(audience: Audience, desk: Desk) -> Contact | None:
    return next((contact for contact in desk.newsroom.contacts if audience in contact.audiences), None)


def feed_names(kind: str, key: str, posts: Sequence[Post]) -> Localized[str]:
    """The name of a subject's feed in each language, empty where none of its posts is in it."""
    return Localized(
        *(
            subject_name(kind, key) if any(language in post.translations for post in posts) else ""
            for language in LANGUAGES
        )
    )


def _in_both(address: Callable[[Language, Key], str], key: Key) -> Localized[str]:
    return Localized(*(address(language, key) for language in LANGUAGES))


def _list(paper: Paper, heading: Localized[str], subject: _Subject, sheet: Sheet, count: int | None) -> Page:
    hand, language = paper.hand, paper.hand.language
    view = ListView(
        kicker=hand.link(heading[language], addresses.archive(language)),
        count="" if count is None else hand.style.count(hand.words.posts, count),
        items=tuple(map(hand.item, sheet.posts)),
        pager=sheet.pager[language],
        contact=hand.contact(subject.contact) if sheet.number == 0 and subject.contact else None,
        calendar=hand.link(hand.words.calendar, addresses.calendar(language)) if subject.has_dates else None,
    )
    title = title_of_sheet(hand, subject.title[language], sheet)
    return paper.page(sheet.address, "list.html", title, view, metadata=_metadata(hand, subject, sheet))


def _metadata(hand: Hand, subject: _Subject, sheet: Sheet) -> Metadata:
    language, title = hand.language, subject.title[hand.language]
    archive = hand.link(hand.words.archive, addresses.archive(language))
    front = (hand.link(title, subject.address[language]),) if sheet.number else ()
    return of_page(
        hand,
        hand.newsroom.organization.description[language],
        feeds=feeds_of_subject(hand, subject.feed[language], title) if subject.feed[language] else (),
        trail=(archive, *front),
    )


def title_of_sheet(hand: Hand, title: str, sheet: Sheet) -> str:
    """A list's title, with the number of the page on all but the front sheet."""
    if sheet.number == 0:
        return title
    page = hand.words.page_of_list.format(number=hand.style.integer(sheet.number))
    return f"{title}{hand.words.title_joint}{page}"


def _front(paper: Paper, shelves: tuple[_Counted, ...]) -> Page:
    hand = paper.hand
    shown = tuple(
        Shelf(heading[hand.language], tuple(_shelf_link(hand, *each) for each in counted))
        for heading, counted in shelves
        if counted
    )
    address = Localized(*map(addresses.archive, LANGUAGES))
    return paper.page(address, "archive.html", hand.words.archive, ArchiveView(shown))


def _shelf_link(hand: Hand, subject: _Subject, count: int) -> tuple[Link, str]:
    link = hand.link(subject.name[hand.language], subject.address[hand.language])
    return link, hand.style.count(hand.words.posts, count)
