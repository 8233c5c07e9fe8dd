"""What may be seen at an instant.

A newsroom is cut down to a newsroom that holds nothing else, and every page is planned from that one: a planner cannot
show what it was never given.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from newsroom.model.calendar import Occasion
from newsroom.model.executive import Executive, Role
from newsroom.model.figure import Figure, Point
from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import Account
from newsroom.model.post import Post, Translation
from newsroom.model.text import NO_WORDS
from newsroom.pages.figures import with_values


def at_instant(newsroom: Newsroom, now: datetime.datetime) -> Newsroom:
    """The newsroom as the public may see it at an instant, its posts in order of release, newest first."""
    figures = tuple(figure for figure in (each.as_of(now, now) for each in newsroom.figures) if figure.points)
    public = tuple(_public(post, now) for post in newsroom.posts if _is_public(post, newsroom, now))
    posts = _with_values(public, newsroom, figures)
    seen = frozenset(post.id for post in posts)
    today = now.astimezone(newsroom.timezone).date()
    organization = replace(newsroom.organization, accounts=_open(newsroom.organization.accounts, today))
    return replace(
        newsroom,
        organization=organization,
        posts=newest_first(posts),
        executives={
            executive.key: _executive_on(executive, today)
            for executive, first in _with_first_appearance(newsroom)
            if first <= now
        },
        occasions=tuple(
            _occasion_at(now, occasion, seen, newsroom) for occasion in newsroom.occasions if occasion.announced <= now
        ),
        figures=figures,
        consents={},
        awaited={},
    )


def released_whole(newsroom: Newsroom, now: datetime.datetime) -> Iterator[Post]:
    """The posts, as they were read, of which nothing is held back at an instant: all that was read may be known.

    What figures add to a post is no part of it: it names values, and what it may name is in :func:`at_instant`.
    """
    return (post for post in newsroom.posts if _is_public(post, newsroom, now) and _public(post, now) is post)


def shown_whole(newsroom: Newsroom) -> Iterator[Post]:
    """The posts of which a preview hides nothing."""
    return (post for post in newsroom.posts if as_published(post) is post)


def in_preview(newsroom: Newsroom) -> Newsroom:
    """The whole newsroom, whatever its dates; only a withdrawn post is what it will stay.

    It knows which posts lack consent, and whose: those who read a preview have to see that.
    """
    posts = _with_values(tuple(map(as_published, newsroom.posts)), newsroom, newsroom.figures)
    return replace(newsroom, posts=newest_first(posts), consents={})


def next_change(newsroom: Newsroom, now: datetime.datetime) -> datetime.datetime | None:
    """The next instant after ``now`` at which the public site shows something else by itself, or nothing.

    That a post is two days old and leaves the sitemap for Google News is no such instant: docs/decisions/feeds.md says
    why.
    """
    return min((instant for instant in _instants(newsroom) if instant > now), default=None)


def newest_first(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Posts by release, the newest first; posts of one instant by id, so that the order never depends on the disk."""
    return tuple(sorted(posts, key=lambda post: (post.released, post.id), reverse=True))


def _is_public(post: Post, newsroom: Newsroom, now: datetime.datetime) -> bool:
    return _is_ever_public(post, newsroom) and newsroom.public_from(post) <= now


def _is_ever_public(post: Post, newsroom: Newsroom) -> bool:
    """Whether a post will be seen at all by itself, as one that lacks consent will not.

    One that was withdrawn before its release leaves not even a notice.
    """
    if post.id in newsroom.unapproved:
        return False
    return post.pubstatus != "withheld" and (post.withdrawal is None or post.withdrawal.date >= post.released)


def _public(post: Post, now: datetime.datetime) -> Post:
    whole = as_published(post)
    if not any(instant > now for instant in _later_changes(whole)):
        return whole
    return replace(
        whole,
        corrections=tuple(correction for correction in whole.corrections if correction.date <= now),
        translations={language: _updated_by(now, text, whole) for language, text in whole.translations.items()},
    )


def _with_values(posts: tuple[Post, ...], newsroom: Newsroom, figures: tuple[Figure, ...]) -> tuple[Post, ...]:
    """Posts whose evidence has the values of figures that it refers to."""
    by_name = {figure.name: figure for figure in figures}
    return tuple(with_values(post, by_name, newsroom.timezone) for post in posts)


def _later_changes(post: Post) -> Iterator[datetime.datetime]:
    """When corrections and changes of substance were made known."""
    for correction in post.corrections:
        yield correction.date
    for translation in post.translations.values():
        yield translation.updated


def _updated_by(now: datetime.datetime, translation: Translation, post: Post) -> Translation:
    return translation if translation.updated <= now else replace(translation, updated=post.date)


def as_published(post: Post) -> Post:
    """A post with all that is published of it: one that was withdrawn without anything that it said."""
    if post.pubstatus != "canceled":
        return post
    emptied: Mapping[Language, Translation] = {
        language: replace(translation, title="", summary="", body=NO_WORDS, updated=post.date)
        for language, translation in post.translations.items()
    }
    return replace(post, hero=None, evidence=(), corrections=(), attachments={}, translations=emptied)


def _with_first_appearance(newsroom: Newsroom) -> Iterator[tuple[Executive, datetime.datetime]]:
    """Executives and when each may first be shown: at the date in the profile, or with the first post released."""
    first = {executive.key: executive.date for executive in newsroom.executives.values()}
    for post in newsroom.posts:
        if post.author in first and post.pubstatus == "usable" and _is_ever_public(post, newsroom):
            first[post.author] = min(first[post.author], newsroom.public_from(post))
    return ((executive, first[executive.key]) for executive in newsroom.executives.values())


def _executive_on(executive: Executive, today: datetime.date) -> Executive:
    roles = tuple(_role_on(role, today) for role in executive.roles if role.since <= today)
    return replace(executive, roles=roles, accounts=_open(executive.accounts, today))


def _role_on(role: Role, today: datetime.date) -> Role:
    """A role whose end is not announced before it has passed."""
    return replace(role, until=None) if role.until and role.until >= today else role


def _occasion_at(now: datetime.datetime, occasion: Occasion, seen: Collection[str], newsroom: Newsroom) -> Occasion:
    """An occasion that names no post which may not be seen, and no change that is still to come."""
    updated = occasion.updated if occasion.updated <= now else occasion.announced
    post = occasion.post if occasion.post in seen else None
    return replace(occasion, updated=updated, post=post, over=_over_from(occasion, newsroom) <= now)


def _over_from(occasion: Occasion, newsroom: Newsroom) -> datetime.datetime:
    """The midnight that closes the last day of an occasion."""
    last = occasion.ends or occasion.starts
    day = last.astimezone(newsroom.timezone).date() if isinstance(last, datetime.datetime) else last
    return _midnight(day + datetime.timedelta(days=1), newsroom)


def _open(accounts: tuple[Account, ...], today: datetime.date) -> tuple[Account, ...]:
    return tuple(account for account in accounts if account.since <= today)


def _instants(newsroom: Newsroom) -> Iterator[datetime.datetime]:
    for post in newsroom.posts:
        if _is_ever_public(post, newsroom):
            yield from _instants_of_post(post, newsroom.public_from(post))
    for executive, first in _with_first_appearance(newsroom):
        yield first
        yield from (instant for instant in _instants_of_profile(executive, newsroom) if instant > first)
    for account in newsroom.organization.accounts:
        yield _midnight(account.since, newsroom)
    yield from _instants_of_occasions(newsroom)
    points = (point for figure in newsroom.figures for point in figure.points)
    yield from chain.from_iterable(map(_instants_of_point, points))


def _instants_of_occasions(newsroom: Newsroom) -> Iterator[datetime.datetime]:
    for occasion in newsroom.occasions:
        yield occasion.announced
        yield max(occasion.updated, occasion.announced)
        yield max(_over_from(occasion, newsroom), occasion.announced)


def _instants_of_post(post: Post, public_from: datetime.datetime) -> Iterator[datetime.datetime]:
    """The instant from which it may be seen, and what can only be seen after it."""
    yield public_from
    if post.pubstatus == "usable":
        yield from (instant for instant in _later_changes(post) if instant > public_from)


def _instants_of_point(point: Point) -> Iterator[datetime.datetime]:
    """Release, and each restatement that can be seen by then."""
    yield point.released
    for value in point.values.values():
        yield from (max(each.date, point.released) for each in value.restatements)


def _instants_of_profile(executive: Executive, newsroom: Newsroom) -> Iterator[datetime.datetime]:
    """What changes in a profile by itself."""
    days = [account.since for account in executive.accounts] + [role.since for role in executive.roles]
    days += [role.until + datetime.timedelta(days=1) for role in executive.roles if role.until]
    return (_midnight(day, newsroom) for day in days)


def _midnight(day: datetime.date, newsroom: Newsroom) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.min, newsroom.timezone)
