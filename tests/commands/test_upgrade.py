"""``newsroom upgrade``: the difference first, and then only what nobody has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.cli import run
from newsroom.commands.upgrade import upgrade
from newsroom.errors import NewsroomNotFound, Refused
from newsroom.scaffold.workflows import written
from tests.samples import write_newsroom
from tests.scaffold.ageing import aged


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_newsroom(tmp_path / "newsroom")


def test_the_difference_is_shown_and_nothing_is_written(root: Path) -> None:
    path = aged(root)
    before = path.read_bytes()
    (told,) = upgrade(root, write=False, overwrite=False)
    assert "-  timeout: 20 minutes\n+  timeout: 30 minutes\n" in told.difference
    assert told.difference.startswith("--- a/.gitlab-ci.yml\n+++ b/.gitlab-ci.yml\n")
    assert (told.is_written, path.read_bytes()) == (False, before)


def test_what_nobody_changed_is_written_when_that_is_said(root: Path) -> None:
    path = aged(root)
    path.chmod(0o664)
    (told,) = upgrade(root, write=True, overwrite=False)
    assert told.is_written
    assert path.read_text(encoding="utf-8") == written("gitlab-pages")
    assert upgrade(root, write=True, overwrite=False) == ()


@pytest.mark.parametrize("overwrite", [False, True], ids=["not said", "said"])
def test_what_a_person_changed_is_written_over_only_where_they_say_so(root: Path, overwrite: bool) -> None:
    path = aged(root, addition="# ours\n")
    before = path.read_text(encoding="utf-8")
    (told,) = upgrade(root, write=True, overwrite=overwrite)
    assert (told.is_changed, told.is_written) == (True, overwrite)
    assert path.read_text(encoding="utf-8") == (written("gitlab-pages") if overwrite else before)
    assert "-# ours\n" in told.difference


def test_files_of_others_are_left_alone(root: Path) -> None:
    (root / ".gitlab-ci.yml").write_text("# our own\n")
    assert upgrade(root, write=True, overwrite=True) == ()


def test_a_file_that_cannot_be_written_stays_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = aged(root)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refused, match="No space left on device"):
        upgrade(root, write=True, overwrite=False)
    assert {each.name: each.read_bytes() for each in root.glob(".gitlab*")} == {".gitlab-ci.yml": before}


def test_only_a_newsroom_is_upgraded(tmp_path: Path) -> None:
    with pytest.raises(NewsroomNotFound):
        upgrade(tmp_path, write=True, overwrite=False)


@pytest.mark.parametrize(
    ("options", "addition", "code", "says"),
    [
        ([], "", 1, "to write it: newsroom upgrade --write"),
        (["--write"], "", 0, "written"),
        (["--write"], "# ours\n", 1, "changed by hand"),
        (["--write", "--overwrite"], "# ours\n", 0, "written"),
    ],
    ids=["shown", "written", "changed", "written over"],
)
def test_the_command_says_what_became_of_each_file(
    options: list[str], addition: str, code: int, says: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aged(root, addition=addition)
    assert run(["--language", "en", "--root", str(root), "upgrade", *options]) == code
    shown, said = capsys.readouterr()
    assert shown.startswith("--- a/.gitlab-ci.yml")
    assert said.startswith(f".gitlab-ci.yml: {says}")


def test_the_command_says_that_all_is_as_it_should_be(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "ar", "--root", str(root), "upgrade"]) == 0
    assert capsys.readouterr() == ("", "ملفات الاستضافة كما يكتبها هذا الإصدار\n")
