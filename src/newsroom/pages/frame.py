"""What surrounds every page of one language."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.model.language import direction
from newsroom.model.newsroom import PlainPage
from newsroom.pages import addresses
from newsroom.pages.views import Frame, Link
from newsroom.pages.writing import Hand


def frame(hand: Hand, plain_pages: Iterable[PlainPage], *, preview: bool) -> Frame:
    """The frame of a language; the same record on each of its pages."""
    organization, language = hand.newsroom.organization, hand.language
    return Frame(
        language=language,
        direction=direction(language),
        organization=organization.name[language],
        short_name=organization.short_name[language],
        description=organization.description[language],
        website=organization.website,
        listing=_listing(hand),
        logo=addresses.asset(organization.logo),
        home=hand.link(hand.words.home, addresses.home(language)),
        sections=_sections(hand),
        footer=_footer(hand, plain_pages),
        preview=preview,
    )


def _listing(hand: Hand) -> str:
    listing = hand.newsroom.organization.listing
    return f"{listing.exchange[hand.language]}: {listing.symbol}" if listing else ""


def _sections(hand: Hand) -> tuple[Link, ...]:
    words, language = hand.words, hand.language
    return (
        hand.link(words.types_in_plural["results"], addresses.post_type(language, "results")),
        hand.link(words.archive, addresses.archive(language)),
        hand.link(words.executives, addresses.executives(language)),
        hand.link(words.for_audience["shareholders"], addresses.audience(language, "shareholders")),
        hand.link(words.media_contacts, addresses.media_contacts(language)),
    )


def _footer(hand: Hand, plain_pages: Iterable[PlainPage]) -> tuple[Link, ...]:
    words, language = hand.words, hand.language
    own = (page for page in plain_pages if language in page.texts)
    return (
        *(hand.link(page.texts[language].title, addresses.plain_page(language, page.slug)) for page in own),
        hand.link(words.media_contacts, addresses.media_contacts(language)),
        hand.link(words.subscribe, addresses.subscribe(language)),
        *((hand.link(words.calendar, addresses.calendar(language)),) if hand.newsroom.occasions else ()),
        hand.link(words.boilerplate, addresses.boilerplate(language)),
        hand.link(words.accounts, addresses.accounts(language)),
        hand.link(words.archive, addresses.archive(language)),
    )
