"""Lists of posts by year, type, topic and audience, and the page that leads into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.organization import Contact
from newsroom.model.post import AUDIENCES, POST_TYPES, Audience, Post
from newsroom.pages import addresses
from newsroom.pages.listings import Sheet, sheets
from newsroom.pages.page import Page
from newsroom.pages.planning import Desk
from newsroom.pages.views import ArchiveView, Link, ListView, Shelf
from newsroom.pages.writing import Hand

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a list is about: its name and address in each language, its posts, and whom its readers call."""

    name: Localized[str]
    title: Localized[str]
    address: Localized[str]
    posts: tuple[Post, ...]
    contact: Contact | None = None


def plan_archive(desk: Desk) -> Iterator[Page]:
    """Every list in each language, and the archive's front."""
    shelves = _shelves(desk)
    for language in LANGUAGES:
        hand = desk.hands[language]
        yield _front(desk, hand, shelves)
        for shelf, subjects in shelves:
            for subject in subjects:
                yield from _list(desk, hand, shelf[language], subject)


def _shelves(desk: Desk) -> list[tuple[Localized[str], list[_Subject]]]:
    words = Localized(*(hand.words for hand in desk.hands))
    standing = [post for post in desk.newsroom.posts if not post.withdrawal]
    return [
        (Localized(words.ar.by_year, words.en.by_year), list(_years(desk))),
        (Localized(words.ar.by_type, words.en.by_type), list(_types(desk, standing))),
        (Localized(words.ar.by_topic, words.en.by_topic), list(_topics(desk, standing))),
        (Localized(words.ar.by_audience, words.en.by_audience), list(_audiences(desk, standing))),
    ]


def _years(desk: Desk) -> Iterator[_Subject]:
    """Years hold every post, withdrawn ones as notices: nothing that was published goes missing."""
    for year in sorted({post.year for post in desk.newsroom.posts}, reverse=True):
        names = Localized(*(hand.style.year(year) for hand in desk.hands))
        titles = Localized(*(hand.words.posts_of_year.format(year=hand.style.year(year)) for hand in desk.hands))
        posts = tuple(post for post in desk.newsroom.posts if post.year == year)
        yield _Subject(names, titles, _in_both(addresses.year, year), posts)


def _types(desk: Desk, standing: Sequence[Post]) -> Iterator[_Subject]:
    for post_type in POST_TYPES:
        posts = tuple(post for post in standing if post.type == post_type)
        if posts or post_type == "results":
            names = Localized(*(hand.words.types_in_plural[post_type] for hand in desk.hands))
            yield _Subject(names, names, _in_both(addresses.post_type, post_type), posts)


def _topics(desk: Desk, standing: Sequence[Post]) -> Iterator[_Subject]:
    for topic, names in desk.newsroom.topics.items():
        posts = tuple(post for post in standing if topic in post.topics)
        if posts:
            yield _Subject(names, names, _in_both(addresses.topic, topic), posts)


def _audiences(desk: Desk, standing: Sequence[Post]) -> Iterator[_Subject]:
    for audience in AUDIENCES:
        posts = tuple(post for post in standing if audience in post.audiences)
        names = Localized(*(hand.words.audience_names[audience] for hand in desk.hands))
        titles = Localized(*(hand.words.for_audience[audience] for hand in desk.hands))
        yield _Subject(names, titles, _in_both(addresses.audience, audience), posts, _contact_for(audience, desk))


def _contact_for(audience: Audience, desk: Desk) -> Contact | None:
    return next((contact for contact in desk.newsroom.contacts if audience in contact.audiences), None)


def _in_both(address: Callable[[Language, Key], str], key: Key) -> Localized[str]:
    return Localized(*(address(language, key) for language in LANGUAGES))


def _list(desk: Desk, hand: Hand, shelf: str, subject: _Subject) -> Iterator[Page]:
    size = desk.newsroom.posts_per_page
    for arabic, english in zip(*(sheets(address, subject.posts, size) for address in subject.address), strict=True):
        sheet = Localized(arabic, english)
        yield desk.page(
            hand,
            Localized(arabic.address, english.address),
            "list.html",
            title_of_sheet(hand, subject.title[hand.language], sheet[hand.language]),
            _view(hand, shelf, subject, sheet[hand.language]),
        )


def title_of_sheet(hand: Hand, title: str, sheet: Sheet) -> str:
    """A list's title, with the number of the page on all but the front sheet."""
    if sheet.number == 0:
        return title
    page = hand.words.page_of_list.format(number=hand.style.integer(sheet.number))
    return f"{title}{hand.words.title_joint}{page}"


def _view(hand: Hand, shelf: str, subject: _Subject, sheet: Sheet) -> ListView:
    first = sheet.number == 0
    return ListView(
        kicker=hand.link(shelf, addresses.archive(hand.language)),
        count=hand.style.count(hand.words.posts, len(subject.posts)) if first else "",
        items=tuple(map(hand.item, sheet.posts)),
        pager=sheet.pager,
        contact=hand.contact(subject.contact) if first and subject.contact else None,
    )


def _front(desk: Desk, hand: Hand, shelves: list[tuple[Localized[str], list[_Subject]]]) -> Page:
    shown = tuple(
        Shelf(heading[hand.language], tuple(_shelf_link(hand, subject) for subject in subjects))
        for heading, subjects in shelves
        if subjects
    )
    address = Localized(*map(addresses.archive, LANGUAGES))
    return desk.page(hand, address, "archive.html", hand.words.archive, ArchiveView(shown))


def _shelf_link(hand: Hand, subject: _Subject) -> tuple[Link, str]:
    link = hand.link(subject.name[hand.language], subject.address[hand.language])
    return link, hand.style.count(hand.words.posts, len(subject.posts))
