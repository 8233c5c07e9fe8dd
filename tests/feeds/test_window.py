"""Which posts stand in the live feed and which in its archive."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import cast

from hypothesis import given
from hypothesis import strategies as some

from newsroom.feeds.window import LATEST, MOST, SHEET, newest, window
from newsroom.model.post import Post

FIRST = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


class Dated:
    """As much of a post as a window looks at: the day of its release, and of its last change."""

    def __init__(self, number: int, changed: int | None = None) -> None:
        self.folder = f"posts/{number}"
        self.released = FIRST + number * DAY
        self.changed = FIRST + (number if changed is None else changed) * DAY


def posts(number: int, changes: dict[int, int] | None = None) -> list[Post]:
    """Posts of as many days, newest first; ``changes`` are the days on which some were corrected."""
    return cast("list[Post]", [Dated(day, (changes or {}).get(day)) for day in range(number, 0, -1)])


def changed(post: Post) -> datetime.datetime:
    return cast("Dated", post).changed


def days(found: Iterable[Post]) -> list[int]:
    return [(post.released - FIRST).days for post in found]


def test_few_posts_are_all_live() -> None:
    assert window(posts(59), changed).archives == ()
    assert days(window(posts(59), changed).live) == list(range(59, 0, -1))


def test_sixty_posts_fill_the_first_archive() -> None:
    live, archives = window(posts(60), changed)
    assert days(live) == list(range(60, 30, -1))
    assert [days(archive) for archive in archives] == [list(range(30, 0, -1))]


@given(some.integers(0, 400))
def test_a_new_post_changes_no_archive_and_every_post_stands_once(number: int) -> None:
    before, after = window(posts(number), changed), window(posts(number + 1), changed)
    assert [days(each) for each in after.archives][: len(before.archives)] == [days(each) for each in before.archives]
    found = [day for each in (after.live, *after.archives) for day in days(each)]
    assert sorted(found) == list(range(1, number + 2))
    assert number + 1 < SHEET or SHEET <= len(after.live) < 2 * SHEET


def test_an_old_post_that_was_corrected_is_live_again_and_stays_in_its_archive() -> None:
    live, archives = window(posts(70, {5: 65}), changed)
    assert days(live) == [*range(70, 30, -1), 5]
    assert 5 in days(archives[0])


def test_a_post_corrected_before_the_oldest_live_one_is_not_live() -> None:
    live, _ = window(posts(70, {5: 30}), changed)
    assert 5 not in days(live)


@given(some.dictionaries(some.integers(1, 100), some.integers(101, 200), max_size=100))
def test_no_live_feed_is_longer_than_networks_take_in_at_once(changes: dict[int, int]) -> None:
    assert len(window(posts(200, changes), changed).live) <= MOST
    assert len(newest(posts(200, changes), changed)) <= MOST


def test_the_corrections_that_there_is_no_room_for_are_the_oldest() -> None:
    live = newest(posts(200, {day: 150 + day for day in range(1, 20)}), changed)
    assert days(live[LATEST:]) == list(range(19, 9, -1))
