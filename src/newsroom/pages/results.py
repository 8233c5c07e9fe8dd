"""The newest results and their figures, as the home and the shareholders' page lead with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsroom.model.post import Post
from newsroom.pages.views import Fact
from newsroom.pages.writing import Hand

MOST_FIGURES: Final = 4
"""What fits beside each other on a desk."""


def newest_results(posts: Sequence[Post]) -> Post | None:
    """The newest results among posts that still stand, the newest first."""
    return next((post for post in posts if post.type == "results"), None)


def figures_of(hand: Hand, results: Post | None) -> tuple[Fact, ...]:
    """The figures of results, in the language of this page if those results are in it."""
    if results is None or hand.language not in results.translations:
        return ()
    figures = [each for each in results.evidence if each.kind == "figure"]
    return tuple(map(hand.fact, figures[:MOST_FIGURES]))
