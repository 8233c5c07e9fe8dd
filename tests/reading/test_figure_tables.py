"""``content/figures/name.csv``: the points of a figure, as a spreadsheet saves them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.model.figure import Figure
from newsroom.model.language import Localized
from tests.reading.problems import ARABIC, Case, add_keys, found, instant, only_problem, write
from tests.samples import restatement, write_figure, write_newsroom

FILE = "content/figures/results.yml"
TABLE = "content/figures/results.csv"
HEADER = "point,ar,en,released,revenue,profit"
FIRST = "q1,الربع 1,Quarter 1,2026-01-10T08:00,20.7,-2.8"
SECOND = "q2,الربع 2,Quarter 2,2026-04-10T08:00,21.9,n/a"
EVIDENCE = "evidence:\n- kind: figure\n  label: {ar: ن, en: n}\n  figure: results.revenue.q1"


def write_table(root: Path, *lines: str, end: str = "\n", **changes: object) -> Path:
    """The sample figure, its points in a table of these lines; without any, the sample's own."""
    write_figure(root, **{"points": [], **changes})
    path = root / FILE
    path.write_text(path.read_text("utf-8").replace("points: []\n", ""), "utf-8")
    return write(root, TABLE, "".join(f"{line}{end}" for line in lines or (HEADER, FIRST, SECOND)))


def the_figure(root: Path) -> Figure:
    (read,) = sound_newsroom(root).figures
    return read


@pytest.fixture
def written_in_yaml(tmp_path: Path) -> Figure:
    """The same figure, its points in the file itself."""
    root = write_newsroom(tmp_path / "yaml")
    write_figure(root)
    return the_figure(root)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((HEADER, FIRST, SECOND), id="as it is"),
        pytest.param(("\ufeff" + HEADER, FIRST, SECOND), id="after a byte order mark"),
        pytest.param((HEADER, FIRST, ",,,,,", SECOND, "", ",,,,,"), id="with empty rows"),
        pytest.param(tuple(each.replace(",", " , ") for each in (HEADER, FIRST, SECOND)), id="with spaces"),
        pytest.param(
            (HEADER, '"q1","الربع 1","Quarter 1",2026-01-10 08:00,"20.7",-2.8', SECOND), id="with quotation marks"
        ),
        pytest.param(
            tuple(",".join(each.split(",")[place] for place in (5, 0, 2, 1, 4, 3)) for each in (HEADER, FIRST, SECOND)),
            id="in another order",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_table_says_what_yaml_would_say(
    lines: tuple[str, ...], end: str, root: Path, written_in_yaml: Figure
) -> None:
    write_table(root, *lines, end=end)
    assert the_figure(root) == written_in_yaml


@settings(max_examples=20)
@given(st.decimals(-(10**9), 10**9, places=3))
def test_every_plain_number_comes_back(tmp_path_factory: pytest.TempPathFactory, number: Decimal) -> None:
    root = write_newsroom(tmp_path_factory.mktemp("numbers"))
    write_table(root, HEADER, f"q1,ا,a,2026-01-10T08:00,{number:f},n/a")
    assert the_figure(root).points[0].values["revenue"].number == number


def test_a_name_may_hold_a_comma_a_quotation_mark_and_two_lines(root: Path) -> None:
    write_table(root, HEADER, 'q1,"صحار، الأول","Sohar, ""first""\nstore",2026-01-10T08:00,1,2')
    assert the_figure(root).points[0].name == Localized("صحار، الأول", 'Sohar, "first" store')


def test_a_value_of_the_table_may_be_restated_in_yaml(root: Path) -> None:
    later = restatement(date="2026-05-01T08:00", point="q1", **{"from": 20.4})
    write_table(root, restated=[later, restatement(point="q1")])
    first, second = the_figure(root).points
    revenue = first.values["revenue"]
    assert revenue.number == Decimal("20.7")
    assert [each.before for each in revenue.restatements] == [Decimal("20.1"), Decimal("20.4")]
    assert revenue.as_of(instant("2026-02-01T08:00+04:00")).number == Decimal("20.1")
    assert not (first.values["profit"].restatements or second.values["revenue"].restatements)


def row(**changes: str) -> str:
    """The first row with other cells."""
    cells = dict(zip(HEADER.split(","), FIRST.split(","), strict=True))
    return ",".join((cells | changes).values())


def change(*lines: str, **changes: object):
    """What writes a table of these lines."""
    return lambda root: write_table(root, *lines, **changes)


TABLES = [
    Case("a table beside points", "NR223", FILE, 22, lambda root: (
        write_figure(root), write(root, TABLE, HEADER))),
    Case("a table of semicolons", "NR224", TABLE, 1, change(HEADER.replace(",", ";"), FIRST.replace(",", ";"))),
    Case("a table of tabs", "NR224", TABLE, 1, change(HEADER.replace(",", "\t"), FIRST)),
    Case("a column of no series", "NR225", TABLE, 1, change(f"{HEADER},loss", f"{FIRST},1")),
    Case("a column without a name", "NR225", TABLE, 1, change(f"{HEADER},", f"{FIRST},")),
    Case("a series without a column", "NR226", TABLE, 1, change(HEADER.removesuffix(",profit"), FIRST)),
    Case("an empty table", "NR226", TABLE, 1, change("")),
    Case("a table without its first line", "NR226", TABLE, 1, change("point,ar,en,revenue,profit", FIRST)),
    Case("a column twice", "NR214", TABLE, 1, change(f"{HEADER},profit", f"{FIRST},1")),
    Case("a first line alone", "NR206", TABLE, 1, change(HEADER)),
    Case("a decimal comma between cells", "NR227", TABLE, 3, change(HEADER, SECOND, row(revenue="20,7"))),
    Case("a row that is too short", "NR227", TABLE, 2, change(HEADER, FIRST.removesuffix(",-2.8"), SECOND)),
    Case("a quotation mark that is never closed", "NR227", TABLE, 3, change(HEADER, FIRST, '"q2,b,c')),
    Case("a quotation mark that is never closed in the first line", "NR227", TABLE, 1, change(f'"{HEADER}', FIRST)),
    Case("an empty cell", "NR228", TABLE, 2, change(HEADER, row(profit=""), SECOND)),
    Case("a row without any value", "NR228", TABLE, 2, change(HEADER, row(revenue="n/a", profit="n/a"))),
    Case("a decimal comma in a cell", "NR229", TABLE, 2, change(HEADER, row(revenue='"20,7"'))),
    Case("a number in Arabic digits", "NR229", TABLE, 2, change(HEADER, row(revenue="٢٠٫٧"))),
    Case("a number with thousands separators", "NR229", TABLE, 2, change(HEADER, row(revenue='"24,000"'))),
    Case("a number with its unit", "NR229", TABLE, 2, change(HEADER, row(revenue="20.7%"))),
    Case("a loss in parentheses", "NR229", TABLE, 2, change(HEADER, row(profit="(2.8)"))),
    Case("a dash for a value", "NR229", TABLE, 2, change(HEADER, row(profit="-"))),
    Case("a point twice", "NR214", TABLE, 3, change(HEADER, FIRST, FIRST)),
    Case("a key that cannot be in a reference", "NR203", TABLE, 2, change(HEADER, row(point="Q1 2026"))),
    Case("a point without its name", "NR206", TABLE, 2, change(HEADER, row(en=""))),
    Case("a day as a spreadsheet writes it", "NR204", TABLE, 2, change(HEADER, row(released="10/01/2026 08:00"))),
    Case("a table that is not UTF-8", "NR101", TABLE, 2, lambda root: (
        write_table(root), write(root, TABLE, f"{HEADER}\n{FIRST}\n".encode("windows-1256")))),
    Case("a figure with neither points nor a table", "NR201", FILE, 1, lambda root: write_table(root).unlink()),
    Case("a restatement of no point", "NR205", FILE, 29, change(restated=[restatement(point="q9")])),
    Case("a restatement of no value in the table", "NR205", FILE, 23, change(
        restated=[restatement(point="q2", series="profit")])),
    Case("restatements beside points", "NR202", FILE, 40, lambda root: write_figure(
        root, restated=[restatement(point="q1")])),
    Case("a table of no figure", "NR109", "content/figures/capacity.csv", 1, lambda root: write(
        root, "content/figures/capacity.csv", HEADER)),
]  # fmt: skip


def test_every_fault_of_a_table_is_told_in_one_run(root: Path) -> None:
    write_table(root, HEADER, row(revenue="1,5"), row(revenue="x", profit=""), row(point="q2", released="soon"))
    assert [(code, line) for code, _, line in found(root)] == [
        ("NR227", 2), ("NR228", 3), ("NR229", 3), ("NR204", 4)
    ]  # fmt: skip


def test_a_missing_column_is_told_with_the_first_line_that_is_wanted(root: Path) -> None:
    write_table(root, "point,revenue", "q1,1")
    assert only_problem(root).values == {"columns": "ar, en, released, profit", "known": HEADER}


def test_a_table_with_a_fault_makes_no_problem_of_the_texts_that_use_it(root: Path) -> None:
    write_table(root, HEADER, row(revenue="20.7%"))
    add_keys(root, EVIDENCE)
    with (root / ARABIC).open("a", encoding="utf-8") as text:
        text.write("\n{{results.profit.q1}}\n\n![](../../../figures/results.yml)\n")
    assert [code for code, *_ in found(root)] == ["NR229"]


def test_a_value_that_is_not_in_the_table_is_unknown(root: Path) -> None:
    write_table(root)
    add_keys(root, EVIDENCE.replace("q1", "q3"))
    assert only_problem(root).rule.code == "NR411"
