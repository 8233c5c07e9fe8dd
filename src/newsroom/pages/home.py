"""The front door, each language's home, and the page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newsroom.model.language import LANGUAGES, Localized, direction, other
from newsroom.model.post import AUDIENCES, Post
from newsroom.pages import addresses
from newsroom.pages.page import Page
from newsroom.pages.people import by_name
from newsroom.pages.planning import Desk
from newsroom.pages.views import Fact, FrontEntry, FrontView, HomeView
from newsroom.pages.writing import Hand

LATEST_ON_HOME: Final = 6
"""Posts below the lead: two rows of three on a desk."""
LATEST_ON_FRONT: Final = 3
FIGURES_ON_HOME: Final = 4


def plan_home(desk: Desk) -> Iterator[Page]:
    """The home of each language, the front door and the page for an address that leads nowhere."""
    yield _front(desk)
    yield _not_found(desk)
    for language in LANGUAGES:
        yield _home(desk, desk.hands[language])


def _standing(hand: Hand) -> list[Post]:
    return [post for post in hand.newsroom.posts if not post.withdrawal]


def _home(desk: Desk, hand: Hand) -> Page:
    words, language = hand.words, hand.language
    posts = _standing(hand)
    results = next((post for post in posts if post.type == "results"), None)
    view = HomeView(
        lead=hand.item(posts[0]) if posts else None,
        latest=tuple(map(hand.item, posts[1 : 1 + LATEST_ON_HOME])),
        archive=hand.link(words.all_posts, addresses.archive(language)),
        results=hand.item(results) if results else None,
        figures=_figures(hand, results),
        people=tuple(map(hand.person, by_name(hand))),
        audiences=tuple(hand.link(words.for_audience[each], addresses.audience(language, each)) for each in AUDIENCES),
        contact=hand.contact(hand.newsroom.contacts[0]),
    )
    title = words.front_title.format(name=hand.newsroom.organization.short_name[language])
    return desk.page(hand, Localized(*map(addresses.home, LANGUAGES)), "home.html", title, view)


def _figures(hand: Hand, results: Post | None) -> tuple[Fact, ...]:
    """The figures of the newest results, in the language of this home if those results are in it."""
    if results is None or hand.language not in results.translations:
        return ()
    figures = [each for each in results.evidence if each.kind == "figure"]
    return tuple(map(hand.fact, figures[:FIGURES_ON_HOME]))


def _entry(hand: Hand, latest: int) -> FrontEntry:
    organization, language = hand.newsroom.organization, hand.language
    own = [post for post in _standing(hand) if language in post.translations]
    return FrontEntry(
        language=language,
        direction=direction(language),
        organization=organization.name[language],
        description=organization.description[language],
        enter=hand.link(hand.words.enter, addresses.home(language)),
        latest=tuple(map(hand.item, own[:latest])),
    )


def _front(desk: Desk) -> Page:
    lead, names = desk.newsroom.lead, desk.newsroom.organization.name
    title = names[lead] + desk.hands[lead].words.title_joint + names[other(lead)]
    page = _for_both(desk, addresses.FRONT, "front.html", title, LATEST_ON_FRONT)
    return replace(page, alternates={language: addresses.home(language) for language in LANGUAGES})


def _not_found(desk: Desk) -> Page:
    title = desk.hands[desk.newsroom.lead].words.not_found_title
    return _for_both(desk, addresses.NOT_FOUND, "not_found.html", title, 0)


def _for_both(desk: Desk, address: str, template: str, title: str, latest: int) -> Page:
    """A page that stands for both languages at once; as a document, its language is the lead's."""
    lead = desk.newsroom.lead
    return Page(
        address=address,
        template=template,
        language=lead,
        title=title,
        description=desk.newsroom.organization.description[lead],
        frame=desk.frames[lead],
        view=FrontView(tuple(_entry(desk.hands[language], latest) for language in (lead, other(lead)))),
    )
