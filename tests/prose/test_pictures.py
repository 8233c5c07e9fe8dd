"""Pictures in a text: their size is said, and the author's own is kept."""

from __future__ import annotations

import pytest
from markdown import markdown

from newsroom.prose.pictures import PictureExtension

SIZES = {"posts/2026/a/chart.png": (800, 400), "posts/2026/b/chart.png": (20, 10)}


def render(source: str) -> str:
    return markdown(source, extensions=["attr_list", PictureExtension("posts/2026/a/index.en.md", SIZES)])


@pytest.mark.parametrize(("target", "size"), [("chart.png", (800, 400)), ("../b/chart.png", (20, 10))])
def test_a_picture_says_its_width_and_height(target: str, size: tuple[int, int]) -> None:
    assert f'width="{size[0]}" ' in render(f"![chart]({target})")
    assert f'height="{size[1]}" ' in render(f"![chart]({target})")


def test_a_size_that_the_author_wrote_is_kept() -> None:
    page = render("![chart](chart.png){: width=100 }")
    assert 'width="100"' in page
    assert "height" not in page


@pytest.mark.parametrize("target", ["https://a.example/chart.png", "other.png", ""])
def test_a_picture_that_is_not_ours_is_left_alone(target: str) -> None:
    assert "width" not in render(f"![chart]({target})")
