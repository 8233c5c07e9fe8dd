"""YAML means what it looks like, and nothing in it grows, runs or overflows."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.reading.findings import Findings
from newsroom.reading.yaml import line_of, read_mapping
from tests.growth import grows_in_proportion
from tests.reading.problems import ARABIC, ENGLISH, found, only_problem, replace, the_post


def read(text: str) -> tuple[object, list[tuple[str, int]]]:
    findings = Findings()
    tree = read_mapping(text, "file", findings)
    return tree, [(problem.rule.code, problem.line) for problem in findings.problems]


@pytest.mark.parametrize(
    "value",
    ["no", "yes", "on", "012", "0o14", "10:30", "~", "null", "1e3", "0x1f", ".inf", "2026-01-01", "1_000", "true", "="],
)
def test_a_scalar_stays_the_text_that_was_written(value: str) -> None:
    assert read(f"key: {value}\n") == ({"key": value}, [])


@pytest.mark.parametrize("value", ["no", "012", "10:30", "~", "2026-01-01", "true", "1.0"])
def test_a_title_may_look_like_anything(root: Path, value: str) -> None:
    replace(root, ENGLISH, "Title of post 1", value)
    assert the_post(root).translations["en"].title == value


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.getcwd []", "!!python/name:os.system", "!!binary aGk="])
def test_a_tag_constructs_nothing(tag: str) -> None:
    tree, _ = read(f"key: {tag}\n")
    assert tree is None or tree["key"] in ([], "", "aGk=")


@pytest.mark.parametrize("text", ["", "\n", "# only a note\n"])
def test_a_text_that_says_nothing_is_an_empty_mapping(text: str) -> None:
    assert read(text) == ({}, [])


def test_empty_front_matter_lacks_every_required_key(root: Path) -> None:
    (root / ENGLISH).write_text("---\n---\nText.\n", encoding="utf-8")
    assert found(root) == [("NR201", ENGLISH, 2), ("NR201", ENGLISH, 2)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", ("NR107", 3), id="a key twice"),
        pytest.param("a:\n  b: {c: 1, c: 2}\n", ("NR107", 2), id="a key twice in braces"),
        pytest.param("مفتاح: 1\nمفتاح: 2\n", ("NR107", 2), id="an Arabic key twice"),
        pytest.param("a: &x 1\n", ("NR106", 1), id="an anchor"),
        pytest.param("a: 1\nb: *x\n", ("NR106", 2), id="an alias"),
        pytest.param("a:\n\tb: 1\n", ("NR105", 2), id="a tab"),
        pytest.param("a: 1\n b: 2\n", ("NR105", 2), id="an indent that fits nothing"),
        pytest.param("a: [1, 2\nb: 3\n", ("NR105", 2), id="a bracket left open"),
        pytest.param('a: "x\n', ("NR105", 2), id="a quotation left open"),
        pytest.param("a: 1\n---\nb: 2\n", ("NR105", 2), id="two documents"),
        pytest.param("- a\n- b\n", ("NR105", 1), id="a list"),
        pytest.param("words\n", ("NR105", 1), id="words"),
        pytest.param("? [a, b]\n: c\n", ("NR105", 1), id="a list for a key"),
        pytest.param('a: "\\ud800"\n', ("NR105", 1), id="half a character"),
        pytest.param("a: @x\n", ("NR105", 1), id="a reserved sign"),
        pytest.param("a: " + "[" * 30_000 + "]" * 30_000, ("NR108", 1), id="30,000 brackets"),
        pytest.param("a: " + "{b: " * 30_000, ("NR108", 1), id="30,000 braces"),
        pytest.param("- " * 30_000, ("NR108", 1), id="30,000 dashes"),
        pytest.param("? " * 30_000, ("NR108", 1), id="30,000 explicit keys"),
        pytest.param("".join(" " * depth + "a:\n" for depth in range(1000)), ("NR108", 21), id="1,000 steps in"),
    ],
)
def test_what_yaml_allows_or_breaks_and_we_refuse_is_one_problem_on_its_line(
    text: str, problem: tuple[str, int]
) -> None:
    assert read(text) == (None, [problem])


def test_a_bomb_is_refused_before_it_grows() -> None:
    lines = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for one, two in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]")
    assert read("\n".join(lines)) == (None, [("NR106", 1)])


def test_a_thousand_wrong_items_are_named_without_reading_the_file_for_each(root: Path) -> None:
    text = (root / ARABIC).read_text(encoding="utf-8")

    def with_wrong_items(count: int) -> list[tuple[str, str, int]]:
        items = "- X!\n" * count
        (root / ARABIC).write_text(text.replace("topics:\n- ports\n", f"topics:\n{items}"), encoding="utf-8")
        return found(root)

    problems = with_wrong_items(1000)
    assert problems[0] == ("NR203", ARABIC, 8)
    assert problems[-1] == ("NR203", ARABIC, 1007)
    assert grows_in_proportion(with_wrong_items, 1000)


@pytest.mark.parametrize(
    ("location", "line"),
    [(("b",), 2), (("b", "c"), 3), (("b", "d", 1), 6), (("b", "nowhere"), 2), (("nowhere",), 1), (("b", "d", 7), 4)],
    ids=str,
)
def test_a_line_is_that_of_the_key_or_of_its_nearest_parent(location: tuple[str | int, ...], line: int) -> None:
    assert line_of("a: 1\nb:\n  c: 2\n  d:\n  - x\n  - y\n", location) == line


def test_the_arabic_message_shows_the_line_where_yaml_breaks(root: Path) -> None:
    replace(root, ARABIC, "ملخص المنشور 1.", "ملخص: آخر")
    problem = only_problem(root)
    assert "«summary: ملخص: آخر»" in problem.what("ar")
