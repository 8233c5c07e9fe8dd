"""Figures as texts show them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from newsroom.model.language import Language
from newsroom.prose.shown import ShownFigure, ShownPoint, ShownSeries, ShownValue


def value(number: str, mark: str = "") -> ShownValue:
    return ShownValue(Decimal(number), f"n{number}", f"OMR\u00a0{number}", mark)


def shown(language: Language = "en", **changes: Any) -> ShownFigure:
    """Two series of two points, one value of them missing."""
    figure = ShownFigure(
        language=language,
        name="results",
        title="Revenue by quarter",
        unit="OMR million",
        by="Quarter",
        form="columns",
        series=(ShownSeries("revenue", "Revenue"), ShownSeries("profit", "Net profit")),
        points=(
            ShownPoint("q1", "First quarter", (value("20.7"), value("-2.8"))),
            ShownPoint("q2", "Second quarter", (value("21.9", "(restated)"), None)),
        ),
        source="Source: statements",
        notes=("Why.",),
        table_name="As a table",
        nothing="–",
    )
    return replace(figure, **changes)
