"""The cache: what is whole is found again, and what is not is as if it had never been."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.engine.cache import BROKEN, OUTDATED, Cache, copy_cache

ENTRIES = {"one": b"1" * 5000, "two": b"2" * 5000, "three": b"3" * 5000}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "public.db"


def filled(path: Path, version: str = "1") -> Cache:
    cache = Cache(path, version)
    cache.put("words", ENTRIES.items())
    cache.put("site", [("one", b"another kind")])
    return cache


@pytest.fixture
def kept(path: Path) -> Iterator[Cache]:
    filled(path).close()
    cache = Cache(path, "1")
    yield cache
    cache.close()


def test_what_was_put_is_there_for_the_next_build(kept: Cache) -> None:
    assert kept.all("words") == ENTRIES
    assert (kept.get("words", "one"), kept.get("site", "one")) == (ENTRIES["one"], b"another kind")
    assert kept.get("words", "four") is None
    assert kept.discarded is None


def test_a_later_entry_takes_the_place_of_an_earlier(kept: Cache) -> None:
    kept.put("words", [("one", b"new")])
    assert kept.get("words", "one") == b"new"


def test_only_what_is_kept_stays_and_nothing_of_the_rest_is_in_the_file(kept: Cache, path: Path) -> None:
    kept.keep("words", {"two"})
    kept.close()
    assert b"2222" in path.read_bytes()
    assert b"1111" not in path.read_bytes()
    assert Cache(path, "1").get("site", "one") == b"another kind"


def test_another_versions_cache_is_thrown_away_and_said_so(path: Path) -> None:
    filled(path).close()
    cache = Cache(path, "2")
    assert (cache.all("words"), cache.discarded) == ({}, OUTDATED)
    cache.put("words", ENTRIES.items())
    cache.close()
    assert Cache(path, "2").all("words") == ENTRIES


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 200], ids=["empty", "text", "torn"]
)
def test_a_file_that_is_no_cache_is_thrown_away_and_a_new_one_begun(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    cache = Cache(path, "1")
    assert cache.discarded is not None
    cache.put("words", ENTRIES.items())
    cache.close()
    assert Cache(path, "1").all("words") == ENTRIES


def test_an_entry_that_was_changed_behind_our_back_ends_the_cache(kept: Cache, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE entries SET value = x'00' WHERE key = 'one'")
    assert kept.get("words", "one") is None
    assert kept.discarded == BROKEN
    assert kept.get("words", "two") is None
    assert not path.exists()


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), cut=st.booleans())
def test_whatever_befell_the_file_an_entry_is_right_or_not_there(
    seed: int, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cache") / "public.db"
    filled(path).close()
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    if cut:
        data = data[: chance.randrange(len(data))]
    else:
        for _ in range(chance.randrange(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    cache = Cache(path, "1")
    for key, value in ENTRIES.items():
        assert cache.get("words", key) in (value, None)
    assert all(ENTRIES[key] == value for key, value in cache.all("words").items())
    cache.put("words", [("four", b"4")])
    cache.close()


def test_a_forked_process_reads_what_its_parent_kept(kept: Cache) -> None:
    process = os.fork()
    if process == 0:
        os._exit(0 if kept.get("words", "one") == ENTRIES["one"] else 1)
    assert os.waitpid(process, 0)[1] == 0
    assert kept.get("words", "two") == ENTRIES["two"]


def test_where_nothing_can_be_written_there_is_no_cache_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "public.db", "1")
    cache.put("words", ENTRIES.items())
    assert cache.all("words") == {}


def test_the_folder_is_kept_out_of_git(kept: Cache, path: Path) -> None:
    assert (path.parent / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("kind", ["text", "real", "null"])
def test_an_entry_that_is_no_longer_bytes_ends_the_cache(kind: str, path: Path) -> None:
    cache = Cache(path, "1")
    cache.put("words", [("one", b"1")])
    value = {"text": "CAST(value AS TEXT)", "real": "1.5", "null": "NULL"}[kind]
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')")
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE entries SET value = {value} WHERE key = 'one'")
    assert cache.get("words", "one") is None
    assert cache.discarded == BROKEN


def test_what_cannot_be_thrown_away_is_done_without(path: Path) -> None:
    (path / "within").mkdir(parents=True)
    cache = Cache(path, "1")
    cache.put("words", ENTRIES.items())
    assert cache.all("words") == {}
    cache.close()
    assert (path / "within").is_dir()


def test_two_first_builds_at_once_begin_one_cache(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = filled(path)
    monkeypatch.setattr(Path, "exists", lambda _: False)
    second = Cache(path, "1")
    second.put("words", [("four", b"4")])
    assert (first.discarded, second.discarded) == (None, None)
    assert second.all("words") == first.all("words") == ENTRIES | {"four": b"4"}
    first.close()
    second.close()


def test_a_copy_holds_what_the_cache_does_even_while_it_is_written_to(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "one.db", "1")
    cache.put("text", [("key", b"value")])
    copy_cache(tmp_path / "one.db", tmp_path / "there" / "two.db")
    cache.put("text", [("later", b"value")])
    copy = Cache(tmp_path / "there" / "two.db", "1")
    assert copy.discarded is None
    assert copy.all("text") == {"key": b"value"}


@pytest.mark.parametrize("source", [None, b"no database at all"], ids=["nothing", "a broken file"])
def test_what_cannot_be_copied_leaves_nothing_of_an_earlier_copy(tmp_path: Path, source: bytes | None) -> None:
    if source is not None:
        (tmp_path / "one.db").write_bytes(source)
    (tmp_path / "two.db").write_bytes(b"an earlier copy")
    copy_cache(tmp_path / "one.db", tmp_path / "two.db")
    assert not (tmp_path / "two.db").exists()
