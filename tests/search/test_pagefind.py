"""Pagefind's index: the same bytes each time, and nothing in it that nobody asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.errors import SearchFailed
from newsroom.search import pagefind
from newsroom.search.pagefind import Record, index, urls

RECORDS = [
    Record(f"ar/posts/{number}/", f"خبر رقم {number} عن الميناء", {"title": f"عنوان {number}", "roots": "абвя"})
    for number in range(60)
]


def test_the_same_records_make_the_same_bytes() -> None:
    assert index(RECORDS, "ar") == index(RECORDS, "ar")


def test_each_result_is_one_of_the_records() -> None:
    assert sorted(urls(index(RECORDS, "ar")).values()) == sorted(record.url for record in RECORDS)


def test_an_index_holds_what_a_browser_asks_for_and_no_interface() -> None:
    kinds = {path.rpartition(".")[2] for path in index(RECORDS, "ar")}
    assert kinds == {"json", "js", "pagefind", "pf_meta", "pf_index", "pf_fragment"}
    assert not any("ui" in path or "unknown" in path for path in index(RECORDS, "ar"))


def test_an_indexer_that_breaks_off_stops_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: broken)
    with pytest.raises(SearchFailed, match="could not index"):
        index(RECORDS, "ar")


def test_words_that_stand_everywhere_have_a_piece_of_the_index_each() -> None:
    everywhere = [f"{letter}bcde" for letter in "abcdefgh"]
    records = [Record(f"en/posts/{number}/", " ".join(everywhere * 50), {"title": "A"}) for number in range(100)]
    pieces = [path for path in index(records, "en") if path.endswith(".pf_index")]
    assert len(pieces) >= len(everywhere)


def test_settings_of_the_surroundings_do_not_reach_the_indexer(monkeypatch: pytest.MonkeyPatch) -> None:
    before = index(RECORDS, "ar")
    monkeypatch.setenv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", "1")
    assert index(RECORDS, "ar") == before
