"""Each language's home: it leads with what matters now, in the order that suits the kind of organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from msgspec.structs import replace

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.newsroom import PlainPage
from newsroom.model.organization import OrganizationKind
from newsroom.model.post import AUDIENCES, Audience, Post
from newsroom.pages import addresses
from newsroom.pages.contents import Contents
from newsroom.pages.frame import OWED_MOST
from newsroom.pages.front_door import of_newsroom, plan_front_door
from newsroom.pages.home_views import HomeView, Section
from newsroom.pages.occasions import all_dates, coming, named_posts
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.plain_pages import chapters
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.results import figures_of, newest_results
from newsroom.pages.service_views import OccasionLine
from newsroom.pages.views import Fact, Link
from newsroom.pages.voices import heard_last, in_order_of_voices, last_words, voice
from newsroom.pages.writing import Hand

ORDER: Final[Mapping[OrganizationKind, tuple[Section, ...]]] = {
    "joint-stock": ("results", "latest", "voices"),
    "government": ("impact", "latest", "community", "voices", "results"),
    "family": ("voices", "community", "latest", "impact", "results"),
}
"""What each kind owes its readers comes first: shareholders are owed facts between two annual reports, citizens the
benefit to society, and those around a family company its people and its part in the community."""
PUBLIC: Final[frozenset[Audience]] = frozenset({"community", "government"})
"""Whom posts address that tell what society gains."""

LATEST_ON_HOME: Final = 6
"""Posts below the lead: two rows of three on a desk."""
COMMUNITY_ON_HOME: Final = 3
IMPACT_ON_HOME: Final = 4
DATES_ON_HOME: Final = 3
VOICES_ON_HOME: Final = 5
"""One large and four beside it."""


class _Picked(NamedTuple):
    """The posts that a home is made from, each kind the newest first."""

    lead: tuple[Post, ...]
    latest: tuple[Post, ...]
    community: tuple[Post, ...]
    impact: tuple[Post, ...]
    last_words: tuple[Post, ...]
    on_dates: tuple[Post, ...]


def plan_home(desk: Desk) -> Iterator[Blueprint]:
    """The home of each language, the front door and the page for an address that leads nowhere."""
    standing = [post for post in desk.newsroom.posts if not post.withdrawal]
    address = Localized(*map(addresses.home, LANGUAGES))
    pages = () if desk.newsroom.posts else Contents.of(desk.newsroom.pages).alone
    yield from desk.twins(address, _home, _pick(desk, standing), newest_results(standing), pages)
    yield from plan_front_door(desk, standing)


def _pick(desk: Desk, standing: Sequence[Post]) -> _Picked:
    order, below = ORDER[desk.newsroom.organization.kind], standing[1:]
    community = tuple(islice((post for post in below if "community" in post.audiences), COMMUNITY_ON_HOME))
    told = {post.id for post in community if "community" in order[: order.index("latest")]}
    return _Picked(
        lead=tuple(standing[:1]),
        latest=tuple(islice((post for post in below if post.id not in told), LATEST_ON_HOME)),
        community=community if "community" in order else (),
        impact=tuple(islice(filter(_tells_impact, standing), IMPACT_ON_HOME)) if "impact" in order else (),
        last_words=in_order_of_voices(last_words(standing).values()),
        on_dates=named_posts([each for each in desk.newsroom.occasions if not each.over], standing),
    )


def _tells_impact(post: Post) -> bool:
    has_figure = any(each.kind == "figure" for each in post.evidence)
    return has_figure and post.type != "results" and not PUBLIC.isdisjoint(post.audiences)


def _home(paper: Paper, picked: _Picked, results: Post | None, pages: tuple[PlainPage, ...]) -> Page:
    hand, words = paper.hand, paper.hand.words
    names, language = hand.newsroom.organization, hand.language
    title = names.name[language] if pages else words.front_title.format(name=names.short_name[language])
    address = Localized(*map(addresses.home, LANGUAGES))
    view = _view(hand, picked, results, pages)
    return paper.page(address, "home.html", title, view, metadata=of_newsroom(hand))


def _view(hand: Hand, picked: _Picked, results: Post | None, pages: tuple[PlainPage, ...]) -> HomeView:
    words, language = hand.words, hand.language
    said = {post.author: post for post in picked.last_words}
    speakers = heard_last(hand, picked.last_words)[:VOICES_ON_HOME]
    view = HomeView(
        sections=ORDER[hand.newsroom.organization.kind],
        lead=hand.item(picked.lead[0]) if picked.lead else None,
        pages=chapters(hand, pages),
        latest=tuple(map(hand.item, picked.latest)),
        archive=hand.link(words.all_posts, addresses.archive(language)),
        results=hand.item(results) if results else None,
        figures=figures_of(hand, results),
        dates=_next_dates(hand, picked.on_dates),
        calendar=all_dates(hand),
        impact=tuple(_impact(hand, post) for post in picked.impact if language in post.translations),
        community=tuple(map(hand.item, picked.community)),
        voices=tuple(voice(hand, each, said.get(each.key)) for each in speakers),
        executives=hand.link(words.executives, addresses.executives(language)),
        audiences=() if pages else _doors(hand),
        contact=hand.contact(hand.newsroom.contacts[0]),
    )
    return _without_empty_sections(view)


def _next_dates(hand: Hand, posts: Iterable[Post]) -> tuple[OccasionLine, ...]:
    """Dates to come; one that was called off is told on the page of dates and on that of shareholders."""
    ahead = coming(hand, {post.id: post for post in posts})
    return tuple(islice((line for line in ahead if not line.canceled), DATES_ON_HOME))


def _impact(hand: Hand, post: Post) -> tuple[Fact, Link]:
    """The first figure that a post rests on, and the way to the post."""
    figure = next(each for each in post.evidence if each.kind == "figure")
    return hand.fact(figure), hand.post_link(post)


def _doors(hand: Hand) -> tuple[Link, ...]:
    """The ways to the pages of audiences; that of those whom the organisation owes most comes first."""
    first = OWED_MOST[hand.newsroom.organization.kind]
    in_order = sorted(AUDIENCES, key=lambda audience: audience != first)
    names, language = hand.words.for_audience, hand.language
    return tuple(hand.link(names[each], addresses.audience(language, each)) for each in in_order)


def _without_empty_sections(view: HomeView) -> HomeView:
    shown = {
        "results": view.results or view.dates,
        "impact": view.impact,
        "latest": view.latest,
        "community": view.community,
        "voices": view.voices,
    }
    return replace(view, sections=tuple(each for each in view.sections if shown[each]))
