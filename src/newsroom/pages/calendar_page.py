"""The page of dates: results, meetings, dividends and events, as they were announced."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby

from newsroom.model.calendar import Occasion
from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.metadata import of_page
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.service_views import CalendarView, OccasionLine
from newsroom.pages.structured_data import event, script
from newsroom.pages.views import Link, Moment
from newsroom.pages.writing import Hand


def plan_calendar(desk: Desk) -> Iterator[Blueprint]:
    """The calendar in each language, where anything was announced."""
    named = {occasion.post for occasion in desk.newsroom.occasions}
    posts = tuple(post for post in desk.newsroom.posts if post.id in named and not post.withdrawal)
    if desk.newsroom.occasions:
        yield from desk.twins(Localized(*map(addresses.calendar, LANGUAGES)), _calendar, posts)


def _calendar(paper: Paper, posts: tuple[Post, ...]) -> Page:
    hand, words = paper.hand, paper.hand.words
    occasions = sorted(hand.newsroom.occasions, key=lambda occasion: (_day(hand, occasion.starts), occasion.key))
    return paper.page(
        Localized(*map(addresses.calendar, LANGUAGES)),
        "calendar.html",
        words.calendar,
        _view(hand, occasions, {post.id: post for post in posts}),
        description=words.calendar_introduction,
        metadata=of_page(
            hand, words.calendar_introduction, nodes=tuple(script(event(hand, each)) for each in occasions)
        ),
    )


def _view(hand: Hand, occasions: list[Occasion], posts: dict[str, Post]) -> CalendarView:
    past = [occasion for occasion in reversed(occasions) if occasion.over]
    return CalendarView(
        coming=tuple(_line(hand, each, posts) for each in occasions if not each.over),
        years=tuple(
            (hand.style.year(year), tuple(_line(hand, each, posts) for each in group))
            for year, group in groupby(past, lambda occasion: _day(hand, occasion.starts).year)
        ),
        file=addresses.calendar_file(hand.language),
    )


def _line(hand: Hand, occasion: Occasion, posts: dict[str, Post]) -> OccasionLine:
    language, words = hand.language, hand.words
    starts, ends = _moments(hand, occasion)
    return OccasionLine(
        kind=words.occasion_kinds[occasion.kind],
        title=occasion.title[language],
        description=occasion.description[language],
        status="" if occasion.status == "confirmed" else words.occasion_statuses[occasion.status],
        canceled=occasion.status == "canceled",
        starts=starts,
        ends=ends,
        place=occasion.place[language],
        link=occasion.link,
        post=_post(hand, posts.get(occasion.post or "")),
    )


def _post(hand: Hand, post: Post | None) -> Link | None:
    return hand.post_link(post) if post else None


def _moments(hand: Hand, occasion: Occasion) -> tuple[Moment, Moment | None]:
    """When it starts, and when it ends unless that is the same day: then the hour is enough, and a day needs no end."""
    starts, ends = occasion.starts, occasion.ends
    if ends is None or _day(hand, starts) != _day(hand, ends):
        return _moment(hand, starts), _moment(hand, ends) if ends else None
    if isinstance(ends, datetime.datetime):
        return _moment(hand, starts), Moment(hand.iso(ends), hand.style.time_of_day(ends))
    return _moment(hand, starts), None


def _moment(hand: Hand, time: datetime.datetime | datetime.date) -> Moment:
    return hand.instant(time) if isinstance(time, datetime.datetime) else Moment(time.isoformat(), hand.style.day(time))


def _day(hand: Hand, time: datetime.datetime | datetime.date) -> datetime.date:
    return hand.style.day_of(time) if isinstance(time, datetime.datetime) else time
