"""The search page in a browser: what readers of either language type, choose and see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator

from newsroom.search import roots
from tests.browser.conftest import Open, Reader
from tests.browser.hard_queries import HARD_QUERIES

QUERIES = [(query, slug) for several in HARD_QUERIES.values() for query, slug in several]
MOST_MISSED = len(QUERIES) * 2 // 30
"""Of thirty hard queries, twenty-eight find their post."""
ANSWERED = "text => text !== '' && !text.endsWith('…')"


def search(reader: Reader, address: str, query: str = "", **choices: str) -> list[str]:
    """Search from the page's own address, and give the addresses on the first page of results."""
    parts = {"q": query, **choices}
    reader.go(f"{address}?" + "&".join(f"{name}={quote(value)}" for name, value in parts.items() if value))
    status = reader.page.locator("#Search-status")
    reader.page.wait_for_function(f"({ANSWERED})(document.getElementById('Search-status').textContent)")
    assert status.inner_text()
    return [str(link.get_attribute("href")) for link in results(reader).locator("a").all()]


def results(reader: Reader) -> Locator:
    return reader.page.locator("#Search-results > li")


def missed(reader: Reader) -> list[str]:
    return [
        query
        for query, slug in QUERIES
        if not any(f"/{slug}/" in address for address in search(reader, "ar/search/", query))
    ]


def test_nearly_every_hard_arabic_query_finds_its_post_on_the_first_page(reader: Reader) -> None:
    assert len(QUERIES) >= 30
    found_none = missed(reader)
    assert len(found_none) <= MOST_MISSED, found_none


def test_a_query_in_english_finds_its_post_first(reader: Reader) -> None:
    assert "/second-cold-store-barka/" in search(reader, "en/search/", "second cold store")[0]


def test_words_that_nobody_wrote_find_nothing_rather_than_their_first_letter(reader: Reader) -> None:
    assert search(reader, "en/search/", "zebra") == []
    assert "No post was found" in reader.page.locator("#Search-status").inner_text()


@pytest.mark.parametrize(
    ("address", "query"), [("ar/search/", "شاحنات متأخره"), ("en/search/", "solar elephants today")]
)
def test_where_no_post_has_all_words_those_with_some_are_found(reader: Reader, address: str, query: str) -> None:
    assert search(reader, address, query)


def test_words_of_a_withdrawn_post_do_not_find_it(reader: Reader) -> None:
    found = search(reader, "en/search/", "board proposes dividend")
    assert found
    assert not any("board-dividend-proposal" in address for address in found)


@pytest.mark.parametrize("query", ["stacking", ""], ids=["with words", "without"])
def test_results_can_be_limited_to_a_type_a_year_and_an_executive(reader: Reader, query: str) -> None:
    found = search(reader, "en/search/", query, type="innovation", year="2026", executive="yousuf-al-zadjali")
    assert found
    assert all("/posts/2026/" in address for address in found)
    kinds = {line.inner_text() for line in results(reader).locator(".type").all()}
    assert kinds == {"Innovation"}


def test_what_is_chosen_without_words_comes_newest_first(reader: Reader) -> None:
    search(reader, "en/search/", type="results")
    dates = [str(each.get_attribute("datetime")) for each in results(reader).locator("time").all()]
    assert len(dates) == 10
    assert dates == sorted(dates, reverse=True)


def test_more_results_follow_where_a_page_is_not_enough(reader: Reader) -> None:
    assert search(reader, "ar/search/", "ISO")
    assert not reader.page.locator("#Search-more").is_visible()
    search(reader, "ar/search/", type="results")
    reader.page.locator("#Search-more").click()
    reader.page.wait_for_function("document.querySelectorAll('#Search-results > li').length > 10")
    assert reader.page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('#Search-results > li')[10]"
    )


def test_the_number_of_results_is_said_in_the_languages_own_plural_and_digits(reader: Reader) -> None:
    search(reader, "ar/search/", "صحار", year="2024")
    said = reader.page.locator("#Search-status").inner_text()
    assert re.fullmatch(r"نتيجة واحدة|نتيجتان|[٠-٩]+ (?:نتائج|نتيجة)", said)


def test_typing_searches_and_the_address_remembers(reader: Reader) -> None:
    reader.go("en/search/")
    reader.page.locator("#Search-q").press_sequentially("ISO 22000")
    reader.page.wait_for_selector("#Search-results > li")
    assert reader.address == "en/search/?q=ISO+22000"


def test_a_run_in_an_arabic_excerpt_keeps_its_order(reader: Reader) -> None:
    search(reader, "ar/search/", "ISO 22000")
    assert "ISO" in results(reader).locator("mark").first.inner_text()
    assert not re.search("[\u2066-\u2069]", results(reader).first.inner_text())


def test_the_archive_leads_to_the_search_with_its_words(reader: Reader) -> None:
    reader.go("en/archive/")
    reader.page.locator(".search-field input").fill("solar")
    with reader.page.expect_navigation():
        reader.page.locator(".search-field button").click()
    assert reader.address == "en/search/?q=solar"
    reader.page.wait_for_selector("#Search-results > li")


def test_without_a_script_the_page_says_so_and_leads_to_the_archive(read: Open, example_origin: str) -> None:
    with read(example_origin, java_script_enabled=False) as reader:
        reader.go("en/search/")
        assert "needs JavaScript" in reader.page.locator("main").inner_text()
        assert reader.page.locator("main a[href$='archive/']").count() == 1


@pytest.fixture(scope="module")
def words(example_site: Path) -> Iterator[list[str]]:
    """Every Arabic word of the example newsroom's texts."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(example_site.glob("ar/posts/*/*/post.txt")))
    yield sorted({word for text in texts for word in text.split()})


def test_queries_and_posts_are_reduced_to_the_same_roots(reader: Reader, words: list[str]) -> None:
    reader.go("ar/search/")
    script = "async words => { const m = await import('/assets/search-words.js'); return words.map(w => m.roots(w)); }"
    folded = [roots.fold(word) for word in words]
    theirs = reader.page.evaluate(script, words)
    ours = [[roots.root(part) for part in re.findall("[ا-غف-ي]+", word)] for word in folded]
    assert [[each for each in one if each.endswith("я")] for one in theirs] == ours
