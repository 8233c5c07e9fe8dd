"""Words are found again in their file, and mended there."""

from __future__ import annotations

from pathlib import Path

from newsroom.model.problem import Edit
from newsroom.reading.files import Document, Folder, read_document
from newsroom.reading.findings import Findings
from newsroom.reading.wording import wording

TEXT = '---\ntitle: "A headline"\nsummary: A sentence.\n---\n\nFirst\nparagraph, **here**.\n\nSecond.\n'


def document(root: Path, text: str = TEXT) -> Document:
    path = root / "content" / "index.en.md"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    read = read_document(path, Folder(root), Findings())
    assert read
    return read


def test_title_and_summary_come_before_the_text(tmp_path: Path) -> None:
    found = wording("en", document(tmp_path)).passages
    assert [(passage.kind, passage.text) for passage in found] == [
        ("title", "A headline"),
        ("summary", "A sentence."),
        ("paragraph", "First paragraph, here."),
        ("paragraph", "Second."),
    ]


def test_a_letter_has_the_line_of_the_file(tmp_path: Path) -> None:
    words = wording("en", document(tmp_path))
    title, _, first, second = words.passages
    assert [words.line_of(title), words.line_of(first), words.line_of(first, 17), words.line_of(second)] == [2, 6, 7, 9]


def test_an_edit_names_the_letters_in_the_file(tmp_path: Path) -> None:
    words = wording("en", document(tmp_path))
    title, _, first, _ = words.passages
    assert words.edit(title, 2, 10, "title") == Edit(2, 10, 18, "title")
    assert words.edit(first, 15, 16, ";") == Edit(7, 9, 10, ";")


def test_letters_that_stand_apart_are_not_edited(tmp_path: Path) -> None:
    words = wording("en", document(tmp_path))
    first = words.passages[2]
    assert words.edit(first, 17, 22, "there.") is None


ENTITIES = "---\ntitle: x\nsummary: y\n---\n\nFirst \nline&nbsp;, A\\!\n"


def test_what_is_read_otherwise_than_it_stands_is_not_edited(tmp_path: Path) -> None:
    words = wording("en", document(tmp_path, ENTITIES))
    paragraph = words.passages[2]
    assert paragraph.text == "First  line , A!"
    line_end, entity, escaped = (5, 7), (11, 12), (15, 16)
    assert [words.edit(paragraph, *letters, "") for letters in (line_end, entity, escaped)] == [None, None, None]
    assert words.edit(paragraph, 5, 6, "") == Edit(6, 5, 6, "")


def test_what_stands_before_a_letter_may_be_markup(tmp_path: Path) -> None:
    words = wording("en", document(tmp_path))
    title, _, first, _ = words.passages
    before = [words.source_before(*place) for place in ((title, 0), (first, 0), (first, 17), (first, 99))]
    assert before == ['"', "\n", "*", ""]
