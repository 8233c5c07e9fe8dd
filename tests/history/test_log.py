"""What git tells of a newsroom: who wrote each file, whatever it was called, and what is not committed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newsroom.errors import HistoryUnknown
from newsroom.history.log import files_at, folders_at, leads_to, read_history

POST = "content/posts/2026/post"


class Repository:
    """A repository with a newsroom in a folder of its own, as in one of many projects."""

    def __init__(self, folder: Path) -> None:
        self.top = folder
        self.root = folder / "newsroom"
        self.root.mkdir()
        self.git("init", "--quiet", "--initial-branch=main", str(folder))

    def git(self, *arguments: str, by: str = "a@x.example") -> str:
        names = {f"GIT_{role}_{what}": by for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        command = ["git", "-c", "commit.gpgsign=false", *arguments]
        return subprocess.run(
            command, cwd=self.root, env={**os.environ, **names}, capture_output=True, text=True, check=True
        ).stdout.strip()

    def write(self, file: str, text: str, *, by: str = "a@x.example", message: str = "Change") -> str:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message, by=by)
        return self.git("rev-parse", "HEAD")

    def writers(self, folder: str = POST) -> set[str]:
        return {writer for commit in read_history(self.root).of(folder) for writer in commit.writers}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.write(f"{POST}/index.ar.md", "".join(f"line {number}\n" for number in range(40)))
    return made


def test_everyone_who_changed_a_folder_wrote_it(repository: Repository) -> None:
    repository.write(f"{POST}/index.en.md", "text", by="B@X.example", message="One\n\nCo-authored-by: C <C@x.example>")
    repository.write("content/posts/2026/other/index.en.md", "text", by="d@x.example")
    assert repository.writers() == {"a@x.example", "b@x.example", "c@x.example"}


def test_a_moved_folder_keeps_its_writers(repository: Repository) -> None:
    for name in ("second", "third"):
        repository.git("mv", repository.git("ls-files", "content").rpartition("/")[0], f"content/posts/2026/{name}")
        repository.git("commit", "--quiet", "-m", "Move", by=f"{name}@x.example")
    assert repository.writers("content/posts/2026/third") == {"a@x.example", "second@x.example", "third@x.example"}


def test_what_a_merge_added_was_written_by_who_merged(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    repository.write(f"{POST}/index.en.md", "side", by="side@x.example")
    repository.git("checkout", "--quiet", "main")
    repository.write(f"{POST}/other.txt", "main", by="main@x.example")
    repository.git("merge", "--quiet", "--no-commit", "side")
    repository.write(f"{POST}/index.en.md", "neither", by="merger@x.example")
    assert repository.writers() == {"a@x.example", "side@x.example", "main@x.example", "merger@x.example"}


def test_names_that_are_not_latin_are_names_all_the_same(repository: Repository) -> None:
    repository.write(f'{POST}/صورة "أولى".png', "picture", by="b@x.example")
    assert "b@x.example" in repository.writers()


def test_a_mailmap_tells_who_an_address_is_of_and_takes_no_address_away(repository: Repository) -> None:
    (repository.top / ".mailmap").write_text("A <real@x.example> <a@x.example>\n")
    assert repository.writers() == {"real@x.example", "a@x.example"}
    assert [commit.author for commit in read_history(repository.root).commits] == ["real@x.example"]


@pytest.mark.parametrize("change", ["edited", "new", "ignored", "staged", "deleted"])
def test_what_is_not_committed_is_not_recorded(repository: Repository, change: str) -> None:
    assert read_history(repository.root).is_recorded(POST)
    folder = repository.root / POST
    if change == "ignored":
        (repository.top / ".git" / "info" / "exclude").write_text("*.png\n")
    if change == "deleted":
        (folder / "index.ar.md").unlink()
    else:
        name = {"edited": "index.ar.md", "ignored": "a.png"}.get(change, "b.txt")
        (folder / name).write_text("other")
    if change == "staged":
        repository.git("add", "--all")
    assert not read_history(repository.root).is_recorded(POST)


def test_a_folder_that_git_does_not_know_is_not_recorded(repository: Repository) -> None:
    assert not read_history(repository.root).is_recorded("content/posts/2026/nothing")


def test_what_a_folder_and_a_file_held_at_a_commit_can_be_told(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    second = repository.write(f"{POST}/index.en.md", "text\n")
    third = repository.write("content/pages/a.txt", "text\n")
    held = folders_at(repository.root, [(each, POST) for each in (first, second, third, "0" * 40)])
    assert held[first, POST] != held[second, POST] == held[third, POST]
    assert held["0" * 40, POST] == ""
    file = f"{POST}/index.en.md"
    assert files_at(repository.root, [(first, file), (third, file)]) == {(third, file): b"text\n"}


def test_what_led_to_a_commit_is_told_by_the_history_and_not_by_dates(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    with pytest.MonkeyPatch.context() as clock:
        clock.setenv("GIT_COMMITTER_DATE", "2020-01-01T00:00:00+00:00")
        second = repository.write(f"{POST}/index.en.md", "text")
    assert leads_to(repository.root, first, second)
    assert not leads_to(repository.root, second, first)
    assert not leads_to(repository.root, first, first)


def test_no_repository_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(HistoryUnknown, match="not a git repository"):
        read_history(tmp_path)


def test_a_repository_without_a_commit_is_told_of(tmp_path: Path) -> None:
    empty = Repository(tmp_path)
    with pytest.raises(HistoryUnknown, match="git says"):
        read_history(empty.root)


def test_a_commit_that_git_was_told_to_replace_is_read_as_it_was(repository: Repository) -> None:
    repository.write(f"{POST}/index.ar.md", "other", by="b@x.example")
    fake = repository.git("commit-tree", "HEAD^{tree}", "-m", "All mine", by="c@x.example")
    repository.git("replace", "HEAD", fake)
    assert repository.writers() == {"a@x.example", "b@x.example"}
