"""What surrounds every page of one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newsroom.languages import message_words, plan_words, verification_words
from newsroom.model.brand import Brand
from newsroom.model.language import direction
from newsroom.model.newsroom import PlainPage
from newsroom.model.organization import OrganizationKind
from newsroom.model.post import Audience
from newsroom.pages import addresses
from newsroom.pages.contents import Contents
from newsroom.pages.views import Frame, Link
from newsroom.pages.writing import Hand

OWED_MOST: Final[Mapping[OrganizationKind, Audience]] = {
    "joint-stock": "shareholders",
    "government": "community",
    "family": "community",
}
"""The audience to which each kind of organisation owes most: its door comes first."""


def frame(
    hand: Hand,
    plain_pages: Sequence[PlainPage],
    *,
    has_posts: bool,
    has_figures: bool,
    preview: bool,
    has_plan: bool = False,
    has_messages: bool = False,
) -> Frame:
    """The frame of a language; the same record on each of its pages. Of ``plain_pages`` it names those in no other."""
    organization, brand, language = hand.newsroom.organization, hand.newsroom.brand, hand.language
    own = _own(hand, plain_pages)
    return Frame(
        language=language,
        direction=direction(language),
        organization=organization.name[language],
        short_name=organization.short_name[language],
        description=organization.description[language],
        website=organization.website,
        listing=_listing(hand),
        kind=organization.kind,
        logo=addresses.asset(organization.logo),
        logo_on_dark=addresses.asset(brand.logo_on_dark),
        is_logo_dark=brand.is_logo_dark,
        fonts=_fonts(brand),
        home=hand.link(hand.words.home, addresses.home(language)),
        sections=_sections(hand) if has_posts or not own else own,
        search=hand.link(hand.words.search, addresses.search(language)) if has_posts else None,
        footer=_footer(hand, own, has_figures=has_figures),
        preview=preview,
        plan=_plan(hand) if has_plan else None,
        messages=_messages(hand) if has_messages else None,
    )


def _plan(hand: Hand) -> Link:
    return hand.link(plan_words(hand.language).to_plan, addresses.plan(hand.language))


def _messages(hand: Hand) -> Link:
    return hand.link(message_words(hand.language).to_messages, addresses.messages(hand.language))


def _fonts(brand: Brand) -> tuple[str, ...]:
    if brand.fonts:
        return addresses.asset(brand.fonts.regular), addresses.asset(brand.fonts.bold)
    return addresses.font("regular"), addresses.font("bold")


def _verification(hand: Hand) -> tuple[Link]:
    return (hand.link(verification_words(hand.language).title, addresses.verification(hand.language)),)


def _listing(hand: Hand) -> str:
    listing = hand.newsroom.organization.listing
    return f"{listing.exchange[hand.language]}: {listing.symbol}" if listing else ""


def _sections(hand: Hand) -> tuple[Link, ...]:
    words, language = hand.words, hand.language
    owed = OWED_MOST[hand.newsroom.organization.kind]
    return (
        hand.link(words.types_in_plural["results"], addresses.post_type(language, "results")),
        hand.link(words.archive, addresses.archive(language)),
        hand.link(words.executives, addresses.executives(language)),
        hand.link(words.for_audience[owed], addresses.audience(language, owed)),
        hand.link(words.for_audience["media"], addresses.audience(language, "media")),
    )


def _own(hand: Hand, plain_pages: Sequence[PlainPage]) -> tuple[Link, ...]:
    """The plain pages in this language that belong to no other page."""
    language = hand.language
    return tuple(
        hand.link(page.texts[language].title, addresses.plain_page(language, page.slug))
        for page in Contents.of(plain_pages).alone
        if language in page.texts
    )


def _footer(hand: Hand, own: tuple[Link, ...], *, has_figures: bool) -> tuple[Link, ...]:
    words, language = hand.words, hand.language
    return (
        *own,
        hand.link(words.media_contacts, addresses.media_contacts(language)),
        hand.link(words.media_library, addresses.media_library(language)),
        hand.link(words.subscribe, addresses.subscribe(language)),
        *((hand.link(words.calendar, addresses.calendar(language)),) if hand.newsroom.occasions else ()),
        *((hand.link(words.figures, addresses.figures(language)),) if has_figures else ()),
        hand.link(words.boilerplate, addresses.boilerplate(language)),
        hand.link(words.accounts, addresses.accounts(language)),
        *(_verification(hand) if hand.newsroom.hosting.keys else ()),
        hand.link(words.archive, addresses.archive(language)),
    )
