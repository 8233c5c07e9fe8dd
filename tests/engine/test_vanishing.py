"""Addresses are for ever: a build that would take one away stops, and says how the address is kept."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.commands.addresses import write_addresses
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.engine.publishing import Staging
from newsroom.errors import ProblemsFound
from newsroom.model.problem import Problem
from tests.conftest import NOW
from tests.samples import both, configuration, executive, write_newsroom, write_post, write_text, write_yaml
from tests.trees import read_tree

AT = Edition(NOW)
EARLIER = Edition(datetime.datetime.fromisoformat("1970-01-01T00:00Z"))
SECOND = "content/posts/2026/post-2"
WITHDRAWN = {
    "pubstatus": "canceled",
    "withdrawal": {"date": "2026-02-01T08:00", "reason": both("سبب.", "A reason.")},
}


@pytest.fixture
def published(root: Path) -> Path:
    """A newsroom of two posts whose site stands; the second is the only one on its topic, and has a picture of it."""
    write_post(root, 2, ar={"topics": ["results"], "type": "opinion"})
    build(root, AT, None, strict=True)
    return root


def gone(root: Path, edition: Edition = AT, *, strict: bool = False) -> dict[str, Problem]:
    """What stops a build: the problem of each address, by its path; and the site stays as it was."""
    before = read_tree(root / "site")
    with pytest.raises(ProblemsFound) as found:
        build(root, edition, None, strict=strict)
    assert read_tree(root / "site") == before
    return {problem.path: problem for problem in found.value.problems if problem.rule.code in {"NR780", "NR601"}}


def delete(root: Path) -> None:
    shutil.rmtree(root / SECOND)


def rename(root: Path) -> None:
    (root / SECOND).rename(root / "content/posts/2026/other-name")


def withhold(root: Path) -> None:
    write_post(root, 2, ar={"topics": ["results"], "type": "opinion", "pubstatus": "withheld"})


@pytest.mark.parametrize("change", [delete, rename, withhold])
def test_a_post_that_would_vanish_stops_any_build(change: Callable[[Path], None], published: Path) -> None:
    change(published)
    found = gone(published)
    assert {problem.rule.code for problem in found.values()} == {"NR780"}
    post = found["site/ar/posts/2026/post-2/index.html"]
    assert post.values["address"] == "ar/posts/2026/post-2/"
    assert "aliases: [2026/post-2]" in post.mend("en")
    assert "aliases: [2026/post-2]" in post.mend("ar")


def test_the_lists_and_feeds_that_would_vanish_with_it_are_named_too(published: Path) -> None:
    delete(published)
    found = gone(published)
    assert "redirects: {topics/results: archive}" in found["site/en/topics/results/index.html"].mend("en")
    assert "redirects: {topics/results: archive}" in found["site/en/feeds/rss/topics/results.xml"].mend("en")


def test_what_the_messages_say_mends_a_deleted_post(published: Path) -> None:
    delete(published)
    redirects = {"posts/2026/post-2": "archive", "topics/results": "archive", "types/opinion": "archive"}
    write_yaml(published / "newsroom.yml", configuration(redirects=redirects))
    build(published, AT, None, strict=True)
    assert (published / "site/en/posts/2026/post-2/index.html").is_file()
    assert (published / "site/ar/feeds/atom/topics/results.xml").is_file()


def test_an_alias_keeps_the_address_of_a_renamed_post_for_ever(published: Path) -> None:
    rename(published)
    here = {"topics": ["results"], "type": "opinion"}
    write_post(published, 2, slug="other-name", ar={**here, "aliases": ["2026/post-2"]})
    build(published, AT, None, strict=True)
    write_post(published, 2, slug="other-name", ar=here)
    assert set(gone(published)) == {f"site/{each}/posts/2026/post-2/index.html" for each in ("ar", "en")}


def test_a_withdrawn_post_takes_nothing_away(published: Path) -> None:
    write_post(published, 2, ar={"topics": ["results"], "type": "opinion", **WITHDRAWN})
    build(published, AT, None, strict=True)


def test_the_text_of_one_language_may_not_vanish_but_may_lead_to_the_other(published: Path) -> None:
    (published / SECOND / "index.en.md").unlink()
    found = gone(published)
    line = "redirects: {en/posts/2026/post-2: ar/posts/2026/post-2}"
    assert line in found["site/en/posts/2026/post-2/index.html"].mend("en")
    feed = found["site/en/feeds/json/topics/results.json"]
    assert "redirects: {en/feeds/topics/results: archive}" in feed.mend("en")
    redirects = {
        "en/posts/2026/post-2": "ar/posts/2026/post-2",
        "en/feeds/topics/results": "archive",
        "en/feeds/types/opinion": "archive",
    }
    write_yaml(published / "newsroom.yml", configuration(redirects=redirects))
    build(published, AT, None, strict=True)


@pytest.mark.parametrize("kind", ["executive", "plain page"])
def test_people_and_plain_pages_may_be_renamed_with_an_alias(kind: str, published: Path) -> None:
    page = {"title": "عن الشركة", "summary": "من نحن."}
    old, new, keys = {
        "executive": ("executives/salim", "executives/salem", executive()),
        "plain page": ("pages/about", "pages/who-we-are", page),
    }[kind]
    (published / "content" / old).rename(published / "content" / new)
    for number, post in enumerate(({}, {"topics": ["results"], "type": "opinion"}), 1):
        write_post(published, number, ar={**post, **({"author": "salem"} if kind == "executive" else {})})
    name = old.partition("/")[2]
    assert f"aliases: [{name}]" in next(iter(gone(published).values())).mend("en") or kind == "executive"
    write_text(published / "content" / new / "index.ar.md", {**keys, "aliases": [name]}, "نص.")
    build(published, AT, None, strict=True)


def test_a_clock_set_back_is_told_apart_and_only_of_what_has_an_instant(published: Path) -> None:
    found = gone(published, EARLIER, strict=True)
    assert {problem.rule.code for problem in found.values()} == {"NR601"}
    assert set(found) == {
        f"site/{language}/{below}/index.html"
        for language in ("ar", "en")
        for below in ("posts/2026/post-1", "posts/2026/post-2", "executives/salim")
    }


def test_behind_a_clock_set_back_what_was_deleted_is_found_all_the_same(published: Path) -> None:
    delete(published)
    codes = {path: problem.rule.code for path, problem in gone(published, EARLIER).items()}
    assert codes["site/ar/posts/2026/post-2/index.html"] == "NR780"
    assert codes["site/ar/posts/2026/post-1/index.html"] == "NR601"


@pytest.mark.parametrize("edition", [Edition(NOW, is_supposed=True), Edition(None)], ids=["--at", "--preview"])
def test_what_is_not_published_now_is_not_compared(edition: Edition, published: Path) -> None:
    delete(published)
    build(published, edition, published / "site", strict=True)


def test_what_only_a_preview_showed_was_never_published(published: Path) -> None:
    withheld = write_post(published, 3, ar={"pubstatus": "withheld"})
    build(published, Edition(None), published / "site", strict=True)
    shutil.rmtree(withheld)
    build(published, AT, None, strict=True)


def test_numbered_pages_pictures_and_files_for_machines_may_go(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", posts=5, posts_per_page=1)
    build(root, AT, None, strict=True)
    assert (root / "site/en/archive/2026/page/1/index.html").is_file()
    write_yaml(root / "newsroom.yml", configuration(posts_per_page=20))
    build(root, AT, None, strict=True)


def test_the_list_in_the_repository_is_compared_where_no_site_stands(published: Path) -> None:
    write_addresses(published, NOW)
    shutil.rmtree(published / "site")
    delete(published)
    lines = (published / "addresses.txt").read_text().splitlines()
    with pytest.raises(ProblemsFound) as found:
        build(published, AT, None, strict=False)
    places = {(each.path, each.line): each.rule.code for each in found.value.problems}
    assert places["addresses.txt", lines.index("ar/posts/2026/post-2/") + 1] == "NR780"
    assert not (published / "site").exists()


def test_a_broken_list_stops_a_public_build_and_no_preview(published: Path) -> None:
    (published / "addresses.txt").write_text("<<<<<<< HEAD\nar/\n")
    with pytest.raises(ProblemsFound) as found:
        build(published, AT, None, strict=False)
    assert [(each.rule.code, each.line) for each in found.value.problems] == [("NR778", 1)]
    build(published, Edition(None), None, strict=True)


def command_for(root: Path) -> list[str]:
    return [sys.executable, "-m", "newsroom", "--root", str(root), "build"]


def test_of_two_builds_at_once_the_second_is_held_against_what_the_first_left(published: Path, tmp_path: Path) -> None:
    clone, shared = tmp_path / "clone", tmp_path / "shared"
    shutil.copytree(published, clone, ignore=shutil.ignore_patterns(".*", "site"))
    write_post(published, 3)
    first = Staging(shared)
    first.open()
    command = [*command_for(clone), "--site-dir", str(shared)]
    second = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert second.stderr
    assert second.stderr.readline() == "another build is at work here; waiting for it\n"
    # The first one has published the third post by the time that it lets the second begin.
    build(published, AT, tmp_path / "made", strict=True)
    (tmp_path / "made").rename(shared)
    first.close()
    said, _ = second.communicate()
    assert second.returncode == 1
    assert "shared/en/posts/2026/post-3/index.html:1: NR780" in said
    assert "en/posts/2026/post-3/index.html" in read_tree(shared)


def test_a_build_that_is_killed_forgets_nothing(published: Path) -> None:
    write_post(published, 3)
    run = subprocess.Popen(command_for(published), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.wait(timeout=1)
    except subprocess.TimeoutExpired:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
    delete(published)
    assert "site/ar/posts/2026/post-2/index.html" in gone(published)
