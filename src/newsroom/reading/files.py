"""Files as text: UTF-8, inside the newsroom's folder, of a sane size."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.errors import ContentChanged
from newsroom.model.language import Localized
from newsroom.model.text import NO_WORDS, Body
from newsroom.prose.comments import without_comments
from newsroom.prose.links import mentions
from newsroom.reading.characters import find_suspect_characters
from newsroom.reading.findings import Findings
from newsroom.reading.rules import EMPTY_FILE, NO_FRONT_MATTER, NOT_UTF8, OUTSIDE, TOO_LARGE, UNREADABLE
from newsroom.reading.yaml import Tree, line_of, read_mapping

MAXIMUM_SIZE: Final = 1_000_000
"""Bytes of one text file; 20,000 words of Arabic take about 220,000."""

_FENCED: Final = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)

_REASONS: Final[Mapping[int, Localized[str]]] = {
    errno.EACCES: Localized("لا إذن بالقراءة", "reading is not permitted"),
    errno.EPERM: Localized("لا إذن بالقراءة", "reading is not permitted"),
    errno.ENOENT: Localized("غير موجود", "it is not there"),
    errno.EISDIR: Localized("هو مجلد لا ملف", "it is a folder"),
    errno.ENOTDIR: Localized("هو ملف لا مجلد", "it is not a folder"),
    errno.ELOOP: Localized("رابط رمزي يعود إلى نفسه", "the symbolic link leads back to itself"),
    errno.EINVAL: Localized("ليس ملفًا عاديًا", "it is not an ordinary file"),
}


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

    def leads_out(self, path: Path) -> bool:
        """Whether a path leads out of ``content/``, or of the root, though the folder that it is in lies inside."""
        return os.path.islink(path) and not self.contains(path)  # noqa: PTH114 - half the time, for every file

    def contains(self, path: Path) -> bool:
        """Whether a path, symbolic links followed, stays inside ``content/``; or in the root, for a file beside it."""
        boundary = self.content if path.is_relative_to(self.content) else self.root
        return _real(path).is_relative_to(_real(boundary)) and _real(boundary).is_relative_to(_real(self.root))


def _real(path: Path) -> Path:
    # Path.resolve raises on a loop of links before Python 3.13.
    return Path(os.path.realpath(path))


def is_file(path: Path) -> bool:
    """Whether a path leads to a file, which one that cannot be looked at does not."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises where it may not look


def add_unreadable(error: OSError, path: Path, folder: Folder, findings: Findings) -> None:
    """Note that a file or folder cannot be read, and why."""
    number = error.errno or 0
    name = errno.errorcode.get(number, type(error).__name__)
    reason = _REASONS.get(number, Localized(name, name))
    findings.add(UNREADABLE, folder.name(path), reason=reason.en, reason_ar=reason.ar)


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

    def line_of_body(self, line: int) -> int:
        """The line of the file on which a line of the body stands."""
        return self.body_line + line - 1

    def known_body(self) -> Body:
        """What the newsroom keeps of the body."""
        return Body(digest_of_words(self.body), mentions(self.body)) if self.body else NO_WORDS


def digest_of_words(words: str) -> str:
    """Hexadecimal BLAKE2b of a text."""
    return hashlib.blake2b(words.encode(), digest_size=20).hexdigest()


def read_text(path: Path, folder: Folder, findings: Findings) -> str | None:
    """The text of a file, or nothing and a problem. A leading byte order mark and carriage returns are not text."""
    name = folder.name(path)
    if folder.leads_out(path):
        findings.add(OUTSIDE, name)
        return None
    data = _read_bytes(path, folder, findings)
    if data is None:
        return None
    try:
        text = _one_kind_of_line(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = _one_kind_of_line(error.object[: error.start].decode())
        findings.add(NOT_UTF8, name, before.count("\n") + 1)
        return None
    find_suspect_characters(text, name, findings)
    return text


def _one_kind_of_line(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_bytes(path: Path, folder: Folder, findings: Findings) -> bytes | None:
    try:
        status = path.stat()
        if status.st_size > MAXIMUM_SIZE and stat.S_ISREG(status.st_mode):
            findings.add(TOO_LARGE, folder.name(path), size=f"{status.st_size:,} B", limit=f"{MAXIMUM_SIZE:,} B")
            return None
        return _bytes_of_ordinary_file(path, status.st_mode)
    except OSError as error:
        add_unreadable(error, path, folder, findings)
        return None


def _bytes_of_ordinary_file(path: Path, mode: int) -> bytes:
    """A file's bytes; a pipe or device is refused, for reading one may never end."""
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return path.read_bytes()


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


def front_matter_of(data: bytes) -> str:
    """The front matter of a file's bytes, whatever they are; empty where there is none."""
    parts = _split(_one_kind_of_line(data.decode("utf-8-sig", "replace")))
    return parts[0] if parts else ""


def read_words(source: str, digest: str, root: Path) -> str:
    """The body of the text at ``source`` below ``content/``, without comments, if it still is what had this digest.

    Raises :class:`ContentChanged`.
    """
    if not digest:
        return ""
    folder = Folder(root)
    document = read_document(folder.content / source, folder, Findings())
    if document is None or digest_of_words(document.body) != digest:
        raise ContentChanged(
            f"content/{source} changed while the site was being built; build again",
            f"تغيّر الملف content/{source} أثناء بناء الموقع؛ أعد البناء",
        )
    return without_comments(document.body)


def _split(text: str) -> tuple[str, str] | None:
    match = _FENCED.match(text)
    return (match[1], text[match.end() :]) if match else None
