"""Executives and their posts, everyone who speaks, and the official accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsroom.languages.sorting import sort_key
from newsroom.model.executive import Executive
from newsroom.model.language import LANGUAGES, Localized, other
from newsroom.pages import addresses
from newsroom.pages.archive import title_of_sheet
from newsroom.pages.listings import Sheet, sheets
from newsroom.pages.page import Page, Text
from newsroom.pages.planning import Desk
from newsroom.pages.views import AccountsView, ExecutivesView, ExecutiveView
from newsroom.pages.writing import Hand


def plan_people(desk: Desk) -> Iterator[Page]:
    """A page for each executive, one for all of them, and one for the accounts, in each language."""
    for language in LANGUAGES:
        hand = desk.hands[language]
        people = by_name(hand)
        yield _everyone(desk, hand, people)
        yield _accounts(desk, hand, people)
        for executive in people:
            yield from _executive(desk, hand, executive)


def by_name(hand: Hand) -> list[Executive]:
    """Executives in the alphabetical order of the language."""
    return sorted(hand.newsroom.executives.values(), key=lambda executive: sort_key(executive.name[hand.language]))


def _everyone(desk: Desk, hand: Hand, people: Sequence[Executive]) -> Page:
    address = Localized(*map(addresses.executives, LANGUAGES))
    return desk.page(
        hand, address, "executives.html", hand.words.executives, ExecutivesView(tuple(map(hand.person, people)))
    )


def _accounts(desk: Desk, hand: Hand, people: Sequence[Executive]) -> Page:
    view = AccountsView(
        organization=hand.handles(hand.newsroom.organization.accounts),
        executives=tuple(
            (
                hand.link(each.name[hand.language], addresses.executive(hand.language, each.key)),
                hand.handles(each.accounts),
            )
            for each in people
            if each.accounts
        ),
    )
    address = Localized(*map(addresses.accounts, LANGUAGES))
    return desk.page(
        hand, address, "accounts.html", hand.words.accounts, view, description=hand.words.accounts_introduction
    )


def _executive(desk: Desk, hand: Hand, executive: Executive) -> Iterator[Page]:
    posts = [post for post in desk.newsroom.posts if post.author == executive.key and not post.withdrawal]
    size = desk.newsroom.posts_per_page
    own = (sheets(addresses.executive(language, executive.key), posts, size) for language in LANGUAGES)
    for arabic, english in zip(*own, strict=True):
        sheet = Localized(arabic, english)[hand.language]
        yield desk.page(
            hand,
            Localized(arabic.address, english.address),
            "executive.html",
            title_of_sheet(hand, executive.name[hand.language], sheet),
            _view(hand, executive, sheet),
            description=hand.biography_summary(executive),
            text=_biography(hand, executive) if sheet.number == 0 else None,
        )


def _biography(hand: Hand, executive: Executive) -> Text | None:
    biography = executive.biographies.get(hand.language)
    return Text(biography.path, biography.body) if biography else None


def _view(hand: Hand, executive: Executive, sheet: Sheet) -> ExecutiveView:
    there = other(hand.language)
    return ExecutiveView(
        name=executive.name[hand.language],
        other_name=executive.name[there],
        other_language=there,
        summary=hand.biography_summary(executive),
        portrait=hand.image(executive.portrait),
        roles=tuple(map(hand.role_line, executive.roles)),
        accounts=hand.handles(executive.accounts),
        items=tuple(map(hand.item, sheet.posts)),
        pager=sheet.pager,
    )
