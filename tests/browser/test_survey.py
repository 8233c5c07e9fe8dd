"""What a browser shows of every kind of page, on a phone and on a desk, by day and by night."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open, Reader
from tests.browser.survey import ADDRESSES, SCHEMES, WIDTHS, Sight, look
from tests.site.tree import Tree

# How far the words of a cell end from the end of its box.
_ENDS_OF_NUMBERS = """side => [...document.querySelectorAll("td.align-end")].map(cell => {
    const [box, range] = [cell.getBoundingClientRect(), document.createRange()];
    range.selectNodeContents(cell);
    const padding = parseFloat(getComputedStyle(cell).paddingInlineEnd);
    return Math.abs(Math.abs(box[side] - range.getBoundingClientRect()[side]) - padding);
})"""
_LINES_OF_LAST_CELLS = """[...document.querySelectorAll("tr:has(> :nth-child(5)) > td:last-child")].map(cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return Math.round(range.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight));
})"""

HARD = (
    "ar/",
    "en/",
    "ar/archive/2026/",
    "ar/audiences/shareholders/",
    "ar/executives/salim/",
    *(f"{language}/posts/2026/{slug}/" for language in ("ar", "en") for slug in ("hard", "signed", "long-word")),
    "ar/posts/2026/long-read/",
)
PREVIEW = ("ar/plan/", "en/plan/", "ar/messages/", "en/messages/")
BARE = tuple(
    f"{language}/{address}"
    for language in ("ar", "en")
    for address in ("", "executives/", "executives/salim/", "archive/", "audiences/shareholders/", "audiences/media/")
)


@pytest.fixture(scope="module")
def sights(read: Open, example_origin: str) -> list[Sight]:
    with read(example_origin) as reader:
        return list(look(reader, ADDRESSES))


@pytest.fixture(scope="module")
def hard_sights(read: Open, hard_origin: str) -> list[Sight]:
    with read(hard_origin) as reader:
        return list(look(reader, HARD))


@pytest.fixture(scope="module")
def bare_sights(read: Open, bare_origin: str) -> list[Sight]:
    with read(bare_origin) as reader:
        return list(look(reader, BARE))


@pytest.fixture(scope="module")
def preview_sights(read: Open, preview_origin: str) -> list[Sight]:
    with read(preview_origin) as reader:
        return list(look(reader, PREVIEW))


@pytest.fixture(scope="module")
def all_sights(
    sights: list[Sight], hard_sights: list[Sight], bare_sights: list[Sight], preview_sights: list[Sight]
) -> list[Sight]:
    return sights + hard_sights + bare_sights + preview_sights


def test_the_survey_looks_at_every_kind_of_page(sights: list[Sight], example_site: Path):
    tree = Tree(example_site, "https://newsroom.luban.example/")
    assert {sight.kind for sight in sights} == {page.html.body.get("class") for page in tree.pages}


def test_no_page_asks_another_host_for_anything_or_makes_the_browser_complain(all_sights: list[Sight]):
    assert {sight.address: sight.noticed for sight in all_sights if sight.noticed} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(width: int, all_sights: list[Sight]):
    assert {sight.address: sight.sideways[width] for sight in all_sights if sight.sideways[width]} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_is_cut_off(width: int, all_sights: list[Sight]):
    assert {sight.address: sight.cut[width] for sight in all_sights if sight.cut[width]} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_is_seen_in_the_order_in_which_it_is_read_out(width: int, all_sights: list[Sight]):
    assert {sight.address: sight.disorder[width] for sight in all_sights if sight.disorder[width]} == {}


@pytest.mark.parametrize(("language", "side"), [("ar", "left"), ("en", "right")])
def test_a_column_of_numbers_ends_where_its_line_ends(language: str, side: str, reader: Reader):
    reader.go(f"{language}/fact-sheet/")
    cells = reader.page.evaluate(_ENDS_OF_NUMBERS, side)
    assert len(cells) > 20
    assert [gap for gap in cells if gap > 1] == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_table_of_many_columns_is_shown_whole_on_a_desk(language: str, reader: Reader):
    reader.go(f"{language}/fact-sheet/")
    tables = reader.page.evaluate("[...document.querySelectorAll('table')].map(t => t.scrollWidth - t.clientWidth)")
    assert len(tables) > 3
    assert set(tables) == {0}


@pytest.mark.parametrize("width", [390, 1280])
def test_no_source_in_a_table_is_squeezed(width: int, reader: Reader):
    reader.go("en/fact-sheet/", width)
    lines = reader.page.evaluate(_LINES_OF_LAST_CELLS)
    assert len(lines) > 10
    assert max(lines) <= 2


def test_everything_runs_in_the_direction_of_its_language(all_sights: list[Sight]):
    assert {sight.address: sight.turned for sight in all_sights if sight.turned} == {}


def test_arabic_letters_are_neither_spaced_nor_slanted(all_sights: list[Sight]):
    assert {sight.address: sight.shaped_arabic for sight in all_sights if sight.shaped_arabic} == {}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(scheme: str, width: int, all_sights: list[Sight]):
    weak = {sight.address: sight.weak[scheme, width] for sight in all_sights if sight.weak[scheme, width]}
    assert weak == {}
    assert min(sight.measured for sight in all_sights) >= 8


def test_night_is_dark_and_day_is_light(sights: list[Sight]):
    assert max(sight.paper["dark"] for sight in sights) < 0.1
    assert min(sight.paper["light"] for sight in sights) > 0.7


def test_every_picture_is_loaded(all_sights: list[Sight]):
    assert {sight.address: sight.broken_pictures for sight in all_sights if sight.broken_pictures} == {}


def test_a_phone_shows_the_same_text_as_a_desk(all_sights: list[Sight]):
    said = {sight.address: set(sight.words[320]) ^ set(sight.words[1280]) for sight in all_sights}
    assert {address: words for address, words in said.items() if words} == {}


@pytest.mark.parametrize("style", ["color:#888", "color:#0a0a0a;background:#000", "opacity:.5"])
def test_the_measure_of_contrast_sees_weak_text(style: str, reader: Reader):
    reader.go("ar/about/")
    assert reader.measure("contrast")["weak"] == []
    _append(reader, f'<p style="{style}">weak')
    assert len(reader.measure("contrast")["weak"]) == 1


@pytest.mark.parametrize(
    ("measure", "markup"),
    [
        pytest.param("sideways", '<p style="inline-size:330px">x', id="wide"),
        pytest.param("cut", '<p style="inline-size:10px;overflow:hidden">word', id="cut"),
        pytest.param("disorder", '<p style="position:absolute;top:0">x', id="out of order"),
        pytest.param("turned", '<p lang="en">left', id="turned"),
        pytest.param("shapedArabic", "<p style='letter-spacing:1px !important'>ا", id="spaced"),
        pytest.param("shapedArabic", "<p style='font-style:italic !important'>ا", id="slanted"),
        pytest.param("brokenPictures", "<img src='data:image/png;base64,' alt=''>", id="broken"),
    ],
)
def test_a_measure_sees_what_is(measure: str, markup: str, reader: Reader):
    reader.go("ar/about/", 320)
    assert reader.measure(measure) == []
    _append(reader, markup)
    assert len(reader.measure(measure)) > 0


def _append(reader: Reader, markup: str) -> None:
    reader.page.evaluate("markup => document.querySelector('main').insertAdjacentHTML('beforeend', markup)", markup)
