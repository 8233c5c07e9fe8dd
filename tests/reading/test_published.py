"""The list of published addresses in the repository: read whole, and told where it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.reading.findings import Findings
from newsroom.reading.published import PUBLISHED, PUBLISHED_RULES, read_published, written
from tests.reading.problems import found

KNOWN = {"ar/", "ar/about/", "en/feed.xml", "en/posts/2026/post-1/"}
CONFLICT = "<<<<<<< HEAD\nar/one/\n=======\nar/two/\n>>>>>>> other\n"


def read(root: Path, text: str, *, sealed: bool = True) -> tuple[dict[str, int], list[tuple[str, int]]]:
    (root / PUBLISHED).write_text(text, encoding="utf-8")
    findings = Findings()
    known = dict(read_published(root, findings, sealed=sealed))
    return known, [(problem.rule.code, problem.line) for problem in findings.problems]


def unsealed(text: str) -> str:
    return text.rpartition("# sha256")[0]


def test_what_was_written_is_read_with_its_lines(tmp_path: Path) -> None:
    known, problems = read(tmp_path, written(KNOWN))
    assert known == {"ar/": 3, "ar/about/": 4, "en/feed.xml": 5, "en/posts/2026/post-1/": 6}
    assert problems == []


def test_where_there_is_no_list_nothing_is_known(tmp_path: Path) -> None:
    findings = Findings()
    assert (read_published(tmp_path, findings), findings.problems) == ({}, [])


def test_a_file_of_windows_is_the_same_list(tmp_path: Path) -> None:
    assert read(tmp_path, written(KNOWN).replace("\n", "\r\n"))[1] == []


@given(place=st.integers(0, len(written(KNOWN)) - 1), letter=st.sampled_from("/aе0 \n#"))
def test_no_letter_can_be_changed_unnoticed(place: int, letter: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = written(KNOWN)
    changed = text[:place] + letter + text[place + 1 :]
    problems = read(tmp_path_factory.mktemp("list"), changed)[1]
    # At its very end a space or a line more or less is no change.
    assert problems or changed.rstrip() == text.rstrip()


BROKEN = [
    pytest.param(written(KNOWN).replace("ar/about/\n", ""), [("NR779", 6)], id="an address taken away"),
    pytest.param(written(KNOWN).replace("ar/about/", "ar/above/"), [("NR779", 7)], id="an address changed"),
    pytest.param(unsealed(written(KNOWN)), [("NR779", 6)], id="no seal"),
    pytest.param(written(KNOWN).replace("ar/about/", "/ar/about/"), [("NR777", 4)], id="no address"),
    pytest.param(written(KNOWN).replace("ar/about/", "ar/..//about/"), [("NR777", 4)], id="a way out"),
    pytest.param(CONFLICT, [("NR778", 1), ("NR778", 3), ("NR778", 5)], id="a conflict"),
    pytest.param("", [("NR779", 1)], id="empty"),
]


@pytest.mark.parametrize(("text", "problems"), BROKEN)
def test_a_broken_list_is_told_with_its_line(text: str, problems: list[tuple[str, int]], root: Path) -> None:
    assert read(root, text)[1] == problems
    assert found(root) == [(code, PUBLISHED, line) for code, line in problems]


def test_each_rule_has_a_case() -> None:
    assert {code for case in BROKEN for code, _ in case.values[1]} == {rule.code for rule in PUBLISHED_RULES}  # type: ignore[union-attr]


def test_a_list_whose_seal_a_person_took_away_can_be_read_to_be_sealed_anew(tmp_path: Path) -> None:
    known, problems = read(tmp_path, "en/two/\nar/one/\nar/one/\n", sealed=False)
    assert (set(known), problems) == ({"ar/one/", "en/two/"}, [])


def test_a_wrong_seal_is_never_overlooked(tmp_path: Path) -> None:
    text = written(KNOWN).replace("ar/about/\n", "")
    assert read(tmp_path, text, sealed=False)[1] == [("NR779", 6)]
