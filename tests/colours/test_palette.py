from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.colours.contrast import ratio
from newsroom.colours.palette import palettes
from newsroom.colours.shades import colour_of, shade_of
from newsroom.model.brand import PRESETS, Colours
from newsroom.model.organization import OrganizationKind
from newsroom.reading.logos import LEAST
from tests.colours.test_contrast import COLOURS

KINDS = get_args(OrganizationKind)
GRAPHICS = 3.0
"""The least contrast of what is drawn and means something."""
BY_HAND = (
    {
        "paper": "#faf7f1",
        "surface": "#fffdf9",
        "panel": "#efe6d5",
        "line": "#d8ccb6",
        "ink": "#13262d",
        "ink-soft": "#46585f",
        "link": "#0b5563",
        "link-strong": "#083f4a",
        "accent": "#80540c",
        "band": "#0e2a33",
        "on-band": "#f6efe2",
        "on-band-soft": "#c3d0d1",
        "band-line": "#33515a",
        "band-link": "#a9dbe2",
        "ornament-light": "#e8bd6a",
    },
    {
        "paper": "#091d24",
        "surface": "#0e2a33",
        "panel": "#12343f",
        "line": "#2b4a54",
        "ink": "#f3ecdf",
        "ink-soft": "#b7c5c6",
        "link": "#86cdd8",
        "link-strong": "#b5e5ec",
        "accent": "#e8bd6a",
        "on-button": "#06222a",
        "band": "#06161b",
    },
)
"""The palette as it was first drawn, for light and for dark."""


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def test_the_palette_of_joint_stock_companies_is_the_one_that_was_drawn_by_hand() -> None:
    for made, drawn in zip(palettes(PRESETS["joint-stock"], "joint-stock"), BY_HAND, strict=True):
        for name, colour in drawn.items():
            assert _channels(made[name]) == pytest.approx(_channels(colour), abs=2), name


@settings(deadline=None, max_examples=40)
@given(COLOURS, COLOURS, st.sampled_from(KINDS))
def test_a_palette_has_the_same_names_for_light_and_dark_and_a_colour_for_each(
    primary: str, accent: str, kind: OrganizationKind
) -> None:
    light, dark = palettes(Colours(primary, accent), kind)
    assert list(light) == list(dark)
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in (*light.values(), *dark.values()))


@settings(deadline=None, max_examples=40)
@given(COLOURS, COLOURS, st.sampled_from(KINDS))
def test_the_brand_keeps_its_own_two_colours(primary: str, accent: str, kind: OrganizationKind) -> None:
    for palette in palettes(Colours(primary, accent), kind):
        assert (palette["primary"], palette["ornament"]) == (primary, accent)


def test_a_grey_brand_has_grey_pages() -> None:
    light, dark = palettes(Colours("#333333", "#808080"), "joint-stock")
    spoken = {name: colour for name, colour in (light | dark).items() if not name.startswith("alert")}
    assert [name for name, colour in spoken.items() if len(set(_channels(colour))) > 1] == []


def test_a_government_has_quieter_paper_than_a_company_and_a_family_warmer() -> None:
    quiet, usual, warm = (
        shade_of(palettes(PRESETS["joint-stock"], kind).light["panel"]).chroma
        for kind in ("government", "joint-stock", "family")
    )
    assert quiet < usual < warm


@settings(deadline=None, max_examples=40)
@given(COLOURS, COLOURS, st.sampled_from(KINDS))
def test_a_logo_that_counts_as_light_is_seen_on_the_dark_head_of_a_page(
    primary: str, accent: str, kind: OrganizationKind
) -> None:
    ground = palettes(Colours(primary, accent), kind).dark["surface"]
    grey = next(f"#{level:02x}{level:02x}{level:02x}" for level in range(256) if _is_light(level))
    assert ratio(grey, ground) >= GRAPHICS


def _is_light(level: int) -> bool:
    return ratio(f"#{level:02x}{level:02x}{level:02x}", "#000000") * 0.05 - 0.05 >= LEAST


@given(COLOURS)
def test_a_colour_survives_the_way_to_a_shade_and_back(colour: str) -> None:
    assert _channels(colour_of(shade_of(colour))) == pytest.approx(_channels(colour), abs=1)
