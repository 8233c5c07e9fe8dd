"""Executives: ``content/executives/key/index.{ar,en}.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsroom.model.executive import Biography, Executive, Role
from newsroom.model.organization import Account
from newsroom.reading.attachments import read_attachments
from newsroom.reading.folders import Bilingual, Desk, read_folder, subfolders
from newsroom.reading.pictures import read_picture
from newsroom.reading.schema import ExecutiveFile, ExecutiveWords
from newsroom.reading.sections import AccountSection, both


def read_executives(desk: Desk) -> Iterator[Executive]:
    """Every executive whose folder has no error, in order of key."""
    for path in subfolders(desk.folder.content / "executives", desk, "key/index.ar.md"):
        folder = read_folder(path, ExecutiveFile, ExecutiveWords, desk)
        if folder:
            yield desk.inspected(_executive(folder, desk), folder)


def _executive(folder: Bilingual[ExecutiveFile, ExecutiveWords], desk: Desk) -> Executive:
    shared = folder.shared
    return Executive(
        key=folder.path.name,
        folder=desk.content_path(folder.path),
        name=both(shared.name),
        date=shared.date,
        roles=tuple(Role(both(role.title), role.since, role.until) for role in shared.roles),
        portrait=read_picture(shared.portrait, "portrait", folder, desk),
        accounts=accounts(shared.accounts),
        attachments=read_attachments(folder, desk),
        biographies={
            language: Biography(language, desk.content_path(document.path), words.summary, document.known_body())
            for language, (words, document) in folder.words.items()
        },
        aliases=shared.aliases,
    )


def accounts(sections: Iterable[AccountSection]) -> tuple[Account, ...]:
    """Official accounts as written."""
    return tuple(Account(section.network, section.handle, section.link, section.since) for section in sections)
