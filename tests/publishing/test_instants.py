"""At each instant exactly the posts are live whose time has come, whatever is prepared meanwhile."""

from __future__ import annotations

import pytest

from tests.publishing.hosted import Hosted
from tests.publishing.true_builds import publish_all

pytestmark = pytest.mark.slow


def test_each_release_shows_exactly_the_posts_whose_instant_has_come_and_comes_at_it(fresh: Hosted) -> None:
    posts, seen = publish_all(fresh, embargoes=6, seconds=30, seed=1)
    assert [each.when for each in seen] == list(posts.values())
    assert [each.instant for each in seen] == list(posts.values())
    assert [each.posts for each in seen] == [sorted(posts)[:number] for number in range(1, len(posts) + 1)]
