"""The page of all figures: what may be seen of each, and the posts that use it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import Language
from newsroom.pages.audience_views import ShareholdersView
from newsroom.pages.figure_views import FigureEntry, FiguresView
from newsroom.pages.page import Page
from newsroom.pages.plan import plan, plan_preview
from tests.samples import both, point, restatement, write_figure, write_post

CHART = "![](../../../figures/results.yml)"
EVIDENCE = {"kind": "figure", "label": both("ن", "n"), "figure": "results.revenue.q1"}


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{text}+04:00")


EARLY, LATE = at("2026-02-01T08:00"), at("2026-12-01T08:00")


def page(root: Path, address: str, now: datetime.datetime = LATE) -> Page | None:
    site = plan(sound_newsroom(root), now)
    return next((each.draw() for each in site.blueprints if each.address == address), None)


def entries(root: Path, now: datetime.datetime = LATE, language: Language = "en") -> tuple[FigureEntry, ...]:
    found = page(root, f"{language}/figures/", now)
    assert found
    assert isinstance(found.view, FiguresView)
    return found.view.entries


def footer(root: Path, now: datetime.datetime) -> list[str]:
    home = page(root, "en/", now)
    assert home
    return [link.address for link in home.frame.footer]


def test_there_is_no_page_and_no_way_to_it_before_a_figure_may_be_seen(root: Path) -> None:
    write_figure(root)
    before = at("2026-01-10T07:59")
    assert page(root, "en/figures/", before) is None
    assert "en/figures/" not in footer(root, before)
    assert "en/figures/" in footer(root, EARLY)


def test_each_figure_has_its_newest_values_with_what_they_are_of(root: Path) -> None:
    write_figure(root)
    (entry,) = entries(root)
    assert entry.figure.title == "Revenue by quarter"
    assert entry.latest == (
        ("Revenue, Quarter 2", "OMR\u00a021.9\u00a0million"),
        ("Profit, Quarter 1", "OMR\u00a0−2.8\u00a0million"),
    )
    assert entry.file == "en/figures/results.csv"


def test_nothing_of_a_point_is_there_before_its_instant(root: Path) -> None:
    write_figure(root)
    (entry,) = entries(root, EARLY)
    assert [each.name for each in entry.figure.points] == ["Quarter 1"]
    assert [label for label, _ in entry.latest] == ["Revenue, Quarter 1", "Profit, Quarter 1"]


def test_the_page_shows_a_restated_value_whatever_posts_show(root: Path) -> None:
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=20.7, restated=[restatement()])])
    write_post(root, body_en=CHART)
    assert [entries(root, now)[0].latest[0][1] for now in (EARLY, LATE)] == [
        "OMR\u00a020.1\u00a0million",
        "OMR\u00a020.7\u00a0million",
    ]


def test_of_places_none_is_the_newest(root: Path) -> None:
    write_figure(root, form="bars")
    assert entries(root)[0].latest == ()


USES = {
    "evidence": {"ar": {"evidence": [EVIDENCE]}},
    "a value": {"body_ar": "كانت {{results.revenue.q1}}."},
    "a chart": {"body_en": CHART},
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_post_that_uses_a_figure_is_named_below_it(root: Path, use: dict[str, object]) -> None:
    write_figure(root)
    write_figure(root, "other")
    write_post(root, **use)
    other, results = entries(root)
    assert [link.address for _, link in results.posts] == ["en/posts/2026/post-1/"]
    assert other.posts == ()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"date": "2027-01-01T08:00"}, id="of tomorrow"),
        pytest.param({"pubstatus": "withheld"}, id="held back"),
        pytest.param(
            {"pubstatus": "canceled", "withdrawal": {"date": "2026-02-01T08:00", "reason": both("س", "r")}},
            id="withdrawn",
        ),
        pytest.param({}, id="that only speaks of it in code"),
    ],
)
def test_a_post_is_not_named_that_shows_nothing_of_it(root: Path, change: dict[str, object]) -> None:
    write_figure(root)
    body = CHART if change else "`{{results.revenue.q1}}` and `results.yml`"
    write_post(root, ar=change, body_en=body)
    assert entries(root)[0].posts == ()


def test_posts_stand_from_the_newest_to_the_oldest(root: Path) -> None:
    write_figure(root)
    write_post(root, 1, body_en=CHART)
    write_post(root, 2, ar={"date": "2026-02-15T09:00"}, body_en=CHART)
    (entry,) = entries(root)
    assert [link.text for _, link in entry.posts] == ["Title of post 2", "Title of post 1"]


def test_a_preview_has_every_point(root: Path) -> None:
    write_figure(root)
    (found,) = (each for each in plan_preview(sound_newsroom(root)).pages if each.address == "ar/figures/")
    assert isinstance(found.view, FiguresView)
    assert len(found.view.entries[0].figure.points) == 2


@pytest.mark.parametrize("now", [EARLY, at("2026-01-10T07:59")], ids=["with a figure", "without"])
def test_shareholders_are_led_to_the_figures_where_there_are_any(root: Path, now: datetime.datetime) -> None:
    write_figure(root)
    write_post(root, ar={"date": "2026-01-05T08:00", "audiences": ["shareholders"]})
    found = page(root, "en/audiences/shareholders/", now)
    assert found
    assert isinstance(found.view, ShareholdersView)
    assert bool(found.view.all_figures) == (now == EARLY)
