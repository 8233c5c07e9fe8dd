"""Files as text: UTF-8, inside the newsroom's folder, of a sane size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.reading.characters import find_suspect_characters
from newsroom.reading.findings import Findings
from newsroom.reading.rules import EMPTY_FILE, NO_FRONT_MATTER, NOT_UTF8, OUTSIDE, TOO_LARGE, UNREADABLE
from newsroom.reading.yaml import Tree, line_of, read_mapping

MAXIMUM_SIZE: Final = 1_000_000
"""Bytes of one text file; 20,000 words of Arabic take about 220,000."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The newsroom's folder, and the paths below it that problems name."""

    root: Path

    @property
    def content(self) -> Path:
        """Where posts, executives, pages and media lie."""
        return self.root / "content"

    def name(self, path: Path) -> str:
        """A path as problems name it: below the newsroom's folder, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def contains(self, path: Path) -> bool:
        """Whether a path, all symbolic links followed, stays inside the newsroom's folder."""
        return path.resolve().is_relative_to(self.root.resolve())


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its front matter as text and as a tree, and its body, which begins on ``body_line``."""

    path: Path
    name: str
    front_matter: str
    tree: Tree
    body: str
    body_line: int

    def line_of(self, *location: str | int) -> int:
        """The line of the file on which a key of the front matter stands."""
        return line_of(self.front_matter, location, first_line=2)


def read_text(path: Path, folder: Folder, findings: Findings) -> str | None:
    """The text of a file, or nothing and a problem. A leading byte order mark and carriage returns are not text."""
    name = folder.name(path)
    if not folder.contains(path):
        findings.add(OUTSIDE, name)
        return None
    data = _read_bytes(path, name, findings)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.add(NOT_UTF8, name, data.count(b"\n", 0, error.start) + 1)
        return None
    text = text.replace("\r\n", "\n")
    find_suspect_characters(text, name, findings)
    return text


def _read_bytes(path: Path, name: str, findings: Findings) -> bytes | None:
    try:
        size = path.stat().st_size
        if size > MAXIMUM_SIZE:
            findings.add(TOO_LARGE, name, size=f"{size:,} B", limit=f"{MAXIMUM_SIZE:,} B")
            return None
        return path.read_bytes()
    except OSError as error:
        findings.add(UNREADABLE, name, reason=error.strerror or type(error).__name__)
        return None


def read_document(path: Path, folder: Folder, findings: Findings) -> Document | None:
    """A Markdown file with front matter, or nothing and a problem."""
    text = read_text(path, folder, findings)
    if text is None:
        return None
    name = folder.name(path)
    if not text.strip():
        findings.add(EMPTY_FILE, name)
        return None
    parts = _split(text)
    if parts is None:
        findings.add(NO_FRONT_MATTER, name)
        return None
    front_matter, body = parts
    tree = read_mapping(front_matter, name, findings, first_line=2)
    if tree is None:
        return None
    return Document(path, name, front_matter, tree, body, body_line=front_matter.count("\n") + 3)


def _split(text: str) -> tuple[str, str] | None:
    if not text.startswith("---\n"):
        return None
    head, fence, body = text[3:].partition("\n---\n")
    if not fence:
        if not text.endswith("\n---"):
            return None
        head, body = text[3:-4], ""
    return head[1:] + "\n", body
