"""A figure: what was counted, quarter by quarter or place by place, with its unit and source."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from newsroom.model.language import Localized

Form = Literal["columns", "bars"]
"""How a figure is drawn: columns beside each other, for times; bars below each other, for anything with a name."""

FOLDER: Final = "figures"
"""Where figures lie below ``content/``."""


@dataclass(frozen=True, slots=True)
class Restatement:
    """The instant at which a value was replaced, what it was before, and why."""

    date: datetime.datetime
    before: Decimal
    reason: Localized[str]


@dataclass(frozen=True, slots=True)
class Value:
    """A number as it stands now, and what it was before, the oldest restatement first."""

    number: Decimal
    restatements: tuple[Restatement, ...] = ()

    def as_of(self, instant: datetime.datetime) -> Value:
        """The value as it stood at an instant."""
        known = tuple(each for each in self.restatements if each.date <= instant)
        later = self.restatements[len(known) :]
        return Value(later[0].before, known) if later else self


@dataclass(frozen=True, slots=True)
class Series:
    """One of the things that were counted, such as revenue."""

    key: str
    name: Localized[str]


@dataclass(frozen=True, slots=True)
class Point:
    """A quarter, a place or whatever else each series has a value for; ``values`` are by the keys of series."""

    key: str
    name: Localized[str]
    released: datetime.datetime
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a file of ``content/figures`` holds. ``by`` says what the points are, such as *quarter*."""

    name: str
    title: Localized[str]
    unit: Localized[str]
    source: Localized[str]
    by: Localized[str]
    form: Form
    series: tuple[Series, ...]
    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """The figure's file below ``content/``."""
        return path_of(self.name)

    def as_of(self, released: datetime.datetime, restated: datetime.datetime) -> Figure:
        """The figure with the points that were released by one instant, their values as they stood at another."""
        points = tuple(
            replace(point, values={key: value.as_of(restated) for key, value in point.values.items()})
            for point in self.points
            if point.released <= released
        )
        return replace(self, points=points)

    def value(self, series: str, point: str) -> tuple[Point, Value] | None:
        """The value of a series at a point, and the point; or nothing, where there is none."""
        return next(
            ((each, each.values[series]) for each in self.points if each.key == point and series in each.values), None
        )

    def references(self) -> Iterator[Reference]:
        """The name of each of its values, in order of points and series."""
        for point in self.points:
            yield from (Reference(self.name, each.key, point.key) for each in self.series if each.key in point.values)


@dataclass(frozen=True, slots=True)
class Reference:
    """The name by which posts refer to a value: ``figure.series.point``."""

    figure: str
    series: str
    point: str

    @classmethod
    def of(cls, written: str) -> Reference | None:
        """What was written, understood; or nothing, where it has not three parts."""
        parts = written.split(".")
        return cls(*parts) if len(parts) == 3 else None

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.figure}.{self.series}.{self.point}"


def path_of(name: str) -> str:
    """The file below ``content/`` of the figure of a name."""
    return f"{FOLDER}/{name}.yml"


def found(reference: str, figures: Mapping[str, Figure]) -> tuple[Figure, Point, Value] | None:
    """What a reference names among figures by their names; or nothing."""
    parts = Reference.of(reference)
    figure = figures.get(parts.figure) if parts else None
    there = figure.value(parts.series, parts.point) if parts and figure else None
    return (figure, *there) if figure and there else None
