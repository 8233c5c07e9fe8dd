"""Dates, figures and addresses: what is understood, and what is refused."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.reading.problems import ARABIC, add_keys, found, instant, only_problem, replace, the_post
from tests.reading.test_rules import EVIDENCE

WRITTEN = "2026-01-15T09:00"


def in_zone(root: Path, zone: str, written: str) -> None:
    replace(root, "newsroom.yml", "Asia/Muscat", zone)
    replace(root, ARABIC, WRITTEN, written)


@pytest.mark.parametrize(
    ("zone", "written", "meant"),
    [
        ("Asia/Muscat", "2026-01-15T09:00", "2026-01-15T09:00+04:00"),
        ("Asia/Muscat", "2026-01-15 09:00", "2026-01-15T09:00+04:00"),
        ("Asia/Muscat", "2026-01-15T09:00:30", "2026-01-15T09:00:30+04:00"),
        ("Asia/Muscat", "2026-01-15T09:00Z", "2026-01-15T09:00+00:00"),
        ("Asia/Muscat", "2026-01-15T09:00-05:30", "2026-01-15T09:00-05:30"),
        ("Africa/Cairo", "2026-01-15T09:00", "2026-01-15T09:00+02:00"),
        ("Africa/Cairo", "2026-07-15T09:00", "2026-07-15T09:00+03:00"),
        ("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T01:59+01:00"),
        ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T03:00+02:00"),
        ("Europe/Berlin", "2026-10-25T02:30+02:00", "2026-10-25T02:30+02:00"),
        ("Europe/Berlin", "2026-10-25T02:30+01:00", "2026-10-25T02:30+01:00"),
    ],
)
def test_a_date_without_an_offset_takes_the_newsrooms_zone(root: Path, zone: str, written: str, meant: str) -> None:
    in_zone(root, zone, written)
    date = the_post(root).date
    assert date == instant(meant)
    assert date.utcoffset() == instant(meant).utcoffset()


@pytest.mark.parametrize(
    ("written", "example"),
    [
        pytest.param("2026-03-29T02:30", "2026-03-29T02:30:00+01:00", id="an hour that the clocks skip"),
        pytest.param("2026-10-25T02:30", "2026-10-25T02:30:00+02:00", id="an hour that they show twice"),
    ],
)
def test_an_hour_that_is_not_one_instant_is_refused_and_the_example_is_right(
    root: Path, written: str, example: str
) -> None:
    in_zone(root, "Europe/Berlin", written)
    problem = only_problem(root)
    assert (problem.rule.code, problem.line) == ("NR208", 4)
    assert example in problem.mend("en")
    assert "Europe/Berlin" in problem.what("ar")
    replace(root, ARABIC, written, example)
    assert the_post(root).date == instant(example)


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-15",
        "2026-02-29T09:00",
        "2026-02-30T09:00",
        "2026-13-01T09:00",
        "2026-00-10T09:00",
        "2026-01-15T24:00",
        "2026-01-15T09:60",
        "2026-01-15T9:00",
        "2026-01-15T09:00+25:00",
        "2026-01-15T09:00 +04:00",
        "2026-01-15T09",
        "20260115T0900",
        "2026-W03-4T09:00",
        "15/01/2026 09:00",
        "٢٠٢٦-٠١-١٥T٠٩:٠٠",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-14:00",
        "tomorrow",
        "{}",
        "[2026-01-15T09:00]",
    ],
)
def test_what_is_no_instant_is_a_problem_that_shows_one(root: Path, written: str) -> None:
    replace(root, ARABIC, WRITTEN, written)
    problem = only_problem(root)
    assert (problem.rule.code, problem.path, problem.line) == ("NR204", ARABIC, 4)
    assert "2026-07-29T08:00" in problem.mend("ar")


@pytest.mark.parametrize("written", ["2026-02-29", "2026-1-5", "2026-01-01T08:00", "1066-10-14", "today"])
def test_what_is_no_day_is_a_problem_that_shows_one(root: Path, written: str) -> None:
    add_keys(root, (EVIDENCE % ("report", "")).replace("2026-01-01", written))
    problem = only_problem(root)
    assert (problem.rule.code, problem.line) == ("NR204", 14)
    assert problem.mend("en").endswith("2026-07-29")


def test_a_day_stays_a_day(root: Path) -> None:
    add_keys(root, EVIDENCE % ("report", ""))
    (evidence,) = the_post(root).evidence
    assert evidence.date == datetime.date(2026, 1, 1)
    assert type(evidence.date) is datetime.date


@pytest.mark.parametrize("written", ["48.5", "48.50", "-3.1", "+8", "0", "100000000"])
def test_a_figure_is_the_number_that_was_written(root: Path, written: str) -> None:
    add_keys(root, EVIDENCE % ("figure", f", value: {written}"))
    (evidence,) = the_post(root).evidence
    assert evidence.value == Decimal(written)
    assert str(evidence.value) == written.removeprefix("+")


@pytest.mark.parametrize("written", ["1e9", "NaN", "Infinity", "1_000", '"1,000"', "٤٨", "0x10", "48.", ".5", "8%"])
def test_a_figure_that_is_not_one_plain_number_is_refused(root: Path, written: str) -> None:
    add_keys(root, EVIDENCE % ("figure", f", value: {written}"))
    assert found(root) == [("NR203", ARABIC, 14)]
    assert only_problem(root).mend("en") == "it must be 48.5"


@pytest.mark.parametrize(
    ("old", "new", "line", "expected"),
    [
        pytest.param("https://newsroom.sample.example/", "https://a.example", 1, "om/", id="no closing slash"),
        pytest.param("https://newsroom.sample.example/", "https://a.example/?x/", 1, "om/", id="a query"),
        pytest.param("https://newsroom.sample.example/", "https://a.example/#/", 1, "om/", id="a fragment"),
        pytest.param("https://newsroom.sample.example/", "'https://[/'", 1, "om/", id="an address cut off"),
        pytest.param("Asia/Muscat", "Muscat", 2, "Asia/Muscat", id="a city alone"),
        pytest.param("Asia/Muscat", "UTC+4", 2, "Asia/Muscat", id="an offset"),
        pytest.param("ar_OM", "en_GB", 6, "ar_OM", id="Arabic in an English locale"),
        pytest.param("ar_OM", "ar", 6, "ar_OM", id="a locale without a country"),
        pytest.param("en_GB", "ar_OM", 9, "en_GB", id="English in an Arabic locale"),
        pytest.param("en_GB", "'@#!'", 9, "en_GB", id="no locale at all"),
        pytest.param("media/logo.svg", "../logo.svg", 27, "media/logo.svg", id="a logo elsewhere"),
        pytest.param("media/logo.svg", "media/../../x", 27, "media/logo.svg", id="a logo by a long way"),
        pytest.param("+968 2400 0000", "2400 0000", 36, "+968", id="a telephone without its country"),
        pytest.param("media@sample.example", "media", 37, "media@", id="an address without a host"),
        pytest.param("posts_per_page: 10", "posts_per_page: 0", 11, "≥ 1", id="too few"),
        pytest.param("posts_per_page: 10", "posts_per_page: 201", 11, "≤ 200", id="too many"),
        pytest.param("posts_per_page: 10", "posts_per_page: ten", 11, "1, 2, 3", id="a number in words"),
        pytest.param("posts_per_page: 10", f"posts_per_page: {'9' * 5000}", 11, "1, 2, 3", id="a number too long"),
        pytest.param("posts_per_page: 10", "posts_per_page: 1.5", 11, "1, 2, 3", id="a half"),
    ],
)
def test_what_newsroom_yml_must_say_is_shown_by_an_example(
    root: Path, old: str, new: str, line: int, expected: str
) -> None:
    replace(root, "newsroom.yml", old, new)
    problem = only_problem(root)
    assert (problem.rule.code, problem.path, problem.line) == ("NR203", "newsroom.yml", line)
    assert expected in problem.mend("en")
    assert expected in problem.mend("ar")
