"""``newsroom check`` remembers what it looked at, and mends what is mechanical."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.commands.check import check
from newsroom.commands.edition import Edition
from newsroom.engine import checking, shelf
from newsroom.engine.build import build
from newsroom.engine.cache import Cache
from newsroom.engine.checking import check_and_mend, check_remembering
from newsroom.engine.code import code_key
from newsroom.errors import NewsroomNotFound
from newsroom.model.language import LANGUAGES
from newsroom.model.problem import Edit, Problem
from newsroom.reading import posts
from newsroom.rules import headline_length
from tests.conftest import NOW
from tests.samples import write_newsroom, write_post

LONG = {"title": "ع" * 150}


def test_a_second_check_finds_the_same_and_reads_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_post(root, 2, ar=LONG)
    write_post(root, 3, ar={"pubstatus": "withheld"} | LONG)
    write_post(root, 4, ar={"type": "unknown"})
    first, plain = check_remembering(root, NOW), check(root, NOW)
    assert {"NR505", "NR205"} <= {problem.rule.code for problem in first}
    monkeypatch.setattr(posts.PostReader, "__call__", lambda *_: pytest.fail("a folder was read again"))
    assert check_remembering(root, NOW) == first == plain


def test_a_folder_that_changed_is_looked_at_again(root: Path) -> None:
    write_post(root, 2, ar=LONG)
    assert "NR505" in {problem.rule.code for problem in check_remembering(root, NOW)}
    write_post(root, 2)
    assert check_remembering(root, NOW) == ()


def test_forked_processes_find_what_one_finds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(2, 12):
        write_post(root, number, ar=LONG)
    monkeypatch.setattr(shelf, "WORTH_A_FORK", 2)
    assert check_remembering(root, NOW, processes=3) == check(root, NOW)


def test_what_a_check_remembers_is_in_no_builds_memory(root: Path) -> None:
    write_post(root, 2, ar={"pubstatus": "withheld", "title": "سر لا يُعرف"})
    check_remembering(root, NOW)
    build(root, Edition(NOW), None, strict=False)
    assert "سر".encode() in (root / ".newsroom" / "check.db").read_bytes()
    assert "سر لا".encode() not in (root / ".newsroom" / "public.db").read_bytes()


def test_a_damaged_memory_costs_time_only(root: Path) -> None:
    write_post(root, 2, ar=LONG)
    first = check_remembering(root, NOW)
    (root / ".newsroom" / "check.db").write_bytes(b"broken")
    assert check_remembering(root, NOW) == first


def test_a_check_of_no_newsroom_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(NewsroomNotFound):
        check_remembering(tmp_path, NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_post_that_was_deleted_is_forgotten(root: Path) -> None:
    file = write_post(root, 2, ar={"title": "يُحذف غدًا"}) / "index.ar.md"
    check_remembering(root, NOW)
    for path in file.parent.iterdir():
        path.unlink()
    file.parent.rmdir()
    check_remembering(root, NOW)
    cache = Cache(root / ".newsroom" / "check.db", code_key())
    assert len(cache.keys("reading")) == 1


def shortening(problem: Problem) -> Problem:
    """A headline mended letter by letter, as no real rule would."""
    edits = (Edit(problem.line, len("title: "), len("title: ") + 1, ""),)
    return Problem(problem.rule, problem.path, problem.line, problem.values, edits)


def test_mends_that_make_room_for_each_other_are_all_made_and_a_second_time_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_post(root, 2, ar={"title": "ع" * 63}) / "index.ar.md"
    real = checking.check
    monkeypatch.setattr(checking, "check", lambda *given: tuple(map(shortening, real(*given))))
    left, mended = check_and_mend(root, NOW)
    assert left == ()
    assert [each.path for each in mended] == ["content/posts/2026/post-2/index.ar.md"] * 3
    assert f"title: {'ع' * headline_length.MAXIMUM}\n" in file.read_text()
    before = file.read_bytes()
    assert check_and_mend(root, NOW + datetime.timedelta(hours=1)) == ((), ())
    assert file.read_bytes() == before


def test_mends_that_never_end_are_left_at_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_newsroom(tmp_path / "newsroom")
    write_post(root, 2, ar={"title": "ع" * 100})
    real = checking.check
    monkeypatch.setattr(checking, "check", lambda *given: tuple(map(shortening, real(*given))))
    left, mended = check_and_mend(root, NOW)
    assert len(mended) == checking.ROUNDS
    assert [problem.rule.code for problem in left] == ["NR505"]


PIECES = [
    *("الشركة", "ميناء صحار", "أعلنت", "the port", "Sohar", "و", "ان", "٢٠٢٦", "12", "%"),
    *(",", "،", "?", "؟", ";", ".", "...", "!!", '"', "«", "»", " ", "  ", " ,", "\u0640", "ﻷ", "ی", "ک", "(", ")"),
    *("`code, ?`", "[x](https://a.example/)", "**", "\n", "\r\n", "\n\n", "# ", "- ", "| a | b |"),
]


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=25))
def test_to_mend_twice_is_to_mend_once(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_newsroom(Path(folder) / "newsroom")
        post = write_post(root, 1)
        files = [post / f"index.{language}.md" for language in LANGUAGES]
        for file in files:
            file.write_bytes(file.read_bytes() + "".join(pieces).encode())
        check_and_mend(root, NOW)
        once = [file.read_bytes() for file in files]
        assert check_and_mend(root, NOW)[1] == ()
        assert [file.read_bytes() for file in files] == once


def test_a_latin_comma_is_mended_where_it_stands_and_nothing_else_is(root: Path) -> None:
    file = root / "content/posts/2026/post-1/index.ar.md"
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before.replace("نص المنشور.".encode(), "نص المنشور, وبقيته.".encode()))
    left, mended = check_and_mend(root, NOW)
    assert [(each.path, each.places) for each in mended] == [("content/posts/2026/post-1/index.ar.md", 1)]
    assert file.read_bytes() == before.replace("نص المنشور.".encode(), "نص المنشور، وبقيته.".encode())
    assert left == ()
