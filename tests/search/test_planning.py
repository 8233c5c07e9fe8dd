"""Indexes: which posts stand in which, and what a new post makes anew."""

from __future__ import annotations

import gzip
from importlib.metadata import metadata
from pathlib import Path

import msgspec
import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.pages import search_page
from tests.conftest import NOW
from tests.samples import write_post
from tests.trees import read_tree

AT = Edition(NOW)
MARKER = "Quetzalcoatlus"


def site_of(root: Path) -> dict[str, bytes]:
    return read_tree(build(root, AT, None, strict=True)[1])


def fragments(site: dict[str, bytes]) -> list[str]:
    """What results of all indexes say."""
    found = (data for path, data in site.items() if path.endswith(".pf_fragment"))
    return [gzip.decompress(data).removeprefix(b"pagefind_dcd").decode() for data in found]


def test_every_post_is_in_an_index_of_each_language(root: Path) -> None:
    write_post(root, 2)
    urls = sorted(msgspec.json.decode(each)["url"] for each in fragments(site_of(root)))
    assert urls == [f"{language}/posts/2026/post-{number}/" for language in ("ar", "en") for number in (1, 2)]


def test_facts_name_every_result(root: Path) -> None:
    site = site_of(root)
    facts = msgspec.json.decode(site["en/search/1/facts.json"])
    names = {Path(path).stem for path in site if path.startswith("en/search/1/fragment/")}
    assert facts.keys() == names
    assert [each[:3] for each in facts.values()] == [["release", 2026, "salim"]]


def test_the_licence_of_what_searches_stands_beside_it(root: Path) -> None:
    site = site_of(root)
    scripts = [path for path in site if path.endswith("/pagefind.js")]
    assert scripts
    for path in scripts:
        assert b"Copyright 2022 CloudCannon" in site[path.replace("pagefind.js", "LICENSE.txt")]
    assert metadata("pagefind_bin")["License"] == "MIT"


def test_a_post_in_one_language_is_found_in_the_other_and_says_so(root: Path) -> None:
    write_post(root, 2, languages=("en",))
    meta = [msgspec.json.decode(each)["meta"] for each in fragments(site_of(root))]
    assert sum(each.get("language") == "en" for each in meta) == 1


def test_a_withdrawn_post_is_not_found_by_its_old_words(root: Path) -> None:
    write_post(root, 2, body_en=f"About {MARKER}.")
    assert any(MARKER in each for each in fragments(site_of(root)))
    withdrawal = {"date": "2026-03-01T09:00", "reason": {"ar": "خطأ.", "en": "Wrong."}}
    write_post(root, 2, ar={"pubstatus": "canceled", "withdrawal": withdrawal}, body_en=f"About {MARKER}.")
    assert not any(MARKER in each for each in fragments(site_of(root)))


def test_a_new_post_leaves_the_indexes_of_older_ones_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_page, "SIZES", (2,))
    for number in (2, 3):
        write_post(root, number)
    before = site_of(root)
    write_post(root, 4)
    after = site_of(root)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert not any(path.startswith(("ar/search/1/", "en/search/1/")) for path in changed)
    assert any(path.startswith("en/search/3/") for path in changed)


def test_indexes_grow_together_so_that_a_search_asks_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_page, "SIZES", (25, 5))
    assert list(search_page._cuts(38)) == [(0, 25), (25, 30), (30, 35), (35, 38)]
    assert list(search_page._cuts(25)) == [(0, 25)]
    assert list(search_page._cuts(0)) == []


def test_a_file_of_an_index_that_was_lost_comes_back(root: Path) -> None:
    before = site_of(root)
    lost = next(path for path in before if path.endswith(".pf_index"))
    (root / "site" / lost).unlink()
    assert site_of(root) == before


def test_files_of_an_old_index_go_away(root: Path) -> None:
    before = site_of(root)
    write_post(root, 1, body_en="Other words.")
    after = site_of(root)
    gone = before.keys() - after.keys()
    assert any(path.startswith("en/search/1/fragment/") for path in gone)
