"""Signs, telephone numbers and handles are shown in the order in which they are said, measured at their glyphs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Open, Reader
from tests.browser.hard_newsroom import RISE, TELEPHONE

_TELEPHONE = ["+", "968", "2412", "3456"]
_RISE = ["+", "8.4", "%"]


@pytest.fixture(scope="module")
def hard(read: Open, hard_origin: str) -> Iterator[Reader]:
    with read(hard_origin) as reading:
        yield reading


def _assert_in_order(
    reader: Reader, whole: str, pieces: list[str], *, within: tuple[str, ...], expected: list[str] | None = None
) -> None:
    """In each of the elements named, the pieces stand from left to right as ``expected``, or else as they are given."""
    shown = {each["place"]: each for each in reader.measure("order", whole, pieces)}
    for element in within:
        there = {place: each for place, each in shown.items() if element in place.split()}
        assert there, f"{whole} is not shown in {element}"
        assert {place: each["shown"] for place, each in there.items() if each["shown"] != (expected or pieces)} == {}
        assert [place for place, each in there.items() if each["lines"] > 1] == []


def test_a_telephone_number_runs_from_its_plus_in_an_arabic_text(hard: Reader):
    hard.go("ar/posts/2026/hard/")
    _assert_in_order(hard, TELEPHONE, _TELEPHONE, within=("P", "LI", "DD"))


def test_a_signed_percentage_runs_from_its_sign_in_an_arabic_text(hard: Reader):
    hard.go("ar/posts/2026/hard/")
    _assert_in_order(hard, RISE, _RISE, within=("P", "H2", "TD", "LI", "BLOCKQUOTE"))


@pytest.mark.parametrize("address", ["ar/media-contacts/", "ar/", "ar/audiences/media/", "en/media-contacts/"])
def test_a_telephone_number_of_the_example_runs_from_its_plus(address: str, reader: Reader):
    reader.go(address)
    _assert_in_order(reader, "+968 2412 3456", _TELEPHONE, within=("DD",))


def test_handles_of_the_example_begin_with_their_at_sign(reader: Reader):
    reader.go("ar/accounts/")
    _assert_in_order(reader, "@luban@social.luban.example", ["@", "luban", "@", "social"], within=("LI",))


def test_an_arabic_percentage_runs_from_the_right_in_a_figure_as_it_does_in_a_text(reader: Reader):
    reader.go("ar/posts/2024/chief-people-officer-appointed/")
    _assert_in_order(reader, "٦٨٪", ["٦٨", "٪"], within=("LI", "DD"), expected=["٪", "٦٨"])


@pytest.mark.parametrize(
    ("address", "element"),
    [
        pytest.param("ar/posts/2026/signed/", "H1", id="headline of a post"),
        pytest.param("ar/posts/2026/signed/", "HEADER", id="summary of a post"),
        pytest.param("ar/", "ARTICLE", id="lead of the home"),
        pytest.param("ar/archive/2026/", "OL", id="list"),
        pytest.param("", "LI", id="front door"),
        pytest.param("ar/posts/2026/hard/", "NAV", id="neighbour"),
    ],
)
def test_a_sign_in_a_headline_or_summary_stands_before_its_number(address: str, element: str, hard: Reader):
    hard.go(address)
    _assert_in_order(hard, RISE, _RISE, within=(element,))


def test_the_measure_sees_a_number_that_is_turned_round(hard: Reader):
    hard.go("ar/about/")
    hard.page.evaluate("text => document.querySelector('main').append(text)", f"نص {TELEPHONE} نص")
    assert [each["shown"] for each in hard.measure("order", TELEPHONE, _TELEPHONE)] == [["3456", "2412", "968", "+"]]
