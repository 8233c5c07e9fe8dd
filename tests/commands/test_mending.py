"""Mechanical mends: what is written into a file, and what stays as it was, byte for byte."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.mending import Mended, mend, mended_words, sentence
from newsroom.errors import Refused
from newsroom.model.language import Localized
from newsroom.model.problem import Edit, Problem, Rule

RULE = Rule("NR999", "warning", Localized("", ""), Localized("", ""))
LATER = time.time_ns() + 10**12
WORDS = "a, b\r\nج, د\rx, y\n"


def problem(*edits: Edit, path: str = "plan.yml") -> Problem:
    return Problem(RULE, path, edits[0].line, edits=edits)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.yml"
    file.write_bytes(WORDS.encode())
    return file


def places(mended: tuple[Mended, ...]) -> list[tuple[str, int]]:
    return [(each.path, each.places) for each in mended]


def test_edits_leave_marks_line_ends_and_everything_else(plan: Path) -> None:
    plan.write_bytes(b"\xef\xbb\xbf" + WORDS.encode())
    edits = Edit(2, 1, 2, "،"), Edit(1, 0, 1, "A"), Edit(1, 3, 4, "")
    assert places(mend(plan.parent, [problem(*edits)], LATER, {})) == [("plan.yml", 3)]
    assert plan.read_bytes() == b"\xef\xbb\xbf" + "A, \r\nج، د\rx, y\n".encode()


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(1, 0, 2, "-"), Edit(1, 1, 3, "+")),
        (Edit(1, 0, 2, "-"), Edit(1, 2, 2, "+")),
        (Edit(1, 0, 2, "-"), Edit(1, 0, 2, "-")),
        (Edit(1, 0, 2, "-"), Edit(1, 2, 3, "+")),
    ],
    ids=["across", "put beside", "the same", "next to it"],
)
def test_of_two_edits_that_touch_the_first_is_made(edits: tuple[Edit, Edit], plan: Path) -> None:
    mend(plan.parent, [problem(edits[0]), problem(edits[1])], LATER, {})
    assert plan.read_bytes().decode() == WORDS.replace("a,", "-")


def test_the_edits_of_a_problem_are_made_together_or_not_at_all(plan: Path) -> None:
    pair = problem(Edit(3, 0, 1, "X"), Edit(1, 0, 1, "Z"))
    mend(plan.parent, [problem(Edit(1, 0, 1, "A")), pair], LATER, {})
    assert plan.read_bytes().decode() == WORDS.replace("a", "A")


@pytest.mark.parametrize("edit", [Edit(9, 0, 1, ""), Edit(1, 3, 9, ""), Edit(0, 0, 1, ""), Edit(1, 2, 1, "")])
def test_an_edit_that_fits_no_line_leaves_the_file(edit: Edit, plan: Path) -> None:
    assert mend(plan.parent, [problem(edit)], LATER, {}) == ()
    assert plan.read_bytes().decode() == WORDS


def test_a_file_that_changed_since_it_was_looked_at_is_left(plan: Path) -> None:
    assert mend(plan.parent, [problem(Edit(1, 0, 1, "A"))], plan.stat().st_ctime_ns, {}) == ()
    assert plan.read_bytes().decode() == WORDS


def test_a_file_that_we_changed_ourselves_is_mended_further(plan: Path) -> None:
    (first,) = mend(plan.parent, [problem(Edit(1, 0, 1, "A"))], LATER, {})
    assert mend(plan.parent, [problem(Edit(3, 0, 1, "X"))], 0, {first.path: first.stamp})
    assert plan.read_bytes().decode() == WORDS.replace("a", "A").replace("x", "X")


def test_a_file_that_somebody_saves_meanwhile_keeps_what_they_saved(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(handle: int) -> None:
        plan.write_text("saved")

    monkeypatch.setattr(os, "fsync", save)
    assert mend(plan.parent, [problem(Edit(1, 0, 1, "A"))], LATER, {}) == ()
    assert plan.read_text() == "saved"
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yml"]


def test_a_mended_file_keeps_its_mode(plan: Path) -> None:
    plan.chmod(0o640)
    mend(plan.parent, [problem(Edit(1, 0, 1, "A"))], LATER, {})
    assert stat.S_IMODE(plan.stat().st_mode) == 0o640


def test_a_full_disk_loses_nothing(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match=r"plan\.yml cannot be written"):
        mend(plan.parent, [problem(Edit(1, 0, 1, "A"))], LATER, {})
    assert plan.read_bytes().decode() == WORDS
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yml"]


def test_a_link_that_leads_out_is_not_followed_and_one_inside_stays_a_link(tmp_path: Path) -> None:
    root = tmp_path / "newsroom"
    root.mkdir()
    outside = tmp_path / "outside.yml"
    outside.write_text("a")
    (root / "plan.yml").symlink_to(outside)
    (root / "other.yml").write_text("a")
    (root / "calendar.yml").symlink_to("other.yml")
    edit = Edit(1, 0, 1, "A")
    found = [problem(edit), problem(edit, path="calendar.yml")]
    assert places(mend(root, found, LATER, {})) == [("calendar.yml", 1)]
    assert (outside.read_text(), (root / "other.yml").read_text()) == ("a", "A")
    assert (root / "calendar.yml").is_symlink()


@given(st.text(alphabet="aب,\r\n", max_size=40), st.integers(1, 9), st.integers(0, 9), st.integers(0, 9))
def test_bytes_around_an_edit_stay(text: str, line: int, start: int, length: int) -> None:
    mended = mended_words(text.encode(), [Edit(line, start, start + length, "")])
    if mended is not None:
        assert len(text) - len(mended.decode()) == length
        assert text.count("\n") == mended.decode().count("\n")


def test_a_mended_file_is_named_with_its_places() -> None:
    mended = Mended("plan.yml", 2, 0)
    assert sentence(mended, "en") == "plan.yml: mended, 2 places"
    assert sentence(mended, "ar") == "plan.yml: أُصلح، موضعان"
