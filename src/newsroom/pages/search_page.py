"""The page from which posts are searched, and the shards in which they are indexed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.post import POST_TYPES, Post, PostType
from newsroom.pages import addresses
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.search_view import Choice, SearchView

SIZES: Final = (2500, 500, 100)
"""Posts in an index: as many of the largest as there are posts for, counted from the oldest, then of the next.

So a new post makes an index of at most a hundred posts anew, and a reader's search asks few.
"""


class Shard(NamedTuple):
    """Posts that are indexed together; the number is that of the first of them, counted from the oldest."""

    number: int
    posts: tuple[Post, ...]


def shards(posts: Sequence[Post]) -> tuple[Shard, ...]:
    """The shards of posts that come newest first, the newest shard first, without withdrawn posts.

    A withdrawn post keeps its place, so that all others keep their shards.
    """
    oldest_first = posts[::-1]
    cut = ((start + 1, oldest_first[start:end]) for start, end in _cuts(len(posts)))
    found = (Shard(number, tuple(post for post in each if not post.withdrawal)) for number, each in cut)
    return tuple(shard for shard in found if shard.posts)[::-1]


def _cuts(count: int) -> Iterator[tuple[int, int]]:
    start = 0
    for size in SIZES:
        for end in range(start + size, count + 1, size):
            yield start, end
            start = end
    if start < count:
        yield start, count


def plan_search_page(desk: Desk) -> Iterator[Blueprint]:
    """The page in each language; it changes when there is something new to choose by, and not with each post."""
    posts = desk.newsroom.posts
    standing = [post for post in posts if not post.withdrawal]
    types = tuple(each for each in POST_TYPES if any(post.type == each for post in standing))
    years = tuple(sorted({post.year for post in standing}, reverse=True))
    executives = tuple(key for key in desk.newsroom.executives if any(post.author == key for post in standing))
    numbers = tuple(shard.number for shard in shards(posts))
    address = Localized(*map(addresses.search, LANGUAGES))
    yield from desk.twins(address, _search, numbers, types, years, executives)


def _search(
    paper: Paper,
    numbers: tuple[int, ...],
    types: tuple[PostType, ...],
    years: tuple[int, ...],
    executives: tuple[str, ...],
) -> Page:
    hand, words = paper.hand, paper.hand.words
    people = hand.newsroom.executives
    tongue = hand.newsroom.tongues[hand.language]
    view = SearchView(
        indexes=tuple(addresses.search_index(hand.language, number) for number in numbers),
        locale=f"{tongue.tag}-u-nu-{tongue.digits}",
        types=tuple(Choice(each, words.types_in_plural[each]) for each in types),
        years=tuple(Choice(str(year), hand.style.year(year)) for year in years),
        executives=tuple(Choice(key, people[key].name[hand.language]) for key in executives),
        archive=hand.link(words.archive, addresses.archive(hand.language)),
    )
    address = Localized(*map(addresses.search, LANGUAGES))
    return paper.page(address, "search.html", words.search, view, description=words.search_introduction)
