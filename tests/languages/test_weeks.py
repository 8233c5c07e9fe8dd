"""Weeks begin where people begin to work."""

from __future__ import annotations

import pytest

from newsroom.languages.weeks import MONDAY, first_working_day

SATURDAY, SUNDAY = 5, 6


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        pytest.param("ar_OM", SUNDAY, id="Oman"),
        pytest.param("ar_SA", SUNDAY, id="Saudi Arabia"),
        pytest.param("ar_AE", MONDAY, id="the Emirates"),
        pytest.param("en_GB", MONDAY, id="Britain"),
        pytest.param("fa_IR", SATURDAY, id="Iran"),
    ],
)
def test_a_week_begins_after_the_weekend(locale: str, first: int) -> None:
    assert first_working_day(locale) == first
