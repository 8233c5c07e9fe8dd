"""The command: what it prints, in which language, and the code with which it leaves."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.cli import run
from newsroom.reading.schema import PUBLISHED
from tests.samples import write_post

AT = "2026-11-23T09:00+04:00"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def newsroom(root: Path, *arguments: str) -> int:
    return run(["--root", str(root), *arguments])


def test_check_of_a_sound_newsroom_prints_nothing_and_leaves_with_0(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert newsroom(root, "check") == 0
    assert capsys.readouterr().out == ""


def test_check_prints_path_line_code_what_and_mend(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(root, 2, ar={"author": "salem"})
    assert newsroom(root, "check") == 1
    expected = (
        'content/posts/2026/post-2/index.ar.md:5: NR402 the author "salem" is not known; '
        "choose from: salim; or add a folder in content/executives\n"
    )
    assert capsys.readouterr().out == expected


@pytest.mark.parametrize(
    ("locale", "option", "word"),
    [
        ("ar_OM.UTF-8", [], "الكاتب"),
        ("en_GB.UTF-8", [], "the author"),
        ("C", [], "the author"),
        ("en_GB.UTF-8", ["--language", "ar"], "الكاتب"),
        ("ar_OM.UTF-8", ["--language", "en"], "the author"),
        ("en_GB.UTF-8", ["--language=ar"], "الكاتب"),
    ],
)
def test_messages_are_in_the_users_language(
    locale: str,
    option: list[str],
    word: str,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    write_post(root, 2, ar={"author": "salem"})
    assert newsroom(root, *option, "check") == 1
    assert word in capsys.readouterr().out


def test_warnings_alone_leave_with_0(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(root, 2, ar={"title": "ع" * 150})
    assert newsroom(root, "check") == 0
    assert "NR505" in capsys.readouterr().out


def test_build_shows_warnings_in_the_users_language_and_publishes(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_post(root, 2, ar={"title": "ع" * 150})
    assert newsroom(root, "--language", "ar", "build", "--at", AT) == 0
    assert "NR505 في العنوان 150 حرفًا" in capsys.readouterr().err
    assert (root / "site/ar/posts/2026/post-2/index.html").is_file()


def test_build_under_strict_stops_at_a_warning(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(root, 2, ar={"title": "ع" * 150})
    assert newsroom(root, "build", "--at", AT, "--strict") == 1
    assert not (root / "site").exists()


def test_a_folder_without_a_newsroom_leaves_with_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("check", "build", "due"):
        assert newsroom(tmp_path, verb) == 3
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["build", "--at"], ["build", "--at", AT, "--preview"], ["new", "page", "x"]]
)
def test_wrong_arguments_leave_with_3(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(arguments)
    assert left.value.code == 3


def test_an_instant_that_is_none_leaves_with_3(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "build", "--at", "tomorrow") == 3
    assert "write it like 2027-01-01T08:00+04:00" in capsys.readouterr().err


def test_build_says_what_went_in_and_came_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "build", "--at", AT) == 0
    told = capsys.readouterr().out
    posts, pages, files, time = told.splitlines()
    assert posts == "Posts: Arabic 1 in 1 out, English 1 in 1 out; 0 held."
    assert re.fullmatch(r"Pages: ([0-9]+); \1 rendered, 0 reused\. Removed: 0 files\.", pages)
    assert re.fullmatch(r"Feeds and files for machines: ([1-9][0-9]*); \1 made\.", files)
    assert re.fullmatch(r"Time: [0-9.]+ s \(reading .*, publishing [0-9.]+\); memory: [0-9]+ MiB\.", time)


def test_due_prints_the_next_change_in_the_newsrooms_zone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(root, 2, ar={"date": "2026-12-01T06:30Z"})
    assert newsroom(root, "due", "--at", AT) == 0
    assert capsys.readouterr().out == "2026-12-01T10:30:00+04:00\n"


def test_due_prints_nothing_when_nothing_waits(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "due", "--at", AT) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("title", "file", "other"),
    [("First half results", "index.en.md", "index.ar.md"), ("نتائج النصف", "index.ar.md", "index.en.md")],
)
def test_new_writes_both_files_with_the_title_in_its_language(
    title: str, file: str, other: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert newsroom(root, "new", "post", title, "--slug", "first-half") == 0
    folder = Path(capsys.readouterr().out.splitlines()[0]).parent
    assert title in (folder / file).read_text()
    assert title not in (folder / other).read_text()


def test_a_new_post_has_no_problem_and_is_held_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "new", "post", 'Says: "yes" # & no') == 0
    assert newsroom(root, "build", "--at", "2040-01-01T00:00", "--strict") == 0
    assert "1 in 1 out, English 1 in 1 out; 1 held" in capsys.readouterr().out


def test_a_new_post_that_is_released_unfinished_is_a_problem(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newsroom(root, "new", "post", "Results", "--slug", "results")
    lead = next(root.glob("content/posts/*/results/index.ar.md"))
    lead.write_text(lead.read_text().replace("pubstatus: withheld\n", ""))
    assert newsroom(root, "check") == 1
    assert capsys.readouterr().out.count("NR409") == 5


def test_two_new_posts_have_different_ids(root: Path) -> None:
    for slug in ("one", "two"):
        newsroom(root, "new", "post", "Results", "--slug", slug)
    assert newsroom(root, "check") == 0


def test_new_never_overwrites(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "new", "post", "Results") == 0
    assert newsroom(root, "new", "post", "Results") == 3
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("slug", ["Results", "نتائج", "a--b", "../up", "a" * 81])
def test_new_refuses_a_slug_that_cannot_be_an_address(slug: str, root: Path) -> None:
    assert newsroom(root, "new", "post", "Results", "--slug", slug) == 3
    assert len(list(root.glob("content/posts/*/*"))) == 1


def test_new_refuses_an_author_whom_nobody_knows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "new", "post", "Results", "--author", "salem") == 3
    assert "choose from: salim" in capsys.readouterr().err


@pytest.mark.parametrize("name", list(PUBLISHED))
def test_schema_prints_a_json_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", name]) == 0
    assert '"$schema": "https://json-schema.org/draft/2020-12/schema"' in capsys.readouterr().out


def test_the_installed_command_leaves_with_the_code_and_prints_no_traceback(root: Path) -> None:
    (root / "newsroom.yml").write_bytes(b"\xff\xfe")
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "check"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    assert outcome.returncode == 1
    assert "NR101" in outcome.stdout
    assert "Traceback" not in outcome.stderr


def test_a_reader_who_has_seen_enough_gets_no_traceback(root: Path) -> None:
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "schema", "post"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (3, b"")


def test_messages_survive_a_terminal_that_cannot_show_arabic(root: Path) -> None:
    write_post(root, 2, ar={"author": "salem"})
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "--language", "ar", "check"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert outcome.returncode == 1
    assert "NR402" in outcome.stdout


def test_timings_are_one_object_of_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "build", "--at", AT, "--timings") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["posts"] == {"read": {"ar": 1, "en": 1}, "written": {"ar": 1, "en": 1}, "held": 0}
    assert told["pages"]["all"] == told["pages"]["rendered"] > 0
    assert told["documents"]["all"] == told["documents"]["made"] > 0
    assert set(told["seconds"]) == {"reading", "planning", "rendering", "documents", "proving", "publishing"}
    assert told["memory"] > 1_000_000


def test_a_second_build_says_that_it_kept_every_page(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "build", "--at", AT) == 0
    capsys.readouterr()
    assert newsroom(root, "build", "--at", AT) == 0
    assert re.search(
        r"^Pages: ([0-9]+); 0 rendered, \1 reused\. Removed: 0 files\.$", capsys.readouterr().out, re.MULTILINE
    )


def test_clean_names_what_it_removed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom(root, "build", "--at", AT) == 0
    capsys.readouterr()
    assert newsroom(root, "clean") == 0
    assert capsys.readouterr().out == f"{root / '.newsroom'}\n"
    assert newsroom(root, "clean") == 0
    assert capsys.readouterr().err == "there was nothing to remove\n"
