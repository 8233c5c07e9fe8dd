"""Dates as pages show them: what was announced, when it is, and what was published about it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from newsroom.model.calendar import Occasion
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.service_views import OccasionLine
from newsroom.pages.views import Link, Moment
from newsroom.pages.writing import Hand


def in_order(hand: Hand) -> list[Occasion]:
    """Everything that was announced, by the day on which it is."""
    return sorted(hand.newsroom.occasions, key=lambda occasion: (day(hand, occasion.starts), occasion.key))


def all_dates(hand: Hand) -> Link | None:
    """The way to the page of every date, where anything was announced."""
    known = hand.newsroom.occasions
    return hand.link(hand.words.all_dates, addresses.calendar(hand.language)) if known else None


def coming(hand: Hand, posts: Mapping[str, Post], most: int | None = None) -> tuple[OccasionLine, ...]:
    """Dates to come, the next first; ``posts`` are by their ids."""
    ahead = [occasion for occasion in in_order(hand) if not occasion.over]
    return tuple(occasion_line(hand, each, posts) for each in ahead[:most])


def named_posts(occasions: Iterable[Occasion], posts: Sequence[Post]) -> tuple[Post, ...]:
    """The posts about some dates, but those that were withdrawn."""
    named = {occasion.post for occasion in occasions}
    return tuple(post for post in posts if post.id in named and not post.withdrawal)


def occasion_line(hand: Hand, occasion: Occasion, posts: Mapping[str, Post]) -> OccasionLine:
    """A date in a list; ``posts`` are by their ids."""
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


def day(hand: Hand, time: datetime.datetime | datetime.date) -> datetime.date:
    """The day of an instant in the newsroom's zone, or the day itself."""
    return hand.style.day_of(time) if isinstance(time, datetime.datetime) else time


def _post(hand: Hand, post: Post | None) -> Link | None:
    return hand.post_link(post) if post else None


def _moments(hand: Hand, occasion: Occasion) -> tuple[Moment, Moment | None]:
    """When it starts, and when it ends unless that is the same day: then the hour is enough, and a day needs no end."""
    starts, ends = occasion.starts, occasion.ends
    if ends is None or day(hand, starts) != day(hand, ends):
        return _moment(hand, starts), _moment(hand, ends) if ends else None
    if isinstance(ends, datetime.datetime):
        return _moment(hand, starts), Moment(hand.iso(ends), hand.style.time_of_day(ends))
    return _moment(hand, starts), None


def _moment(hand: Hand, time: datetime.datetime | datetime.date) -> Moment:
    return hand.instant(time) if isinstance(time, datetime.datetime) else Moment(time.isoformat(), hand.style.day(time))
