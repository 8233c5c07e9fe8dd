"""Packed twins: the same words again, smaller, made when the words are new, and only then."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.engine import packing
from newsroom.engine.cache import Cache
from newsroom.engine.fingerprints import digest_of_file
from newsroom.engine.inventory import Inventory, Output, stand
from newsroom.engine.packing import Packing, is_compressible, pack

WORDS = "<p>كلمات words</p>" * 100


@given(st.binary(max_size=2000) | st.text(max_size=20).map(lambda text: (text * 100).encode()))
def test_a_twin_holds_the_same_bytes_and_is_smaller(data: bytes) -> None:
    twins = pack(data)
    unpack = {".gz": gzip.decompress, ".br": brotli.decompress}
    assert all(unpack[suffix](twin) == data and len(twin) < len(data) for suffix, twin in twins.items())
    assert pack(data) == twins


def test_what_does_not_get_smaller_has_no_twin() -> None:
    assert pack(b"short") == {}
    assert list(pack(WORDS.encode())) == [".gz", ".br"]


def test_no_clock_is_in_a_twin() -> None:
    # Bytes 4 to 7 are a time, and the flags in byte 3 would tell of a name (RFC 1952, section 2.3).
    assert pack(WORDS.encode())[".gz"][3:8] == bytes(5)


@pytest.mark.parametrize(
    ("address", "worth"),
    [
        ("ar/index.html", True),
        ("ar/feed.xml", True),
        ("ar/feed.json", True),
        ("en/ninjs.json", True),
        ("media/logo.svg", True),
        ("en/contacts/press.vcf", True),
        ("posts/2026/slug/hero.jpg", False),
        ("posts/2026/slug/report.pdf", False),
        ("ar/feed.xml.gz", False),
    ],
)
def test_text_is_worth_packing_and_what_is_packed_is_not(address: str, worth: bool) -> None:
    assert is_compressible(address) is worth


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    cache = Cache(tmp_path / "cache" / "public.db", "1")
    yield cache
    cache.close()


class Build:
    """What a build does around packing: files put in the staging folder, in the site, and in the inventory."""

    def __init__(self, folder: Path, cache: Cache, processes: int = 1) -> None:
        self.site = folder / "site"
        self.staging = folder / "staging"
        self.cache = cache
        self.processes = processes
        self.kept: dict[str, Output] = {}
        self.made: dict[str, Output] = {}

    def run(self, files: dict[str, str]) -> None:
        """Build a site of these files."""
        self.site.mkdir(exist_ok=True)
        self.staging.mkdir()
        inventory = Inventory(self.site, "site", self.cache, "plain", stand(self.site))
        outputs = {path: self._write(path, words) for path, words in files.items()}
        self.kept, self.made = Packing(inventory, self.staging, self.site, self.processes).twins(outputs)
        whole = outputs | self.kept | self.made
        for path in stand(self.staging)[0]:
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.staging / path).replace(self.site / path)
        for path in stand(self.site)[0].keys() - whole.keys():
            (self.site / path).unlink()
        Inventory(self.site, "site", self.cache, "plain", stand(self.site)).save(self._as_they_stand(whole))
        for folder in (*sorted(self.staging.rglob("*"), reverse=True), self.staging):
            folder.rmdir()

    def _write(self, path: str, words: str) -> Output:
        standing = self.site / path
        place = standing if standing.exists() and standing.read_text() == words else self.staging / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place != standing:
            place.write_text(words)
        return Output("key", "record", digest_of_file(place))

    def _as_they_stand(self, outputs: dict[str, Output]) -> dict[str, Output]:
        standing = stand(self.site)[0]
        return {
            path: replace(each, size=standing[path][0], modified=standing[path][1]) for path, each in outputs.items()
        }

    @property
    def unpacked(self) -> dict[str, str]:
        """What the site's twins hold."""
        gz = {file: gzip.decompress(file.read_bytes()) for file in self.site.rglob("*.gz")}
        br = {file: brotli.decompress(file.read_bytes()) for file in self.site.rglob("*.br")}
        return {file.relative_to(self.site).as_posix(): data.decode() for file, data in (gz | br).items()}


FILES = {"ar/index.html": WORDS, "en/feed.xml": f"{WORDS} feed", "posts/hero.jpg": WORDS, "robots.txt": "short"}
TWINS = {
    "ar/index.html.br": WORDS,
    "ar/index.html.gz": WORDS,
    "en/feed.xml.br": f"{WORDS} feed",
    "en/feed.xml.gz": f"{WORDS} feed",
}


def test_every_text_gets_its_twins(tmp_path: Path, cache: Cache) -> None:
    build = Build(tmp_path, cache)
    build.run(FILES)
    assert build.unpacked == TWINS
    assert build.made.keys() == TWINS.keys()
    assert build.kept == {}
    assert all(each.content == digest_of_file(build.site / path) for path, each in build.made.items())


def test_twins_of_what_stays_stay(tmp_path: Path, cache: Cache) -> None:
    build = Build(tmp_path, cache)
    build.run(FILES)
    made = build.made
    build.run(FILES)
    assert (build.made, build.kept) == ({}, made)


def test_what_changed_is_packed_again_and_what_went_leaves_no_twin(tmp_path: Path, cache: Cache) -> None:
    build = Build(tmp_path, cache)
    build.run(FILES)
    build.run({"ar/index.html": f"{WORDS} corrected"})
    assert build.unpacked == dict.fromkeys(("ar/index.html.gz", "ar/index.html.br"), f"{WORDS} corrected")


def test_what_became_too_short_to_pack_loses_its_twins(tmp_path: Path, cache: Cache) -> None:
    build = Build(tmp_path, cache)
    build.run(FILES)
    build.run(FILES | {"ar/index.html": "withdrawn"})
    assert not [path for path in build.unpacked if path.startswith("ar/")]


@pytest.mark.parametrize("damage", ["gone", "other"])
def test_a_twin_that_is_not_as_it_was_left_is_made_again(tmp_path: Path, cache: Cache, damage: str) -> None:
    build = Build(tmp_path, cache)
    build.run(FILES)
    twin = build.site / "ar/index.html.br"
    twin.unlink() if damage == "gone" else twin.write_bytes(b"damaged")
    build.run(FILES)
    assert build.made.keys() == {"ar/index.html.br"}
    assert build.unpacked == TWINS


def test_many_processes_make_the_same_twins(tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "WORTH_A_FORK", 2)
    monkeypatch.setattr(packing, "pack", lambda data: {".gz": b"%d" % os.getpid()} | {".br": pack(data)[".br"]})
    many = Build(tmp_path, cache, processes=2)
    files = {f"{each}.html": f"{WORDS}{each}" for each in range(5)}
    many.run(files)
    processes = {(many.site / f"{path}.gz").read_bytes() for path in files}
    twins = {path: (many.site / f"{path}.br").read_bytes() for path in files}
    assert twins == {path: pack(words.encode())[".br"] for path, words in files.items()}
    assert len(processes - {b"%d" % os.getpid()}) == 2
