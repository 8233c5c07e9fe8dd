"""Pages that serve the reader's errand: whom to call, the boilerplate, and the plain pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.language import LANGUAGES, Localized, other
from newsroom.model.newsroom import PlainPage
from newsroom.pages import addresses
from newsroom.pages.calendar_page import plan_calendar
from newsroom.pages.figures_page import plan_figures
from newsroom.pages.media_library import plan_media_library
from newsroom.pages.page import Blueprint, Page, Text
from newsroom.pages.plan_page import plan_timetable
from newsroom.pages.planning import Desk, Paper, Targets
from newsroom.pages.search_page import plan_search_page
from newsroom.pages.service_views import BoilerplateView, ContactsView, PlainView
from newsroom.pages.subscribe_page import plan_subscribe


def plan_service(desk: Desk) -> Iterator[Blueprint]:
    """Contacts, boilerplate, feeds, dates, figures, in a preview the plan, and every plain page, in each language."""
    yield from desk.twins(Localized(*map(addresses.media_contacts, LANGUAGES)), _contacts)
    yield from desk.twins(Localized(*map(addresses.boilerplate, LANGUAGES)), _boilerplate)
    yield from plan_media_library(desk)
    yield from plan_search_page(desk)
    yield from plan_subscribe(desk)
    yield from plan_calendar(desk)
    yield from plan_figures(desk)
    yield from plan_timetable(desk)
    for page in desk.newsroom.pages:
        for language, text in page.texts.items():
            address, targets = addresses.plain_page(language, page.slug), desk.targets(text.path, text.body)
            twins = {each: addresses.plain_page(each, page.slug) for each in page.texts}
            yield desk.blueprint(address, desk.papers[language], _plain, page, targets, source=text.path, twins=twins)


def _contacts(paper: Paper) -> Page:
    hand, words = paper.hand, paper.hand.words
    files = (addresses.contact_file(hand.language, contact.key) for contact in hand.newsroom.contacts)
    view = ContactsView(tuple(zip(map(hand.contact, hand.newsroom.contacts), files, strict=True)))
    address = Localized(*map(addresses.media_contacts, LANGUAGES))
    return paper.page(address, "contacts.html", words.media_contacts, view, description=words.contacts_introduction)


def _boilerplate(paper: Paper) -> Page:
    hand = paper.hand
    view = BoilerplateView(hand.newsroom.organization.boilerplate[hand.language])
    address = Localized(*map(addresses.boilerplate, LANGUAGES))
    return paper.page(address, "boilerplate.html", hand.words.boilerplate, view)


def _plain(paper: Paper, page: PlainPage, targets: Targets) -> Page:
    language = paper.hand.language
    text = page.texts[language]
    return paper.page(
        Localized(*(addresses.plain_page(each, page.slug) for each in LANGUAGES)),
        "plain.html",
        text.title,
        PlainView(text.summary),
        languages=tuple(page.texts),
        switch=addresses.home(other(language)),
        description=text.summary,
        text=Text(text.path, text.body.digest),
        targets=targets,
    )
