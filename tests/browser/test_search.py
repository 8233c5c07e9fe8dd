"""The search page in a browser: what readers of either language type, choose and see."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Route

from newsroom.search import roots
from newsroom.search.pagefind import Record, index
from tests.browser.conftest import Open, Reader, _served
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


@pytest.mark.parametrize(("address", "query"), [("ar/search/", "الشركة"), ("en/search/", "port")])
def test_what_was_found_by_words_can_be_put_newest_first(reader: Reader, address: str, query: str) -> None:
    by_words = search(reader, address, query)
    reader.page.locator("#Search-order").select_option("newest")
    reader.page.wait_for_url("**order=newest")
    reader.page.wait_for_function(
        "first => document.querySelector('#Search-results a').getAttribute('href') !== first", arg=by_words[0]
    )
    dates = [str(each.get_attribute("datetime")) for each in results(reader).locator("time").all()]
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


MOST_BYTES = 200_000
"""For a first result in the example newsroom; in one of a thousand posts it may take 300 KB."""
WEIGHT = """performance.getEntriesByType("resource")
    .filter(({ name }) => name.includes("/search"))
    .reduce((sum, { transferSize }) => sum + transferSize, 0)"""


@pytest.mark.parametrize(("address", "query"), [("ar/search/", "الشركة"), ("en/search/", "the company")])
def test_a_search_fetches_little(read: Open, example_origin: str, address: str, query: str) -> None:
    with read(example_origin) as reader:
        assert search(reader, address, query)
        assert 50_000 < reader.page.evaluate(WEIGHT) < MOST_BYTES


def test_the_first_result_does_not_wait_for_the_others(reader: Reader) -> None:
    held: list[Route] = []
    seen: list[str] = []

    def hold(route: Route) -> None:
        seen.append(route.request.url)
        held.append(route) if len(seen) > 1 else route.continue_()

    reader.page.route("**/*.pf_fragment", hold)
    reader.go("en/search/?q=port")
    reader.page.wait_for_selector("#Search-results > li")
    assert results(reader).count() == 1
    for route in held:
        route.continue_()
    reader.page.wait_for_function("document.querySelectorAll('#Search-results > li').length > 1")
    reader.page.unroute("**/*.pf_fragment")


def test_beginnings_of_words_find_them_where_they_stand_in_another_piece_of_the_index(
    read: Open, example_site: Path, tmp_path: Path
) -> None:
    texts = ["ship " * 60] * 100 + ["shipment shop " * 40] * 100
    records = [Record(f"en/posts/{number}/", text, {"title": "A"}) for number, text in enumerate(texts)]
    pieces = write_index(tmp_path, example_site, records)
    assert len(pieces) > 1
    with _served(tmp_path) as origin, read(origin) as reader:
        search(reader, "en/search/", "ship")
        assert reader.page.locator("#Search-status").inner_text() == "200 results"


def write_index(folder: Path, site: Path, records: list[Record]) -> list[bytes]:
    """A copy of a site that searches other records, in English; gives the pieces of the index."""
    shutil.copytree(site, folder, dirs_exist_ok=True)
    files = index(records, "en")
    for path, data in files.items():
        place = folder / "en/search/1" / path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
    return [gzip.decompress(data) for path, data in files.items() if path.endswith(".pf_index")]


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
