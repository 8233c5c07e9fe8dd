"""A folder with one file a language, the shared keys written once in the lead language's file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar
from zoneinfo import ZoneInfo

from newsroom.model.executive import Executive
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.newsroom import PlainPage
from newsroom.model.post import Post
from newsroom.model.problem import Problem
from newsroom.model.standards import Standards
from newsroom.reading.files import Document, Folder, add_unreadable, read_document
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import is_slug
from newsroom.reading.rules import CONTRADICTION, NO_LANGUAGE_FILE, OUTSIDE, SLUG, UNEXPECTED, WORDS_MISSING
from newsroom.reading.schema_problems import validate
from newsroom.reading.sections import Section, SomeWords

INDEX_FILES: Final = tuple(f"index.{language}.md" for language in LANGUAGES)
"""The files of a folder, one a language."""

Whole = TypeVar("Whole", bound=Section)
Own = TypeVar("Own", bound=Section)


Content = Post | Executive | PlainPage
"""What a folder of the content holds."""
Record = TypeVar("Record", Post, Executive, PlainPage)

Inspection = Callable[[Content, Mapping[Language, Document], Standards], Iterable[Problem]]
"""What is wrong with a folder by itself, told from its record and its documents, and what they are judged by."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every reader of content needs: the folder, the newsroom's zone and lead language, and where problems go.

    ``inspect`` looks at each folder while its documents are at hand, and judges it by ``standards``.
    """

    folder: Folder
    timezone: ZoneInfo
    lead: Language
    inspect: Inspection
    findings: Findings
    standards: Standards

    def content_path(self, path: Path) -> str:
        """A path below ``content/``, with forward slashes."""
        return path.relative_to(self.folder.content).as_posix()

    def inspected(self, record: Record, folder: Bilingual[Any, Any]) -> Record:
        """A record, after what the inspection finds in it has been noted."""
        documents = {language: document for language, (_, document) in folder.words.items()}
        self.findings.problems.extend(self.inspect(record, documents, self.standards))
        return record


@dataclass(frozen=True, slots=True)
class Bilingual(Generic[Whole, Own]):
    """A folder as read: the shared keys, and each language's own words with the document that they come from."""

    path: Path
    shared: Whole
    lead: Document
    words: Mapping[Language, tuple[Own | Whole, Document]]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which it exists."""
        return tuple(self.words)


def subfolders(path: Path, desk: Desk, expected: str) -> Iterator[Path]:
    """The folders in a folder, by name; anything else in it is a problem, and so is a link that leads away."""
    lies_inside = desk.folder.contains(path)
    for entry in _scan(path, desk):
        if entry.name.startswith("."):
            continue
        there = path / entry.name
        if not lies_inside or (entry.is_symlink() and not desk.folder.contains(there)):
            desk.findings.add(OUTSIDE, desk.folder.name(there))
        elif entry.is_dir(follow_symlinks=False) or os.path.isdir(there):  # noqa: PTH112 - Path.is_dir may raise
            yield there
        else:
            desk.findings.add(UNEXPECTED, desk.folder.name(there), name=entry.name, expected=expected)


def entries(path: Path, desk: Desk) -> list[Path]:
    """What a folder holds, by name; nothing where there is no folder, and a problem where it cannot be listed."""
    return [path / entry.name for entry in _scan(path, desk)]


def _scan(path: Path, desk: Desk) -> list[os.DirEntry[str]]:
    """What a folder holds, each with what the system told of it meanwhile: with thousands, asking again takes time."""
    try:
        with os.scandir(path) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        if os.path.lexists(path):
            add_unreadable(error, path, desk.folder, desk.findings)
        return []


def read_folder(path: Path, whole: type[Whole], own: type[Own], desk: Desk) -> Bilingual[Whole, Own] | None:
    """A folder's documents, checked and joined; or nothing, and every problem found in them."""
    before = len(desk.findings.problems)
    if not is_slug(path.name):
        desk.findings.add(SLUG, desk.folder.name(path), name=path.name)
    documents = _documents(path, desk)
    lead = _lead(documents, desk)
    shared = _validate(whole, lead, desk) if lead else None
    words: dict[Language, tuple[Own | Whole, Document]] = {}
    for language, document in documents.items():
        own_words = shared if document is lead else document and _own_words(whole, own, document, lead, desk)
        if document and own_words:
            words[language] = own_words, document
    if lead is None or shared is None or any(problem.is_error for problem in desk.findings.problems[before:]):
        return None
    return Bilingual(path, shared, lead, words)


def _lead(documents: Mapping[Language, Document | None], desk: Desk) -> Document | None:
    """The document that carries the shared keys; nothing where its file is broken, whatever else was read."""
    return documents[desk.lead] if desk.lead in documents else next(iter(documents.values()), None)


def _documents(path: Path, desk: Desk) -> dict[Language, Document | None]:
    """The document of each language that has a file, or nothing where that file is broken."""
    files = {path / name: language for name, language in zip(INDEX_FILES, LANGUAGES, strict=True)}
    there = entries(path, desk)
    if not files.keys() & set(there):
        desk.findings.add(NO_LANGUAGE_FILE, desk.folder.name(path))
    for entry in there:
        if entry.suffix.lower() in {".md", ".markdown"} and entry not in files:
            expected = ", ".join(INDEX_FILES)
            desk.findings.add(UNEXPECTED, desk.folder.name(entry), name=entry.name, expected=expected)
    return {
        language: read_document(file, desk.folder, desk.findings) for file, language in files.items() if file in there
    }


def _validate(schema: type[Own], document: Document, desk: Desk, tree: Mapping[str, Any] | None = None) -> Own | None:
    tree = dict(document.tree if tree is None else tree)
    return validate(schema, tree, document.name, document.line_of, desk.findings, desk.timezone)


def _own_words(whole: type[Whole], own: type[Own], document: Document, lead: Document | None, desk: Desk) -> Own | None:
    """What a file that does not lead says itself. Shared keys may be repeated there, but not contradicted."""
    repeated = (lead.tree.keys() if lead else whole.model_fields.keys()) - own.model_fields.keys()
    for key in sorted(repeated & document.tree.keys()):
        if lead and document.tree[key] != lead.tree[key]:
            desk.findings.add(CONTRADICTION, document.name, document.line_of(key), key=key, lead=lead.path.name)
    rest = {key: value for key, value in document.tree.items() if key not in repeated}
    return _validate(own, document, desk, rest)


def localized(
    words: SomeWords, location: tuple[str | int, ...], folder: Bilingual[Any, Any], desk: Desk
) -> Localized[str]:
    """Words for each language in which a post exists; a missing one is a problem, an unneeded one is left empty."""
    for language in folder.languages:
        if getattr(words, language) is None:
            line = folder.lead.line_of(*location)
            desk.findings.add(
                WORDS_MISSING, folder.lead.name, line, key=".".join(map(str, location)), language=language
            )
    return Localized(words.ar or "", words.en or "")
