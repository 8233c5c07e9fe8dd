"""What stands in the site's folder: believed where it is as it was left, and else looked into."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.engine.cache import Cache
from newsroom.engine.fingerprints import digest_of_file
from newsroom.engine.inventory import Inventory, Output, stand


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    cache = Cache(tmp_path / "cache" / "public.db", "1")
    yield cache
    cache.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text("front")
    (folder / "en" / "index.html").write_text("home")
    return folder


def inventory(site: Path, cache: Cache, appearance: str = "plain", name: str = "site") -> Inventory:
    return Inventory(site, name, cache, appearance, stand(site))


def left_by_a_build(site: Path, cache: Cache) -> dict[str, Output]:
    """Remember the folder as it stands."""
    outputs = {
        path: Output("key", "record", digest_of_file(site / path), size=size, modified=modified)
        for path, (size, modified) in stand(site)[0].items()
    }
    inventory(site, cache).save(outputs)
    return outputs


def test_every_file_is_told_and_every_empty_folder(site: Path) -> None:
    (site / "a" / "b").mkdir(parents=True)
    (site / "link").symlink_to(site / "en")
    standing, empty = stand(site)
    assert sorted(standing) == ["en/index.html", "index.html", "link"]
    assert empty == ["a/b/"]


def test_where_no_folder_is_nothing_stands(tmp_path: Path) -> None:
    assert stand(tmp_path / "site")[0] == {}


def test_a_file_as_it_was_left_is_not_read(site: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = left_by_a_build(site, cache)

    def refuse(path: Path) -> str:
        raise AssertionError(path)

    monkeypatch.setattr("newsroom.engine.inventory.digest_of_file", refuse)
    assert inventory(site, cache).has("index.html", outputs["index.html"].content)
    assert not inventory(site, cache).has("index.html", outputs["en/index.html"].content)


@pytest.mark.parametrize(("text", "has"), [("front", True), ("FRONT", False)], ids=["the same bytes", "others"])
def test_a_file_of_another_time_is_read(text: str, has: bool, site: Path, cache: Cache) -> None:
    outputs = left_by_a_build(site, cache)
    (site / "index.html").write_text(text)
    os.utime(site / "index.html", ns=(0, 0))
    assert inventory(site, cache).has("index.html", outputs["index.html"].content) == has


@pytest.mark.parametrize("instead", ["nothing", "a folder", "a link to the same bytes"])
def test_what_is_no_file_has_no_bytes(instead: str, site: Path, cache: Cache) -> None:
    outputs = left_by_a_build(site, cache)
    (site / "index.html").rename(site.parent / "front.html")
    if instead == "a folder":
        (site / "index.html").mkdir()
    elif instead == "a link to the same bytes":
        (site / "index.html").symlink_to(site.parent / "front.html")
    assert not inventory(site, cache).has("index.html", outputs["index.html"].content)


def test_the_build_before_is_known_with_its_appearance(site: Path, cache: Cache) -> None:
    outputs = left_by_a_build(site, cache)
    assert inventory(site, cache).known == outputs
    assert inventory(site, cache).same_appearance
    assert not inventory(site, cache, appearance="bold").same_appearance


def test_of_another_folder_nothing_is_known(site: Path, cache: Cache) -> None:
    left_by_a_build(site, cache)
    elsewhere = inventory(site, cache, name="other")
    assert (elsewhere.known, elsewhere.same_appearance) == ({}, False)
