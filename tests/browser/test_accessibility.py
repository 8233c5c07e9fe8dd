"""What three judges of pages say: axe and pa11y of what people with disabilities meet, Lighthouse of that and more."""

from __future__ import annotations

from typing import Any

import pytest

from tests.readers.programs import judged

pytestmark = pytest.mark.slow

PAGES = tuple(
    f"{language}/{address}"
    for language in ("ar", "en")
    for address in (
        "",
        "posts/2026/first-half-results-2026/",
        "executives/salim-al-harthy/",
        "archive/",
        "search/?q=2026",
        "audiences/shareholders/",
        "audiences/media/",
        "media-library/",
        "figures/",
    )
)

PREVIEW = ("ar/plan/", "en/plan/", "ar/messages/", "en/messages/")
ONE_OF_EACH = PAGES[::2]
"""An odd number of pages in each language: so each is here in one of them. Lighthouse takes its time, and what it looks
at does not change with the language."""


@pytest.fixture(scope="module")
def faults(example_origin: str) -> dict[str, list[str]]:
    """The faults of each page, by address, scheme and width."""
    told: dict[str, list[str]] = judged("accessibility.mjs", example_origin, PAGES)
    return told


@pytest.fixture(scope="module")
def faults_of_preview(preview_origin: str) -> dict[str, list[str]]:
    """The same of the pages that only previews have."""
    told: dict[str, list[str]] = judged("accessibility.mjs", preview_origin, PREVIEW)
    return told


@pytest.fixture(scope="module")
def verdicts(example_origin: str) -> dict[str, Any]:
    return judged("lighthouse.mjs", example_origin, ONE_OF_EACH, "accessibility", "best-practices", "seo")


def test_axe_and_pa11y_find_nothing_by_day_and_by_night_on_a_phone_and_on_a_desk(faults: dict[str, list[str]]):
    assert faults == {}


def test_axe_and_pa11y_find_nothing_in_the_pages_of_previews(faults_of_preview: dict[str, list[str]]):
    assert faults_of_preview == {}


def test_lighthouse_gives_full_marks_but_for_speed_which_is_measured_elsewhere(verdicts: dict[str, Any]):
    full = {"accessibility": 100, "best-practices": 100, "seo": 100}
    short = {address: told["failed"] for address, told in verdicts.items() if told["scores"] != full}
    assert short == {}
