"""The engine: the same bytes whichever door one takes, and a site that changes in one step or not at all."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.engine.publishing import Staging
from newsroom.errors import BuildFailed, PostsLost, ProblemsFound, Refused
from tests.conftest import NOW, REPOSITORY
from tests.samples import write_picture, write_post, write_text
from tests.trees import differing, read_tree

AT = Edition(NOW)


def run_engine(engine: str, root: Path, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        engine,
        "build",
        "--config-file",
        str(root / "mkdocs.yml"),
        "--site-dir",
        str(folder),
    ]
    environment = {**os.environ, "NEWSROOM_AT": NOW.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([*command, *options], env=environment, capture_output=True, text=True, check=False)


def test_two_builds_at_one_instant_are_identical(example_site: Path, tmp_path: Path) -> None:
    build(REPOSITORY, AT, tmp_path / "again", strict=True)
    assert differing(example_site, tmp_path / "again") == []


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_every_engine_builds_the_same_bytes(engine: str, example_site: Path, tmp_path: Path) -> None:
    outcome = run_engine(engine, REPOSITORY, tmp_path / engine)
    assert outcome.returncode == 0, outcome.stderr
    assert differing(example_site, tmp_path / engine) == []


def test_the_order_of_files_on_disk_changes_nothing(root: Path, tmp_path: Path) -> None:
    for number in (3, 2):
        write_post(root, number)
    build(root, AT, tmp_path / "one", strict=True)
    other = tmp_path / "other"
    other.mkdir()
    for path, data in sorted(read_tree(root).items(), reverse=True):
        (other / path).parent.mkdir(parents=True, exist_ok=True)
        (other / path).write_bytes(data)
    build(other, AT, tmp_path / "two", strict=True)
    assert differing(tmp_path / "one", tmp_path / "two") == []


def test_a_build_counts_posts_in_and_out(root: Path) -> None:
    write_post(root, 2, languages=("ar",))
    write_post(root, 3, ar={"pubstatus": "withheld"})
    counted, _ = build(root, AT, None, strict=True)
    assert (counted.read.ar, counted.written.ar, counted.read.en, counted.written.en) == (2, 2, 1, 1)
    assert counted.held == 1


def test_a_page_that_was_not_written_fails_the_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")
    write_post(root, 2)
    monkeypatch.setattr("mkdocs.utils.write_file", lambda content, path: None)
    with pytest.raises(PostsLost):
        build(root, AT, None, strict=True)
    assert read_tree(root / "site") == before


def test_problems_leave_the_site_untouched(root: Path) -> None:
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")
    write_post(root, 2, ar={"author": "nobody"})
    with pytest.raises(ProblemsFound) as found:
        build(root, AT, None, strict=False)
    assert [problem.rule.code for problem in found.value.problems] == ["NR402"]
    assert read_tree(root / "site") == before


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_problems_stop_the_engine_itself_with_their_lines_and_no_traceback(
    engine: str, root: Path, tmp_path: Path
) -> None:
    write_post(root, 2, ar={"author": "nobody"})
    outcome = run_engine(engine, root, tmp_path / "site")
    assert outcome.returncode == 1
    assert "content/posts/2026/post-2/index.ar.md:5: NR402" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert not (tmp_path / "site").exists()


def test_a_warning_under_strict_publishes_nothing(root: Path, tmp_path: Path) -> None:
    write_post(root, 2, body_en="[missing](#nowhere-at-all)\n")
    configuration = root / "mkdocs.yml"
    configuration.write_text(configuration.read_text() + "validation: {links: {anchors: warn}}\n")
    assert run_engine("mkdocs", root, tmp_path / "lenient").returncode == 0
    assert (tmp_path / "lenient" / "index.html").is_file()
    assert run_engine("mkdocs", root, tmp_path / "strict", "--strict").returncode == 1
    assert not (tmp_path / "strict").exists()


def test_a_broken_template_is_a_sentence_and_leaves_the_site(root: Path) -> None:
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")
    overrides = root / "overrides"
    overrides.mkdir()
    (overrides / "post.html").write_text("{{ newsroom.posts }}")
    configuration = root / "mkdocs.yml"
    theme = f"theme: {{name: newsroom, custom_dir: {overrides}}}"
    configuration.write_text(configuration.read_text().replace("theme: {name: newsroom}", theme))
    with pytest.raises(BuildFailed, match=r"newsroom.*undefined"):
        build(root, AT, None, strict=True)
    assert read_tree(root / "site") == before


def test_a_full_disk_is_a_sentence_and_leaves_the_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")

    write_post(root, 2)

    def no_room(content: bytes, path: str) -> None:
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr("mkdocs.utils.write_file", no_room)
    with pytest.raises(Refused, match="No space left"):
        build(root, AT, None, strict=True)
    assert read_tree(root / "site") == before
    assert not (root / ".site.staging").exists()


def test_a_site_that_cannot_be_replaced_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")
    write_post(root, 2)
    replace = Path.replace

    def refuse_the_front_door(path: Path, target: Path) -> Path:
        if path == root / ".site.staging" / "index.html":
            raise OSError(5, "Input/output error", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse_the_front_door)
    with pytest.raises(Refused, match="Input/output error"):
        build(root, AT, None, strict=True)
    assert read_tree(root / "site") == before


def test_what_a_build_no_longer_makes_is_gone(root: Path) -> None:
    build(root, AT, None, strict=True)
    (root / "site" / "stray.html").write_text("old")
    build(root, AT, None, strict=True)
    assert not (root / "site" / "stray.html").exists()


def test_two_builds_at_once_end_as_one_whole_site(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "build", "--at", NOW.isoformat()]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    outcomes = [(run.communicate(), run.returncode) for run in runs]
    assert [code for _, code in outcomes] == [0, 0, 0], outcomes
    build(root, AT, tmp_path / "alone", strict=True)
    assert differing(root / "site", tmp_path / "alone") == []


def test_a_build_that_waits_for_another_says_so(root: Path) -> None:
    staging = Staging(root / "site")
    staging.open()
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "build", "--at", NOW.isoformat()]
    waiting = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert waiting.stderr
    assert waiting.stderr.readline() == "another build is at work here; waiting for it\n"
    assert not (root / "site").exists()
    staging.close()
    waiting.communicate()
    assert waiting.returncode == 0
    assert (root / "site" / "index.html").is_file()


def test_a_build_killed_at_any_moment_leaves_the_whole_site(root: Path) -> None:
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "build", "--at", NOW.isoformat()]
    for delay in (0.5, 0.7, 0.9, 1.1):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            run.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        assert not (root / "site").exists() or read_tree(root / "site") == before
    build(root, AT, None, strict=True)
    assert read_tree(root / "site") == before


def test_a_preview_is_not_written_over_the_public_site(root: Path) -> None:
    _, public = build(root, AT, None, strict=True)
    _, preview = build(root, Edition(None), None, strict=True)
    assert (public, preview) == (root / "site", root / "preview")


def test_an_instant_without_a_zone_is_the_newsrooms(root: Path) -> None:
    early, naive = (datetime.datetime.fromisoformat(f"2026-01-15T{time}") for time in ("08:59", "09:00"))
    assert build(root, Edition(early), None, strict=True)[0].held == 1
    assert build(root, Edition(naive), None, strict=True)[0].held == 0


def test_a_file_that_no_text_names_is_not_published(root: Path) -> None:
    folder = write_post(root, 2, body_en="[report](report.pdf)")
    (folder / "report.pdf").write_bytes(b"%PDF-")
    (folder / "draft.docx").write_bytes(b"secret")
    (folder / "port.pdf").write_bytes(b"secret, and its name ends that of another")
    (root / "content" / "pages" / "about" / "notes.txt").write_text("secret")
    build(root, AT, None, strict=False)
    published = read_tree(root / "site")
    assert "posts/2026/post-2/report.pdf" in published
    assert not [path for path, data in published.items() if b"secret" in data]


def test_links_between_posts_lead_to_their_pages(root: Path) -> None:
    write_post(root, 2, body_en="[first](../post-1/index.en.md) and [who](../../../executives/salim/index.en.md)")
    build(root, AT, None, strict=False)
    page = (root / "site" / "en/posts/2026/post-2/index.html").read_text()
    assert '<a href="../post-1/">first</a>' in page
    assert '<a href="../../../executives/salim/">who</a>' in page


def test_a_link_to_a_post_that_is_not_released_is_plain_words(root: Path) -> None:
    write_post(root, 2, slug="secret-merger", ar={"date": "2027-01-01T08:00", "title": "خبر", "summary": "ملخص."})
    write_text(
        root / "content/posts/2026/post-1/index.en.md",
        {"title": "One", "summary": "Two."},
        "See [the news](../secret-merger/index.en.md) and ![chart](../secret-merger/chart.png).",
    )
    write_picture(root / "content/posts/2026/secret-merger/chart.png")
    write_text(
        root / "content/posts/2026/secret-merger/index.en.md", {"title": "x", "summary": "y."}, "![chart](chart.png)"
    )
    build(root, AT, None, strict=False)
    page = (root / "site" / "en/posts/2026/post-1/index.html").read_text()
    assert "<span>the news</span>" in page
    assert "secret-merger" not in page
