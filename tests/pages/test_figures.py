"""What posts know of figures: nothing before its instant, and nothing new without a dated note."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.figure import Figure
from newsroom.model.language import Language
from newsroom.model.post import Evidence
from newsroom.pages.page import Page
from newsroom.pages.plan import plan, plan_preview
from newsroom.pages.release import at_instant, in_preview, next_change
from newsroom.prose.shown import ShownFigure
from tests.samples import both, point, restatement, write_figure, write_post, write_text

MINUTE = datetime.timedelta(minutes=1)
PATH = "figures/results.yml"
CHART = "![](../../../figures/results.yml)"
EVIDENCE = {"kind": "figure", "label": both("ن", "n"), "figure": "results.revenue.q1"}


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{text}+04:00")


LATE = at("2026-12-01T08:00")


def write_restated(root: Path) -> None:
    """Revenue of the first quarter, restated after the post that uses it is out."""
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=20.7, restated=[restatement()])])


def correct(root: Path, date: str) -> None:
    note = {"date": date, "text": both("تصويب", "mended")}
    write_post(root, ar={"evidence": [EVIDENCE], "corrections": [note]}, body_ar=CHART)


def the_figure(root: Path, now: datetime.datetime) -> Figure:
    (figure,) = at_instant(sound_newsroom(root), now).figures
    return figure


def the_evidence(root: Path, now: datetime.datetime) -> Evidence:
    (evidence,) = at_instant(sound_newsroom(root), now).posts[0].evidence
    return evidence


def page(root: Path, now: datetime.datetime, address: str = "ar/posts/2026/post-1/") -> Page:
    (drawn,) = (each.draw() for each in plan(sound_newsroom(root), now).blueprints if each.address == address)
    return drawn


def shown(root: Path, now: datetime.datetime, language: Language = "ar") -> ShownFigure:
    return page(root, now, f"{language}/posts/2026/post-1/").figures[PATH]


def test_a_point_is_there_at_its_minute_and_not_before(root: Path) -> None:
    write_figure(root)
    out = at("2026-04-10T08:00")
    assert [each.key for each in the_figure(root, out - MINUTE).points] == ["q1"]
    assert [each.key for each in the_figure(root, out).points] == ["q1", "q2"]


def test_a_figure_of_which_nothing_is_released_is_not_there(root: Path) -> None:
    write_figure(root)
    assert at_instant(sound_newsroom(root), at("2026-01-10T07:59")).figures == ()


def test_a_preview_has_every_point(root: Path) -> None:
    write_figure(root)
    assert len(in_preview(sound_newsroom(root)).figures[0].points) == 2


@pytest.mark.parametrize("now", ["2026-01-10T08:00", "2026-04-10T08:00", "2026-03-01T08:00"])
def test_the_next_change_knows_every_instant_of_a_figure(root: Path, now: str) -> None:
    write_figure(root)
    write_figure(root, "other", points=[point("q1", "2026-02-01T08:00", revenue=1, restated=[restatement()])])
    assert next_change(sound_newsroom(root), at(now) - MINUTE) == at(now)


def test_a_value_is_what_it_was_until_it_is_restated(root: Path) -> None:
    write_restated(root)
    out = at("2026-03-01T08:00")
    before, after = (the_figure(root, now).points[0].values["revenue"] for now in (out - MINUTE, out))
    assert (before.number, before.restatements) == (Decimal("20.1"), ())
    assert (after.number, len(after.restatements)) == (Decimal("20.7"), 1)


def test_a_value_restated_twice_has_its_value_of_each_time(root: Path) -> None:
    twice = [restatement(), restatement(date="2026-05-01T08:00", **{"from": 20.4})]
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=20.7, restated=twice)])
    numbers = [
        the_figure(root, at(now)).points[0].values["revenue"].number
        for now in ("2026-02-01T08:00", "2026-04-01T08:00", "2026-06-01T08:00")
    ]
    assert numbers == [Decimal("20.1"), Decimal("20.4"), Decimal("20.7")]


def test_a_post_shows_no_point_that_came_after_it(root: Path) -> None:
    write_figure(root)
    write_post(root, body_ar=CHART)
    assert [each.key for each in shown(root, LATE).points] == ["q1"]


def test_a_plain_page_shows_every_point_that_is_out(root: Path) -> None:
    write_figure(root)
    text = root / "content/pages/about/index.ar.md"
    write_text(text, {"title": "عن الشركة", "summary": "من نحن."}, "![](../../figures/results.yml)")
    assert [each.key for each in page(root, LATE, "ar/about/").figures[PATH].points] == ["q1", "q2"]
    assert [each.key for each in page(root, at("2026-02-01T08:00"), "ar/about/").figures[PATH].points] == ["q1"]


def test_a_post_keeps_the_value_it_was_released_with_until_it_is_corrected(root: Path) -> None:
    write_restated(root)
    write_post(root, ar={"evidence": [EVIDENCE]}, body_ar=CHART)
    assert the_evidence(root, LATE).value == Decimal("20.1")
    assert shown(root, LATE).points[0].values[0].number == Decimal("20.1")  # type: ignore[union-attr]
    correct(root, "2026-03-01T08:00")
    assert the_evidence(root, LATE).value == Decimal("20.7")
    assert shown(root, LATE).points[0].values[0].number == Decimal("20.7")  # type: ignore[union-attr]


def test_a_correction_that_is_not_out_yet_brings_no_new_value(root: Path) -> None:
    write_restated(root)
    correct(root, "2026-04-01T08:00")
    assert the_evidence(root, at("2026-03-20T08:00")).value == Decimal("20.1")


def test_a_correction_brings_no_new_points(root: Path) -> None:
    write_figure(root)
    correct(root, "2026-06-01T08:00")
    assert [each.key for each in shown(root, LATE).points] == ["q1"]


def test_evidence_takes_number_unit_source_and_day_from_its_figure(root: Path) -> None:
    write_figure(root)
    write_post(root, ar={"evidence": [EVIDENCE]})
    evidence = the_evidence(root, LATE)
    assert (evidence.value, evidence.unit, evidence.source) == (
        Decimal("20.7"),
        sound_newsroom(root).figures[0].unit,
        sound_newsroom(root).figures[0].source,
    )
    assert evidence.date == datetime.date(2026, 1, 10)


def test_a_post_without_references_is_the_very_record_that_was_read(root: Path) -> None:
    write_figure(root)
    newsroom = sound_newsroom(root)
    assert at_instant(newsroom, LATE).posts[0] is newsroom.posts[0]


@pytest.mark.parametrize(("language", "label", "quantity"), [
    ("ar", "٢٠٫٧", "٢٠٫٧\u00a0مليون\u00a0ر.ع."), ("en", "20.7", "OMR\u00a020.7\u00a0million"),
])  # fmt: skip
def test_numbers_are_written_as_their_language_does(root: Path, language: Language, label: str, quantity: str) -> None:
    write_figure(root)
    write_post(root, body_ar=CHART, body_en=CHART)
    value = shown(root, LATE, language).points[0].values[0]
    assert value
    assert (value.label, value.quantity) == (label, quantity)


def test_a_restated_value_says_so_with_day_number_and_reason(root: Path) -> None:
    write_restated(root)
    correct(root, "2026-03-01T08:00")
    figure = shown(root, LATE)
    assert [each.mark for each in figure.points[0].values if each] == ["(معدّل)"]
    assert figure.notes == ("الإيرادات، الربع 1: ٢٠٫١\u00a0مليون\u00a0ر.ع. قبل تعديله في ١ مارس ٢٠٢٦. إعادة تصنيف",)
    assert figure.source == "المصدر: القوائم المالية، ١ مارس ٢٠٢٦"


def test_a_page_that_names_only_a_value_has_the_figure_of_it(root: Path) -> None:
    write_figure(root)
    write_post(root, body_ar="كانت {{ results.profit.q1 }}.")
    assert list(page(root, LATE).figures) == [PATH]


def test_a_page_that_names_no_figure_has_none(root: Path) -> None:
    write_figure(root)
    assert page(root, LATE).figures == {}


def test_what_changes_in_a_figure_changes_the_keys_of_the_pages_that_show_it_alone(root: Path) -> None:
    write_post(root, body_ar=CHART)
    write_post(root, 2)

    def keys(**changes: object) -> dict[str, str]:
        write_figure(root, **changes)
        return {each.address: each.key for each in plan_preview(sound_newsroom(root)).blueprints}

    before, after = keys(), keys(source=both("تقرير", "Report"))
    assert {address for address in before if before[address] != after[address]} == {
        "ar/posts/2026/post-1/",
        "ar/figures/",
        "en/figures/",
    }
