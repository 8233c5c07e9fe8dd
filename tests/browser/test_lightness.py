"""What a reader on a slow line waits for: how much a page weighs, how often it asks, and that nothing moves."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Open

POST = "posts/2026/first-half-results-2026/"
BUDGET = 110 * 1024
"""Bytes, compressed, of a post's page with its style sheets, scripts and letters, but without pictures."""
REQUESTS = 8

_SHIFTS = """new Promise(tell => {
    let shifts = 0;
    new PerformanceObserver(list => list.getEntries().forEach(each => shifts += each.value))
        .observe({type: "layout-shift", buffered: true});
    document.fonts.ready.then(() => setTimeout(() => tell(shifts), 300));
})"""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_post_with_its_letters_is_light(language: str, read: Open, example_origin: str) -> None:
    asked: list[Response] = []
    with read(example_origin) as reader:
        reader.page.on("response", lambda each: asked.append(each))  # noqa: PLW0108 - Playwright refuses a builtin
        reader.go(f"{language}/{POST}")
        reader.page.wait_for_load_state("networkidle")
        needed = {each.url: each.body() for each in asked if each.request.resource_type != "image"}
    assert len(needed) <= REQUESTS, sorted(needed)
    assert sum(len(gzip.compress(body)) for body in needed.values()) <= BUDGET


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["ar/", "en/", f"ar/{POST}", f"en/{POST}", "ar/executives/salim-al-harthy/"])
def test_nothing_moves_while_a_page_loads(address: str, width: int, read: Open, example_origin: str) -> None:
    with read(example_origin) as reader:
        reader.go(address, width)
        reader.page.wait_for_load_state("networkidle")
        assert reader.page.evaluate(_SHIFTS) == 0
