"""The rules on pages that belong to others: what each finds, at which line, and what it lets pass."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.reading.problems import Case, add_keys, add_words, found, only_problem
from tests.samples import write_newsroom, write_text

ABOUT: Final = "content/pages/about/index.ar.md"
HISTORY: Final = "content/pages/history/index.ar.md"
"""Its keys end on line 3, so that ``parts`` stands on line 4."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A newsroom whose page ``about`` is followed by one called ``history``."""
    root = write_newsroom(tmp_path / "newsroom")
    for language in ("ar", "en"):
        path = root / "content" / "pages" / "history" / f"index.{language}.md"
        write_text(path, {"title": "تاريخنا", "summary": "منذ البدء."}, "نص.")
    return root


def parts(root: Path, slugs: str, page: str = "about", language: str = "ar") -> None:
    add_keys(root, f"parts: [{slugs}]", f"content/pages/{page}/index.{language}.md")


def third_page(root: Path) -> None:
    write_text(root / "content/pages/board/index.en.md", {"title": "The board", "summary": "Who they are."}, "Text.")


CASES: Final = [
    Case("no page", "NR421", ABOUT, 4, lambda root: parts(root, "history, board")),
    Case("a page twice in one list", "NR422", ABOUT, 4, lambda root: parts(root, "history, history")),
    Case("a page of two", "NR422", HISTORY, 4, lambda root: (
        third_page(root), parts(root, "board"), parts(root, "board", "history"))),
    Case("a page of itself", "NR423", ABOUT, 4, lambda root: parts(root, "about")),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_wrong_part_is_found_where_it_stands(case: Case, root: Path) -> None:
    case.change(root)
    assert found(root) == [(case.code, case.path, case.line)]
    for language in ("ar", "en"):
        assert "{" not in only_problem(root).line_of_text(language)


def test_the_likeliest_page_is_named_first(root: Path) -> None:
    parts(root, "histroy")
    assert only_problem(root).values["known"] == "history, about"


def test_both_ends_of_a_circle_are_found(root: Path) -> None:
    parts(root, "history")
    parts(root, "about", "history")
    assert found(root) == [("NR423", ABOUT, 4), ("NR423", HISTORY, 4)]


def test_parts_of_parts_pass(root: Path) -> None:
    third_page(root)
    parts(root, "history")
    parts(root, "board", "history")
    assert found(root) == []


def test_a_part_that_has_a_fault_of_its_own_is_not_called_unknown(root: Path) -> None:
    parts(root, "history")
    add_words(root, "a\u202eb", HISTORY)
    assert [code for code, _, _ in found(root)] == ["NR501"]


def test_parts_are_named_in_the_lead_language_alone(root: Path) -> None:
    parts(root, "history", language="en")
    assert [code for code, _, _ in found(root)] == ["NR202"]
