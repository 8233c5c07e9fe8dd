"""The front door, which stands for both languages, and the pages for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from newsroom.model.language import LANGUAGES, direction, other
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.metadata import Metadata, of_page
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.service_views import PlainView
from newsroom.pages.structured_data import organization, script, website
from newsroom.pages.views import FrontEntry, FrontView, Link
from newsroom.pages.writing import Hand

LATEST_ON_FRONT: Final = 3


def plan_front_door(desk: Desk, standing: Sequence[Post]) -> Iterator[Blueprint]:
    """These pages; ``standing`` are the posts that were not withdrawn, the newest first."""
    lead = desk.newsroom.lead
    paper, twin = desk.papers[lead], desk.papers[other(lead)]
    own, others = (
        tuple(islice((post for post in standing if language in post.translations), LATEST_ON_FRONT))
        for language in (lead, other(lead))
    )
    homes = {language: addresses.home(language) for language in LANGUAGES}
    yield desk.blueprint(addresses.FRONT, paper, _front, own, twin, others, twins=homes)
    yield desk.blueprint(addresses.NOT_FOUND, paper, _not_found, twin)
    for each in desk.papers:
        yield desk.blueprint(addresses.not_found(each.hand.language), each, _not_found_here)


def of_newsroom(hand: Hand) -> Metadata:
    """What the ways into the newsroom say: whose it is, and what."""
    description = hand.newsroom.organization.description[hand.language]
    return of_page(hand, description, nodes=(script(organization(hand)), script(website(hand))))


def _front(paper: Paper, own: tuple[Post, ...], twin: Paper, others: tuple[Post, ...]) -> Page:
    names, lead = paper.hand.newsroom.organization.name, paper.hand.language
    title = names[lead] + paper.hand.words.title_joint + names[other(lead)]
    view = FrontView((_entry(paper, own), _entry(twin, others)))
    page = _for_both(paper, addresses.FRONT, "front.html", title, view)
    return replace(page, alternates={language: addresses.home(language) for language in LANGUAGES})


def _not_found(paper: Paper, twin: Paper) -> Page:
    view = FrontView((_entry(paper, ()), _entry(twin, ())))
    return _for_both(paper, addresses.NOT_FOUND, "not_found.html", paper.hand.words.not_found_title, view)


def _not_found_here(paper: Paper) -> Page:
    """The page where nothing stands below a language's home; the way to the other language leads to its home."""
    hand, there = paper.hand, other(paper.hand.language)
    return Page(
        address=addresses.not_found(hand.language),
        template="not_found_here.html",
        language=hand.language,
        title=hand.words.not_found_title,
        description=hand.words.not_found_text,
        frame=paper.frame,
        view=PlainView(hand.words.not_found_text),
        site=paper.site,
        metadata=of_page(hand, hand.words.not_found_text),
        switch=Link(hand.words.own_language_names[there], addresses.home(there), there),
    )


def _entry(paper: Paper, latest: tuple[Post, ...]) -> FrontEntry:
    hand = paper.hand
    organization, language = hand.newsroom.organization, hand.language
    return FrontEntry(
        language=language,
        direction=direction(language),
        organization=organization.name[language],
        description=organization.description[language],
        enter=hand.link(hand.words.enter, addresses.home(language)),
        subscribe=hand.link(hand.words.subscribe, addresses.subscribe(language)),
        search=paper.frame.search,
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
        metadata=of_newsroom(paper.hand),
    )
