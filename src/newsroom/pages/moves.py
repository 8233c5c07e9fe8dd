"""Addresses that were published and stand no longer: where each leads now, and the page that says so.

What was moved is told from a newsroom that is already cut down to what may be seen: the old address of a post that is
not released yet does not exist yet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from newsroom.model.executive import Executive
from newsroom.model.language import LANGUAGES, Language, other
from newsroom.model.newsroom import Newsroom, PlainPage
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.metadata import of_page
from newsroom.pages.old_paths import FEEDS, address_of, languages_of, old_paths, own_path
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.service_views import MovedView
from newsroom.pages.standing import standing_feeds, standing_pages
from newsroom.pages.views import Link

_SUBJECT: Final = re.compile(rf"(?:{FEEDS})?((?:types|topics|executives|audiences)/[^/]+)")
"""A list that has a feed, as it is called below a language's home, or its feed, which has the same name."""


class Move(NamedTuple):
    """An address that was, in a language, and the one that stands in its place; both are below the site's root."""

    language: Language
    old: str
    new: str


def moves(visible: Newsroom) -> tuple[Move, ...]:
    """Every page that was moved, by aliases and by ``redirects``."""
    return tuple(move for move in _all_moves(visible) if not _path(move.old).startswith(FEEDS))


def plan_moves(desk: Desk) -> Iterator[Blueprint]:
    """A page at each old address, which leads to the new one."""
    for move in moves(desk.newsroom):
        paper = desk.papers[move.language]
        yield desk.blueprint(move.old, paper, _moved, move.old, move.new, leads_to=move.new)


def moved_feeds(visible: Newsroom, language: Language) -> Mapping[str, str]:
    """The feeds of a language that were moved with their lists: the name of each, and of the one in its place.

    That is the feed of the list to which the old list's address leads, or that of everything, which has no name.
    """
    paths = ((_path(move.old), move.new) for move in _all_moves(visible) if move.language == language)
    names = {match[1]: new for old, new in paths if (match := _SUBJECT.fullmatch(old))}
    known = standing_feeds(visible, language) if names else frozenset()
    return {old: _feed_at(new, language, known) for old, new in names.items() if old not in known}


def leads(visible: Newsroom) -> tuple[tuple[str, str], ...]:
    """Each old address of a page or feed with the new one, in order: what a server is told."""
    pages = ((move.old, move.new) for move in moves(visible))
    feeds = (
        pair
        for language in LANGUAGES
        for old, new in moved_feeds(visible, language).items()
        for pair in zip(addresses.feeds(language, old), addresses.feeds(language, new), strict=True)
    )
    return tuple(sorted((*pages, *feeds)))


def _all_moves(visible: Newsroom) -> Iterator[Move]:
    yield from (move for content in visible.folders for move in _by_aliases(content))
    yield from _by_redirects(visible)


def _by_aliases(content: Post | Executive | PlainPage) -> Iterator[Move]:
    for language in _languages_with(content):
        for old in old_paths(content):
            yield Move(language, address_of(old, language), address_of(own_path(content), language))


def _languages_with(content: Post | Executive | PlainPage) -> Collection[Language]:
    """The languages in which a folder of the content has a page."""
    if isinstance(content, Post):
        return tuple(content.translations)
    return LANGUAGES if isinstance(content, Executive) else tuple(content.texts)


def _by_redirects(visible: Newsroom) -> Iterator[Move]:
    if not visible.redirects:
        return
    pages = standing_pages(visible)
    for old, new in visible.redirects.items():
        for language in languages_of(old):
            target = address_of(new, language)
            if any(target in each for each in pages):
                yield Move(language, address_of(old, language), target)


def _path(address: str) -> str:
    """An address as a path below its language's home."""
    return address.partition("/")[2].removesuffix("/")


def _feed_at(address: str, language: Language, known: Collection[str]) -> str:
    """The name of the feed of the list at an address, or of that of everything."""
    name = _path(address)
    return name if name in known and address.startswith(f"{language}/") else ""


def _moved(paper: Paper, old: str, new: str) -> Page:
    hand, there = paper.hand, other(paper.hand.language)
    # Not by the paper, which would tell machines of a way that leads to this page.
    return Page(
        address=old,
        template="moved.html",
        language=hand.language,
        title=hand.words.moved_title,
        description=hand.words.moved_text,
        frame=paper.frame,
        view=MovedView(hand.newsroom.address + new),
        site=paper.site,
        metadata=of_page(hand, hand.words.moved_text),
        switch=Link(hand.words.own_language_names[there], addresses.home(there), there),
        leads_to=new,
    )
