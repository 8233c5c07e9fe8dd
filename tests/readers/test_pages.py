"""What every page tells machines: languages, feeds, cards and structured data; and that its markup is sound."""

from __future__ import annotations

from functools import partial

import pytest

from newsroom.model.newsroom import Newsroom
from newsroom.pages import addresses
from tests.readers.headed_page import HeadedPage
from tests.readers.page_rules import CARDS, STRUCTURED, PageRule
from tests.readers.programs import markup_faults, understood
from tests.readers.published import LANGUAGES, Site

FEED_TYPES = ["application/rss+xml", "application/atom+xml", "application/feed+json"]


@pytest.fixture(scope="module")
def headed(site: Site) -> dict[str, HeadedPage]:
    """Every page, by address."""
    return {page.url: page for page in map(partial(HeadedPage, site), site.pages)}


@pytest.fixture(scope="module")
def articles(headed: dict[str, HeadedPage], visible: Newsroom) -> list[HeadedPage]:
    """The page of every post that stands."""
    standing = [post for post in visible.posts if not post.withdrawal]
    return [
        headed[visible.address + addresses.post(language, post)] for post in standing for language in post.translations
    ]


@pytest.mark.parametrize("rule", CARDS, ids=lambda rule: rule.__name__)
def test_an_article_has_its_card(rule: PageRule, articles: list[HeadedPage]) -> None:
    assert [page.url for page in articles if not rule(page)] == []


@pytest.mark.parametrize("rule", STRUCTURED, ids=lambda rule: rule.__name__)
def test_an_article_has_its_structured_data(rule: PageRule, articles: list[HeadedPage]) -> None:
    assert [page.url for page in articles if not rule(page)] == []


def test_the_rules_are_as_many_as_were_counted_on_other_generators() -> None:
    assert (len(CARDS), len(STRUCTURED)) == (25, 15)


def test_every_page_is_its_own_canonical_page(headed: dict[str, HeadedPage]) -> None:
    assert [url for url, page in headed.items() if page.canonical != [url]] == []


def test_every_alternate_leads_back(headed: dict[str, HeadedPage]) -> None:
    for url, page in headed.items():
        assert page.alternates.get("x-default") or not page.alternates, url
        for language, other in page.alternates.items():
            assert headed[other].alternates == page.alternates or language == "x-default", (url, other)


def test_every_page_is_among_its_alternates(headed: dict[str, HeadedPage]) -> None:
    listed = {url: page.alternates.get(page.language) for url, page in headed.items() if page.alternates}
    assert {url for url, own in listed.items() if own != url} <= {headed[next(iter(headed))].site.home}
    assert len(listed) >= len(headed) - 1


def test_every_page_announces_feeds_that_exist_its_own_language_first(headed: dict[str, HeadedPage]) -> None:
    for url, page in headed.items():
        feeds = [link for link in page.links("alternate") if link.get("type") in FEED_TYPES]
        languages = [page.site.file(link.get("href")).relative_to(page.site.folder).parts[0] for link in feeds]
        assert [link.get("type") for link in feeds[:3]] == FEED_TYPES, url
        assert all(link.get("title") for link in feeds), url
        assert set(languages) == set(LANGUAGES), url
        assert languages == sorted(languages, key=page.language.__ne__), url


def test_every_page_leads_to_the_page_that_explains_the_feeds(headed: dict[str, HeadedPage]) -> None:
    for url, page in headed.items():
        # The front door has no footer: there it stands beside the way in.
        targets = [target for target in page.html.xpath("//body//a/@href") if target.endswith("subscribe/")]
        assert targets, url


def test_the_structured_data_testing_tool_finds_nothing_missing(articles: list[HeadedPage]) -> None:
    told = understood("structured_data.mjs", (page.file for page in articles))
    assert {str(file): each["failed"] for file, each in told.items() if each["failed"]} == {}
    assert {str(file) for file, each in told.items() if "NewsArticle" not in each["schemas"]} == set()


def test_the_markup_of_every_page_is_sound(site: Site) -> None:
    assert markup_faults((*site.pages, *site.files("**/404.html"))) == []
