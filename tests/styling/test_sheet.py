from __future__ import annotations

import re
from dataclasses import replace

import pytest

from newsroom.colours.palette import palettes
from newsroom.model.brand import PRESETS, Brand, Colours, Fonts
from newsroom.model.language import Digits, Localized
from newsroom.styling.sheet import brand_sheet

BRAND = Brand(PRESETS["joint-stock"], "", is_logo_dark=False, fonts=None)
DIGITS: Localized[Digits] = Localized("arab", "latn")
OWN = replace(BRAND, fonts=Fonts("media/fonts/own-regular.woff2", "media/fonts/own-bold.woff2"))


def _values(css: str, name: str) -> list[str]:
    return re.findall(rf"--{name}: ([^;]+);", css)


def test_each_colour_stands_for_light_and_again_where_the_dark_has_another() -> None:
    css = brand_sheet(BRAND, "joint-stock", DIGITS).decode()
    light, dark = palettes(BRAND.colours, "joint-stock")
    for name, colour in light.items():
        assert _values(css, name) == list(dict.fromkeys((colour, dark[name])))


def test_the_dark_colours_are_those_for_who_prefers_them() -> None:
    css = brand_sheet(BRAND, "joint-stock", DIGITS).decode()
    before, after = css.split("@media (prefers-color-scheme: dark)")
    light, dark = palettes(BRAND.colours, "joint-stock")
    assert _values(before, "paper") == [light["paper"]]
    assert _values(after, "paper") == [dark["paper"]]


def test_the_sheet_is_the_same_each_time() -> None:
    assert brand_sheet(BRAND, "family", DIGITS) == brand_sheet(BRAND, "family", DIGITS)


def test_the_kind_of_organisation_shows() -> None:
    assert brand_sheet(BRAND, "family", DIGITS) != brand_sheet(BRAND, "government", DIGITS)


def test_letters_are_our_own_files_and_never_move_words_by_coming_late() -> None:
    css = brand_sheet(BRAND, "joint-stock", DIGITS).decode()
    assert re.findall(r'url\("([^"]+)"\)', css) == ["../fonts/plex-regular.woff2", "../fonts/plex-bold.woff2"]
    assert css.count("font-display: optional") == css.count("@font-face") == 2
    assert _values(css, "letters") == ['"Newsroom Sans"']


def test_what_letters_of_ones_own_lack_comes_from_ours() -> None:
    css = brand_sheet(OWN, "joint-stock", DIGITS).decode()
    assert re.findall(r'url\("([^"]+)"\)', css) == [
        "../media/fonts/own-regular.woff2",
        "../media/fonts/own-bold.woff2",
        "../fonts/plex-regular.woff2",
        "../fonts/plex-bold.woff2",
    ]
    assert _values(css, "letters") == ['"Newsroom Brand", "Newsroom Sans"']


@pytest.mark.parametrize("colour", ["#7c2f3a", "#1f4a3d"])
def test_the_brand_s_own_colour_is_in_its_sheet(colour: str) -> None:
    brand = replace(BRAND, colours=Colours(colour, "#c58b2a"))
    assert _values(brand_sheet(brand, "joint-stock", DIGITS).decode(), "primary") == [colour]


@pytest.mark.parametrize(("digits", "style"), [("arab", "arabic-indic"), ("latn", "decimal")])
def test_lists_count_in_the_digits_of_each_language(digits: Digits, style: str) -> None:
    css = brand_sheet(BRAND, "joint-stock", Localized(digits, "latn")).decode()
    assert f":lang(ar) {{\n  --ordinals: {style};\n}}" in css
    assert ":lang(en) {\n  --ordinals: decimal;\n}" in css
