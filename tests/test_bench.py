"""The benchmark compares like with like, and tells it in a shape that others can rely on. Nothing here needs Hugo."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from bench import bench, corpus, hugo_site, ledger, serving
from bench.generators import Generator
from bench.measure import proportional_set_size, run, tree
from bench.report import NAMES, Series, summary, table
from bench.trial import Trial

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import LANGUAGES
from newsroom.model.newsroom import Newsroom
from tests.conftest import REPOSITORY
from tests.trees import differing, read_tree

POSTS = 12


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is timed here, and a disk that is busy with others' files takes minutes."""
    monkeypatch.setattr(os, "sync", lambda: None)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bench") / "ours"
    corpus.write_corpus(root, REPOSITORY, POSTS)
    return root


@pytest.fixture(scope="module")
def hugo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bench") / "hugo"
    hugo_site.write_site(root, REPOSITORY, POSTS)
    return root


@pytest.fixture(scope="module")
def newsroom(ours: Path) -> Newsroom:
    return sound_newsroom(ours)


def test_the_generated_posts_are_the_same_in_each_process_and_version(ours: Path) -> None:
    # Figures of two versions can only be compared while this holds.
    digest = hashlib.sha256(repr(read_tree(ours / "content" / "posts")).encode())
    assert digest.hexdigest()[:16] == "f6305b8c43896c15"


def test_the_hugo_site_is_the_same_each_time(hugo: Path, tmp_path: Path) -> None:
    hugo_site.write_site(tmp_path / "again", REPOSITORY, POSTS)
    assert differing(hugo, tmp_path / "again") == []


def test_hugo_gets_the_year_of_a_post_that_is_the_first_of_it(tmp_path: Path) -> None:
    post = corpus.post(POSTS, POSTS)
    hugo_site.write_post(tmp_path, post)
    year = _front_matter(tmp_path / "content" / "posts" / str(post.date.year) / "_index.ar.md")
    assert year == {"title": "أخبار عام ٢٠٢٥", "name": "٢٠٢٥", "url": "archive/2025/"}


def test_the_post_to_be_published_next_is_the_newest_and_due() -> None:
    dates = [post.date for post in corpus.posts(POSTS)]
    assert max(dates) < corpus.post(POSTS, POSTS).date < datetime(2026, 11, 23)  # noqa: DTZ001 - as the posts write it


def _front_matter(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text().split("---\n")[1])


def test_both_generators_are_given_the_same_posts(hugo: Path, newsroom: Newsroom) -> None:
    told = {
        (post.year, post.slug, language): {
            "title": post.translations[language].title,
            "description": post.translations[language].summary,
            "date": post.released,
            "types": [post.type],
            "executives": [post.author],
            "topics": list(post.topics),
            "audiences": list(post.audiences),
            "contact": post.contact,
        }
        for post in newsroom.posts
        for language in LANGUAGES
    }
    given = {
        (int(path.parts[-3]), path.parts[-2], path.name.split(".")[1]): _front_matter(path)
        for path in (hugo / "content" / "posts").glob("*/*/index.*.md")
    }
    assert len(told) == POSTS * 2
    assert given == told


@pytest.mark.parametrize("folder", ["posts/*/*", "executives/*"])
def test_both_generators_are_given_the_same_texts(ours: Path, hugo: Path, folder: str) -> None:
    def texts(root: Path) -> list[str]:
        paths = sorted((root / "content").glob(f"{folder}/*index.??.md"), key=lambda path: path.as_posix())
        return [path.read_text().split("---\n", 2)[2].strip() for path in paths]

    assert texts(ours) == texts(hugo)


def test_hugo_makes_a_list_for_each_list_of_ours(hugo: Path, newsroom: Newsroom) -> None:
    content = hugo / "content"
    assert {path.name for path in (content / "types").iterdir() if path.is_dir()} >= {
        each.type for each in newsroom.posts
    }
    assert {path.name for path in (content / "executives").iterdir() if path.is_dir()} == set(newsroom.executives)
    assert {path.name for path in (content / "posts").iterdir() if path.is_dir()} == {
        str(each.year) for each in newsroom.posts
    }


def test_hugo_stands_at_the_same_address_with_as_many_posts_a_page(hugo: Path, newsroom: Newsroom) -> None:
    settings = yaml.safe_load((hugo / "hugo.yaml").read_text())
    assert settings["baseURL"] == newsroom.address
    assert settings["timeZone"] == str(newsroom.timezone)
    assert settings["pagination"]["pagerSize"] == settings["params"]["size"] == newsroom.posts_per_page


SLEEPING_CHILD = "import sys; held = bytearray(2**26); print('ready', flush=True); sys.stdin.read()"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SLEEPING_CHILD!r}])"


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells proportional set sizes")
def test_the_memory_of_a_process_includes_that_of_its_children() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        assert sum(map(proportional_set_size, tree(process.pid))) > 2**26


def test_a_failing_build_ends_the_benchmark_with_its_words() -> None:
    with pytest.raises(SystemExit, match="no room"):
        run([sys.executable, "-c", "raise SystemExit('no room')"])


BUILD = """
import pathlib, sys
root, site = map(pathlib.Path, sys.argv[1:])
cached = (root / ".newsroom" / "old").exists()
(root / ".newsroom").mkdir(exist_ok=True)
(root / ".newsroom" / "old").touch()
site.mkdir(exist_ok=True)
with (site / "log").open("a") as log:
    log.write(f"{len(list(root.glob('content/posts/*/*')))} posts, {'cached' if cached else 'cold'}\\n")
"""


def _write_text_of_page(root: Path, post: corpus.Post, language: str) -> None:
    for address in (serving.HOME, post.address):
        page = root / address.strip("/") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(post.texts["en"].title)


def _write_pages(root: Path, post: corpus.Post) -> None:
    corpus.write_post(root, post)
    _write_text_of_page(root, post, "en")


def _generator(name: str = "ours") -> Generator:
    """A generator that notes what it was asked, and serves the files that lie in its sources."""
    return Generator(
        name=name,
        write_sources=corpus.write_corpus,
        write_post=_write_pages,
        write_text=_write_text_of_page,
        cache=".newsroom",
        start_up=[sys.executable, "-c", ""],
        build=lambda root, site: [sys.executable, "-c", BUILD, str(root), str(site)],
        serve=lambda root, port: [
            *(sys.executable, "-m", "http.server", str(port)),
            *("--bind", "127.0.0.1", "--directory", str(root)),
        ],
    )


def test_a_post_is_published_on_the_old_site_with_the_restored_cache(tmp_path: Path) -> None:
    trial = Trial(_generator(), tmp_path, 3)
    trial.cold()
    trial.publish_one()
    trial.nothing()
    log = (tmp_path / "site" / "log").read_text().splitlines()
    assert log == ["3 posts, cold", "4 posts, cached", "4 posts, cached"]


def test_all_files_are_new_when_a_post_is_published(tmp_path: Path) -> None:
    trial = Trial(_generator(), tmp_path, 3)
    trial.cold()
    trial.publish_one()
    old = max(path.stat().st_mtime_ns for path in (tmp_path / "first").rglob("*") if path.is_file())
    assert [path for path in (tmp_path / "clone").rglob("*") if path.is_file() and path.stat().st_mtime_ns < old] == []


def test_a_save_counts_when_the_home_page_shows_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_only_the_post(root: Path, post: corpus.Post, language: str) -> None:
        monkeypatch.setattr(serving, "PATIENCE", 0.5)
        (root / post.address.strip("/") / "index.html").write_text(post.texts["en"].title)

    newest = corpus.post(3, 3)
    _write_pages(tmp_path / "sources", newest)
    generator = replace(_generator(), write_text=write_only_the_post)
    with pytest.raises(SystemExit, match=r"/en/.* never said 'Saved"):
        serving.save_to_page(generator, tmp_path / "sources", newest, 1)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The JSON object of a benchmark on generators that do nothing."""
    monkeypatch.setattr(bench, "ours", _generator)
    monkeypatch.setattr(bench, "hugo", lambda: _generator("hugo"))
    monkeypatch.setattr(bench, "machine", lambda _: {"cores": "2"})
    monkeypatch.setattr(serving, "PAUSES", (0, 0))
    monkeypatch.setattr(sys, "argv", ["bench", "--posts", "3", "--runs", "2", "--saves", "4", "--json"])
    bench.main()
    return json.loads(capsys.readouterr().out)


def test_the_object_holds_every_measure_of_both_with_its_runs(said: dict[str, Any]) -> None:
    runs = {
        "start_up": 2,
        "cold": 2,
        "publish_one": 2,
        "nothing": 2,
        "save_to_page": 4,
        "memory": 2,
        "memory_publish_one": 2,
        "memory_serve": 1,
    }
    for name in ("ours", "hugo"):
        assert {part: len(figures["runs"]) for part, figures in said[name].items()} == runs
    assert said["ratio"].keys() == runs.keys()
    assert said["posts"] == 3
    assert said["machine"] == {"cores": "2"}


def _series(ours: list[float], hugo: list[float]) -> Series:
    seconds = ("start_up", "cold", "publish_one", "nothing", "save_to_page")
    memory = ("memory", "memory_publish_one", "memory_serve")
    return {
        name: dict.fromkeys(seconds, runs) | {part: [2**20 * each for each in runs] for part in memory}
        for name, runs in zip(NAMES, (ours, hugo), strict=True)
    }


def test_a_ratio_is_the_median_of_the_pairs_not_the_ratio_of_the_medians() -> None:
    # The machine was busy during the second pair.
    cold = summary(100, _series([1, 20, 3], [2, 10, 12]))
    assert cold["ours"]["cold"] == {"median": 3, "worst": 20, "runs": [1, 20, 3]}
    assert cold["ratio"]["cold"]["median"] == 0.5


def test_the_table_tells_each_size_and_the_growth() -> None:
    lines = list(table([summary(100, _series([1], [2])), summary(10_000, _series([100], [20_000]))]))
    assert "| cold build | 10,000 | 100.00 s | 20000.00 s | 0.01 |" in lines
    assert "| memory, serve | 100 | 1 MiB | 2 MiB | 0.50 |" in lines
    assert "Cold build, from 100 to 10,000 posts: ours × 100.0 (exponent 1.00); Hugo × 10000.0 (exponent 2.00)" in lines


def test_one_object_is_for_one_size(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "--json"])
    with pytest.raises(SystemExit):
        bench.main()
    assert "--posts 1000" in capsys.readouterr().err


def test_the_benchmark_of_ledgers_finds_every_line_that_it_wrote_and_tells_each_figure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "argv", ["ledger", "--claims", "2", "--processes", "2", "--lines", "40"])
    ledger.main()
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in said[:8]] == ["git"] * 4 + ["sqlite"] * 4
    assert [line.rpartition(":")[0].strip() for line in said[8:]] == [
        "40 lines decoded and folded",
        "read from a file",
        "read from a remote by a fresh clone",
        "and again by the same clone",
    ]
