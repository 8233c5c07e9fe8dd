"""What must not come in is refused before anything of it is written, with a sentence; what is served stays."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import PushRefused
from newsroom.model.host import MEBIBYTE
from newsroom.publishing.contents import refuse_what_is_no_newsroom
from newsroom.publishing.repository import Repository
from tests.publishing.hosted import Hosted, run_ours


def _without_configuration(root: Path) -> None:
    (root / "newsroom.yml").unlink()


def _with_a_large_file(root: Path) -> None:
    (root / "content/media/film.bin").write_bytes(bytes(3 * MEBIBYTE))


def _with_a_memory(root: Path) -> None:
    (root / ".newsroom").mkdir()
    (root / ".newsroom/public.db").write_text("forged")


def _with_a_name_in_latin_1(root: Path) -> None:
    (root / os.fsdecode("content/media/caf\xe9.txt".encode("latin-1"))).write_text("text")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        pytest.param(_without_configuration, "there is no newsroom.yml at the top", id="no newsroom"),
        pytest.param(_with_a_large_file, "content/media/film.bin has 3 MiB, and 1 are the most", id="a large file"),
        pytest.param(_with_a_memory, ".newsroom/public.db is what a build remembers", id="what builds remember"),
        pytest.param(_with_a_name_in_latin_1, r"content/media/caf\xe9.txt is not written in UTF-8", id="not UTF-8"),
    ],
)
def test_what_is_no_newsroom_is_refused(change: Callable[[Path], None], sentence: str, fresh: Hosted) -> None:
    change(fresh.root)
    with pytest.raises(PushRefused, match=re.escape(sentence)):
        _look_at(fresh.commit(), fresh)


def test_a_push_that_is_refused_says_why_and_leaves_what_is_live(hosted: Hosted) -> None:
    live = hosted.live
    hosted.set(largest=2)
    _with_a_large_file(hosted.root)
    commit = hosted.commit()
    answer = hosted.push()
    assert answer.returncode != 0
    assert "content/media/film.bin has 3 MiB, and 2 are the most" in answer.stderr
    assert hosted.live == live
    assert hosted.publishing().repository.tip("main") != commit


def test_a_submodule_is_refused(fresh: Hosted) -> None:
    fresh.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},content/pages/other")
    fresh.git("commit", "--quiet", "-m", "Other")
    with pytest.raises(PushRefused, match="content/pages/other is a submodule"):
        _look_at("HEAD", fresh)


@pytest.mark.parametrize(
    "links",
    [
        pytest.param({"content/media/x": "/etc/passwd"}, id="absolute"),
        pytest.param({"content/media/x": "../../../secret"}, id="relative"),
        pytest.param({"content/media/top": "../..", "content/x": "media/top/../secret"}, id="through one inside"),
        pytest.param({"x": ".git/config"}, id="to git's files"),
        pytest.param({"content/x": "../.newsroom/public.db"}, id="to what builds remember"),
        pytest.param({"x": "y", "y": "x"}, id="in a circle"),
        pytest.param({"x": "a/" * 3000}, id="longer than any path"),
    ],
)
def test_a_link_that_leads_out_is_refused(links: dict[str, str], fresh: Hosted) -> None:
    with pytest.raises(PushRefused, match="is a symbolic link that leads out of the newsroom"):
        _look_at(_links(links, fresh), fresh)


@pytest.mark.parametrize(
    "links",
    [
        pytest.param({"content/media/same.svg": "logo.svg"}, id="to a neighbour"),
        pytest.param({"docs": "content/pages", "content/media/up": "../../docs/about"}, id="through another"),
    ],
)
def test_a_link_that_stays_inside_is_let_in(links: dict[str, str], fresh: Hosted) -> None:
    _look_at(_links(links, fresh), fresh)


def _links(links: dict[str, str], made: Hosted) -> str:
    """Commit symbolic links, which git takes wherever they lead; the commit."""
    for name, target in links.items():
        (made.root / "target").write_text(target)
        blob = made.git("hash-object", "-w", "target")
        made.git("update-index", "--add", "--cacheinfo", f"120000,{blob},{name}")
    made.git("commit", "--quiet", "-m", "Links")
    return made.git("rev-parse", "HEAD")


def _look_at(commit: str, made: Hosted) -> None:
    refuse_what_is_no_newsroom(Repository(made.root), commit, MEBIBYTE)


def test_the_branch_that_is_published_is_not_deleted(hosted: Hosted) -> None:
    answer = hosted.push("--delete")
    assert answer.returncode != 0
    assert "is the one that is published" in answer.stderr
    assert hosted.live.number == 1


def test_another_branch_may_be_deleted(hosted: Hosted) -> None:
    hosted.push(refs="HEAD:refs/heads/trial")
    assert hosted.push("--delete", refs="trial").returncode == 0


def test_a_push_that_loses_history_is_refused(hosted: Hosted) -> None:
    live = hosted.live
    hosted.git("commit", "--quiet", "--amend", "--allow-empty", "-m", "Rewritten")
    answer = hosted.push("--force")
    assert answer.returncode != 0
    assert "git revert" in answer.stderr
    assert hosted.live == live


def test_of_several_branches_one_that_is_no_newsroom_keeps_all_out(hosted: Hosted) -> None:
    hosted.git("checkout", "--quiet", "-b", "broken")
    (hosted.root / "newsroom.yml").unlink()
    hosted.commit()
    hosted.git("checkout", "--quiet", "main")
    commit = hosted.commit()
    assert hosted.push(refs="main broken").returncode != 0
    assert hosted.publishing().repository.tip("main") != commit


def test_several_branches_come_at_once_and_the_one_that_is_published_is_live(hosted: Hosted) -> None:
    commit = hosted.commit()
    hosted.git("branch", "trial")
    answer = hosted.push(refs="trial main")
    assert answer.returncode == 0, answer.stderr
    assert hosted.live.commit == commit


@pytest.mark.parametrize("ref", ["refs/tags/v1", "refs/newsroom/ledger/2026"])
def test_what_is_no_branch_comes_in_and_publishes_nothing(ref: str, hosted: Hosted) -> None:
    empty = hosted.git("commit-tree", "-m", "Line", hosted.git("hash-object", "-w", "-t", "tree", "/dev/null"))
    answer = hosted.push(refs=f"{empty}:{ref}")
    assert answer.returncode == 0, answer.stderr
    assert "live" not in answer.stderr
    assert hosted.live.number == 1


def test_whoever_pushes_is_answered_in_the_language_of_the_host(hosted: Hosted) -> None:
    (hosted.folder / "host.yml").write_text("language: ar\n")
    (hosted.root / "newsroom.yml").unlink()
    hosted.commit()
    assert "لا يوجد newsroom.yml في أعلى ما دُفع" in hosted.push(LC_ALL="C.UTF-8").stderr


def test_a_locale_does_not_change_what_a_host_says(hosted: Hosted) -> None:
    (hosted.root / "newsroom.yml").unlink()
    hosted.commit()
    assert "there is no newsroom.yml" in hosted.push(LC_ALL="ar_OM.UTF-8").stderr


def test_while_host_yml_is_broken_nothing_comes_in_and_the_line_is_named(hosted: Hosted) -> None:
    hosted.set(keeep=3)
    hosted.commit()
    answer = hosted.push()
    assert answer.returncode != 0
    assert "host.yml:4: " in answer.stderr


def test_what_is_no_hosts_folder_is_not_published_from(hosted: Hosted) -> None:
    (hosted.folder / "host.yml").unlink()
    answer = hosted.run("publish")
    assert answer.returncode == 3
    assert "there is no host.yml" in answer.stderr


def test_where_nothing_was_pushed_yet_there_is_nothing_to_publish(fresh: Hosted) -> None:
    answer = fresh.run("publish")
    assert answer.returncode == 3
    assert "nothing was pushed to the branch main yet" in answer.stderr


def test_without_git_a_host_cannot_be_made_and_that_is_said(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "env").symlink_to("/usr/bin/env")
    answer = run_ours("host", str(tmp_path / "host"), PATH=str(programs))
    assert answer.returncode == 3
    assert "the program git is not there" in answer.stderr
