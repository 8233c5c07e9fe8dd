from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.colours.contrast import TEXT, ratio
from newsroom.colours.fitness import PAIRS, nearest, worst_clash
from newsroom.colours.palette import palettes
from newsroom.colours.shades import shade_of
from newsroom.model.brand import PRESETS, Colours
from newsroom.model.organization import OrganizationKind
from tests.colours.test_contrast import COLOURS
from tests.colours.test_palette import KINDS


@settings(deadline=None, max_examples=40)
@given(COLOURS, COLOURS, st.sampled_from(KINDS))
def test_either_every_word_can_be_read_or_there_is_a_clash(primary: str, accent: str, kind: OrganizationKind) -> None:
    colours = Colours(primary, accent)
    lowest = min(
        ratio(palette[words], palette[ground]) for palette in palettes(colours, kind) for words, ground in PAIRS
    )
    clash = worst_clash(colours, kind)
    assert clash.ratio == lowest if clash else lowest >= TEXT


@settings(deadline=None, max_examples=40)
@given(COLOURS, COLOURS, st.sampled_from(KINDS))
def test_the_shade_that_is_proposed_serves_and_is_no_lighter(primary: str, accent: str, kind: OrganizationKind) -> None:
    proposed = nearest(Colours(primary, accent), kind)
    assert worst_clash(Colours(proposed, accent), kind) is None
    assert shade_of(proposed).lightness <= shade_of(primary).lightness + 0.004


@settings(deadline=None, max_examples=40)
@given(COLOURS, st.sampled_from(KINDS))
def test_no_accent_spoils_a_primary_colour_that_is_dark(accent: str, kind: OrganizationKind) -> None:
    assert worst_clash(Colours("#003366", accent), kind) is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_colours_of_a_preset_serve(kind: OrganizationKind) -> None:
    assert worst_clash(PRESETS[kind], kind) is None


@pytest.mark.parametrize("colour", ["#0b5563", "#c8102e", "#005eb8", "#000000"])
def test_a_colour_that_serves_is_its_own_nearest(colour: str) -> None:
    assert nearest(Colours(colour, "#c58b2a"), "joint-stock") == colour


@pytest.mark.parametrize(
    ("colour", "proposed"), [("#0072ce", "#0067c3"), ("#ffcc00", "#836300"), ("#ffffff", "#676767")]
)
def test_a_colour_that_is_too_light_is_answered_with_a_darker_one_of_its_hue(colour: str, proposed: str) -> None:
    assert nearest(Colours(colour, "#c58b2a"), "joint-stock") == proposed
