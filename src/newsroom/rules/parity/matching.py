"""What is left of two lists when everything that is in both has been taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Likeness = Callable[[Item, Item], bool]


def matched(
    mine: Sequence[Item], theirs: Sequence[Item], *likenesses: Likeness[Item]
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """The pairs, and what is left of each list. The first likeness is the closest, and its pairs are made first."""
    pairs: list[tuple[Item, Item]] = []
    left, right = list(mine), list(theirs)
    for alike in likenesses:
        rest: list[Item] = []
        for item in left:
            partner = next((place for place, other in enumerate(right) if alike(item, other)), None)
            if partner is None:
                rest.append(item)
            else:
                pairs.append((item, right.pop(partner)))
        left = rest
    return pairs, left, right


def opposed(
    mine: Sequence[Item], theirs: Sequence[Item], could_be: Likeness[Item], distance: Callable[[Item, Item], float]
) -> Iterator[tuple[Item, Item | None]]:
    """Each of mine with the nearest of theirs that could stand in its place, no one twice."""
    free = list(theirs)
    for item in mine:
        nearest = min(
            (other for other in free if could_be(item, other)), key=lambda other: distance(item, other), default=None
        )
        if nearest is not None:
            free.remove(nearest)
        yield item, nearest
