"""Letters as a browser sets them: what no style sheet says by itself, for two of them and a brand come together."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open, Reader

POST = "posts/2026/first-half-results-2026/"
PAGES = ["", "ar/", f"ar/{POST}", "ar/posts/2026/second-cold-store-barka/", "ar/archive/", "en/", f"en/{POST}"]

_ARABIC = """property => [...document.body.querySelectorAll("*")]
    .filter(each => each.closest("[lang]").lang === "ar")
    .map(each => getComputedStyle(each)[property])
    .reduce((found, value) => ({...found, [value]: (found[value] || 0) + 1}), {})"""
_FACES = """() => [...document.fonts]
    .filter(face => face.status === "loaded")
    .map(face => `${face.family.replaceAll('"', "")} ${face.weight}`)"""
_LINES = """() => [...document.querySelectorAll("main p, main h1, main h2")]
    .map(each => [each.tagName, getComputedStyle(each)])
    .map(([name, style]) => [name, parseFloat(style.lineHeight) / parseFloat(style.fontSize)])"""


@pytest.mark.parametrize("address", PAGES)
def test_arabic_is_never_spaced(address: str, reader: Reader) -> None:
    reader.go(address)
    assert set(reader.page.evaluate(_ARABIC, "letterSpacing")) == {"normal"}


@pytest.mark.parametrize("address", PAGES)
def test_arabic_is_never_slanted(address: str, reader: Reader) -> None:
    reader.go(address)
    assert set(reader.page.evaluate(_ARABIC, "fontStyle")) == {"normal"}


def test_arabic_that_is_stressed_is_bold_and_not_slanted(reader: Reader) -> None:
    reader.go("ar/")
    reader.page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend",
            '<div class="md-typeset"><p>كلمة <em>مهمة</em> و<i lang="en">word</i></p></div>')"""
    )
    style = "each => [getComputedStyle(each).fontStyle, getComputedStyle(each).fontWeight]"
    assert reader.page.locator(".md-typeset em").last.evaluate(style) == ["normal", "700"]
    assert reader.page.locator(".md-typeset i").last.evaluate(style)[0] == "italic"


@pytest.mark.parametrize("address", ["ar/", "en/", f"ar/{POST}", f"en/{POST}"])
def test_pages_are_set_in_our_letters_in_the_two_weights_that_there_are(address: str, reader: Reader) -> None:
    reader.go(address)
    reader.page.evaluate("document.fonts.ready")
    assert sorted(reader.page.evaluate(_FACES)) == ["Newsroom Sans 400", "Newsroom Sans 700"]


@pytest.mark.parametrize("address", [f"ar/{POST}", f"en/{POST}", "ar/"])
def test_no_weight_is_made_up(address: str, reader: Reader) -> None:
    reader.go(address)
    weights = reader.page.evaluate(
        "() => [...new Set([...document.body.querySelectorAll('*')].map(each => getComputedStyle(each).fontWeight))]"
    )
    assert set(weights) <= {"400", "700"}


@pytest.mark.parametrize(("language", "text", "heading"), [("ar", 1.45, 1.34), ("en", 1.35, 1.04)])
def test_lines_have_room_for_what_stands_above_and_below_letters(
    language: str, text: float, heading: float, reader: Reader
) -> None:
    reader.go(f"{language}/{POST}")
    lines = reader.page.evaluate(_LINES)
    assert min(height for name, height in lines if name == "P") >= text
    assert min(height for name, height in lines if name != "P") >= heading


def test_numbered_lists_count_as_the_newsroom_does(reader: Reader) -> None:
    reader.go(f"ar/{POST}")
    style = """language => {
        const list = document.createElement("ol");
        list.lang = language;
        document.querySelector(".md-typeset").append(list);
        return getComputedStyle(list).listStyleType;
    }"""
    assert [reader.page.evaluate(style, each) for each in ("ar", "en")] == ["arabic-indic", "decimal"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_headings_are_opaque_so_that_joins_are_not_nicked(scheme: str, reader: Reader) -> None:
    reader.page.emulate_media(color_scheme=scheme)
    reader.go(f"ar/{POST}")
    colours = reader.page.evaluate(
        "() => [...document.querySelectorAll('h1, h2, h3')].map(h => getComputedStyle(h).color)"
    )
    assert colours
    assert not [colour for colour in colours if colour.startswith("rgba")]


def test_on_paper_a_post_is_a_release(reader: Reader) -> None:
    reader.page.emulate_media(media="print")
    reader.go(f"ar/{POST}")
    shown = "each => each.offsetParent !== null && getComputedStyle(each).visibility === 'visible'"
    for part in (".brand", ".kicker time", "h1", ".post-text", ".contact", ".about"):
        assert reader.page.locator(part).first.evaluate(shown), part
    for part in (".menu", ".switch", ".colophon", ".neighbours", ".labels"):
        assert not reader.page.locator(part).first.evaluate(shown), part
    foot = reader.page.evaluate("() => getComputedStyle(document.querySelector('data.u-url'), '::after').content")
    assert f"https://newsroom.luban.example/ar/{POST}" in foot


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_ink_black_whatever_the_screen_was(scheme: str, reader: Reader) -> None:
    reader.page.emulate_media(media="print", color_scheme=scheme)
    reader.go(f"en/{POST}")
    style = "getComputedStyle(document.body)"
    assert reader.page.evaluate(f"[{style}.backgroundColor, {style}.color]") == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_a_reader_who_wants_more_contrast_gets_no_soft_ink(read: Open, example_origin: str) -> None:
    with read(example_origin, contrast="more") as reader:
        reader.go(f"en/{POST}")
        soft, ink = (
            reader.page.evaluate(f"getComputedStyle(document.body).getPropertyValue('--{name}')")
            for name in ("ink-soft", "ink")
        )
    assert soft == ink
