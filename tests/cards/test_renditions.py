"""Renditions: the shape that was promised, whatever the picture is."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from newsroom.cards.pictures import cut
from newsroom.model.language import Localized
from newsroom.model.post import Picture
from newsroom.pages.renditions import renditions, scalings, source_sets, sources


def picture(width: int, height: int) -> Picture:
    words = Localized("", "")
    return Picture("posts/2026/a/hero.jpg", width, height, 1, "image/jpeg", words, words, words, words)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1600, 900), [(1200, 630), (1200, 900), (900, 900)]),
        ((4000, 3000), [(1200, 630), (1200, 900), (1200, 1200)]),
        ((600, 400), [(600, 315), (533, 400), (400, 400)]),
        ((1, 1), [(1, 1), (1, 1), (1, 1)]),
    ],
    ids=["wide", "large", "small", "a single dot"],
)
def test_a_rendition_is_as_large_as_the_picture_allows(size: tuple[int, int], expected: list[tuple[int, int]]) -> None:
    assert [each.size for each in renditions(picture(*size))] == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4000, 3000), [(480, 360), (960, 720), (1440, 1080)]),
        ((1000, 500), [(480, 240), (960, 480), (1000, 500)]),
        ((300, 200), [(300, 200)]),
        ((1, 1), [(1, 1)]),
        ((5000, 3), [(480, 1), (960, 1), (1440, 1)]),
    ],
    ids=["large", "between", "small", "a single dot", "a ribbon"],
)
def test_a_page_shows_no_size_larger_than_the_picture(size: tuple[int, int], expected: list[tuple[int, int]]) -> None:
    assert [each.size for each in scalings("media/a.jpg", size)] == expected


@pytest.mark.parametrize("path", ["posts/2026/a/steps.gif", "posts/2026/a/STEPS.GIF"])
def test_a_picture_that_moves_has_no_size_in_which_it_would_stand_still(path: str) -> None:
    assert scalings(path, (2000, 1000)) == ()
    assert sources(path, (2000, 1000)) == ()


def test_two_files_whose_names_differ_in_their_ends_alone_keep_apart() -> None:
    addresses = [
        address
        for path in ("media/a.jpg", "media/a.png", "media/a-jpg.png")
        for each in scalings(path, (2000, 1000))
        for address in each.addresses
    ]
    assert len(set(addresses)) == len(addresses) == 18


def test_a_name_that_no_address_can_hold_is_escaped_where_browsers_choose() -> None:
    first, _ = source_sets("posts/2026/a/صورة 1, new.png", (600, 300), "../../")
    kind, candidates = first
    assert kind == "image/avif"
    assert [each.rpartition(" ")[2] for each in candidates.split(", ")] == ["480w", "600w"]
    assert all(each.startswith("../../renditions/posts/2026/a/%D8") for each in candidates.split(", "))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK"])
def test_any_colours_become_a_jpeg_of_the_size(mode: str) -> None:
    data = io.BytesIO()
    Image.new(mode, (1300, 900)).save(data, "JPEG" if mode == "CMYK" else "PNG")
    with Image.open(io.BytesIO(cut(data.getvalue(), (1200, 630)))) as made:
        assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (1200, 630))


def test_a_picture_that_lies_on_its_side_is_put_upright() -> None:
    lying = Image.new("RGB", (400, 800), "white")
    lying.paste("black", (0, 0, 400, 400))
    exif = Image.Exif()
    exif[0x0112] = 6
    data = io.BytesIO()
    lying.save(data, "JPEG", exif=exif)
    with Image.open(io.BytesIO(cut(data.getvalue(), (800, 400)))) as made:
        assert made.convert("L").getpixel((100, 200)) > 200  # type: ignore[operator]
        assert made.convert("L").getpixel((700, 200)) < 50  # type: ignore[operator]


def test_what_shows_through_is_white() -> None:
    data = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(data, "PNG")
    with Image.open(io.BytesIO(cut(data.getvalue(), (50, 50)))) as made:
        assert made.getpixel((25, 25)) == (255, 255, 255)
