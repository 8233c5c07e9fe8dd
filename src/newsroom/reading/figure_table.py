"""The points of a figure as a table: ``content/figures/name.csv``, as a spreadsheet saves it.

The first line names the columns: ``point``, ``ar``, ``en`` and ``released``, and one with the key of each series; each
further line is a point. Commas part the columns (https://www.rfc-editor.org/rfc/rfc4180), lines may end in either way,
and UTF-8 may begin with a mark. Rows of empty cells, which spreadsheets leave below a table, are none.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule
from newsroom.reading.files import read_text
from newsroom.reading.folders import Desk
from newsroom.reading.kinds import Instant, Key, Meaning, Words, is_number
from newsroom.reading.rules import (
    BROKEN_ROW,
    EMPTY_CELL,
    EMPTY_VALUE,
    MISSING_COLUMN,
    NOT_COMMAS,
    TWICE,
    UNKNOWN_COLUMN,
    WRONG_NUMBER,
)
from newsroom.reading.schema_problems import validate
from newsroom.reading.sections import Section

NONE: Final = "n/a"
"""Stands where a series has no value: an empty cell may be one that was forgotten."""
_OTHER_MARKS: Final = (";", "\t", "،", "؛", "|")
"""What else parts the columns of tables."""


class RowSection(Section):
    """The columns that every table has."""

    point: Annotated[Key, Meaning("Its permanent name; references name it.", "اسمها الدائم الذي تذكره الإحالات.")]
    ar: Annotated[Words, Meaning("What readers see in Arabic.", "ما يراه القارئ بالعربية.")]
    en: Annotated[Words, Meaning("What readers see in English.", "ما يراه القارئ بالإنجليزية.")]
    released: Annotated[
        Instant,
        Meaning("The instant from which its values may be seen.", "اللحظة التي يجوز من بعدها أن تُرى قيمها."),
    ]


FIXED: Final = tuple(RowSection.model_fields)


@dataclass(frozen=True, slots=True)
class Row:
    """A point, its values by the keys of their series."""

    key: str
    name: Localized[str]
    released: datetime.datetime
    values: Mapping[str, Decimal]


def read_table(path: Path, series: Sequence[str], desk: Desk) -> tuple[Row, ...]:
    """The rows of a table that have no error; what is wrong in others becomes a problem on its line."""
    text = read_text(path, desk.folder, desk.findings)
    return () if text is None else tuple(_Table(path, series, desk).rows(text))


_Cells = list[str] | None
"""The cells of a row; nothing where the file cannot be parted into rows any further."""


def _lines(text: str) -> Iterator[tuple[int, _Cells]]:
    """Each row, with the line on which it begins."""
    reader, line = csv.reader(io.StringIO(text), strict=True), 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        yield line, None


class _Table:
    """One table, read from its first line to its last."""

    def __init__(self, path: Path, series: Sequence[str], desk: Desk) -> None:
        self._name = desk.folder.name(path)
        self._file = path.with_suffix(".yml").name
        self._series = series
        self._desk = desk

    def rows(self, text: str) -> Iterator[Row]:
        lines = list(_lines(text)) or [(1, [])]
        (line, columns), *further = lines
        if columns is None:
            self._add(BROKEN_ROW, line)
        elif self._has_columns(line, columns):
            if not further:
                self._add(EMPTY_VALUE, line, key="points")
            yield from self._unrepeated((line, self._row(line, columns, cells)) for line, cells in further)

    def _unrepeated(self, rows: Iterable[tuple[int, Row | None]]) -> Iterator[Row]:
        seen: set[str] = set()
        for line, row in rows:
            if row and row.key in seen:
                self._add(TWICE, line, key="point", value=row.key)
            elif row:
                seen.add(row.key)
                yield row

    def _has_columns(self, line: int, columns: Sequence[str]) -> bool:
        """Whether the first line names every column once, and no other."""
        if len(columns) == 1 and any(mark in columns[0] for mark in _OTHER_MARKS):
            self._add(NOT_COMMAS, line)
            return False
        wanted = (*FIXED, *self._series)
        unknown = [column for column in columns if column not in wanted]
        twice = [column for column, count in Counter(columns).items() if count > 1 and column in wanted]
        missing = [column for column in wanted if column not in columns]
        for column in unknown:
            self._add(UNKNOWN_COLUMN, line, column=column, file=self._file, known=", ".join(self._series))
        for column in twice:
            self._add(TWICE, line, key=",".join(columns), value=column)
        if missing:
            self._add(MISSING_COLUMN, line, columns=", ".join(missing), known=",".join(wanted))
        return not (unknown or twice or missing)

    def _row(self, line: int, columns: Sequence[str], cells: _Cells) -> Row | None:
        if cells is None or len(cells) != len(columns):
            self._add(BROKEN_ROW, line)
            return None
        written = dict(zip(columns, cells, strict=True))
        says = self._says({column: written[column] for column in FIXED}, line)
        values = dict(self._values(written, line))
        return Row(says.point, Localized(says.ar, says.en), says.released, values) if says and values else None

    def _says(self, written: dict[str, str], line: int) -> RowSection | None:
        return validate(RowSection, written, self._name, lambda *_: line, self._desk.findings, self._desk.timezone)

    def _values(self, written: Mapping[str, str], line: int) -> Iterator[tuple[str, Decimal]]:
        """The value of each series that has one; a point has at least one."""
        cells = {series: written[series] for series in self._series}
        if set(cells.values()) == {NONE}:
            self._add(EMPTY_CELL, line, column=", ".join(cells), none=NONE)
        for series, cell in cells.items():
            if not cell:
                self._add(EMPTY_CELL, line, column=series, none=NONE)
            elif is_number(cell):
                yield series, Decimal(cell)
            elif cell != NONE:
                self._add(WRONG_NUMBER, line, column=series, value=cell)

    def _add(self, rule: Rule, line: int, **values: str) -> None:
        self._desk.findings.add(rule, self._name, line, **values)
