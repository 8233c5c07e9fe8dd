"""ZIP files: the same bytes from the same files, whatever the day, the machine and the order."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.wire.archives import archive

NAMES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=20)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@given(st.dictionaries(NAMES, st.binary(max_size=200)))
def test_whatever_goes_in_comes_out(files: dict[str, bytes]) -> None:
    assert unpacked(archive(files.items())) == files


@given(st.dictionaries(NAMES, st.binary(max_size=50), min_size=2))
def test_the_order_in_which_files_come_is_not_told(files: dict[str, bytes]) -> None:
    assert archive(files.items()) == archive(reversed(files.items()))


def test_a_day_later_the_bytes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    before = archive([("a.txt", b"words")])
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(4_000_000_000))
    assert archive([("a.txt", b"words")]) == before


def test_everyone_may_read_what_was_unpacked_and_nothing_is_squeezed() -> None:
    with zipfile.ZipFile(io.BytesIO(archive([("صورة.txt", b"words" * 99)]))) as file:
        (entry,) = file.infolist()
    assert entry.filename == "صورة.txt"
    assert (entry.external_attr >> 16, entry.create_system) == (0o100644, 3)
    assert entry.compress_size == entry.file_size
