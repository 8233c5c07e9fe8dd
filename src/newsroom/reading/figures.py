"""Figures: ``content/figures/name.yml``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Annotated

from pydantic import Field

from newsroom.model.figure import FOLDER, Figure, Form, Point, Restatement, Series, Value
from newsroom.model.language import Localized
from newsroom.model.problem import Problem
from newsroom.reading.files import is_file
from newsroom.reading.folders import Desk, entries
from newsroom.reading.kinds import Instant, Key, Meaning, Number, is_slug
from newsroom.reading.rules import NOT_ONE_OF, SLUG, UNEXPECTED
from newsroom.reading.sections import BothUnit, BothWords, Section, both
from newsroom.reading.sources import Source, read_source, refuse_repeats


class SeriesSection(Section):
    """One of the things that were counted."""

    key: Annotated[Key, Meaning("Its permanent name; references name it.", "اسمه الدائم الذي تذكره الإحالات.")]
    name: Annotated[BothWords, Meaning("What was counted, such as revenue.", "ما الذي قيس، كالإيرادات.")]


class RestatementSection(Section):
    """A value that was replaced."""

    series: Annotated[Key, Meaning("The series whose value was replaced.", "السلسلة التي عُدّلت قيمتها.")]
    date: Annotated[
        Instant,
        Meaning(
            "When it was replaced; before this instant the site shows the earlier value.",
            "لحظة التعديل، ويعرض الموقع قبلها القيمة السابقة.",
        ),
    ]
    before: Annotated[Number, Meaning("The value before.", "القيمة السابقة."), Field(alias="from")]
    reason: Annotated[BothWords, Meaning("Why; readers see this.", "السبب، ويراه القارئ.")]


class PointSection(Section):
    """A quarter, a place or whatever else was counted."""

    key: Annotated[Key, Meaning("Its permanent name; references name it.", "اسمها الدائم الذي تذكره الإحالات.")]
    name: Annotated[BothWords, Meaning("What readers see, such as Q3 2026.", "ما يراه القارئ، مثل الربع الثالث ٢٠٢٦.")]
    released: Annotated[
        Instant,
        Meaning(
            "The instant from which its values may be seen; a post shows none that came after it.",
            "اللحظة التي يجوز من بعدها أن تُرى قيمها، ولا يعرض منشور ما جاء بعده.",
        ),
    ]
    values: Annotated[
        dict[Key, Number],
        Meaning("The value of each series, as it stands now.", "قيمة كل سلسلة كما هي الآن."),
        Field(min_length=1),
    ]
    restated: Annotated[
        tuple[RestatementSection, ...],
        Meaning("Values that were replaced, and what they were.", "القيم التي عُدّلت، وما كانت عليه."),
    ] = ()


class FigureFile(Section):
    """A figure: one or more series with a value for each point."""

    title: Annotated[BothWords, Meaning("What the figure shows.", "ما الذي يعرضه الرقم.")]
    unit: Annotated[
        BothUnit,
        Meaning('The unit of every value; a plain "%" serves both languages.', "وحدة القيم كلها؛ وتكفي «%» للغتين."),
    ]
    source: Annotated[BothWords, Meaning("Who says so, and where.", "مصدر القيم.")]
    by: Annotated[BothWords, Meaning("What the points are, such as quarter or hub.", "ما هي النقاط، كالربع أو المركز.")]
    form: Annotated[
        Form,
        Meaning(
            "columns stand beside each other, for times; bars lie below each other, for places and names.",
            "columns أعمدة متجاورة للأزمنة، وbars أشرطة متتالية للأماكن والأسماء.",
        ),
    ] = "columns"
    series: Annotated[tuple[SeriesSection, ...], Meaning("What was counted.", "ما الذي قيس."), Field(min_length=1)]
    points: Annotated[
        tuple[PointSection, ...],
        Meaning("What it was counted for, in order.", "لأي شيء قيس، بالترتيب."),
        Field(min_length=1),
    ]


def read_figures(desk: Desk) -> Iterator[Figure]:
    """Every figure that has no error, in order of its name."""
    for path in entries(desk.folder.content / FOLDER, desk):
        if path.name.startswith("."):
            continue
        if path.suffix != ".yml" or not is_file(path):
            desk.findings.add(UNEXPECTED, desk.folder.name(path), name=path.name, expected="name.yml")
        elif not is_slug(path.stem):
            desk.findings.add(SLUG, desk.folder.name(path), name=path.stem)
        else:
            yield from _read(path, desk)


def _read(path: Path, desk: Desk) -> Iterator[Figure]:
    before = len(desk.findings.problems)
    source = read_source(desk.folder.name(path), FigureFile, desk.folder, desk.findings, desk.timezone)
    if source is None:
        return
    _check(source, desk)
    if not any(map(_is_error, desk.findings.problems[before:])):
        yield _figure(path.stem, source.says)


def _is_error(problem: Problem) -> bool:
    return problem.is_error


def _check(source: Source[FigureFile], desk: Desk) -> None:
    known = [series.key for series in source.says.series]
    refuse_repeats("series", known, source, desk.findings)
    refuse_repeats("points", [point.key for point in source.says.points], source, desk.findings)
    for index, point in enumerate(source.says.points):
        for key in point.values:
            _refuse_unknown(key, known, ("points", index, "values", key), source, desk)
        for number, restated in enumerate(point.restated):
            _refuse_unknown(
                restated.series, point.values, ("points", index, "restated", number, "series"), source, desk
            )


def _refuse_unknown(
    key: str, known: Collection[str], location: tuple[str | int, ...], source: Source[FigureFile], desk: Desk
) -> None:
    if key not in known:
        where = ".".join(map(str, location))
        line = source.line_of(*location)
        desk.findings.add(NOT_ONE_OF, source.name, line, key=where, value=key, allowed=", ".join(known))


def _figure(name: str, says: FigureFile) -> Figure:
    return Figure(
        name=name,
        title=both(says.title),
        unit=Localized(says.unit.ar, says.unit.en),
        source=both(says.source),
        by=both(says.by),
        form=says.form,
        series=tuple(Series(each.key, both(each.name)) for each in says.series),
        points=tuple(map(_point, says.points)),
    )


def _point(section: PointSection) -> Point:
    return Point(
        key=section.key,
        name=both(section.name),
        released=section.released,
        values={key: Value(section.values[key], _restatements(section, key)) for key in section.values},
    )


def _restatements(section: PointSection, series: str) -> tuple[Restatement, ...]:
    found = (
        Restatement(each.date, each.before, both(each.reason)) for each in section.restated if each.series == series
    )
    return tuple(sorted(found, key=attrgetter("date")))
