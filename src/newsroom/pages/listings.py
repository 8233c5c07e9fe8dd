"""Lists of posts, cut into pages that a new post does not disturb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.views import Pager

Key = TypeVar("Key")


class Sheet(NamedTuple):
    """One page of a list: its number, the posts on it, and in each language its address and its neighbours.

    Number 0 is the front sheet, which holds the newest posts and changes with each; the others are numbered from the
    oldest and hold the same posts for ever.
    """

    number: int
    address: Localized[str]
    posts: tuple[Post, ...]
    pager: Localized[Pager]


def grouped(posts: Iterable[Post], keys: Callable[[Post], Iterable[Key]]) -> defaultdict[Key, list[Post]]:
    """The posts under each of their keys, in the order in which they come."""
    groups: defaultdict[Key, list[Post]] = defaultdict(list)
    for post in posts:
        for key in set(keys(post)):
            groups[key].append(post)
    return groups


def sheets(first: Localized[str], posts: Sequence[Post], size: int) -> Iterator[Sheet]:
    """Cut a list, newest first, into sheets of ``size`` posts; the front sheet holds up to twice as many, less one.

    ``first`` is the address of the front sheet.
    """
    full = max(0, len(posts) // size - 1)
    front = len(posts) - full * size
    yield Sheet(0, first, tuple(posts[:front]), Localized(_pager(first.ar, 0, full), _pager(first.en, 0, full)))
    for number in range(full, 0, -1):
        start = front + (full - number) * size
        yield Sheet(
            number,
            Localized(_address(first.ar, number, full), _address(first.en, number, full)),
            tuple(posts[start : start + size]),
            Localized(_pager(first.ar, number, full), _pager(first.en, number, full)),
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
