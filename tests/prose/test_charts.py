"""Charts: drawn by the library, in the direction of their language, and coloured by the page."""

from __future__ import annotations

import json
import os
import re
import signal
from decimal import Decimal

import pytest
from lxml import etree

from newsroom.errors import BuildFailed
from newsroom.model.language import Language
from newsroom.prose.charts import LINE, MARK, WORDS, chart, specification
from newsroom.prose.drawing import drawn
from newsroom.prose.shown import ShownPoint, ShownSeries, ShownValue
from tests.prose.figures import shown, value

FORMS = ["columns", "bars"]
HUBS = tuple(ShownPoint(name, name, (value(number),)) for name, number in (("A", "10"), ("B", "20")))
ONE = (ShownSeries("room", "Room"),)


def drawing(language: Language = "en", **changes: object) -> etree._Element:
    return etree.fromstring(chart(shown(language, **changes), "It rose"))


def words_of(svg: etree._Element) -> list[str]:
    return [" ".join(text.itertext()) for text in svg.iter("text")]


def places(svg: etree._Element) -> dict[str, float]:
    """How far from the left each word stands, in the units of its own panel."""
    return {
        " ".join(text.itertext()): float(re.findall(r"-?[\d.]+", text.get("transform", ""))[0])
        for text in svg.iter("text")
    }


@pytest.mark.parametrize("form", FORMS)
def test_every_value_and_name_is_written_in_the_chart_as_it_was_given(form: str) -> None:
    words = set(words_of(drawing(form=form)))
    assert {"n20.7", "n21.9", "n-2.8", "First quarter", "Second quarter", "Revenue", "Net profit"} <= words


@pytest.mark.parametrize("form", FORMS)
def test_a_value_that_is_missing_is_not_drawn(form: str) -> None:
    assert len(list(drawing(form=form).iter("path"))) == 3


def test_a_single_series_needs_no_name() -> None:
    assert "Room" not in words_of(drawing(series=ONE, points=HUBS))


def test_time_runs_from_the_right_in_arabic_and_from_the_left_in_english() -> None:
    english, arabic = (places(drawing(language, series=ONE, points=HUBS)) for language in ("en", "ar"))
    assert english["A"] < english["B"]
    assert arabic["A"] > arabic["B"]


def test_bars_grow_from_the_right_in_arabic() -> None:
    english, arabic = (places(drawing(language, series=ONE, points=HUBS, form="bars")) for language in ("en", "ar"))
    assert english["n10"] < english["n20"]
    assert arabic["n10"] > arabic["n20"]


def test_words_beside_bars_start_where_their_language_does() -> None:
    points = (ShownPoint("a", "صحار", (ShownValue(Decimal(10), "١٠", "", ""),)),)
    anchors = {
        text.text: text.get("text-anchor")
        for text in drawing("ar", series=ONE, points=points, form="bars").iter("text")
    }
    # With the direction of the drawing, the start of a text is its right end.
    assert anchors == {"صحار": "end", "١٠": "start"}


@pytest.mark.parametrize(
    ("label", "direction"), [("−16.5", "ltr"), ("8.4%", "ltr"), ("−١٦٫٥", None), ("الربع 3", None), ("صحار", None)]
)
def test_a_number_in_western_digits_keeps_its_sign_before_it_in_arabic(label: str, direction: str | None) -> None:
    points = (ShownPoint("x", "أ", (ShownValue(Decimal(1), label, label, ""),)),)
    (text,) = (each for each in drawing("ar", series=ONE, points=points).iter("text") if each.text == label)
    assert text.get("direction") == direction


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_chart_says_its_direction_itself(language: Language, direction: str) -> None:
    assert drawing(language).get("direction") == direction


@pytest.mark.parametrize("form", FORMS)
def test_a_chart_leaves_colours_letters_and_size_to_the_page(form: str) -> None:
    svg = chart(shown(form=form), "It rose")
    assert not re.search(r"#[0-9a-f]{3}|style=|fill=|stroke=|font-family=| width=| height=| id=|xmlns", svg)
    assert {each.get("class") for each in etree.fromstring(svg).iter("text")} == {"chart-words"}
    assert {each.get("class") for each in etree.fromstring(svg).iter("path")} == {"chart-mark"}


def test_every_colour_that_is_asked_for_has_its_class() -> None:
    asked = set(re.findall(r"#[0-9a-f]{6}", specification(shown())))
    assert asked == {MARK, WORDS, LINE}


def test_a_chart_is_one_picture_with_a_description_to_those_who_hear_it() -> None:
    svg = drawing()
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "It rose")
    assert not any(each.get("role") or each.get("aria-label") for each in svg.iterdescendants())


def test_words_are_no_markup() -> None:
    assert "<b>&" in words_of(drawing(points=(ShownPoint("x", "<b>&", (value("1"), value("2"))),)))[0]


def numbered(count: int) -> tuple[ShownPoint, ...]:
    return tuple(ShownPoint(str(number), str(number), (value(str(number)),)) for number in range(count))


@pytest.mark.parametrize(
    ("points", "is_wide"),
    [
        (numbered(12), True),
        (numbered(13), False),
        ((ShownPoint("x", "x" * 80, (value("1"),)), ShownPoint("y", "y", (value("2"),))), False),
        (tuple(ShownPoint(str(n), "x", (value("1234567890"),)) for n in range(5)), False),
        (tuple(ShownPoint(str(n), "x", (value("1"),)) for n in range(5)), True),
    ],
    ids=["twelve", "too many", "a long name", "long numbers", "short numbers"],
)
def test_columns_that_have_no_room_beside_each_other_lie_below_each_other(
    points: tuple[ShownPoint, ...], is_wide: bool
) -> None:
    svg = drawing(series=ONE, points=points)
    beginnings = {re.findall(r"-?[\d.]+", path.get("d", ""))[0] for path in svg.iter("path")}
    # Bars all begin at the line from which they grow.
    assert (len(beginnings) > 1) == is_wide
    assert float(svg.get("viewBox", "").split()[2]) < 450


def test_the_same_figure_is_drawn_alike_each_time() -> None:
    first = chart(shown(), "It rose")
    chart.cache_clear()
    assert chart(shown(), "It rose") == first


def test_a_specification_is_json_with_the_numbers_that_were_given() -> None:
    rows = json.loads(specification(shown()))["vconcat"][0]["data"]["values"]
    assert [(row["value"], row["tip"], row["label"]) for row in rows] == [(20.7, 20.7, "n20.7"), (21.9, 21.9, "n21.9")]


def test_processes_draw_at_the_same_time_each_for_itself_whoever_was_forked_from_whom() -> None:
    figures = [shown(points=(ShownPoint("x", "x", (value(str(n)),)),), series=ONE) for n in range(30)]
    expected = [chart(figure, "") for figure in figures]
    chart.cache_clear()
    child = os.fork()
    figures = figures if child else figures[::-1]
    # An answer that went to the other process would be waited for.
    signal.alarm(60)
    answers = [chart(figure, "") for figure in figures]
    if child == 0:
        os._exit(0 if answers[::-1] == expected else 1)
    signal.alarm(0)
    assert os.waitpid(child, 0)[1] == 0
    assert answers == expected


def test_a_specification_that_cannot_be_drawn_ends_the_build_in_a_sentence_and_the_next_is_drawn() -> None:
    with pytest.raises(BuildFailed, match="could not be drawn"):
        drawn("{}")
    assert drawn(specification(shown())).startswith("<svg")
