"""What authors write in Markdown stays inside the rules that hold for every page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsroom.errors import ProblemsFound
from tests.samples import NO_EDITOR, write_newsroom, write_picture, write_post
from tests.site.conftest import Build
from tests.site.tree import HtmlPage, text_of

_TEXT = "//div[contains(@class, 'post-text')]"


@pytest.fixture
def post_of(tmp_path: Path, built: Build):
    """The Arabic page of a post with a text, and with a picture to show in it."""

    def page_of(text: str) -> HtmlPage:
        root = write_newsroom(tmp_path / "newsroom", posts=0, rules=NO_EDITOR)
        folder = write_post(root, body_ar=text, body_en="Text.")
        write_picture(folder / "chart.png", (64, 36))
        return built(root)["ar/posts/2026/post-1/"]

    return page_of


def test_a_footnote_leads_to_its_note_and_back(post_of):
    page = post_of("نص[^1].\n\n[^1]: حاشية.")
    note = page.one(f"{_TEXT}//a[contains(@class, 'footnote-ref')]").get("href")
    back = page.one(f"{_TEXT}//a[contains(@class, 'footnote-backref')]").get("href")
    assert {note.removeprefix("#"), back.removeprefix("#")} <= set(page.find("//@id"))


def test_the_way_back_from_an_arabic_footnote_is_named_in_arabic(post_of):
    page = post_of("نص[^1].\n\n[^1]: حاشية.")
    assert page.find("//a[contains(@class, 'footnote-backref')][contains(@title, 'footnote')]") == []


def test_a_picture_in_a_text_says_its_size(post_of):
    image = post_of("![رسم بياني](chart.png)").one(f"{_TEXT}//img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("رسم بياني", "64", "36")


def test_a_column_that_is_set_to_one_side_needs_no_inline_style(post_of):
    page = post_of("| البند | القيمة |\n|---|---:|\n| المبيعات | ٤٨٫٥ |")
    assert page.find("//@style") == []
    assert page.find(f"{_TEXT}//td[2][@class or @align]")


def test_a_heading_that_an_author_calls_first_is_refused_as_a_second_first_heading(post_of):
    with pytest.raises(ProblemsFound, match="NR506"):
        post_of("# عنوان كبير\n\nنص.")


@pytest.mark.parametrize("heading", ["Content", "Newsroom contact"])
def test_a_heading_never_takes_an_id_of_the_frame(heading: str, post_of):
    ids = post_of(f"## {heading}\n\nنص.").find("//@id")
    assert len(ids) == len(set(ids))


def test_headings_alike_are_told_apart(post_of):
    page = post_of("## النتائج\n\nنص.\n\n## النتائج\n\nنص.")
    first, second = page.find(f"{_TEXT}/h2")
    assert text_of(first) == text_of(second)
    assert first.get("id") != second.get("id")


def test_an_arabic_headings_id_is_readable(post_of):
    assert post_of("## الأرقام الرئيسية").one(f"{_TEXT}/h2").get("id") == "الأرقام-الرئيسية"


def test_an_outside_link_stays_as_it_was_written(post_of):
    page = post_of("[الموقع](https://www.sample.example/a?b=1&c=2#d)")
    assert page.find(f"{_TEXT}//a/@href") == ["https://www.sample.example/a?b=1&c=2#d"]


def test_what_looks_like_markup_in_a_headline_is_shown_and_not_obeyed(tmp_path: Path, built: Build):
    root = write_newsroom(tmp_path / "newsroom", posts=0)
    title = 'الأرباح <b>& "الخسائر"</b> {{ page }} <script>'
    write_post(root, ar={"title": title, "summary": title})
    page = built(root, strict=False)["ar/posts/2026/post-1/"]
    assert text_of(page.one("//h1")) == title
    assert page.one("//meta[@name='description']").get("content") == title
    assert page.find("//script[not(@type='application/ld+json' or @src)]") == []
    assert json.loads(page.find("//script/text()")[0])["headline"] == title
