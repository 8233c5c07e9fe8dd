"""Everything that is published of a post, as names and values: to this an approver consents, and to nothing else.

The values come from the record that pages are drawn from, whatever keys it has: a key that is added to posts one day
is part of what is approved from that day on, and an approval from before it stands as long as the key is not used.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from newsroom.model.figure import Figure, found
from newsroom.model.freshness import known_to
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Picture, Post, Translation
from newsroom.pages.figures import with_values
from newsroom.pages.release import as_published
from newsroom.prose.links import content_path, is_internal
from newsroom.prose.values import reference_in
from newsroom.reading.files import Folder, is_file

Contents = Mapping[str, str]
"""What is published, by names such as ``en.title`` and ``evidence.1.label.ar``; what is not there has no name."""
Words = Callable[[Translation], str]
"""Gives the Markdown of a translation, as it was read."""

WORDS: Final = "words"
FILES: Final = "files"
STATUS: Final = "pubstatus"
"""The name that only the contents of a withdrawn post have."""

_SAID_OTHERWISE: Final = ("id", "folder", "year", "slug", "pubstatus", "attachments", "translations")
_TOLD_BY_THE_FILE: Final = ("width", "height", "length", "media_type")
"""What the bytes of a picture tell, whose digest stands among the files."""
_ESCAPES: Final = str.maketrans({"%": "%25", ".": "%2E", ":": "%3A", "\n": "%0A"})


def contents(post: Post, newsroom: Newsroom, root: Path, words: Words) -> Contents:
    """Everything that is published of a post. Raises what ``words`` raises."""
    figures = {figure.name: figure for figure in newsroom.figures}
    whole = with_values(as_published(post), figures, newsroom.timezone)
    return dict(
        (
            ("post", post.id),
            ("address", post.folder),
            ("released", instant(post.released)),
            *_status(post),
            *_of_record(whole, "", _SAID_OTHERWISE),
            *_of_translations(whole, words),
            *_of_figures(whole, figures),
            *_of_files(whole, Folder(root)),
        )
    )


def instant(moment: datetime.datetime) -> str:
    """An instant in the one way in which statements have it: ``2026-11-23T04:00:00Z``."""
    return moment.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


def _status(post: Post) -> Iterator[tuple[str, str]]:
    # A post that is withheld says what it will say when it is not; that it is withheld is nobody's to approve.
    if post.pubstatus == "canceled":
        yield STATUS, post.pubstatus


def _of_translations(post: Post, words: Words) -> Iterator[tuple[str, str]]:
    for language, translation in post.translations.items():
        yield from _of_record(translation, f"{language}.", ("language", "path", "body"))
        yield from _value(f"{language}.{WORDS}", words(translation) if translation.body.digest else "")


def _of_figures(post: Post, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """The values that the texts name, and all of what they show as charts, as the post knows them."""
    known = {name: known_to(post, figure) for name, figure in figures.items()}
    charts = {figure.path: figure for figure in known.values()}
    for mention, path in sorted(_mentioned(post)):
        there = found(mention, known)
        if there:
            figure, _, value = there
            yield from _value(f"values.{_name(mention)}", {"number": value, "unit": figure.unit})
        if path in charts:
            yield from _value(f"charts.{_name(charts[path].name)}", charts[path])


def _of_files(post: Post, folder: Folder) -> Iterator[tuple[str, str]]:
    """The digest of each file that is published with the post or shown in its text, as ``sha256sum`` writes them."""
    named = {*post.attachments, *((post.hero.path,) if post.hero else ()), *(path for _, path in _mentioned(post))}
    lines = [
        f"{_digest(path)}  {_on_one_line(name)}"
        for name, path in sorted((name, folder.content / name) for name in named)
        if _is_published_as_it_is(name) and is_file(path) and folder.contains(path)
    ]
    if lines:
        yield FILES, "\n".join(lines)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"


def _is_published_as_it_is(name: str) -> bool:
    return bool(name) and not name.endswith((".md", ".yml"))


def _mentioned(post: Post) -> set[tuple[str, str]]:
    """What the texts refer to: a value of a figure, or a file below ``content/``; the other is empty."""
    return {
        (written := reference_in(mention), "" if written else content_path(mention.target, text.path))
        for text in post.translations.values()
        for mention in text.body.mentions
        if reference_in(mention) or is_internal(mention.target)
    }


def _of_record(record: Any, name: str, without: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for each in fields(record):
        if each.name not in without:
            yield from _value(name + each.name, getattr(record, each.name))


def _value(name: str, value: object) -> Iterator[tuple[str, str]]:
    """A value by its name, or what it consists of, each by its own; nothing for what says nothing."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _value(f"{name}.{_name(str(key))}", each)
    elif isinstance(value, tuple):
        for number, each in enumerate(value, 1):
            yield from _value(f"{name}.{number}", each)
    elif is_dataclass(value):
        yield from _of_record(value, f"{name}.", _TOLD_BY_THE_FILE if isinstance(value, Picture) else ())
    elif value is not None and value is not False and value != "":
        yield name, _written(value)


def _written(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return instant(value)
    return "true" if value is True else str(value)


def _name(key: str) -> str:
    """A key in a name: dots part names, and a colon ends them."""
    return key.translate(_ESCAPES)


def _on_one_line(path: str) -> str:
    return path.replace("\\", "\\\\").replace("\n", "\\n")
