"""A reader's ways through the newsroom, and the ways in which a browser may be set."""

from __future__ import annotations

import pytest

from newsroom.languages import words
from tests.browser.conftest import Open, Reader

_POST = "posts/2026/first-half-results-2026/"
_SCROLLS = """table => {
    for (let each = table; each; each = each.parentElement)
        if (getComputedStyle(each).overflowX === "auto" && each.scrollWidth > each.clientWidth) return each.tagName;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_the_language_switch_leads_to_the_same_post_and_back(width: int, reader: Reader):
    reader.go(f"ar/{_POST}", width)
    arabic = reader.page.inner_text("h1")
    reader.follow(reader.page.get_by_role("link", name="English", exact=True))
    assert reader.address == f"en/{_POST}"
    assert _language_and_direction(reader) == ["en", "ltr"]
    assert reader.page.inner_text("h1") != arabic
    reader.follow(reader.page.get_by_role("link", name="العربية", exact=True))
    assert reader.address == f"ar/{_POST}"
    assert _language_and_direction(reader) == ["ar", "rtl"]
    assert reader.page.inner_text("h1") == arabic


def _language_and_direction(reader: Reader) -> list[str]:
    return reader.page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_front_door_leads_in_by_either_language(language: str, reader: Reader):
    reader.go("", 390)
    reader.follow(reader.page.get_by_role("link", name=words(language).enter))
    assert reader.address == f"{language}/"
    assert reader.page.evaluate("document.documentElement.lang") == language


def test_a_journalist_comes_from_the_home_to_whom_to_call_in_one_step(reader: Reader):
    reader.go("en/", 390)
    reader.follow(reader.page.locator("article.lead a").first)
    assert reader.address.startswith("en/posts/")
    assert reader.page.locator("section.contact a[href^='tel:']").count() == 1


def test_the_halves_of_the_front_door_run_in_their_own_directions(reader: Reader):
    reader.go("")
    halves = reader.page.evaluate(
        "[...document.querySelectorAll('.half')].map(each => getComputedStyle(each).direction)"
    )
    assert halves == ["rtl", "ltr"]


def test_what_stands_nowhere_is_answered_in_both_languages_at_any_depth(reader: Reader):
    reader.go("ar/no/such/page")
    assert [
        language for language in ("ar", "en") if words(language).not_found_title not in reader.page.inner_text("h1")
    ] == []
    assert reader.page.evaluate("[...document.styleSheets].filter(sheet => sheet.cssRules.length).length") == 3
    assert len(reader.complaints) == 1
    reader.complaints.clear()
    reader.follow(reader.page.get_by_role("link", name=words("en").enter))
    assert reader.address == "en/"


@pytest.mark.parametrize("address", ["ar/", f"ar/{_POST}", "en/executives/salim-al-harthy/", "en/fact-sheet/"])
def test_nothing_moves_for_a_reader_who_asked_for_stillness(address: str, reader: Reader):
    reader.go(address)
    assert reader.measure("moving") == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_paper_shows_the_release_and_not_the_ways_around_it(language: str, reader: Reader):
    reader.go(f"{language}/{_POST}")
    said = {
        part: reader.page.locator(part).first.inner_text() for part in ("h1", ".post-text p", ".figure dt", ".about p")
    }
    reader.page.emulate_media(media="print", color_scheme="dark")
    assert reader.measure("seen", "nav, .switch, .skip, summary, .related") == []
    printed = "\n".join(reader.measure("words", "body"))
    assert [part for part, text in said.items() if text not in printed] == []
    assert reader.measure("seen", ".contact [href^='tel:']") == ["a.p-tel"]
    assert reader.measure("contrast")["weak"] == []
    assert reader.measure("paperLuminance") > 0.9


def test_a_page_at_twice_its_size_loses_nothing(reader: Reader, read: Open):
    addresses = ("ar/", f"ar/{_POST}", f"en/{_POST}", "ar/archive/2025/", "en/media-contacts/", "")
    with read(reader.origin, device_scale_factor=2) as twice:
        for address in addresses:
            reader.go(address, 1280)
            twice.go(address, 640, 450)
            assert twice.page.inner_text("main").split() == reader.page.inner_text("main").split()
            assert twice.measure("sideways") == []
            assert twice.measure("cut") == []


def test_a_preview_says_so_where_it_cannot_be_missed(read: Open, preview_origin: str):
    with read(preview_origin) as reading:
        for address in ("ar/", "en/", "", "404.html", f"ar/{_POST}"):
            reading.go(address, 390, 700)
            box = reading.page.locator("[role='note']").first.bounding_box()
            assert box["width"] == 390
            assert box["y"] + box["height"] <= 350
            assert reading.measure("sideways") == []
            assert reading.measure("contrast")["weak"] == []


def test_a_wide_table_scrolls_in_a_frame_of_its_own_that_the_keyboard_reaches(read: Open, hard_origin: str):
    with read(hard_origin) as reading:
        reading.go("ar/posts/2026/hard/", 390)
        table = reading.page.locator(".post-text table")
        frame = table.evaluate(_SCROLLS)
        assert frame in ("TABLE", "DIV")
        for _ in range(60):
            reading.page.keyboard.press("Tab")
            if reading.page.evaluate("document.activeElement.matches('table, :has(> table)')"):
                return
        pytest.fail("no way to the table by keyboard")
