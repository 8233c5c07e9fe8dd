"""A folder with one file a language, the shared keys written once in the lead language's file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.reading.files import Document, Folder, read_document
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import is_slug
from newsroom.reading.rules import CONTRADICTION, NO_LANGUAGE_FILE, OUTSIDE, SLUG, UNEXPECTED, UNREADABLE, WORDS_MISSING
from newsroom.reading.schema import Section, SomeWords
from newsroom.reading.schema_problems import validate

Whole = TypeVar("Whole", bound=Section)
Own = TypeVar("Own", bound=Section)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every reader of content needs: the folder, the newsroom's zone and lead language, and where problems go."""

    folder: Folder
    timezone: ZoneInfo
    lead: Language
    findings: Findings

    def content_path(self, path: Path) -> str:
        """A path below ``content/``, with forward slashes."""
        return path.relative_to(self.folder.content).as_posix()


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
    if not path.is_dir():
        return
    for entry in sorted(_entries(path, desk)):
        if entry.name.startswith("."):
            continue
        if not desk.folder.contains(entry):
            desk.findings.add(OUTSIDE, desk.folder.name(entry))
        elif entry.is_dir():
            yield entry
        else:
            desk.findings.add(UNEXPECTED, desk.folder.name(entry), name=entry.name, expected=expected)


def _entries(path: Path, desk: Desk) -> list[Path]:
    try:
        return list(path.iterdir())
    except OSError as error:
        desk.findings.add(UNREADABLE, desk.folder.name(path), reason=error.strerror or type(error).__name__)
        return []


def read_folder(path: Path, whole: type[Whole], own: type[Own], desk: Desk) -> Bilingual[Whole, Own] | None:
    """A folder's documents, checked and joined; or nothing, and every problem found in them."""
    before = len(desk.findings.problems)
    if not is_slug(path.name):
        desk.findings.add(SLUG, desk.folder.name(path), name=path.name)
    documents = _documents(path, desk)
    if not documents:
        return None
    lead = documents.get(desk.lead) or next(iter(documents.values()))
    shared = _validate(whole, lead, desk)
    words = {language: _own_words(own, document, lead, shared, desk) for language, document in documents.items()}
    if shared is None or any(own_words is None for own_words in words.values()):
        return None
    if any(problem.is_error for problem in desk.findings.problems[before:]):
        return None
    joined = {language: (own_words, documents[language]) for language, own_words in words.items() if own_words}
    return Bilingual(path, shared, lead, joined)


def _documents(path: Path, desk: Desk) -> dict[Language, Document]:
    files = {language: path / f"index.{language}.md" for language in LANGUAGES}
    there = {language: file for language, file in files.items() if file.exists() or file.is_symlink()}
    if not there:
        desk.findings.add(NO_LANGUAGE_FILE, desk.folder.name(path))
    _refuse_other_languages(path, desk)
    read = {language: read_document(file, desk.folder, desk.findings) for language, file in there.items()}
    documents = {language: document for language, document in read.items() if document}
    return documents if len(documents) == len(there) else {}


def _refuse_other_languages(path: Path, desk: Desk) -> None:
    known = {f"index.{language}.md" for language in LANGUAGES}
    for entry in sorted(_entries(path, desk)):
        if entry.suffix == ".md" and entry.name not in known:
            desk.findings.add(UNEXPECTED, desk.folder.name(entry), name=entry.name, expected=", ".join(sorted(known)))


def _validate(
    schema: type[Whole], document: Document, desk: Desk, tree: Mapping[str, Any] | None = None
) -> Whole | None:
    tree = dict(document.tree if tree is None else tree)
    return validate(schema, tree, document.name, document.line_of, desk.findings, desk.timezone)


def _own_words(
    own: type[Own], document: Document, lead: Document, shared: Whole | None, desk: Desk
) -> Own | Whole | None:
    if document is lead:
        return shared
    inherited = {key for key in document.tree if key in lead.tree and key not in own.model_fields}
    for key in sorted(inherited):
        if document.tree[key] != lead.tree[key]:
            desk.findings.add(CONTRADICTION, document.name, document.line_of(key), key=key, lead=lead.path.name)
    rest = {key: value for key, value in document.tree.items() if key not in inherited}
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


def attachments(folder: Bilingual[Any, Any], desk: Desk) -> tuple[str, ...]:
    """The other files of a folder that a text names; only these are published, so a forgotten file stays at home.

    A file counts as named when its name occurs anywhere in a text: that takes in every form a link can have.
    """
    bodies = "\n".join(document.body for _, document in folder.words.values())
    named = (entry for entry in sorted(_entries(folder.path, desk)) if entry.suffix != ".md" and entry.name in bodies)
    return tuple(desk.content_path(entry) for entry in named if _is_publishable(entry, desk))


def _is_publishable(entry: Path, desk: Desk) -> bool:
    if desk.folder.contains(entry):
        return entry.is_file()
    desk.findings.add(OUTSIDE, desk.folder.name(entry))
    return False
