"""Smaller sizes of pictures: whole, upright, in the colours of the web, and the same bytes each time."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageCms

from newsroom.cards.pictures import cut, scaled


def data_of(image: Image.Image, file_format: str = "PNG", **settings: Any) -> bytes:
    made = io.BytesIO()
    image.save(made, file_format, **settings)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def colour(image: Image.Image, spot: tuple[int, int]) -> tuple[int, ...]:
    """Red, green, blue, and how little shows through."""
    found = image.convert("RGBA").getpixel(spot)
    assert isinstance(found, tuple)
    return found


def gradient(size: tuple[int, int]) -> Image.Image:
    return Image.linear_gradient("L").resize(size).convert("RGB")


def test_a_picture_becomes_an_avif_and_a_webp_of_the_size() -> None:
    made = list(map(opened, scaled(data_of(gradient((1600, 900)), "JPEG"), (480, 270))))
    assert [(each.format, each.size) for each in made] == [("AVIF", (480, 270)), ("WEBP", (480, 270))]


def test_the_same_picture_becomes_the_same_bytes() -> None:
    data = data_of(gradient((700, 500)), "JPEG")
    assert list(scaled(data, (480, 343))) == list(scaled(data, (480, 343)))


@pytest.mark.parametrize(
    ("image", "file_format"),
    [
        pytest.param(Image.new("RGB", (1, 1)), "PNG", id="a single dot"),
        pytest.param(Image.new("CMYK", (9, 9)), "JPEG", id="four colours of print"),
        pytest.param(Image.new("P", (9, 9)), "PNG", id="a palette"),
        pytest.param(Image.new("1", (9, 9)), "PNG", id="black and white"),
        pytest.param(Image.new("LA", (9, 9)), "PNG", id="grey and clear"),
        pytest.param(Image.new("RGBA", (5000, 7)), "WEBP", id="a ribbon"),
        pytest.param(Image.new("L", (7, 5000)), "JPEG", id="a thread"),
    ],
)
def test_any_picture_that_is_read_is_made_smaller(image: Image.Image, file_format: str) -> None:
    size = (min(image.width, 480), max(1, round(image.height * min(image.width, 480) / image.width)))
    assert [opened(each).size for each in scaled(data_of(image, file_format), size)] == [size, size]


def test_a_picture_that_lies_on_its_side_is_put_upright() -> None:
    lying = Image.new("RGB", (400, 800), "white")
    lying.paste("black", (0, 0, 400, 400))
    exif = Image.Exif()
    exif[0x0112] = 6
    for made in map(opened, scaled(data_of(lying, "JPEG", exif=exif), (400, 200))):
        assert colour(made, (50, 100))[0] > 200
        assert colour(made, (350, 100))[0] < 50


def test_what_shows_through_goes_on_doing_so() -> None:
    clear = Image.new("RGBA", (50, 50), (200, 0, 0, 0))
    clear.paste((200, 0, 0, 255), (0, 0, 50, 25))
    for made in map(opened, scaled(data_of(clear), (50, 50))):
        assert colour(made, (25, 5))[3] > 250
        assert colour(made, (25, 45))[3] < 5


def test_where_and_with_what_a_picture_was_taken_is_not_told() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of a certain make"
    data = data_of(gradient((600, 400)), "JPEG", exif=exif, comment=b"secret")
    for made in (*scaled(data, (480, 320)), cut(data, (480, 320))):
        assert b"certain make" not in made
        assert b"secret" not in made
        assert not opened(made).getexif()


def test_colours_of_another_profile_become_those_of_the_web() -> None:
    web = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = web.replace(b"rXYZ", b"TEMP").replace(b"gXYZ", b"rXYZ").replace(b"TEMP", b"gXYZ")
    data = data_of(Image.new("RGB", (50, 50), (200, 30, 30)), "JPEG", icc_profile=exchanged)
    for made in map(opened, scaled(data, (50, 50))):
        red, green, *_ = colour(made, (25, 25))
        assert red < 60 < 170 < green
        assert "icc_profile" not in made.info


def test_a_profile_that_is_none_is_left_aside() -> None:
    data = data_of(Image.new("RGB", (50, 50), (200, 30, 30)), "JPEG", icc_profile=b"no profile at all")
    for made in map(opened, scaled(data, (50, 50))):
        assert abs(colour(made, (25, 25))[0] - 200) < 8


def test_a_grey_picture_of_sixteen_bits_keeps_its_greys() -> None:
    data = data_of(Image.new("I;16", (50, 50), 40_000))
    for made in map(opened, scaled(data, (50, 50))):
        assert abs(colour(made, (25, 25))[0] - 156) < 4
