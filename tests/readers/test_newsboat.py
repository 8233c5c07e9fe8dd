"""Newsboat keeps every item of every feed that it can read, and shows what the newsroom said."""

from __future__ import annotations

import pytest

from tests.readers.newsboat import Kept, kept, serving
from tests.readers.published import Site, words_of
from tests.readers.truth import Truth

FORMATS = ("rss", "atom")
"""Version 2.21, Debian 12's, reads no JSON Feed."""


@pytest.fixture(scope="module")
def items(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Kept]]:
    with serving(site.folder) as root:
        return kept(
            root, (str(feed) for name in FORMATS for feed in site.feeds(name)), tmp_path_factory.mktemp("newsboat")
        )


@pytest.mark.parametrize("name", FORMATS)
def test_newsboat_keeps_every_item(name: str, site: Site, items: dict[str, list[Kept]]) -> None:
    for feed in site.feeds(name):
        assert len(items[str(feed)]) == len(feed.root.xpath("//*[local-name()='item' or local-name()='entry']")) > 0


@pytest.mark.parametrize("name", FORMATS)
def test_newsboat_shows_what_the_newsroom_said(
    name: str, site: Site, items: dict[str, list[Kept]], truth: dict[str, dict[str, Truth]]
) -> None:
    for feed in site.feeds(name):
        for item in items[str(feed)]:
            true = truth[feed.language][item.url]
            assert (item.title, item.date) == (true.title, int(true.published.timestamp()))
            assert true.withdrawn or true.author in item.author
            assert words_of(item.content)
