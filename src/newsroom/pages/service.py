"""Pages that serve the reader's errand: whom to call, the boilerplate, and the plain pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.language import LANGUAGES, Localized
from newsroom.pages import addresses
from newsroom.pages.calendar_page import plan_calendar
from newsroom.pages.figures_page import plan_figures
from newsroom.pages.media_library import plan_media_library
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.plain_pages import plan_plain_pages
from newsroom.pages.plan_page import plan_timetable
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.search_page import plan_search_page
from newsroom.pages.service_views import BoilerplateView, ContactsView
from newsroom.pages.subscribe_page import plan_subscribe
from newsroom.pages.verification import plan_verification


def plan_service(desk: Desk) -> Iterator[Blueprint]:
    """Contacts, boilerplate, feeds, dates, figures, a preview's plan, verification and plain pages, by language."""
    yield from desk.twins(Localized(*map(addresses.media_contacts, LANGUAGES)), _contacts)
    yield from desk.twins(Localized(*map(addresses.boilerplate, LANGUAGES)), _boilerplate)
    yield from plan_media_library(desk)
    yield from plan_search_page(desk)
    yield from plan_subscribe(desk)
    yield from plan_calendar(desk)
    yield from plan_figures(desk)
    yield from plan_timetable(desk)
    yield from plan_verification(desk)
    yield from plan_plain_pages(desk)


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
