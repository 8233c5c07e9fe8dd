"""Lists of posts, cut into pages that a new post does not disturb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.views import Pager


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list: its address and number, the posts on it and its neighbours.

    Number 0 is the front sheet, which holds the newest posts and changes with each; the others are numbered from the
    oldest and hold the same posts for ever.
    """

    number: int
    address: str
    posts: tuple[Post, ...]
    pager: Pager


def sheets(first: str, posts: Sequence[Post], size: int) -> Iterator[Sheet]:
    """Cut a list, newest first, into sheets of ``size`` posts; the front sheet holds up to twice as many, less one."""
    full = max(0, len(posts) // size - 1)
    front = len(posts) - full * size
    yield Sheet(0, first, tuple(posts[:front]), _pager(first, 0, full))
    for number in range(full, 0, -1):
        start = front + (full - number) * size
        yield Sheet(
            number, _address(first, number, full), tuple(posts[start : start + size]), _pager(first, number, full)
        )


def _address(first: str, number: int, full: int) -> str:
    """The address of a sheet; nothing where there is none, and the front for what is newer than the newest full one."""
    if number == 0:
        return ""
    return addresses.page_of_list(first, number) if number <= full else first


def _pager(first: str, number: int, full: int) -> Pager:
    if number == 0:
        return Pager(newer="", older=_address(first, full, full))
    return Pager(newer=_address(first, number + 1, full), older=_address(first, number - 1, full))
