"""The data of a figure as a table that any spreadsheet opens, and any program reads.

A point is a row: its value in each series as a plain number, or nothing, the day since which the row is what it is, the
source, and what was restated. Commas part the columns and CRLF the rows, as RFC 4180 has it
(https://www.rfc-editor.org/rfc/rfc4180); the mark at the start tells spreadsheets that the letters are UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from newsroom.model.figure import Figure, Point
from newsroom.pages.figures import known_since, notes_on
from newsroom.pages.writing import Hand


def figure_data(hand: Hand, figure: Figure) -> bytes:
    """The table of a figure in a language, in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_columns(hand, figure))
    writer.writerows(list(_cells(hand, figure, point)) for point in figure.points)
    return text.getvalue().encode("utf-8-sig")


def _columns(hand: Hand, figure: Figure) -> list[str]:
    language, words = hand.language, hand.words
    series = (f"{each.name[language]} ({figure.unit[language]})" for each in figure.series)
    return [figure.by[language], *series, words.date, words.source, words.figure_notes]


def _cells(hand: Hand, figure: Figure, point: Point) -> Iterator[str]:
    yield point.name[hand.language]
    for series in figure.series:
        yield f"{point.values[series.key].number:f}" if series.key in point.values else ""
    yield hand.style.day_of(known_since(point)).isoformat()
    yield figure.source[hand.language]
    yield " ".join(notes_on(hand, figure, point))
