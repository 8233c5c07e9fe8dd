"""Executives and their posts, everyone who speaks, and the official accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsroom.languages.sorting import sort_key
from newsroom.model.executive import Biography, Executive
from newsroom.model.language import LANGUAGES, Localized, other
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.archive import feed_names, title_of_sheet
from newsroom.pages.listings import Sheet, grouped, sheets
from newsroom.pages.metadata import Metadata, feeds_of_subject, of_executive
from newsroom.pages.page import Blueprint, Page, Text
from newsroom.pages.planning import Desk, Paper, Targets
from newsroom.pages.structured_data import profile, script
from newsroom.pages.views import AccountsView, ExecutivesView, ExecutiveView
from newsroom.pages.writing import Hand


def plan_people(desk: Desk) -> Iterator[Blueprint]:
    """A page for each executive, one for all of them, and one for the accounts, in each language."""
    yield from desk.twins(Localized(*map(addresses.executives, LANGUAGES)), _everyone)
    yield from desk.twins(Localized(*map(addresses.accounts, LANGUAGES)), _accounts)
    standing = (post for post in desk.newsroom.posts if not post.withdrawal)
    posts = grouped(standing, lambda post: (post.author,))
    for executive in desk.newsroom.executives.values():
        yield from _plan_executive(desk, executive, posts[executive.key])


def by_name(hand: Hand) -> list[Executive]:
    """Executives in the alphabetical order of the language."""
    return sorted(hand.newsroom.executives.values(), key=lambda executive: sort_key(executive.name[hand.language]))


def _plan_executive(desk: Desk, executive: Executive, posts: Sequence[Post]) -> Iterator[Blueprint]:
    address = Localized(*(addresses.executive(language, executive.key) for language in LANGUAGES))
    front, *numbered = sheets(address, posts, desk.newsroom.posts_per_page)
    feed = feed_names("executives", executive.key, posts)
    for paper in desk.papers:
        yield _blueprint_with_biography(desk, paper, executive, front, feed)
    for sheet in numbered:
        yield from desk.twins(sheet.address, _executive, executive, sheet, feed)


def _blueprint_with_biography(
    desk: Desk, paper: Paper, executive: Executive, front: Sheet, feed: Localized[str]
) -> Blueprint:
    address, biography = front.address[paper.hand.language], executive.biographies.get(paper.hand.language)
    twins = {language: front.address[language] for language in LANGUAGES}
    if biography is None:
        return desk.blueprint(address, paper, _executive, executive, front, feed, twins=twins)
    targets = desk.targets(biography.path, biography.body)
    return desk.blueprint(
        address, paper, _with_biography, executive, front, feed, biography, targets, source=biography.path, twins=twins
    )


def _everyone(paper: Paper) -> Page:
    hand = paper.hand
    view = ExecutivesView(tuple(map(hand.person, by_name(hand))))
    return paper.page(Localized(*map(addresses.executives, LANGUAGES)), "executives.html", hand.words.executives, view)


def _accounts(paper: Paper) -> Page:
    hand, words = paper.hand, paper.hand.words
    view = AccountsView(
        organization=hand.handles(hand.newsroom.organization.accounts),
        executives=tuple(
            (
                hand.link(each.name[hand.language], addresses.executive(hand.language, each.key)),
                hand.handles(each.accounts),
            )
            for each in by_name(hand)
            if each.accounts
        ),
    )
    address = Localized(*map(addresses.accounts, LANGUAGES))
    return paper.page(address, "accounts.html", words.accounts, view, description=words.accounts_introduction)


def _executive(paper: Paper, executive: Executive, sheet: Sheet, feed: Localized[str]) -> Page:
    hand = paper.hand
    return paper.page(
        sheet.address,
        "executive.html",
        title_of_sheet(hand, executive.name[hand.language], sheet),
        _view(hand, executive, sheet),
        description=hand.biography_summary(executive),
        metadata=_metadata(hand, executive, sheet, feed[hand.language]),
    )


def _metadata(hand: Hand, executive: Executive, sheet: Sheet, feed: str) -> Metadata:
    """The first page of an executive is about the person, the others hold older posts."""
    feeds = feeds_of_subject(hand, feed, executive.name[hand.language]) if feed else ()
    return of_executive(hand, executive, feeds, () if sheet.number else (script(profile(hand, executive)),))


def _with_biography(
    paper: Paper, executive: Executive, front: Sheet, feed: Localized[str], biography: Biography, targets: Targets
) -> Page:
    page, text = _executive(paper, executive, front, feed), Text(biography.path, biography.body.digest)
    return replace(page, text=text, links=targets.links, sizes=targets.sizes)


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
        pager=sheet.pager[hand.language],
    )
