"""Lists that a new post does not disturb, and the posts beside a post."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.pages.listings import Sheet, sheets
from newsroom.pages.neighbours import MOST_RELATED, Neighbours
from newsroom.pages.release import newest_first
from tests.samples import both, write_post

COUNTS, SIZES = st.integers(0, 60), st.integers(1, 12)


def cut(count: int, size: int) -> list[Sheet]:
    """A list of numbers in place of posts, the newest the highest."""
    return list(sheets("list/", range(count, 0, -1), size))  # type: ignore[arg-type]


@given(COUNTS, SIZES)
def test_every_post_is_on_exactly_one_sheet_newest_first(count: int, size: int) -> None:
    assert [post for sheet in cut(count, size) for post in sheet.posts] == list(range(count, 0, -1))


@given(COUNTS, SIZES)
def test_numbered_sheets_are_full_and_the_front_is_at_least_so(count: int, size: int) -> None:
    front, *numbered = cut(count, size)
    assert all(len(sheet.posts) == size for sheet in numbered)
    assert len(front.posts) == count if count < size else size <= len(front.posts) < 2 * size


@given(COUNTS, SIZES)
def test_a_new_post_leaves_every_numbered_sheet_but_the_newest_as_it_was(count: int, size: int) -> None:
    before = {sheet.number: sheet for sheet in cut(count, size) if sheet.number}
    after = {sheet.number: sheet for sheet in cut(count + 1, size) if sheet.number}
    assert {number: sheet.posts for number, sheet in before.items()}.items() <= {
        number: sheet.posts for number, sheet in after.items()
    }.items()
    assert all(after[number] == before[number] for number in before if number < len(before))


@given(COUNTS, SIZES)
def test_following_older_from_the_front_visits_every_sheet_and_newer_leads_back(count: int, size: int) -> None:
    by_address = {sheet.address: sheet for sheet in cut(count, size)}
    address, visited = "list/", []
    while address:
        visited.append(address)
        older = by_address[address].pager.older
        assert not older or by_address[older].pager.newer == address
        address = older
    assert sorted(visited) == sorted(by_address)


def neighbours_of(root: Path) -> tuple[Neighbours, dict[str, object]]:
    posts = newest_first(sound_newsroom(root).posts)
    return Neighbours(posts), {post.slug: post for post in posts}


def test_neighbours_pass_over_withdrawn_posts(root: Path) -> None:
    withdrawal = {"date": "2026-02-20T09:00", "reason": both("سبب", "reason")}
    write_post(root, 2, ar={"date": "2026-02-15T09:00", "pubstatus": "canceled", "withdrawal": withdrawal})
    write_post(root, 3, ar={"date": "2026-03-15T09:00"})
    neighbours, posts = neighbours_of(root)
    assert neighbours.older(posts["post-3"]) is posts["post-1"]  # type: ignore[arg-type]
    assert neighbours.newer(posts["post-1"]) is posts["post-3"]  # type: ignore[arg-type]
    assert neighbours.newer(posts["post-3"]) is None  # type: ignore[arg-type]
    assert neighbours.older(posts["post-1"]) is None  # type: ignore[arg-type]


def test_related_posts_are_older_share_a_topic_and_come_closest_first(root: Path) -> None:
    for number, topics in (
        (2, ["ports"]),
        (3, ["results"]),
        (4, ["ports", "results"]),
        (5, ["ports"]),
        (6, ["ports", "results"]),
    ):
        write_post(root, number, ar={"date": f"2026-0{number}-15T09:00", "topics": topics})
    neighbours, posts = neighbours_of(root)
    related = neighbours.related(posts["post-6"])  # type: ignore[arg-type]
    assert [post.slug for post in related] == ["post-4", "post-5", "post-3"]
    assert len(related) == MOST_RELATED
    assert [post.slug for post in neighbours.related(posts["post-2"])] == ["post-1"]  # type: ignore[arg-type]
