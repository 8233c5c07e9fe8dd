"""What was measured, as one JSON object or as a table that the README can quote."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

Series = dict[str, dict[str, list[float]]]
"""Runs by generator and measure: bytes where the measure's name begins with memory, else seconds."""

MEBIBYTE: Final = 2**20
NAMES: Final = {"ours": "ours", "hugo": "Hugo"}
ROWS: Final = (
    ("cold", "median", "cold build"),
    ("publish_one", "median", "one post published"),
    ("nothing", "median", "nothing changed"),
    ("start_up", "median", "start-up alone"),
    ("save_to_page", "median", "save → post and home"),
    ("save_to_page", "worst", "the slowest save"),
    ("memory", "median", "memory, cold build"),
    ("memory_publish_one", "median", "memory, one post"),
    ("memory_serve", "median", "memory, serve"),
)
"""The table's rows: a measure, which of its figures, and the words for it."""


def summary(posts: int, series: Series) -> dict[str, Any]:
    """One size: each measure's median, worst and runs for both generators, and the ratio of ours to Hugo's."""
    return {
        "posts": posts,
        **{name: {part: _figures(runs) for part, runs in series[name].items()} for name in NAMES},
        "ratio": {part: _ratio(series["ours"][part], series["hugo"][part]) for part in series["ours"]},
    }


def _figures(runs: Sequence[float]) -> dict[str, Any]:
    return {"median": statistics.median(runs), "worst": max(runs), "runs": list(runs)}


def _ratio(ours: Sequence[float], hugo: Sequence[float]) -> dict[str, float]:
    """Of the medians, pair by pair; the machine's mood falls out of it."""
    pairwise = [one / other for one, other in zip(ours, hugo, strict=True)]
    return {"median": statistics.median(pairwise), "worst": max(ours) / max(hugo)}


def table(summaries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The sizes in one Markdown table, line by line, and how the builds grow from the smallest to the largest."""
    yield "| work | posts × 2 | ours | Hugo | ours ÷ Hugo |"
    yield "|---|---:|---:|---:|---:|"
    for part, figure, words in ROWS:
        for size in summaries:
            ours, hugo = (_shown(part, size[name][part][figure]) for name in NAMES)
            yield f"| {words} | {size['posts']:,} | {ours} | {hugo} | {size['ratio'][part][figure]:.2f} |"
    if len(summaries) > 1:
        yield ""
        for part, _, words in ROWS[:2]:
            yield (
                f"{words.capitalize()}, from {summaries[0]['posts']:,} to {summaries[-1]['posts']:,} posts: "
                + "; ".join(f"{shown} {_growth(name, part, summaries)}" for name, shown in NAMES.items())
            )


def _shown(part: str, value: float) -> str:
    return f"{value / MEBIBYTE:,.0f} MiB" if part.startswith("memory") else f"{value:.2f} s"


def _growth(name: str, part: str, summaries: Sequence[Mapping[str, Any]]) -> str:
    """How many times the work became, and the exponent: 1 is work in proportion to the posts."""
    few, many = summaries[0], summaries[-1]
    times = many[name][part]["median"] / few[name][part]["median"]
    return f"× {times:.1f} (exponent {math.log(times) / math.log(many['posts'] / few['posts']):.2f})"
