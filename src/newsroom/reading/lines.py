"""On which line of a file something stands, looked up only when there is a problem to report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol, TypeVar

from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.reading.files import Document, Folder, is_file, read_document, read_text
from newsroom.reading.findings import Findings
from newsroom.reading.wording import Wordings, wording
from newsroom.reading.yaml import line_of

FIGURES: Final = "content/figures"
_PLACE: Final = re.compile(r"(posts/[0-9]{4}|executives|pages)/[^/.][^/]*/index\.(ar|en)\.md|figures/[^/.]+\.yml")


class HasPath(Protocol):
    """A text that came from a file below ``content/``."""

    @property
    def path(self) -> str:
        """The file."""


Text = TypeVar("Text", bound=HasPath)


class Lines:
    """Finds lines in a newsroom's files."""

    def __init__(self, root: Path) -> None:
        self._folder = Folder(root)
        self._documents: dict[str, Document | None] = {}

    def name(self, text: HasPath) -> str:
        """A text's file as problems name it."""
        return f"content/{text.path}"

    def of_key(self, text: HasPath, *location: str | int) -> int:
        """The line of a key in a text's front matter."""
        document = self._document(text)
        return document.line_of(*location) if document else 1

    def of_body(self, text: HasPath, line: int) -> int:
        """The line of the file on which a line of the body stands."""
        document = self._document(text)
        return document.line_of_body(line) if document else line

    def of_source(self, name: str, *location: str | int) -> int:
        """The line of a key in a file such as ``calendar.yml``."""
        text = read_text(self._folder.root / name, self._folder, Findings())
        return line_of(text, location) if text else 1

    def source(self, name: str) -> str:
        """The text of a file such as ``calendar.yml``; empty where there is none."""
        return read_text(self._folder.root / name, self._folder, Findings()) or ""

    def sources(self) -> tuple[str, ...]:
        """The names of the files that hold keys and no text: those beside ``newsroom.yml``, and the figures."""
        root = self._folder.root
        return tuple(sorted(self._folder.name(path) for path in (*root.glob("*.yml"), *root.glob(f"{FIGURES}/*.yml"))))

    def wordings(self, texts: Mapping[Language, Text]) -> Wordings:
        """The words of texts that are to be looked at again, in each language."""
        documents = {language: self._document(text) for language, text in texts.items()}
        return {language: wording(language, document) for language, document in documents.items() if document}

    def stands_in_a_post(self, words: str) -> bool:
        """Whether the file of a post holds these words: it may have problems of its own, and not be read."""
        texts = (self._folder.content / "posts").glob("[0-9]*/*/index.*.md")
        return any(words in (read_text(text, self._folder, Findings()) or "") for text in texts)

    def was_there(self, path: str) -> bool:
        """Whether a text stands in its place below ``content/``: it may have problems of its own, and not be read."""
        return _PLACE.fullmatch(path) is not None and is_file(self._folder.content / path)

    def _document(self, text: HasPath) -> Document | None:
        if text.path not in self._documents:
            path = self._folder.content / text.path
            self._documents[text.path] = read_document(path, self._folder, Findings())
        return self._documents[text.path]


def lead_text(texts: Mapping[Language, Text], newsroom: Newsroom) -> Text:
    """The text whose file carries the shared keys: the lead language's, or the only one."""
    return texts.get(newsroom.lead) or next(iter(texts.values()))


def lead_of(post: Post, newsroom: Newsroom) -> HasPath:
    """The translation of a post whose file carries the shared keys."""
    return lead_text(post.translations, newsroom)
