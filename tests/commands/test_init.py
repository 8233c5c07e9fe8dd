"""``newsroom init``: a newsroom of one's own, or nothing at all."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.cli import run
from newsroom.commands.check import check
from newsroom.commands.edition import Edition
from newsroom.commands.init import OFTEN_THERE, Begun, init
from newsroom.engine.build import build
from newsroom.errors import Refused
from newsroom.model.organization import OrganizationKind
from newsroom.reading.newsroom import read_newsroom
from newsroom.scaffold.answers import PRESET_KINDS
from newsroom.scaffold.workflows import HOSTS, Host
from tests.scaffold.organisations import ANSWERS, IDENTITY, NOW, options

FILES = {
    ".gitignore",
    "README.md",
    "calendar.yml",
    "content/executives/chief-executive/index.ar.md",
    "content/executives/chief-executive/index.en.md",
    "content/media/logo.svg",
    "content/pages/about/index.ar.md",
    "content/pages/about/index.en.md",
    "content/posts/2026/our-newsroom-is-open/index.ar.md",
    "content/posts/2026/our-newsroom-is-open/index.en.md",
    "mkdocs.yml",
    "newsroom.yml",
    "plan.yml",
    "policy.yml",
    "requirements.txt",
}


def made(folder: Path, preset: OrganizationKind = "family", *hosts: Host, **changes: str) -> Begun:
    return init(folder, preset, {**ANSWERS, **changes}, hosts or ("own",), now=NOW, identity=IDENTITY)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("preset", PRESET_KINDS)
def test_a_new_newsroom_has_no_problem_and_its_first_build_works(preset: OrganizationKind, tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    made(folder, preset)
    assert check(folder, NOW) == ()
    summary, site = build(folder, Edition(NOW), None, strict=True)
    assert summary.held == 1
    home = (site / "en" / "index.html").read_text(encoding="utf-8")
    assert ANSWERS["name_en"] in home
    assert "Our newsroom is open" not in home


@pytest.mark.parametrize("host", HOSTS)
def test_the_files_are_those_of_the_newsroom_and_of_its_host(host: Host, tmp_path: Path) -> None:
    of_host = {
        "github": {".github/workflows/publish.yml", ".github/workflows/preview.yml"},
        "gitlab": {".gitlab-ci.yml"},
        "s3": {".github/workflows/publish.yml", ".github/workflows/preview.yml"},
        "own": set(),
    }
    written = made(tmp_path / "acme", "family", host).written
    assert set(everything(tmp_path / "acme")) == FILES | of_host[host]
    assert {path.relative_to(tmp_path / "acme").as_posix() for path in written} == FILES | of_host[host]


@pytest.mark.parametrize(
    "name", ["yes", "a: b #c", '"it\'s" {x} [y]', "- & * ! | > ' % @ `", "شركة \u200fالمثال", "n" * 150]
)
def test_a_newsroom_of_a_strange_name_bears_that_name(name: str, tmp_path: Path) -> None:
    made(tmp_path / "acme", name_en=name)
    newsroom = read_newsroom(tmp_path / "acme").newsroom
    assert newsroom
    assert newsroom.organization.name.en == name


def test_a_folder_with_other_things_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notes.md").write_text("ours")
    (tmp_path / "content").mkdir()
    before = everything(tmp_path)
    made(tmp_path)
    assert everything(tmp_path).items() > before.items()
    assert set(everything(tmp_path)) == FILES | set(before)


def test_a_folder_stays_the_one_that_somebody_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made(Path())
    assert Path("newsroom.yml").is_file()


@pytest.mark.parametrize("path", sorted(FILES - set(OFTEN_THERE)))
def test_nothing_is_written_where_one_file_is_there_already(path: str, tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text("ours")
    with pytest.raises(Refused, match=path):
        made(tmp_path)
    assert everything(tmp_path) == {path: b"ours"}


def test_a_repository_with_a_readme_of_its_own_keeps_it_and_is_told_what_git_must_ignore(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "README.md").write_text("ours")
    (tmp_path / ".gitignore").write_text("*.log\n/site/\n")
    arguments = ["--language", "en", "--root", str(tmp_path), "init", ".", "--preset", "family", *options()]
    assert run(arguments) == 0
    said = capsys.readouterr().err
    assert (tmp_path / "README.md").read_text() == "ours"
    assert (tmp_path / ".gitignore").read_text() == "*.log\n/site/\n"
    assert f"{tmp_path / 'README.md'}: left as it was\n" in said
    assert f"{tmp_path / '.gitignore'}: left as it was; add to it:\n/preview/\n/.newsroom/\n" in said


def test_what_makes_a_newsroom_of_a_folder_is_written_last(tmp_path: Path) -> None:
    assert made(tmp_path).written[-1] == tmp_path / "newsroom.yml"


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "content").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused, match="content"):
        made(tmp_path / "acme")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_nothing_is_written_where_a_file_stands_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "acme").write_text("ours")
    with pytest.raises(Refused):
        made(tmp_path / "acme")
    assert everything(tmp_path) == {"acme": b"ours"}


@pytest.mark.parametrize("full_after", range(6))
@pytest.mark.parametrize("others", [True, False], ids=["beside other things", "alone"])
def test_a_disk_that_is_full_leaves_the_folder_as_it_was(
    full_after: int, others: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "acme"
    if others:
        folder.mkdir()
        (folder / "notes.md").write_text("ours")
    before = everything(tmp_path)
    calls = iter(range(100))
    name, true = ("link", os.link) if others else ("mkdir", os.mkdir)

    def until_full(*given: object, **named: object) -> None:
        if next(calls) >= full_after:
            raise OSError(28, "No space left on device")
        true(*given, **named)  # type: ignore[operator]

    monkeypatch.setattr(os, name, until_full)
    with pytest.raises(Refused, match="No space left on device"):
        made(folder)
    assert everything(tmp_path) == before


def test_the_command_names_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--language", "en", "--root", str(tmp_path), "init", "acme", "--preset", "family", *options()]
    assert run(arguments) == 0
    written, said = capsys.readouterr()
    assert {Path(line).relative_to(tmp_path / "acme").as_posix() for line in written.split()} >= FILES - {
        path for path in FILES if "posts" in path
    }
    assert "the first post is withheld" in said


def test_somebody_at_a_terminal_is_asked(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "newsroom", "--language", "en", "init", "acme", "--preset", "family"]
    told = options(name_en=None, telephone=None)
    with subprocess.Popen([*command, *told], cwd=tmp_path, stdin=theirs, stderr=subprocess.PIPE, text=True) as asked:
        os.write(ours, b"Typed Company\n24000000\n+968 2400 0000\n")
        said = asked.communicate()[1]
    assert asked.returncode == 0
    assert "the organisation's full name in English (Luban Company SAOG): " in said
    assert "--telephone: '24000000' will not do" in said
    newsroom = read_newsroom(tmp_path / "acme").newsroom
    assert newsroom
    assert newsroom.organization.name.en == "Typed Company"


def test_the_command_leaves_with_3_where_something_is_missing_and_nobody_can_be_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--language", "ar", "--root", str(tmp_path), "init", "acme", "--preset", "family"]
    assert run([*arguments, *options(address=None)]) == 3
    assert "--address" in capsys.readouterr().err
    assert not (tmp_path / "acme").exists()
