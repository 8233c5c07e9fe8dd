"""Plain pages, each with the pages that belong to it, the one that it belongs to, and its neighbours there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsroom.model.language import LANGUAGES, Localized, other
from newsroom.model.newsroom import PlainPage
from newsroom.pages import addresses
from newsroom.pages.contents import Contents
from newsroom.pages.metadata import of_page
from newsroom.pages.page import Blueprint, Page, Text
from newsroom.pages.planning import Desk, Paper, Targets
from newsroom.pages.service_views import Chapter, PlainView
from newsroom.pages.views import Link
from newsroom.pages.writing import Hand


def plan_plain_pages(desk: Desk) -> Iterator[Blueprint]:
    """Every plain page in each language that it exists in."""
    contents = Contents.of(desk.newsroom.pages)
    for page in desk.newsroom.pages:
        for language, text in page.texts.items():
            paper, address = desk.papers[language], addresses.plain_page(language, page.slug)
            view, targets = _view(paper.hand, page, contents), desk.targets(text.path, text.body)
            twins = {each: addresses.plain_page(each, page.slug) for each in page.texts}
            yield desk.blueprint(address, paper, _plain, page, view, targets, source=text.path, twins=twins)


def chapters(hand: Hand, pages: Sequence[PlainPage]) -> tuple[Chapter, ...]:
    """Pages as a list of them shows each."""
    return tuple(Chapter(link_to(hand, page), page.texts[hand.nearest(page.texts)].summary) for page in pages)


def link_to(hand: Hand, page: PlainPage) -> Link:
    """A link with a page's title, in this language or in the only one that the page has."""
    language = hand.nearest(page.texts)
    return Link(page.texts[language].title, addresses.plain_page(language, page.slug), language)


def _view(hand: Hand, page: PlainPage, contents: Contents) -> PlainView:
    whole, (before, after) = contents.whole(page), contents.neighbours(page)
    return PlainView(
        summary=page.texts[hand.language].summary,
        whole=link_to(hand, whole) if whole else None,
        parts=chapters(hand, contents.parts(page)),
        before=link_to(hand, before) if before else None,
        after=link_to(hand, after) if after else None,
    )


def _plain(paper: Paper, page: PlainPage, view: PlainView, targets: Targets) -> Page:
    language = paper.hand.language
    text = page.texts[language]
    return paper.page(
        Localized(*(addresses.plain_page(each, page.slug) for each in LANGUAGES)),
        "plain.html",
        text.title,
        view,
        languages=tuple(page.texts),
        switch=addresses.home(other(language)),
        description=text.summary,
        metadata=of_page(paper.hand, text.summary, trail=(view.whole,) if view.whole else ()),
        text=Text(text.path, text.body.digest),
        targets=targets,
    )
