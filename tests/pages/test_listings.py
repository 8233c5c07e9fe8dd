"""Lists that a new post does not disturb, and the posts beside a post."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.post import Post
from newsroom.pages.listings import Sheet, sheets
from newsroom.pages.neighbours import MOST_RELATED, Neighbourhood, Neighbours
from newsroom.pages.release import newest_first
from tests.samples import both, write_post

COUNTS, SIZES = st.integers(0, 60), st.integers(1, 12)


def cut(count: int, size: int) -> list[Sheet]:
    """A list of numbers in place of posts, the newest the highest."""
    return list(sheets(Localized("ar/list/", "en/list/"), range(count, 0, -1), size))  # type: ignore[arg-type]


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


@pytest.mark.parametrize("language", LANGUAGES)
@given(COUNTS, SIZES)
def test_following_older_from_the_front_visits_every_sheet_and_newer_leads_back(
    language: Language, count: int, size: int
) -> None:
    by_address = {sheet.address[language]: sheet for sheet in cut(count, size)}
    address, visited = f"{language}/list/", []
    while address:
        visited.append(address)
        older = by_address[address].pager[language].older
        assert not older or by_address[older].pager[language].newer == address
        address = older
    assert sorted(visited) == sorted(by_address)


def neighbours_of(root: Path) -> dict[tuple[Language, str], Neighbourhood]:
    posts = newest_first(sound_newsroom(root).posts)
    neighbours = Neighbours(posts)
    standing = [post for post in posts if not post.withdrawal]
    return {(language, post.slug): neighbours.of(post, language) for post in standing for language in post.translations}


def slug(post: Post | None) -> str | None:
    return post.slug if post else None


def test_neighbours_pass_over_withdrawn_posts(root: Path) -> None:
    withdrawal = {"date": "2026-02-20T09:00", "reason": both("سبب", "reason")}
    write_post(root, 2, ar={"date": "2026-02-15T09:00", "pubstatus": "canceled", "withdrawal": withdrawal})
    write_post(root, 3, ar={"date": "2026-03-15T09:00"})
    around = neighbours_of(root)
    assert {name for _, name in around} == {"post-1", "post-3"}
    assert slug(around["ar", "post-3"].older) == "post-1"
    assert slug(around["ar", "post-1"].newer) == "post-3"
    assert around["ar", "post-3"].newer is None
    assert around["ar", "post-1"].older is None


def test_neighbours_in_a_language_are_those_that_have_it(root: Path) -> None:
    write_post(root, 2, ar={"date": "2026-02-15T09:00"}, languages=("ar",))
    write_post(root, 3, ar={"date": "2026-03-15T09:00"})
    around = neighbours_of(root)
    assert slug(around["ar", "post-3"].older) == "post-2"
    assert slug(around["en", "post-3"].older) == "post-1"
    assert [slug(post) for post in around["ar", "post-3"].related] == ["post-2", "post-1"]
    assert [slug(post) for post in around["en", "post-3"].related] == ["post-1"]
    assert ("en", "post-2") not in around


def test_related_posts_are_older_share_a_topic_and_come_closest_first(root: Path) -> None:
    for number, topics in (
        (2, ["ports"]),
        (3, ["results"]),
        (4, ["ports", "results"]),
        (5, ["ports"]),
        (6, ["ports", "results"]),
    ):
        write_post(root, number, ar={"date": f"2026-0{number}-15T09:00", "topics": topics})
    around = neighbours_of(root)
    related = around["ar", "post-6"].related
    assert [slug(post) for post in related] == ["post-4", "post-5", "post-3"]
    assert len(related) == MOST_RELATED
    assert [slug(post) for post in around["en", "post-2"].related] == ["post-1"]
