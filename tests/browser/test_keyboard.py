"""The newsroom without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Reader

_PAGES = ("ar/", "en/posts/2025/annual-results-2024/", "ar/archive/", "en/accounts/", "", "404.html")
_MENU = "nav.menu a"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_tab_shows_a_way_past_the_head_of_the_page(language: str, reader: Reader):
    reader.go(f"{language}/posts/2026/first-half-results-2026/")
    assert reader.page.locator("a.skip").bounding_box()["width"] <= 1
    focused = _tab(reader)
    assert focused["name"].startswith("a.skip")
    assert focused["isOnScreen"]
    reader.page.keyboard.press("Enter")
    assert reader.address.endswith("#Content")
    _tab(reader)
    assert reader.page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("language", "tabs"), [("ar", 1), ("en", 2)])
def test_each_way_past_the_head_of_the_front_door_leads_to_its_half(language: str, tabs: int, reader: Reader):
    reader.go("")
    stops = [_tab(reader) for _ in range(tabs)]
    assert stops[-1]["isOnScreen"]
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/#Content-{language}")
    _tab(reader)
    assert reader.page.evaluate("document.activeElement.closest('section').lang") == language


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", _PAGES)
def test_tab_reaches_every_interactive_thing_in_order_and_shows_where_it_is(address: str, width: int, reader: Reader):
    reader.go(address, width)
    expected = reader.page.evaluate("measures.interactive().length")
    stops = list(_round(reader, expected))
    assert [stop["index"] for stop in stops] == list(range(expected))
    assert [stop["name"] for stop in stops if not stop["isOutlined"]] == []
    assert [stop["name"] for stop in stops if not stop["isOnScreen"]] == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_menu_of_a_phone_opens_and_leads_on_by_keyboard(language: str, reader: Reader):
    reader.go(f"{language}/", 390)
    assert reader.measure("seen", _MENU) == []
    reader.page.locator("nav.menu summary").focus()
    reader.page.keyboard.press("Enter")
    assert len(reader.measure("seen", _MENU)) == 6
    assert reader.measure("sideways") == []
    focused = _tab(reader)
    assert focused["isOnScreen"]
    assert focused["isOutlined"]
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/types/results/")
    assert reader.address == f"{language}/types/results/"


def test_the_menu_of_a_phone_closes_by_keyboard(reader: Reader):
    reader.go("ar/", 390)
    reader.page.locator("nav.menu summary").focus()
    reader.page.keyboard.press("Space")
    assert len(reader.measure("seen", _MENU)) == 6
    reader.page.keyboard.press("Space")
    assert reader.measure("seen", _MENU) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_menu_of_a_desk_stands_open(language: str, reader: Reader):
    reader.go(f"{language}/", 1280)
    assert len(reader.measure("seen", _MENU)) == 6


def test_the_section_that_a_reader_is_in_is_marked(reader: Reader):
    reader.go("ar/archive/")
    assert reader.page.locator("nav.menu [aria-current='page']").all_inner_texts() == ["الأرشيف"]


def _tab(reader: Reader) -> dict[str, Any]:
    reader.page.keyboard.press("Tab")
    return reader.measure("focused")


def _round(reader: Reader, expected: int) -> Iterator[dict[str, Any]]:
    """One round through what can be acted on, without the regions that only scroll, where the keyboard stops too."""
    found = 0
    for _ in range(expected + 10):
        stop = _tab(reader)
        if stop["index"] >= 0:
            found += 1
            yield stop
        if found == expected:
            return
