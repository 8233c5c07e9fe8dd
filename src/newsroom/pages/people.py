"""Executives and their posts, everyone who speaks, and the official accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsroom.languages.initials import initials
from newsroom.model.executive import Biography, Executive
from newsroom.model.language import LANGUAGES, Localized, other
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.listings import Sheet, grouped, sheets
from newsroom.pages.metadata import Metadata, feeds_of_subject, of_executive
from newsroom.pages.page import Blueprint, Page, Text
from newsroom.pages.planning import Desk, Paper, Targets
from newsroom.pages.structured_data import profile, script
from newsroom.pages.subjects import feed_names, title_of_sheet
from newsroom.pages.views import AccountsView, ExecutivesView, ExecutiveView
from newsroom.pages.voices import by_name, last_words, voice
from newsroom.pages.writing import Hand


def plan_people(desk: Desk) -> Iterator[Blueprint]:
    """A page for each executive, one for all of them, and one for the accounts, in each language."""
    standing = [post for post in desk.newsroom.posts if not post.withdrawal]
    latest = last_words(standing)
    said = tuple(latest[key] for key in sorted(latest))
    yield from desk.twins(Localized(*map(addresses.executives, LANGUAGES)), _everyone, said)
    yield from desk.twins(Localized(*map(addresses.accounts, LANGUAGES)), _accounts)
    posts = grouped(standing, lambda post: (post.author,))
    for executive in desk.newsroom.executives.values():
        yield from _plan_executive(desk, executive, posts[executive.key], latest.get(executive.key))


def _plan_executive(
    desk: Desk, executive: Executive, posts: Sequence[Post], latest: Post | None
) -> Iterator[Blueprint]:
    address = Localized(*(addresses.executive(language, executive.key) for language in LANGUAGES))
    front, *numbered = sheets(address, posts, desk.newsroom.posts_per_page)
    feed = feed_names("executives", executive.key, posts)
    for paper in desk.papers:
        yield _blueprint_with_biography(desk, paper, executive, front, feed, latest)
    for sheet in numbered:
        yield from desk.twins(sheet.address, _executive, executive, sheet, feed, None)


def _blueprint_with_biography(
    desk: Desk, paper: Paper, executive: Executive, front: Sheet, feed: Localized[str], latest: Post | None
) -> Blueprint:
    address, biography = front.address[paper.hand.language], executive.biographies.get(paper.hand.language)
    twins = {language: front.address[language] for language in LANGUAGES}
    if biography is None:
        return desk.blueprint(address, paper, _executive, executive, front, feed, latest, twins=twins)
    targets = desk.targets(biography.path, biography.body)
    inputs = (executive, front, feed, latest, biography, targets)
    return desk.blueprint(address, paper, _with_biography, *inputs, source=biography.path, twins=twins)


def _everyone(paper: Paper, said: tuple[Post, ...]) -> Page:
    hand, latest = paper.hand, {post.author: post for post in said}
    view = ExecutivesView(tuple(voice(hand, each, latest.get(each.key)) for each in by_name(hand)))
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


def _executive(paper: Paper, executive: Executive, sheet: Sheet, feed: Localized[str], latest: Post | None) -> Page:
    hand = paper.hand
    return paper.page(
        sheet.address,
        "executive.html",
        title_of_sheet(hand, executive.name[hand.language], sheet),
        _view(hand, executive, sheet, latest),
        description=hand.biography_summary(executive),
        metadata=_metadata(hand, executive, sheet, feed[hand.language]),
    )


def _metadata(hand: Hand, executive: Executive, sheet: Sheet, feed: str) -> Metadata:
    """The first page of an executive is about the person, the others hold older posts."""
    feeds = feeds_of_subject(hand, feed, executive.name[hand.language]) if feed else ()
    return of_executive(hand, executive, feeds, () if sheet.number else (script(profile(hand, executive)),))


def _with_biography(
    paper: Paper,
    executive: Executive,
    front: Sheet,
    feed: Localized[str],
    latest: Post | None,
    biography: Biography,
    targets: Targets,
) -> Page:
    page, text = _executive(paper, executive, front, feed, latest), Text(biography.path, biography.body.digest)
    return replace(page, text=text, links=targets.links, sizes=targets.sizes)


def _view(hand: Hand, executive: Executive, sheet: Sheet, latest: Post | None) -> ExecutiveView:
    there = other(hand.language)
    return ExecutiveView(
        name=executive.name[hand.language],
        initials=initials(executive.name[hand.language]),
        other_name=executive.name[there],
        other_language=there,
        summary=hand.biography_summary(executive),
        portrait=hand.download(executive.portrait),
        roles=tuple(map(hand.role_line, executive.roles)),
        accounts=hand.handles(executive.accounts),
        latest=hand.item(latest) if latest else None,
        items=tuple(map(hand.item, sheet.posts)),
        pager=sheet.pager[hand.language],
    )
