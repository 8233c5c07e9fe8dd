"""The front door, each language's home, and the page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from newsroom.model.language import LANGUAGES, Localized, direction, other
from newsroom.model.post import AUDIENCES, Post
from newsroom.pages import addresses
from newsroom.pages.metadata import Metadata, of_page
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.people import by_name
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.structured_data import organization, script, website
from newsroom.pages.views import Fact, FrontEntry, FrontView, HomeView
from newsroom.pages.writing import Hand

LATEST_ON_HOME: Final = 6
"""Posts below the lead: two rows of three on a desk."""
LATEST_ON_FRONT: Final = 3
FIGURES_ON_HOME: Final = 4


def plan_home(desk: Desk) -> Iterator[Blueprint]:
    """The home of each language, the front door and the page for an address that leads nowhere."""
    standing = [post for post in desk.newsroom.posts if not post.withdrawal]
    results = next((post for post in standing if post.type == "results"), None)
    posts = tuple(standing[: 1 + LATEST_ON_HOME])
    yield from desk.twins(Localized(*map(addresses.home, LANGUAGES)), _home, posts, results)
    lead = desk.newsroom.lead
    paper, twin = desk.papers[lead], desk.papers[other(lead)]
    own, others = (
        tuple(islice((post for post in standing if language in post.translations), LATEST_ON_FRONT))
        for language in (lead, other(lead))
    )
    homes = {language: addresses.home(language) for language in LANGUAGES}
    yield desk.blueprint(addresses.FRONT, paper, _front, own, twin, others, twins=homes)
    yield desk.blueprint(addresses.NOT_FOUND, paper, _not_found, twin)


def _home(paper: Paper, posts: tuple[Post, ...], results: Post | None) -> Page:
    hand = paper.hand
    words, language = hand.words, hand.language
    view = HomeView(
        lead=hand.item(posts[0]) if posts else None,
        latest=tuple(map(hand.item, posts[1:])),
        archive=hand.link(words.all_posts, addresses.archive(language)),
        results=hand.item(results) if results else None,
        figures=_figures(hand, results),
        people=tuple(map(hand.person, by_name(hand))),
        audiences=tuple(hand.link(words.for_audience[each], addresses.audience(language, each)) for each in AUDIENCES),
        contact=hand.contact(hand.newsroom.contacts[0]),
    )
    title = words.front_title.format(name=hand.newsroom.organization.short_name[language])
    address = Localized(*map(addresses.home, LANGUAGES))
    return paper.page(address, "home.html", title, view, metadata=_of_newsroom(hand))


def _of_newsroom(hand: Hand) -> Metadata:
    """What the ways into the newsroom say: whose it is, and what."""
    description = hand.newsroom.organization.description[hand.language]
    return of_page(hand, description, nodes=(script(organization(hand)), script(website(hand))))


def _figures(hand: Hand, results: Post | None) -> tuple[Fact, ...]:
    """The figures of the newest results, in the language of this home if those results are in it."""
    if results is None or hand.language not in results.translations:
        return ()
    figures = [each for each in results.evidence if each.kind == "figure"]
    return tuple(map(hand.fact, figures[:FIGURES_ON_HOME]))


def _front(paper: Paper, own: tuple[Post, ...], twin: Paper, others: tuple[Post, ...]) -> Page:
    names, lead = paper.hand.newsroom.organization.name, paper.hand.language
    title = names[lead] + paper.hand.words.title_joint + names[other(lead)]
    view = FrontView((_entry(paper.hand, own), _entry(twin.hand, others)))
    page = _for_both(paper, addresses.FRONT, "front.html", title, view)
    return replace(page, alternates={language: addresses.home(language) for language in LANGUAGES})


def _not_found(paper: Paper, twin: Paper) -> Page:
    view = FrontView((_entry(paper.hand, ()), _entry(twin.hand, ())))
    return _for_both(paper, addresses.NOT_FOUND, "not_found.html", paper.hand.words.not_found_title, view)


def _entry(hand: Hand, latest: tuple[Post, ...]) -> FrontEntry:
    organization, language = hand.newsroom.organization, hand.language
    return FrontEntry(
        language=language,
        direction=direction(language),
        organization=organization.name[language],
        description=organization.description[language],
        enter=hand.link(hand.words.enter, addresses.home(language)),
        subscribe=hand.link(hand.words.subscribe, addresses.subscribe(language)),
        latest=tuple(map(hand.item, latest)),
    )


def _for_both(paper: Paper, address: str, template: str, title: str, view: FrontView) -> Page:
    """A page that stands for both languages at once; as a document, its language is the lead's."""
    lead = paper.hand.language
    return Page(
        address=address,
        template=template,
        language=lead,
        title=title,
        description=paper.hand.newsroom.organization.description[lead],
        frame=paper.frame,
        view=view,
        site=paper.site,
        metadata=_of_newsroom(paper.hand),
    )
