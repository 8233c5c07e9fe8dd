"""A list of posts about one subject: a year, a type, a topic, an audience."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.organization import Contact
from newsroom.model.post import Audience, Post
from newsroom.pages import addresses
from newsroom.pages.listings import Sheet
from newsroom.pages.metadata import Metadata, feeds_of_subject, of_page
from newsroom.pages.page import Page, View
from newsroom.pages.planning import Paper
from newsroom.pages.subscription import subject_name
from newsroom.pages.views import ListView
from newsroom.pages.writing import Hand


@dataclass(frozen=True, slots=True)
class Subject:
    """What a list is about: its name, title and address in each language, and whom its readers call.

    ``feed`` is the name of the feed that holds the same posts, empty in a language that has none of them.
    ``audience`` is the one whose page it is, or nothing.
    """

    name: Localized[str]
    title: Localized[str]
    address: Localized[str]
    feed: Localized[str] = Localized("", "")  # noqa: RUF009 - frozen
    contact: Contact | None = None
    audience: Audience | None = None


def feed_names(kind: str, key: str, posts: Sequence[Post]) -> Localized[str]:
    """The name of a subject's feed in each language, empty where none of its posts is in it."""
    return Localized(
        *(
            subject_name(kind, key) if any(language in post.translations for post in posts) else ""
            for language in LANGUAGES
        )
    )


def title_of_sheet(hand: Hand, title: str, sheet: Sheet) -> str:
    """A list's title, with the number of the page on all but the front sheet."""
    if sheet.number == 0:
        return title
    page = hand.words.page_of_list.format(number=hand.style.integer(sheet.number))
    return f"{title}{hand.words.title_joint}{page}"


def list_page(paper: Paper, heading: Localized[str], subject: Subject, sheet: Sheet, count: int) -> Page:
    """A page of a list. ``heading`` is that of the shelf on which it stands.

    ``count`` is the number of all its posts. Numbered pages do not tell it and are given 0: a new post leaves them.
    """
    return page_with(paper, "list.html", subject, sheet, list_view(paper.hand, heading, subject, sheet, count))


def list_view(hand: Hand, heading: Localized[str], subject: Subject, sheet: Sheet, count: int) -> ListView:
    """What a page of a list shows: its posts, and on the front sheet how many there are and whom to call."""
    language, is_front = hand.language, sheet.number == 0
    return ListView(
        kicker=hand.link(heading[language], addresses.archive(language)),
        count=hand.style.count(hand.words.posts, count) if is_front else "",
        items=tuple(map(hand.item, sheet.posts)),
        pager=sheet.pager[language],
        contact=hand.contact(subject.contact) if is_front and subject.contact else None,
    )


def page_with(paper: Paper, template: str, subject: Subject, sheet: Sheet, view: View) -> Page:
    """The page of a list, whatever stands above its posts."""
    title = title_of_sheet(paper.hand, subject.title[paper.hand.language], sheet)
    return paper.page(sheet.address, template, title, view, metadata=_metadata(paper.hand, subject, sheet))


def _metadata(hand: Hand, subject: Subject, sheet: Sheet) -> Metadata:
    language, title = hand.language, subject.title[hand.language]
    archive = hand.link(hand.words.archive, addresses.archive(language))
    front = (hand.link(title, subject.address[language]),) if sheet.number else ()
    return of_page(
        hand,
        hand.newsroom.organization.description[language],
        feeds=feeds_of_subject(hand, subject.feed[language], title) if subject.feed[language] else (),
        trail=(archive, *front),
    )
