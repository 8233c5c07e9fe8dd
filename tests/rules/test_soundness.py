"""What was found sound is asked for nothing again, as long as it and what it is judged by stay the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from newsroom.model.executive import Executive
from newsroom.model.language import Language
from newsroom.model.newsroom import PlainPage
from newsroom.model.post import Post
from newsroom.model.problem import Problem
from newsroom.model.standards import Standards
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.reading.newsroom import read_newsroom
from newsroom.rules.soundness import remembered
from newsroom.rules.top_heading import RULE
from tests.samples import configuration, write_newsroom

PAGE = "content/pages/about/index.en.md"


class Inspector:
    """Notes what it is shown, and objects to the word "wrong" in a text."""

    def __init__(self) -> None:
        self.seen: list[Content] = []

    def __call__(self, content: Content, documents: Mapping[Language, Document], _: Standards) -> Iterator[Problem]:
        self.seen.append(content)
        for document in documents.values():
            if "wrong" in document.body:
                yield Problem(RULE, document.name, 1, {})

    @property
    def kinds(self) -> set[type[Content]]:
        return {type(content) for content in self.seen}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_newsroom(tmp_path)
    return tmp_path


def look(root: Path, memory: dict[str, bytes]) -> tuple[Inspector, list[str]]:
    inspector = Inspector()
    reading = read_newsroom(root, remembered(inspector, memory))
    return inspector, [problem.path for problem in reading.problems]


def write(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")


def test_sound_pages_and_biographies_are_inspected_once(root: Path) -> None:
    memory: dict[str, bytes] = {}
    first, _ = look(root, memory)
    second, _ = look(root, memory)
    assert first.kinds == {Post, Executive, PlainPage}
    assert second.kinds == {Post}


def test_a_page_is_inspected_again_when_a_word_of_it_changes(root: Path) -> None:
    memory: dict[str, bytes] = {}
    look(root, memory)
    path = root / PAGE
    write(root, PAGE, path.read_text("utf-8") + "\nThis is wrong.\n")
    assert look(root, memory)[1] == [PAGE]


def test_what_is_wrong_is_told_every_time(root: Path) -> None:
    memory: dict[str, bytes] = {}
    path = root / PAGE
    write(root, PAGE, path.read_text("utf-8") + "\nThis is wrong.\n")
    assert [look(root, memory)[1] for _ in range(2)] == [[PAGE], [PAGE]]


def test_everything_is_inspected_again_when_it_is_judged_by_other_standards(root: Path) -> None:
    memory: dict[str, bytes] = {}
    look(root, memory)
    languages = configuration()["languages"]
    languages["ar"]["digits"] = "latn"
    write_newsroom(root, languages=languages)
    assert look(root, memory)[0].kinds == {Post, Executive, PlainPage}


def test_no_word_of_what_was_inspected_is_kept(root: Path) -> None:
    memory: dict[str, bytes] = {}
    look(root, memory)
    assert memory
    assert set(memory.values()) == {b""}
    assert all(len(key) == 40 and int(key, 16) for key in memory)
