"""Past commits are laid out beside the newsroom, whose own repository is left as it is."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from newsroom.errors import HistoryUnknown
from newsroom.history.git import ask_in_lines
from newsroom.history.scratch import scratch
from tests.history.repository import POST, Archive
from tests.trees import read_tree


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_each_commit_is_there_as_it_was_with_nothing_but_what_was_asked_for(archive: Archive) -> None:
    first, second = (archive.post("2026-01-12T08:00:00+00:00", title=title) for title in ("One", "Two"))
    with scratch(archive.root, [POST, "newsroom.yml"]) as checkout:
        for commit, title in ((first, "One"), (second, "Two"), (first, "One")):
            there = checkout(commit)
            assert f"title: {title}" in (there / POST / "index.en.md").read_text()
            assert set(read_tree(there)) == {f"{POST}/index.ar.md", f"{POST}/index.en.md", "newsroom.yml"}
    assert not there.exists()


def test_signs_in_the_names_of_folders_stand_for_themselves(archive: Archive) -> None:
    for name in ("a b", "a*", "[ab]"):
        (archive.root / name).mkdir()
        (archive.root / name / "file").write_text("x")
    commit = archive.commit("2026-01-12T08:00:00+00:00")
    with scratch(archive.root, ["a*", "[ab]"]) as checkout:
        assert set(read_tree(checkout(commit))) == {"a*/file", "[ab]/file"}


def test_the_newsrooms_repository_is_not_touched(archive: Archive) -> None:
    first = archive.post("2026-01-12T08:00:00+00:00", title="One")
    archive.post("2026-01-13T08:00:00+00:00", title="Two")
    hook = archive.top / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {archive.top}/hooked\n")
    hook.chmod(0o755)
    before = read_tree(archive.top)
    with scratch(archive.root, [POST]) as checkout:
        checkout(first)
    assert read_tree(archive.top) == before


def test_what_a_hook_is_told_of_its_repository_is_not_taken_for_ours(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = archive.post("2026-01-12T08:00:00+00:00", title="One")
    last = archive.post("2026-01-13T08:00:00+00:00", title="Two")
    monkeypatch.setenv("GIT_DIR", str(archive.top / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(archive.top / ".git" / "index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(archive.top))
    with scratch(archive.root, [POST]) as checkout:
        assert "title: One" in (checkout(first) / POST / "index.en.md").read_text()
        assert ask_in_lines(archive.root, "rev-parse", "HEAD") == [last]
    assert "title: Two" in (archive.root / POST / "index.en.md").read_text()


def test_no_room_is_a_sentence(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", no_room)
    with pytest.raises(HistoryUnknown, match="No space left"), scratch(archive.root, [POST]):
        pass
