"""A figure as one language shows it to one text: finished words, and the numbers that are drawn."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import msgspec

from newsroom.model.figure import Form
from newsroom.model.language import Language

RESTATEMENT: Final = "chart-restatement"
"""The class of a note that tells what a value was before it was restated."""


class ShownValue(msgspec.Struct, frozen=True):
    """A number: ``label`` as it is written, ``quantity`` with its unit; ``mark`` says what befell it, or is empty."""

    number: Decimal
    label: str
    quantity: str
    mark: str


class ShownSeries(msgspec.Struct, frozen=True):
    """What was counted."""

    key: str
    name: str


class ShownPoint(msgspec.Struct, frozen=True):
    """What it was counted for; ``values`` are in the order of the series, nothing where there is none."""

    key: str
    name: str
    values: tuple[ShownValue | None, ...]


class ShownFigure(msgspec.Struct, frozen=True):
    """A figure. ``source`` is a line with its name and day, ``notes`` are sentences on what was restated.

    ``table_name`` says what the table is, and ``nothing`` stands in it where a value is missing.
    """

    language: Language
    name: str
    title: str
    unit: str
    by: str
    form: Form
    series: tuple[ShownSeries, ...]
    points: tuple[ShownPoint, ...]
    source: str
    notes: tuple[str, ...]
    table_name: str
    nothing: str

    def value(self, series: str, point: str) -> ShownValue | None:
        """The value of a series at a point, by their keys; nothing where there is none."""
        place = next((index for index, each in enumerate(self.series) if each.key == series), None)
        row = next((each for each in self.points if each.key == point), None)
        return None if place is None or row is None else row.values[place]
