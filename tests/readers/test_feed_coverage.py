"""Each language's feed of everything reaches every post, and each subject's feed the posts of its subject."""

from __future__ import annotations

from collections import Counter

import pytest

from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.pages import addresses
from tests.readers.chains import WAYS, chain
from tests.readers.published import LANGUAGES, Site
from tests.readers.truth import Truth


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WAYS)
def test_the_chain_reaches_every_post_once(
    name: str, language: str, site: Site, truth: dict[str, dict[str, Truth]]
) -> None:
    _, links = WAYS[name]
    reached = Counter(link for feed in chain(site, language, name) for link in links(feed))
    assert reached == Counter(list(truth[language]))


def _is_of(post: Post, subject: str, key: str) -> bool:
    keys = {"types": (post.type,), "topics": post.topics, "executives": (post.author,), "audiences": post.audiences}
    return key in keys[subject]


@pytest.mark.parametrize("name", WAYS)
def test_a_subject_feed_holds_the_posts_of_its_subject(name: str, site: Site, visible: Newsroom) -> None:
    _, links = WAYS[name]
    subjects = [feed for feed in site.feeds(name) if not feed.is_archive and not feed.is_of_everything]
    assert {feed.file.parent.name for feed in subjects} == {"types", "topics", "executives", "audiences"}
    for feed in subjects:
        subject, key = feed.file.parent.name, feed.file.stem
        posts = [post for post in visible.posts if feed.language in post.translations and _is_of(post, subject, key)]
        assert sorted(links(feed)) == sorted(visible.address + addresses.post(feed.language, post) for post in posts)
