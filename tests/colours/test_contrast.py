from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.colours.contrast import luminance, ratio

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#00ff00", 2.91),
    ],
)
def test_contrast_is_what_wcag_says_it_is(one: str, other: str, known: float) -> None:
    assert ratio(one, other) == pytest.approx(known, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_knows_no_order_and_lies_between_1_and_21(one: str, other: str) -> None:
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.000001


@given(COLOURS)
def test_a_colour_has_no_contrast_with_itself(colour: str) -> None:
    assert ratio(colour, colour) == 1


def test_white_is_the_whole_light() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
