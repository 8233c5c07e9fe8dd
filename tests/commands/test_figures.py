"""``newsroom figures``: each value, and the files and lines that use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.figures import figures
from newsroom.errors import UnknownFigure
from tests.samples import both, point, write_figure, write_post

EVIDENCE = {"kind": "figure", "label": both("ن", "n"), "figure": "results.revenue.q1"}


def test_every_value_is_listed_with_what_uses_it_and_nothing_that_came_before_it(root: Path) -> None:
    write_figure(root)
    write_post(
        root, ar={"evidence": [EVIDENCE]}, body_en="It was\n{{results.profit.q1}}.\n\n![](../../../figures/results.yml)"
    )
    assert list(figures(root, None, "en")) == [
        "results: Revenue by quarter",
        "  results.revenue.q1: OMR\u00a020.7\u00a0million",
        "    content/posts/2026/post-1/index.ar.md:18",
        "    content/posts/2026/post-1/index.en.md:9",
        "  results.profit.q1: OMR\u00a0−2.8\u00a0million",
        "    content/posts/2026/post-1/index.en.md:7",
        "    content/posts/2026/post-1/index.en.md:9",
        "  results.revenue.q2: OMR\u00a021.9\u00a0million",
    ]  # fmt: skip


def test_figures_are_listed_in_the_language_that_is_asked_for(root: Path) -> None:
    write_figure(root)
    lines = list(figures(root, "results", "ar"))
    assert lines[:2] == ["results: الإيرادات بحسب الربع", "  results.revenue.q1: ٢٠٫٧\u00a0مليون\u00a0ر.ع."]


def test_one_figure_may_be_asked_for(root: Path) -> None:
    write_figure(root)
    write_figure(root, "capacity", points=[point("q1", "2026-01-10T08:00", revenue=1)])
    assert [line for line in figures(root, "capacity", "en") if not line.startswith(" ")] == [
        "capacity: Revenue by quarter"
    ]


def test_a_name_that_no_figure_has_is_refused_with_those_that_there_are(root: Path) -> None:
    write_figure(root)
    with pytest.raises(UnknownFigure, match="choose from: results"):
        list(figures(root, "result", "en"))
