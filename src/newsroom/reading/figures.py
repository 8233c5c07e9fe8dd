"""Figures: ``content/figures/name.yml``, and ``name.csv`` beside it where a spreadsheet has the points."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from newsroom.model.figure import FOLDER, Figure, Point, Restatement, Series, Value
from newsroom.model.language import Localized
from newsroom.model.problem import Problem
from newsroom.reading.figure_sections import FigureFile, PointSection, RestatementSection
from newsroom.reading.figure_table import Row, read_table
from newsroom.reading.files import is_file
from newsroom.reading.folders import Desk, entries
from newsroom.reading.kinds import is_slug
from newsroom.reading.rules import MISSING_KEY, NOT_ONE_OF, POINTS_TWICE, SLUG, UNEXPECTED, UNKNOWN_KEY
from newsroom.reading.sections import both
from newsroom.reading.sources import Source, read_source, refuse_repeats


def read_figures(desk: Desk) -> Iterator[Figure]:
    """Every figure that has no error, in order of its name."""
    there = [path for path in entries(desk.folder.content / FOLDER, desk) if not path.name.startswith(".")]
    for path in there:
        if path.suffix == ".csv" and path.with_suffix(".yml") in there and is_file(path):
            continue
        if path.suffix != ".yml" or not is_file(path):
            desk.findings.add(UNEXPECTED, desk.folder.name(path), name=path.name, expected="name.yml")
        elif not is_slug(path.stem):
            desk.findings.add(SLUG, desk.folder.name(path), name=path.stem)
        else:
            yield from _read(path, path.with_suffix(".csv") if path.with_suffix(".csv") in there else None, desk)


def _read(path: Path, table: Path | None, desk: Desk) -> Iterator[Figure]:
    before = len(desk.findings.problems)
    source = read_source(desk.folder.name(path), FigureFile, desk.folder, desk.findings, desk.timezone)
    if source is None:
        return
    keys = [series.key for series in source.says.series]
    refuse_repeats("series", keys, source, desk.findings)
    points = _from_table(table, source, keys, desk) if table else _as_written(source, keys, desk)
    if not any(map(_is_error, desk.findings.problems[before:])):
        yield _figure(path.stem, source.says, points)


def _is_error(problem: Problem) -> bool:
    return problem.is_error


def _as_written(source: Source[FigureFile], series: Sequence[str], desk: Desk) -> tuple[Point, ...]:
    """The points in the file itself."""
    points = source.says.points
    if not points:
        example = f"points: …, {Path(source.name).stem}.csv"
        desk.findings.add(MISSING_KEY, source.name, source.line_of("points"), key="points", example=example)
    if source.says.restated:
        line = source.line_of("restated")
        desk.findings.add(UNKNOWN_KEY, source.name, line, key="restated", known="points[].restated")
    refuse_repeats("points", [point.key for point in points], source, desk.findings)
    for index, point in enumerate(points):
        for key in point.values:
            _refuse_unknown(key, series, ("points", index, "values", key), source, desk)
        for number, each in enumerate(point.restated):
            _refuse_unknown(each.series, point.values, ("points", index, "restated", number, "series"), source, desk)
    return tuple(map(_point, points))


def _from_table(path: Path, source: Source[FigureFile], series: Sequence[str], desk: Desk) -> tuple[Point, ...]:
    """The points in the table beside the file, with the restatements in the file."""
    if source.says.points:
        desk.findings.add(POINTS_TWICE, source.name, source.line_of("points"), file=path.name)
        return ()
    before = len(desk.findings.problems)
    rows = {row.key: row for row in read_table(path, series, desk)}
    if len(desk.findings.problems) == before:
        for number, each in enumerate(source.says.restated):
            _refuse_unknown(each.point, rows, ("restated", number, "point"), source, desk)
            known = rows[each.point].values if each.point in rows else series
            _refuse_unknown(each.series, known, ("restated", number, "series"), source, desk)
    return tuple(_point_of(row, source.says) for row in rows.values())


def _refuse_unknown(
    key: str, known: Collection[str], location: tuple[str | int, ...], source: Source[FigureFile], desk: Desk
) -> None:
    if key not in known:
        where = ".".join(map(str, location))
        line = source.line_of(*location)
        desk.findings.add(NOT_ONE_OF, source.name, line, key=where, value=key, allowed=", ".join(known))


def _figure(name: str, says: FigureFile, points: tuple[Point, ...]) -> Figure:
    return Figure(
        name=name,
        title=both(says.title),
        unit=Localized(says.unit.ar, says.unit.en),
        source=both(says.source),
        by=both(says.by),
        form=says.form,
        series=tuple(Series(each.key, both(each.name)) for each in says.series),
        points=points,
    )


def _point(section: PointSection) -> Point:
    values = {key: Value(number, _restatements(section.restated, key)) for key, number in section.values.items()}
    return Point(section.key, both(section.name), section.released, values)


def _point_of(row: Row, says: FigureFile) -> Point:
    restated = [each for each in says.restated if each.point == row.key]
    values = {key: Value(number, _restatements(restated, key)) for key, number in row.values.items()}
    return Point(row.key, row.name, row.released, values)


def _restatements(sections: Iterable[RestatementSection], series: str) -> tuple[Restatement, ...]:
    found = (Restatement(each.date, each.before, both(each.reason)) for each in sections if each.series == series)
    return tuple(sorted(found, key=attrgetter("date")))
