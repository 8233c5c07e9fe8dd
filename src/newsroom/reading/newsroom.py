"""A whole newsroom, read in one go, with every problem that was met."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from newsroom.errors import NewsroomNotFound
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom, Tongue
from newsroom.model.organization import Contact, Listing, Organization
from newsroom.model.plan import Cadence, Objective
from newsroom.model.problem import Problem, in_reading_order
from newsroom.reading.configuration import (
    ContactSection,
    NewsroomFile,
    ObjectiveSection,
    OrganizationSection,
    PlanFile,
)
from newsroom.reading.executives import accounts, both, read_executives
from newsroom.reading.files import Folder, is_file, read_text
from newsroom.reading.findings import Findings
from newsroom.reading.folders import Desk, Inspection
from newsroom.reading.plain_pages import read_plain_pages
from newsroom.reading.posts import Each, read_posts
from newsroom.reading.rules import NO_PICTURE, OUTSIDE, TWICE
from newsroom.reading.schema_problems import validate
from newsroom.reading.sections import Section
from newsroom.reading.yaml import line_of, read_mapping

Schema = TypeVar("Schema", bound=Section)

CONFIGURATION = "newsroom.yml"
PLAN = "plan.yml"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and what was wrong with it.

    ``newsroom`` holds what could be understood; it is nothing when ``newsroom.yml`` or ``plan.yml`` itself is wrong.
    """

    newsroom: Newsroom | None
    problems: tuple[Problem, ...]


def no_inspection(*_: object) -> tuple[Problem, ...]:
    """Find nothing: for whoever wants a newsroom as it was written."""
    return ()


def read_newsroom(root: Path, inspect: Inspection = no_inspection, each: Each = map) -> Reading:
    """Read the newsroom in a folder. Raises :class:`NewsroomNotFound` where there is none.

    ``inspect`` looks at each folder by itself; ``each`` is how the folders of posts are gone through.
    """
    folder, findings = Folder(root), Findings()
    if not os.path.lexists(root / CONFIGURATION):
        raise NewsroomNotFound(
            f"there is no {CONFIGURATION} in {root}; go to the newsroom's folder, or name it with --root",
            f"لا يوجد {CONFIGURATION} في {root}؛ انتقل إلى مجلد المركز الإعلامي أو سمّه بالخيار --root",
        )
    configuration = _read_configuration(folder, findings)
    plan = _read_plan(folder, findings, configuration)
    newsroom = _read_content(_desk(folder, findings, configuration, inspect), configuration, plan, each)
    return Reading(newsroom, tuple(sorted(findings.problems, key=in_reading_order)))


@dataclass(frozen=True, slots=True)
class _Source(Generic[Schema]):
    """A file that is YAML from end to end, and what it says."""

    name: str
    text: str
    says: Schema

    def line_of(self, *location: str | int) -> int:
        return line_of(self.text, location)


def _read_source(
    name: str, schema: type[Schema], folder: Folder, findings: Findings, zone: ZoneInfo
) -> _Source[Schema] | None:
    text = read_text(folder.root / name, folder, findings)
    tree = read_mapping(text, name, findings) if text is not None else None
    if text is None or tree is None:
        return None

    def line(*location: str | int) -> int:
        return line_of(text, location)

    says = validate(schema, tree, name, line, findings, zone)
    return _Source(name, text, says) if says else None


def _read_configuration(folder: Folder, findings: Findings) -> NewsroomFile | None:
    source = _read_source(CONFIGURATION, NewsroomFile, folder, findings, ZoneInfo("UTC"))
    if source is None:
        return None
    _refuse_repeats("contacts", [contact.key for contact in source.says.contacts], source, findings)
    _find_logo(source, folder, findings)
    return source.says


def _find_logo(source: _Source[NewsroomFile], folder: Folder, findings: Findings) -> None:
    name = source.says.organization.logo
    logo = folder.content / name
    if not folder.contains(logo):
        findings.add(OUTSIDE, folder.name(logo))
    elif not is_file(logo):
        findings.add(NO_PICTURE, source.name, source.line_of("organization", "logo"), file=name, folder="content")


def _read_plan(folder: Folder, findings: Findings, configuration: NewsroomFile | None) -> PlanFile | None:
    zone = ZoneInfo(configuration.timezone if configuration else "UTC")
    source = _read_source(PLAN, PlanFile, folder, findings, zone)
    if source is None:
        return None
    _refuse_repeats("objectives", [objective.key for objective in source.says.objectives], source, findings)
    return source.says


def _refuse_repeats(key: str, values: Sequence[str], source: _Source[Schema], findings: Findings) -> None:
    for index, value in enumerate(values):
        if value in values[:index]:
            findings.add(TWICE, source.name, source.line_of(key, index), key=key, value=value)


def _read_content(desk: Desk, configuration: NewsroomFile | None, plan: PlanFile | None, each: Each) -> Newsroom | None:
    executives, pages = tuple(read_executives(desk)), tuple(read_plain_pages(desk))
    posts = tuple(read_posts(desk, each))
    if configuration is None or plan is None:
        return None
    tongues = configuration.languages
    return Newsroom(
        address=configuration.address,
        timezone=desk.timezone,
        lead=desk.lead,
        tongues=Localized(Tongue(tongues.ar.locale, tongues.ar.digits), Tongue(tongues.en.locale, tongues.en.digits)),
        posts_per_page=configuration.posts_per_page,
        organization=_organization(configuration.organization),
        contacts=_contacts(configuration.contacts),
        topics={key: both(words) for key, words in configuration.topics.items()},
        executives={executive.key: executive for executive in executives},
        posts=posts,
        pages=pages,
        objectives=tuple(_objective(section) for section in plan.objectives),
    )


def _desk(folder: Folder, findings: Findings, configuration: NewsroomFile | None, inspect: Inspection) -> Desk:
    """Where ``newsroom.yml`` itself is wrong, its posts are read all the same, for their own problems."""
    if configuration is None:
        return Desk(folder, ZoneInfo("UTC"), "ar", inspect, findings)
    return Desk(folder, ZoneInfo(configuration.timezone), configuration.languages.lead, inspect, findings)


def _organization(section: OrganizationSection) -> Organization:
    listing = section.listing
    return Organization(
        kind=section.kind,
        name=both(section.name),
        short_name=both(section.short_name),
        description=both(section.description),
        boilerplate=both(section.boilerplate),
        website=section.website,
        logo=section.logo,
        accounts=accounts(section.accounts),
        listing=Listing(both(listing.exchange), listing.symbol) if listing else None,
    )


def _contacts(sections: Iterable[ContactSection]) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            key=section.key,
            name=both(section.name),
            role=both(section.role),
            telephone=section.telephone,
            email=section.email,
            hours=both(section.hours),
            languages=section.languages,
            audiences=section.audiences,
        )
        for section in sections
    )


def _objective(section: ObjectiveSection) -> Objective:
    return Objective(
        key=section.key,
        title=both(section.title),
        purpose=both(section.purpose),
        audiences=section.audiences,
        cadence=Cadence(section.cadence.posts, section.cadence.every),
        evidence=section.evidence,
        since=section.since,
        until=section.until,
    )
