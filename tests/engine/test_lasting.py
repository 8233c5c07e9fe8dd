"""Costly files while serving: made once, and again when the file that they show is another."""

from __future__ import annotations

from pathlib import Path

from newsroom.engine.documents import BuiltTexts
from newsroom.engine.serving.lasting import LastingFiles
from newsroom.pages.document import Document, Made, Texts

made: list[str] = []


def make(texts: Texts, path: str) -> Made:
    made.append(path)
    yield "small.avif", texts.data(path)[:2]


def picture(root: Path, data: bytes) -> Document:
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "large.jpg").write_bytes(data)
    return Document(("small.avif",), "", make, ("large.jpg",), files=("large.jpg",), is_costly=True)


def test_a_picture_is_made_smaller_once_until_it_is_another(tmp_path: Path) -> None:
    lasting, texts = LastingFiles(tmp_path), BuiltTexts(tmp_path, lambda _: "")
    made.clear()
    assert [lasting.of(picture(tmp_path, b"first"), texts) for _ in range(3)] == [{"small.avif": b"fi"}] * 3
    assert made == ["large.jpg"]
    assert lasting.of(picture(tmp_path, b"second"), texts) == {"small.avif": b"se"}
