"""Charts and values in a text, as HTML."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from lxml import html as parser
from markdown import Markdown

from newsroom.model.language import Language
from newsroom.prose.figures import FigureExtension
from newsroom.prose.isolation import IsolationExtension
from newsroom.prose.links import LinkExtension
from newsroom.prose.manuscript import Manuscript
from newsroom.prose.plain import plain_text
from newsroom.prose.plain_markdown import markdown as plain_markdown
from newsroom.prose.shown import ShownFigure
from newsroom.prose.tables import TableExtension
from tests.prose.figures import shown
from tests.prose.manuscripts import carried

SOURCE = "posts/2026/here/index.en.md"
CHART = "../../../figures/results.yml"
VALUE = '<data value="20.7">OMR\u00a020.7</data>'


def draw(_: ShownFigure, described: str) -> str:
    return f'<svg role="img" aria-label="{described}"><path d=""/></svg>'


def converted(words: str, language: Language = "en", figures: dict[str, ShownFigure] | None = None) -> str:
    known = {"figures/results.yml": shown(language)} if figures is None else figures
    own = [FigureExtension(SOURCE, words, known, draw), LinkExtension(SOURCE, words, (), lambda _: None)]
    runs = [IsolationExtension()] if language == "ar" else []
    return Markdown(extensions=["abbr", "attr_list", "tables", TableExtension(), *own, *runs]).convert(words)


def figure_in(html: str) -> Element:
    (found,) = parser.fromstring(f"<body>{html}</body>").iter("figure")
    return found


def test_a_picture_of_a_figure_becomes_its_title_unit_chart_table_notes_and_source_in_this_order() -> None:
    figure = figure_in(converted(f"![]({CHART})"))
    assert [each.tag for each in figure] == ["figcaption", "div", "details", "p", "p"]
    assert " ".join(" ".join(figure.itertext()).split()) == (
        "Revenue by quarter OMR million As a table Quarter Revenue Net profit "
        "First quarter n20.7 n-2.8 Second quarter n21.9 (restated) – Why. Source: statements"
    )


def test_rows_and_columns_are_named_for_those_who_hear_the_table() -> None:
    figure = figure_in(converted(f"![]({CHART})"))
    assert [each.get("scope") for each in figure.iter("th")] == ["col", "col", "col", "row", "row"]
    assert all((each.text or "").strip() for each in figure.iter("th"))


def test_the_table_is_open_so_that_paper_and_readers_without_a_mouse_have_it() -> None:
    assert figure_in(converted(f"![]({CHART})")).find("details").get("open") is not None


def test_the_column_of_a_single_series_is_named_for_the_unit() -> None:
    one = shown(series=shown().series[:1], points=shown().points[:1])
    figure = figure_in(converted(f"![]({CHART})", figures={"figures/results.yml": one}))
    assert [each.text for each in figure.iter("th")][:2] == ["Quarter", "OMR million"]


@pytest.mark.parametrize(
    ("words", "described"), [("", "Revenue by quarter"), ("It rose", "It rose"), ("a \\* b", "a * b")]
)
def test_a_chart_is_described_by_the_authors_words_or_by_its_title(words: str, described: str) -> None:
    (drawing,) = figure_in(converted(f"![{words}]({CHART})")).iter("svg")
    assert drawing.get("aria-label") == described


def test_a_chart_among_words_comes_behind_their_paragraph_and_loses_none_of_them() -> None:
    html = converted(f"Look: ![]({CHART}) and *read* on.\n\nNext.")
    assert html.index("<p>Look:  and <em>read</em> on.</p>") < html.index("<figure") < html.index("<p>Next.</p>")


def test_a_chart_may_stand_in_a_list() -> None:
    html = converted(f"- ![]({CHART})\n- words")
    assert html.count("<figure") == 1
    assert "<img" not in html


def test_a_text_may_have_the_same_chart_twice() -> None:
    assert converted(f"![]({CHART})\n\n![]({CHART})").count("</figure>") == 2


def test_a_picture_of_a_figure_that_may_not_be_seen_leaves_nothing() -> None:
    assert converted(f"![words]({CHART})", figures={}) == "<p><span>words</span></p>"


def test_braces_become_the_number_with_its_unit() -> None:
    assert converted("It was {{results.revenue.q1}}, no less.") == f"<p>It was {VALUE}, no less.</p>"


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("**{{results.revenue.q1}}**", f"<strong>{VALUE}</strong>"),
        ("*x*{{results.revenue.q1}}", f"<em>x</em>{VALUE}"),
        ("{{results.revenue.q1}}{{results.revenue.q1}}", VALUE * 2),
        ("{{results.revenue.q1}} *x* {{ results.revenue.q1 }} y", f"{VALUE} <em>x</em> {VALUE} y"),
        ("[{{results.revenue.q1}}](https://a.example/)", f'<a href="https://a.example/">{VALUE}</a>'),
    ],
)
def test_a_value_may_stand_wherever_words_may(words: str, html: str) -> None:
    assert converted(words) == f"<p>{html}</p>"


@pytest.mark.parametrize("words", ["`{{results.revenue.q1}}`", "\\{{results.revenue.q1}}"])
def test_code_and_escaped_braces_stay_braces(words: str) -> None:
    assert "{{results.revenue.q1}}" in converted(words)


@pytest.mark.parametrize(
    "name", ["results.revenue.q9", "results.merger.q1", "merger.revenue.q1", "results.revenue", "x"]
)
def test_of_a_value_that_may_not_be_seen_not_even_the_name_is_shown(name: str) -> None:
    assert converted(f"It was {{{{{name}}}}}.") == "<p>It was <span>…</span>.</p>"


def test_nor_is_it_where_the_text_may_show_no_figure_at_all() -> None:
    assert converted("It was {{merger.revenue.q1}}.", figures={}) == "<p>It was <span>…</span>.</p>"


def test_a_figure_keeps_its_left_to_right_runs_in_order_in_arabic() -> None:
    html = converted(f"![]({CHART})", "ar", {"figures/results.yml": shown("ar", title="نمو +8.4%")})
    assert '<bdi dir="ltr">+8.4%</bdi>' in html


def test_an_abbreviation_leaves_the_letters_of_a_chart_alone() -> None:
    html = converted(f"![Revenue]({CHART})\n\n*[Revenue]: what came in")
    assert 'aria-label="Revenue"' in html


def test_feeds_and_files_carry_the_table_and_the_numbers() -> None:
    html = carried(converted(f"It was {{{{results.revenue.q1}}}}.\n\n![]({CHART})\n\nNext."))
    assert "svg" not in html
    assert "More of this text is on its page." in html
    text = Manuscript.of(html)
    assert plain_text(text).startswith(
        "It was OMR 20.7.\n\nRevenue by quarter\n\nOMR million\n\nAs a table\n\n"
        "Quarter | Revenue | Net profit\nFirst quarter | n20.7 | n-2.8\nSecond quarter | n21.9 (restated) | –\n\n"
        "Why.\n\nSource: statements\n\nNext."
    )
    assert "| First quarter | n20.7 | n-2.8 |" in plain_markdown(text)
