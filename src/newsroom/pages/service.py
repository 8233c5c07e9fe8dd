"""Pages that serve the reader's errand: whom to call, the boilerplate, and the plain pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.language import LANGUAGES, Localized, other
from newsroom.model.newsroom import PlainPage
from newsroom.pages import addresses
from newsroom.pages.page import Page, Text
from newsroom.pages.planning import Desk
from newsroom.pages.views import BoilerplateView, ContactsView, PlainView
from newsroom.pages.writing import Hand


def plan_service(desk: Desk) -> Iterator[Page]:
    """Contacts, boilerplate and every plain page, in each language."""
    for language in LANGUAGES:
        hand = desk.hands[language]
        yield _contacts(desk, hand)
        yield _boilerplate(desk, hand)
        for page in desk.newsroom.pages:
            if language in page.texts:
                yield _plain(desk, hand, page)


def _contacts(desk: Desk, hand: Hand) -> Page:
    view = ContactsView(tuple(map(hand.contact, desk.newsroom.contacts)))
    address = Localized(*map(addresses.media_contacts, LANGUAGES))
    words = hand.words
    return desk.page(
        hand, address, "contacts.html", words.media_contacts, view, description=words.contacts_introduction
    )


def _boilerplate(desk: Desk, hand: Hand) -> Page:
    view = BoilerplateView(desk.newsroom.organization.boilerplate[hand.language])
    address = Localized(*map(addresses.boilerplate, LANGUAGES))
    return desk.page(hand, address, "boilerplate.html", hand.words.boilerplate, view)


def _plain(desk: Desk, hand: Hand, page: PlainPage) -> Page:
    text = page.texts[hand.language]
    return desk.page(
        hand,
        Localized(*(addresses.plain_page(language, page.slug) for language in LANGUAGES)),
        "plain.html",
        text.title,
        PlainView(text.summary),
        languages=tuple(page.texts),
        switch=addresses.home(other(hand.language)),
        description=text.summary,
        text=Text(text.path, text.body),
    )
