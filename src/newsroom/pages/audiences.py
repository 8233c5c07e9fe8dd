"""The fronts of shareholders and of the media: what they come for, above the list of posts for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from msgspec.structs import replace

from newsroom.model.language import Localized
from newsroom.model.organization import Contact
from newsroom.model.post import Audience, Evidence, Post
from newsroom.pages import addresses
from newsroom.pages.audience_views import MediaView, ReportLine, ShareholdersView
from newsroom.pages.listings import Sheet
from newsroom.pages.occasions import all_dates, coming, named_posts
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.results import figures_of, newest_results
from newsroom.pages.subjects import Subject, list_view, page_with
from newsroom.pages.views import ListView
from newsroom.pages.writing import Hand

NEXT_DATES: Final = 4
MOST_REPORTS: Final = 8
"""Two years of quarters."""
_DOWNLOADS: Final = frozenset({".pdf", ".xlsx", ".csv", ".docx", ".pptx", ".zip"})
"""Endings of addresses that lead to a file rather than to a page."""


class _Front(NamedTuple):
    """The first page of a list with its heading in the archive, and the number of all its posts."""

    heading: Localized[str]
    subject: Subject
    sheet: Sheet
    total: int


_Planner = Callable[[Desk, _Front, Sequence[Post]], Iterator[Blueprint]]


def has_front(audience: Audience | None) -> bool:
    """Whether the first page for an audience shows more than its posts."""
    return audience in _PLANNERS


def plan_front(
    desk: Desk, heading: Localized[str], subject: Subject, sheet: Sheet, posts: Sequence[Post]
) -> Iterator[Blueprint]:
    """The first page for an audience that has more than a list; ``posts`` are all of them, the newest first."""
    assert subject.audience
    yield from _PLANNERS[subject.audience](desk, _Front(heading, subject, sheet, len(posts)), posts)


def _plan_shareholders(desk: Desk, front: _Front, posts: Sequence[Post]) -> Iterator[Blueprint]:
    ahead = [occasion for occasion in desk.newsroom.occasions if not occasion.over]
    on_dates = named_posts(ahead, desk.newsroom.posts)
    reported = tuple(post for post in posts if any(each.link for each in post.evidence))[:MOST_REPORTS]
    inputs = (front, newest_results(posts), bool(desk.newsroom.figures), reported, on_dates)
    yield from desk.twins(front.sheet.address, _shareholders, *inputs)


def _shareholders(
    paper: Paper,
    front: _Front,
    results: Post | None,
    has_figures: bool,  # noqa: FBT001 - inputs have no names
    reported: tuple[Post, ...],
    on_dates: tuple[Post, ...],
) -> Page:
    hand = paper.hand
    view = ShareholdersView(
        posts=_below(hand, front),
        listing=paper.frame.listing,
        results=hand.item(results) if results else None,
        figures=figures_of(hand, results),
        all_figures=hand.link(hand.words.all_figures, addresses.figures(hand.language)) if has_figures else None,
        dates=coming(hand, {post.id: post for post in on_dates}, NEXT_DATES),
        calendar=all_dates(hand),
        calendar_file=addresses.calendar_file(hand.language) if hand.newsroom.occasions else "",
        reports=tuple(_reports(hand, reported))[:MOST_REPORTS],
        contact=hand.contact(front.subject.contact) if front.subject.contact else None,
        contact_file=_contact_file(hand, front.subject.contact),
    )
    return page_with(paper, "shareholders.html", front.subject, front.sheet, view)


def _reports(hand: Hand, posts: Sequence[Post]) -> Iterator[ReportLine]:
    """Each report that posts rest on, once, under the newest post that does."""
    told = set()
    for post in posts:
        for evidence in post.evidence:
            if evidence.link and evidence.link not in told:
                told.add(evidence.link)
                yield _report(hand, post, evidence, evidence.link)


def _report(hand: Hand, post: Post, evidence: Evidence, link: str) -> ReportLine:
    name, language = evidence.source if evidence.kind == "figure" else evidence.label, hand.language_shown(post)
    ending = PurePosixPath(urlsplit(link).path).suffix.lower()
    return ReportLine(
        name=name[language],
        language=language,
        form=ending[1:].upper() if ending in _DOWNLOADS else "",
        link=link,
        date=hand.day(evidence.date),
        post=hand.post_link(post),
    )


def _plan_media(desk: Desk, front: _Front, _posts: Sequence[Post]) -> Iterator[Blueprint]:
    yield from desk.twins(front.sheet.address, _media, front)


def _media(paper: Paper, front: _Front) -> Page:
    hand, words, language = paper.hand, paper.hand.words, paper.hand.language
    view = MediaView(
        posts=_below(hand, front),
        contacts=tuple((hand.contact(each), _contact_file(hand, each)) for each in _press_contacts(hand)),
        boilerplate=hand.newsroom.organization.boilerplate[language],
        kit=addresses.NEWSROOM_KIT,
        library=hand.link(words.media_library, addresses.media_library(language)),
        boilerplate_page=hand.link(words.boilerplate, addresses.boilerplate(language)),
        subscribe=hand.link(words.subscribe, addresses.subscribe(language)),
        accounts=hand.handles(hand.newsroom.organization.accounts),
        all_accounts=hand.link(words.all_accounts, addresses.accounts(language)),
    )
    return page_with(paper, "media.html", front.subject, front.sheet, view)


def _press_contacts(hand: Hand) -> Sequence[Contact]:
    """Those who take journalists' calls first; where nobody does, whoever is named first."""
    contacts = hand.newsroom.contacts
    return [each for each in contacts if "media" in each.audiences] or contacts[:1]


def _contact_file(hand: Hand, contact: Contact | None) -> str:
    return addresses.contact_file(hand.language, contact.key) if contact else ""


def _below(hand: Hand, front: _Front) -> ListView:
    """The posts, below everything else; whom to call is said there already."""
    return replace(list_view(hand, *front), contact=None)


_PLANNERS: Final[Mapping[Audience, _Planner]] = {"shareholders": _plan_shareholders, "media": _plan_media}
