"""``newsroom clean``: what can be made again goes, and the site stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.engine.cleaning import clean
from newsroom.errors import NewsroomNotFound
from tests.conftest import NOW
from tests.trees import read_tree


def test_what_builds_remember_and_previews_go_and_the_site_stays(root: Path) -> None:
    build(root, Edition(NOW), None, strict=True)
    build(root, Edition(None), None, strict=True)
    site, content = read_tree(root / "site"), read_tree(root / "content")
    assert list(clean(root)) == [root / ".newsroom", root / "preview"]
    assert (read_tree(root / "site"), read_tree(root / "content")) == (site, content)
    assert list(clean(root)) == []


def test_what_a_killed_build_left_goes_too(root: Path) -> None:
    (root / ".site.staging" / "ar").mkdir(parents=True)
    list(clean(root))
    assert not (root / ".site.staging").exists()


def test_a_link_is_removed_and_not_what_it_leads_to(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept").write_text("")
    (root / "preview").symlink_to(tmp_path / "elsewhere")
    assert list(clean(root)) == [root / "preview"]
    assert (tmp_path / "elsewhere" / "kept").exists()


def test_after_it_a_build_makes_the_same_site_again(root: Path) -> None:
    build(root, Edition(NOW), None, strict=True)
    before = read_tree(root / "site")
    list(clean(root))
    assert build(root, Edition(NOW), None, strict=True)[0].reused == 0
    assert read_tree(root / "site") == before


def test_where_there_is_no_newsroom_nothing_is_removed(tmp_path: Path) -> None:
    (tmp_path / "preview").mkdir()
    with pytest.raises(NewsroomNotFound):
        list(clean(tmp_path))
    assert (tmp_path / "preview").exists()
