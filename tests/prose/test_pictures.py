"""Pictures in a text: their size is said, smaller ones are offered, and the author's own is kept."""

from __future__ import annotations

import pytest
from lxml import html
from markdown import markdown

from newsroom.model.post import Size
from newsroom.prose.pictures import PictureExtension

SIZES = {"posts/2026/a/chart.png": (800, 400), "posts/2026/b/chart.png": (20, 10)}


def offered(path: str, size: Size) -> list[tuple[str, str]]:
    return [("image/avif", f"/{path}.avif {size[0]}w"), ("image/webp", f"/{path}.webp {size[0]}w")]


def render(source: str) -> str:
    return markdown(source, extensions=["attr_list", PictureExtension("posts/2026/a/index.en.md", SIZES, offered)])


@pytest.mark.parametrize(("target", "size"), [("chart.png", (800, 400)), ("../b/chart.png", (20, 10))])
def test_a_picture_says_its_width_and_height(target: str, size: tuple[int, int]) -> None:
    assert f'width="{size[0]}" ' in render(f"![chart]({target})")
    assert f'height="{size[1]}" ' in render(f"![chart]({target})")


def test_a_picture_is_offered_in_smaller_sizes_and_comes_when_it_is_needed() -> None:
    (picture,) = html.fragment_fromstring(render("Before ![chart](chart.png) after."))
    assert picture.tag == "picture"
    assert [each.tag for each in picture] == ["source", "source", "img"]
    assert picture[0].attrib["srcset"] == "/posts/2026/a/chart.png.avif 800w"
    assert picture[0].attrib["sizes"]
    assert picture[2].attrib["loading"] == "lazy"
    assert (picture.tail, picture[2].tail) == (" after.", None)


def test_each_of_several_pictures_keeps_its_place() -> None:
    page = html.fragment_fromstring(render("![one](chart.png) and [![two](../b/chart.png)](../b/chart.png)!"))
    assert page.xpath("//img/@alt") == ["one", "two"]
    assert page.xpath("//a/picture/img/@alt") == ["two"]
    assert page.text_content() == " and !"


def test_a_size_that_the_author_wrote_is_kept() -> None:
    page = render("![chart](chart.png){: width=100 }")
    assert 'width="100"' in page
    assert "height" not in page


@pytest.mark.parametrize("target", ["https://a.example/chart.png", "other.png", ""])
def test_a_picture_that_is_not_ours_is_left_alone(target: str) -> None:
    assert "width" not in render(f"![chart]({target})")
    assert "<picture>" not in render(f"![chart]({target})")
