"""The brand as it is read, and the pages that it shows on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from newsroom.commands.check import check, sound_newsroom
from newsroom.model.brand import PRESETS, Fonts
from newsroom.pages import addresses
from newsroom.pages.plan import assets_of
from newsroom.pages.planning import Paper
from newsroom.reading.logos import is_dark
from tests.reading.problems import only_problem, write
from tests.reading.test_rules import SQUARE
from tests.samples import configuration, write_newsroom

SVG = '<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'


@pytest.mark.parametrize("kind", PRESETS)
def test_a_newsroom_without_a_brand_has_the_colours_of_its_kind(kind: str, root: Path) -> None:
    write_newsroom(root, organization=configuration()["organization"] | {"kind": kind})
    brand = sound_newsroom(root).brand
    assert (brand.colours, brand.logo_on_dark, brand.is_logo_dark, brand.fonts) == (PRESETS[kind], "", False, None)


def test_one_colour_may_be_named_without_the_other(root: Path) -> None:
    write_newsroom(root, brand={"colours": {"accent": "#AA3377"}})
    colours = sound_newsroom(root).brand.colours
    assert (colours.primary, colours.accent) == (PRESETS["joint-stock"].primary, "#aa3377")


def test_a_colour_that_cannot_be_read_is_told_with_its_ratio_and_what_would_do(root: Path) -> None:
    write_newsroom(root, brand={"colours": {"primary": "#0072ce"}})
    problem = only_problem(root)
    assert problem.is_error
    assert (problem.values["ratio"], problem.values["least"], problem.values["nearest"]) == ("3.94", "4.5", "#0067c3")
    write_newsroom(root, brand={"colours": {"primary": problem.values["nearest"]}})
    assert check(root) == ()


def test_the_brand_s_files_are_published_and_shown(root: Path) -> None:
    write(root, "content/media/dark.svg", SQUARE % "white")
    for name in ("regular", "bold"):
        write(root, f"content/media/{name}.woff2", b"wOF2")
    fonts = {"regular": "media/regular.woff2", "bold": "media/bold.woff2"}
    write_newsroom(root, brand={"logo_on_dark": "media/dark.svg", "fonts": fonts})
    newsroom = sound_newsroom(root)
    assert newsroom.brand.fonts == Fonts("media/regular.woff2", "media/bold.woff2")
    published = {asset.address for asset in assets_of(newsroom)}
    assert {"media/dark.svg", "media/regular.woff2", "media/bold.woff2"} <= published
    frame = Paper.of(newsroom, "ar", preview=False).frame
    assert frame.logo_on_dark == "media/dark.svg"
    assert frame.fonts == ("media/regular.woff2", "media/bold.woff2")


def test_without_letters_of_ones_own_pages_ask_for_ours(root: Path) -> None:
    frame = Paper.of(sound_newsroom(root), "en", preview=False).frame
    assert frame.fonts == (addresses.font("regular"), addresses.font("bold"))


def test_a_dark_logo_with_a_light_one_beside_it_is_no_problem(root: Path) -> None:
    write_newsroom(root, brand={"logo_on_dark": "media/dark.svg"})
    write(root, "content/media/logo.svg", SQUARE % "black")
    write(root, "content/media/dark.svg", SQUARE % "white")
    assert sound_newsroom(root).brand.is_logo_dark is False


@pytest.mark.parametrize(
    ("drawing", "dark"),
    [
        pytest.param('<rect fill="#0b1f3a"/>', True, id="filled dark"),
        pytest.param('<rect fill="#0b1f3a"/><path fill="#f0d9a6"/>', False, id="with a light part"),
        pytest.param("<path/>", True, id="black for want of a colour"),
        pytest.param('<g fill="#ffffff"><path/></g>', False, id="filled by its group"),
        pytest.param('<path style="fill:#111;stroke:#222"/>', True, id="in a style"),
        pytest.param("<style>.a{fill:#123}.b{fill:#fff}</style><path class='b'/>", False, id="by class"),
        pytest.param("<style>.a{fill:#123}</style><path class='a'/>", True, id="by a dark class"),
        pytest.param('<linearGradient><stop stop-color="#fc0"/></linearGradient><path fill="url(#a)"/>', False,
                     id="in a light gradient"),
        pytest.param('<path fill="none" stroke="navy"/>', True, id="drawn in a dark line"),
        pytest.param('<path fill="currentColor"/>', True, id="in the colour of the text around"),
        pytest.param("", False, id="empty"),
        pytest.param("<path", False, id="broken"),
        pytest.param('<path fill="no colour"/>', False, id="in no colour that is known"),
    ],
)  # fmt: skip
def test_a_drawing_is_dark_if_all_its_colours_are(drawing: str, dark: bool, tmp_path: Path) -> None:
    assert is_dark(write(tmp_path, "logo.svg", SVG % drawing)) is dark


@pytest.mark.parametrize(
    ("ink", "ground", "dark"),
    [
        pytest.param("#101820", (0, 0, 0, 0), True, id="dark on nothing"),
        pytest.param("#f0d9a6", (0, 0, 0, 0), False, id="light on nothing"),
        pytest.param("#101820", "white", False, id="dark on white"),
        pytest.param("#101820", "#202020", True, id="dark on dark"),
    ],
)
def test_a_picture_is_dark_if_nearly_all_that_it_shows_is(ink: str, ground: object, dark: bool, tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 300), ground)
    ImageDraw.Draw(image).ellipse((40, 40, 260, 260), fill=ink)
    image.save(tmp_path / "logo.png")
    assert is_dark(tmp_path / "logo.png") is dark
