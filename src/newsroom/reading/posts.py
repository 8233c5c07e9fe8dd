"""Posts: ``content/posts/YYYY/slug/index.{ar,en}.md``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.model.language import Language
from newsroom.model.post import Correction, Evidence, Post, Translation, Withdrawal
from newsroom.reading.attachments import read_attachments
from newsroom.reading.files import Document
from newsroom.reading.folders import Bilingual, Desk, localized, read_folder, subfolders
from newsroom.reading.pictures import read_picture
from newsroom.reading.rules import FIGURE_VALUE, UNEXPECTED, WITHDRAWAL
from newsroom.reading.schema import EvidenceSection, PostFile, PostWords

_Folder = Bilingual[PostFile, PostWords]


def read_posts(desk: Desk) -> Iterator[Post]:
    """Every post that has no error, in order of its folder."""
    for year in subfolders(desk.folder.content / "posts", desk, "YYYY/slug/index.ar.md"):
        if not re.fullmatch(r"[0-9]{4}", year.name):
            desk.findings.add(UNEXPECTED, desk.folder.name(year), name=year.name, expected="2026")
            continue
        for path in subfolders(year, desk, "slug/index.ar.md"):
            folder = read_folder(path, PostFile, PostWords, desk)
            if folder:
                yield _post(folder, desk)


def _post(folder: _Folder, desk: Desk) -> Post:
    shared = folder.shared
    return Post(
        id=shared.id,
        folder=desk.content_path(folder.path),
        year=int(folder.path.parent.name),
        slug=folder.path.name,
        type=shared.type,
        date=shared.date,
        embargoed=shared.embargoed,
        pubstatus=shared.pubstatus,
        author=shared.author,
        topics=shared.topics,
        audiences=shared.audiences,
        objective=shared.objective,
        contact=shared.contact,
        hero=read_picture(shared.hero, "hero", folder, desk),
        evidence=tuple(_evidence(section, index, folder, desk) for index, section in enumerate(shared.evidence)),
        corrections=_corrections(folder, desk),
        withdrawal=_withdrawal(folder, desk),
        attachments=read_attachments(folder, desk),
        translations={
            language: _translation(language, words, document, folder, desk)
            for language, (words, document) in folder.words.items()
        },
    )


def _translation(
    language: Language, words: PostWords | PostFile, document: Document, folder: _Folder, desk: Desk
) -> Translation:
    return Translation(
        language=language,
        path=desk.content_path(document.path),
        title=words.title,
        summary=words.summary,
        body=document.body,
        updated=words.updated or folder.shared.date,
    )


def _evidence(section: EvidenceSection, index: int, folder: _Folder, desk: Desk) -> Evidence:
    location = ("evidence", index)
    if (section.kind == "figure") != (section.value is not None):
        desk.findings.add(FIGURE_VALUE, folder.lead.name, folder.lead.line_of(*location), kind=section.kind)
    return Evidence(
        kind=section.kind,
        label=localized(section.label, (*location, "label"), folder, desk),
        source=localized(section.source, (*location, "source"), folder, desk),
        date=section.date,
        link=section.link,
        value=section.value,
        unit=localized(section.unit, (*location, "unit"), folder, desk) if section.unit else None,
    )


def _corrections(folder: _Folder, desk: Desk) -> tuple[Correction, ...]:
    return tuple(
        Correction(section.date, localized(section.text, ("corrections", index, "text"), folder, desk))
        for index, section in enumerate(folder.shared.corrections)
    )


def _withdrawal(folder: _Folder, desk: Desk) -> Withdrawal | None:
    section = folder.shared.withdrawal
    if (section is not None) != (folder.shared.pubstatus == "canceled"):
        key = "pubstatus" if "pubstatus" in folder.lead.tree else "withdrawal"
        desk.findings.add(WITHDRAWAL, folder.lead.name, folder.lead.line_of(key))
    if section is None:
        return None
    return Withdrawal(section.date, localized(section.reason, ("withdrawal", "reason"), folder, desk))
