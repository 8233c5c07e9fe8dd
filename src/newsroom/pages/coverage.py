"""Whom the newsroom spoke to in a year and who spoke, what is under way, and what the plan still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from newsroom.model.newsroom import Newsroom
from newsroom.model.plan import Objective
from newsroom.model.post import AUDIENCES, Audience
from newsroom.pages.periods import Span
from newsroom.pages.slots import Place, Scheduled
from newsroom.pages.tracks import Track

NOBODY: Final = ""
"""Stands for the executive of an objective for which nobody has spoken yet."""

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Count:
    """So many posts are published, and so many ``planned``: under way and not released.

    ``missing`` are places of the plan for which there is no post, and ``overdue`` those places, filled or not, whose
    slot is over without a release.
    """

    published: int
    planned: int
    missing: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Tally(Generic[Key]):
    """The posts of an audience or an executive, by its key."""

    key: Key
    count: Count


@dataclass(frozen=True, slots=True)
class Coverage:
    """The tallies of a year, those of every audience and of every executive."""

    audiences: tuple[Tally[Audience], ...]
    executives: tuple[Tally[str], ...]


def coverage(newsroom: Newsroom, posts: Sequence[Scheduled], tracks: Sequence[Track], year: Span) -> Coverage:
    """The tallies of the posts and places that fall in a year.

    A place belongs to every audience of its objective, and to the executive who spoke last for its objective: the plan
    names no speakers, and whoever spoke last is whom the team asks first.
    """
    inside = [each for each in posts if each.day in year]
    places = [(each.objective, place) for each in tracks for place in each.places if place.due in year]
    executives = tuple(_executives(newsroom, inside, places, posts))
    return Coverage(tuple(_audiences(inside, places)), executives)


_Places = Sequence[tuple[Objective, Place]]


def _audiences(inside: Sequence[Scheduled], places: _Places) -> Iterator[Tally[Audience]]:
    for audience in AUDIENCES:
        posts = (each for each in inside if audience in each.post.audiences)
        asked = (place for objective, place in places if audience in objective.audiences)
        yield Tally(audience, _count(posts, asked))


def _executives(
    newsroom: Newsroom, inside: Sequence[Scheduled], places: _Places, posts: Sequence[Scheduled]
) -> Iterator[Tally[str]]:
    # Posts come in the order of their release, so the last speaker is the one that stays.
    speakers = {each.post.objective: each.post.author for each in posts if each.standing == "published"}
    for executive in (*sorted(newsroom.executives), NOBODY):
        written = (each for each in inside if each.post.author == executive)
        asked = (place for objective, place in places if speakers.get(objective.key, NOBODY) == executive)
        counted = _count(written, asked)
        if executive != NOBODY or counted.missing:
            yield Tally(executive, counted)


def _count(posts: Iterable[Scheduled], places: Iterable[Place]) -> Count:
    standings, asked = [each.standing for each in posts], list(places)
    published = standings.count("published")
    return Count(
        published=published,
        planned=len(standings) - published,
        missing=sum(place.scheduled is None for place in asked),
        overdue=sum(place.is_overdue for place in asked),
    )
