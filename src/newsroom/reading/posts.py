"""Posts: ``content/posts/YYYY/slug/index.{ar,en}.md``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from newsroom.model.disclosure import Disclosure, ReportingPeriod
from newsroom.model.language import Language, Localized
from newsroom.model.message import OwnWords
from newsroom.model.post import Correction, Evidence, Post, Translation, Withdrawal
from newsroom.model.problem import Problem
from newsroom.reading.attachments import read_attachments
from newsroom.reading.files import Document
from newsroom.reading.findings import Findings
from newsroom.reading.folders import Bilingual, Desk, localized, read_folder, subfolders
from newsroom.reading.pictures import read_picture
from newsroom.reading.policy_rules import PERIOD_REVERSED
from newsroom.reading.rules import FIGURE_VALUE, MISSING_KEY, SAID_BY_FIGURE, UNEXPECTED, WITHDRAWAL
from newsroom.reading.schema import EvidenceSection, OwnWordsSection, PostFile, PostWords

_Folder = Bilingual[PostFile, PostWords]

NOWHERE: Final = Localized("", "")
"""The source of what has none of its own, for a figure will tell it."""


@dataclass(frozen=True, slots=True)
class PostReading:
    """What one folder gave: the post, or nothing where it has an error, and the problems found in it."""

    post: Post | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PostReader:
    """Reads the folder of a post, by itself: nothing in another folder changes what comes of it."""

    desk: Desk

    @property
    def depends_on(self) -> str:
        """What a reading depends on beside the folder, in words."""
        return f"{self.desk.timezone.key} {self.desk.lead} {self.desk.standards!r}"

    def __call__(self, path: Path) -> PostReading:
        """Read one folder."""
        desk = replace(self.desk, findings=Findings())
        folder = read_folder(path, PostFile, PostWords, desk)
        post = desk.inspected(_post(folder, desk), folder) if folder else None
        return PostReading(post, tuple(desk.findings.problems))


Each = Callable[[PostReader, Sequence[Path]], Iterable[PostReading]]
"""How the reader is put to use on each folder: ``map``, or one that remembers and shares the work out."""


def read_posts(desk: Desk, each: Each) -> Iterator[Post]:
    """Every post that has no error, in order of its folder."""
    for reading in each(PostReader(desk), list(_post_folders(desk))):
        desk.findings.problems.extend(reading.problems)
        if reading.post:
            yield reading.post


def _post_folders(desk: Desk) -> Iterator[Path]:
    for year in subfolders(desk.folder.content / "posts", desk, "YYYY/slug/index.ar.md"):
        if not re.fullmatch(r"[0-9]{4}", year.name):
            desk.findings.add(UNEXPECTED, desk.folder.name(year), name=year.name, expected="2026")
            continue
        yield from subfolders(year, desk, "slug/index.ar.md")


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
        material=shared.material,
        disclosure=Disclosure(shared.disclosure.reference, shared.disclosure.filed) if shared.disclosure else None,
        stage=shared.stage,
        period=_period(folder, desk),
        aliases=shared.aliases,
        social=tuple(map(_own_words, shared.social)),
    )


def _own_words(section: OwnWordsSection) -> OwnWords:
    return OwnWords(section.network, section.handle or "", Localized(section.ar or "", section.en or ""))


def _period(folder: _Folder, desk: Desk) -> ReportingPeriod | None:
    section = folder.shared.period
    if section is None:
        return None
    if section.until < section.since:
        desk.findings.add(PERIOD_REVERSED, folder.lead.name, folder.lead.line_of("period", "until"))
    return ReportingPeriod(section.since, section.until)


def _translation(
    language: Language, words: PostWords | PostFile, document: Document, folder: _Folder, desk: Desk
) -> Translation:
    return Translation(
        language=language,
        path=desk.content_path(document.path),
        title=words.title,
        summary=words.summary,
        body=document.known_body(),
        updated=words.updated or folder.shared.date,
    )


def _evidence(section: EvidenceSection, index: int, folder: _Folder, desk: Desk) -> Evidence:
    location = ("evidence", index)
    _check_evidence(section, location, folder, desk)
    return Evidence(
        kind=section.kind,
        label=localized(section.label, (*location, "label"), folder, desk),
        source=localized(section.source, (*location, "source"), folder, desk) if section.source else NOWHERE,
        date=section.date or folder.shared.date.date(),
        link=section.link,
        value=section.value,
        unit=localized(section.unit, (*location, "unit"), folder, desk) if section.unit else None,
        figure=section.figure or "",
    )


def _check_evidence(section: EvidenceSection, location: tuple[str | int, ...], folder: _Folder, desk: Desk) -> None:
    """Note keys that are missing or too many: what a figure of ``content/figures`` says is not said again."""
    lead, findings = folder.lead, desk.findings
    has_value = section.value is not None or section.figure is not None
    if (section.kind == "figure") != has_value:
        findings.add(FIGURE_VALUE, lead.name, lead.line_of(*location), kind=section.kind)
    for key in ("value", "unit", "source", "date"):
        if section.figure and getattr(section, key) is not None:
            findings.add(SAID_BY_FIGURE, lead.name, lead.line_of(*location, key), key=key, figure=section.figure)
    for key in ("source", "date"):
        if not section.figure and getattr(section, key) is None:
            where = ".".join(map(str, (*location, key)))
            findings.add(MISSING_KEY, lead.name, lead.line_of(*location), key=where, example=f"{key}: …")


def _corrections(folder: _Folder, desk: Desk) -> tuple[Correction, ...]:
    return tuple(
        Correction(
            section.date, localized(section.text, ("corrections", index, "text"), folder, desk), section.crosspost
        )
        for index, section in enumerate(folder.shared.corrections)
    )


def _withdrawal(folder: _Folder, desk: Desk) -> Withdrawal | None:
    section = folder.shared.withdrawal
    if (section is not None) != (folder.shared.pubstatus == "canceled"):
        key = "pubstatus" if "pubstatus" in folder.lead.tree else "withdrawal"
        desk.findings.add(WITHDRAWAL, folder.lead.name, folder.lead.line_of(key))
    if section is None:
        return None
    location = ("withdrawal", "reason")
    reason = localized(section.reason, location, folder, desk) if section.reason else Localized("", "")
    return Withdrawal(section.date, reason, section.legal)
