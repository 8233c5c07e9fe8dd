"""The data of a figure, read as a journalist's program reads it."""

from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import LANGUAGES, Language
from newsroom.pages.release import at_instant
from newsroom.pages.writing import Hand
from newsroom.wire.figure_data import figure_data
from tests.samples import both, point, restatement, write_figure

LATE = datetime.datetime.fromisoformat("2026-12-01T08:00+04:00")
FIRST = point("q1", "2026-01-10T08:00", revenue=20.7, profit=-2.8, restated=[restatement()])


def data(root: Path, language: Language = "en", now: datetime.datetime = LATE) -> bytes:
    visible = at_instant(sound_newsroom(root), now)
    (figure,) = visible.figures
    return figure_data(Hand.of(visible, language), figure)


def rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True))


def test_a_row_is_a_point_with_plain_numbers_their_day_source_and_what_was_restated(root: Path) -> None:
    write_figure(root, points=[FIRST, point("q2", "2026-04-10T08:00", revenue=21.9)])
    note = "Revenue, Quarter 1: OMR\u00a020.1\u00a0million before it was restated on 1 March 2026. Reclassified."
    assert rows(data(root)) == [
        ["Quarter", "Revenue (OMR million)", "Profit (OMR million)", "Date", "Source", "Notes"],
        ["Quarter 1", "20.7", "-2.8", "2026-03-01", "Financial statements", note],
        ["Quarter 2", "21.9", "", "2026-04-10", "Financial statements", ""],
    ]


def test_in_arabic_the_words_are_arabic_and_the_numbers_stay_those_that_programs_read(root: Path) -> None:
    write_figure(root)
    header, first, *_ = rows(data(root, "ar"))
    assert header[:2] == ["الربع", "الإيرادات (مليون ر.ع.)"]
    assert first[:4] == ["الربع 1", "20.7", "-2.8", "2026-01-10"]


def test_before_a_restatement_there_is_no_trace_of_it(root: Path) -> None:
    write_figure(root, points=[FIRST])
    file = data(root, now=datetime.datetime.fromisoformat("2026-02-01T08:00+04:00")).decode()
    assert "20.1" in file
    assert not any(trace in file for trace in ("20.7", "Reclassified", "2026-03-01"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spreadsheet_is_told_of_utf_8_and_every_row_ends_as_rfc_4180_has_it(root: Path, language: Language) -> None:
    write_figure(root, title=both("أ", "a"))
    file = data(root, language)
    assert file.startswith(b"\xef\xbb\xbf")
    assert file.endswith(b"\r\n")
    assert file.count(b"\n") == file.count(b"\r\n") == 3


def test_a_name_with_a_comma_and_quotation_marks_comes_back(root: Path) -> None:
    named = FIRST | {"name": both('صحار، "الأول"', 'Sohar, "the first"')}
    write_figure(root, points=[named])
    assert rows(data(root))[1][0] == 'Sohar, "the first"'


def test_a_large_number_has_every_digit(root: Path) -> None:
    write_figure(root, points=[point("q1", "2026-01-10T08:00") | {"values": {"revenue": "123456789012345678"}}])
    assert rows(data(root))[1][1] == "123456789012345678"
