"""The page of dates: results, meetings, dividends and events, as they were announced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.metadata import of_page
from newsroom.pages.occasions import coming, day, in_order, named_posts, occasion_line
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.service_views import CalendarView
from newsroom.pages.structured_data import event, script
from newsroom.pages.writing import Hand


def plan_calendar(desk: Desk) -> Iterator[Blueprint]:
    """The calendar in each language, where anything was announced."""
    posts = named_posts(desk.newsroom.occasions, desk.newsroom.posts)
    if desk.newsroom.occasions:
        yield from desk.twins(Localized(*map(addresses.calendar, LANGUAGES)), _calendar, posts)


def _calendar(paper: Paper, posts: tuple[Post, ...]) -> Page:
    hand, words = paper.hand, paper.hand.words
    nodes = tuple(script(event(hand, each)) for each in in_order(hand))
    return paper.page(
        Localized(*map(addresses.calendar, LANGUAGES)),
        "calendar.html",
        words.calendar,
        _view(hand, {post.id: post for post in posts}),
        description=words.calendar_introduction,
        metadata=of_page(hand, words.calendar_introduction, nodes=nodes),
    )


def _view(hand: Hand, posts: dict[str, Post]) -> CalendarView:
    past = [occasion for occasion in reversed(in_order(hand)) if occasion.over]
    return CalendarView(
        coming=coming(hand, posts),
        years=tuple(
            (hand.style.year(year), tuple(occasion_line(hand, each, posts) for each in group))
            for year, group in groupby(past, lambda occasion: day(hand, occasion.starts).year)
        ),
        file=addresses.calendar_file(hand.language),
    )
