"""Whether the markup of every page is sound, as html-validate sees it with its standard and accessibility rules."""

from __future__ import annotations

from tests.readers.programs import understood
from tests.readers.published import Site


def test_html_validate_finds_nothing_in_any_page(site: Site) -> None:
    told = understood("html_validate.mjs", (*site.pages, *site.files("**/404.html")))
    assert len(told) > 100
    assert {file: faults for file, faults in told.items() if faults} == {}


def test_html_validate_sees_a_picture_without_words(tmp_path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><head><title>A</title></head><body><img src=a.png></body></html>")
    assert any("wcag/h37" in fault for fault in understood("html_validate.mjs", [page])[page])
