"""A whole newsroom, read in one go, with every problem that was met."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from newsroom.errors import NewsroomNotFound
from newsroom.model.brand import Brand
from newsroom.model.language import Localized
from newsroom.model.newsroom import Hosting, Newsroom, Security, SigningKey, Tongue
from newsroom.model.organization import Contact, Organization
from newsroom.model.policy import NO_POLICY
from newsroom.model.problem import Problem, in_reading_order
from newsroom.model.standards import Standards
from newsroom.reading.brand import read_brand
from newsroom.reading.calendar import read_calendar
from newsroom.reading.configuration import (
    ArabicSection,
    ContactSection,
    EnglishSection,
    HostingSection,
    NewsroomFile,
)
from newsroom.reading.crossposting import read_crossposting
from newsroom.reading.executives import read_executives
from newsroom.reading.figures import read_figures
from newsroom.reading.files import Folder
from newsroom.reading.findings import Findings
from newsroom.reading.folders import Desk, Inspection
from newsroom.reading.organization import read_organization
from newsroom.reading.plain_pages import read_plain_pages
from newsroom.reading.plan import read_plan
from newsroom.reading.policy import read_policy
from newsroom.reading.posts import Each, read_posts
from newsroom.reading.sections import both
from newsroom.reading.sources import read_source, refuse_repeats

CONFIGURATION = "newsroom.yml"
MEMORY: Final = ".newsroom"
"""The folder, beside ``newsroom.yml``, of what builds remember."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and what was wrong with it.

    ``newsroom`` holds what could be understood; it is nothing when ``newsroom.yml``, ``plan.yml``, ``calendar.yml``,
    ``policy.yml`` or ``crosspost.yml`` itself is wrong.
    """

    newsroom: Newsroom | None
    problems: tuple[Problem, ...]


def no_inspection(*_: object) -> tuple[Problem, ...]:
    """Find nothing: for whoever wants a newsroom as it was written."""
    return ()


def require_newsroom(root: Path) -> None:
    """Raise :class:`NewsroomNotFound` where there is none in a folder."""
    if not os.path.lexists(root / CONFIGURATION):
        raise NewsroomNotFound(
            f"there is no {CONFIGURATION} in {root}; go to the newsroom's folder, or name it with --root",
            f"لا يوجد {CONFIGURATION} في {root}؛ انتقل إلى مجلد المركز الإعلامي أو سمّه بالخيار --root",
        )


def read_newsroom(root: Path, inspect: Inspection = no_inspection, each: Each = map) -> Reading:
    """Read the newsroom in a folder. Raises :class:`NewsroomNotFound` where there is none.

    ``inspect`` looks at each folder by itself; ``each`` is how the folders of posts are gone through.
    """
    folder, findings = Folder(root), Findings()
    require_newsroom(root)
    settings = _read_settings(folder, findings)
    newsroom = _read_content(_desk(folder, findings, settings, inspect), settings, each)
    return Reading(newsroom, tuple(sorted(findings.problems, key=in_reading_order)))


@dataclass(frozen=True, slots=True)
class _Settings:
    """What stands in ``newsroom.yml``."""

    says: NewsroomFile
    organization: Organization
    brand: Brand


def _read_settings(folder: Folder, findings: Findings) -> _Settings | None:
    source = read_source(CONFIGURATION, NewsroomFile, folder, findings)
    if source is None:
        return None
    refuse_repeats("contacts", [contact.key for contact in source.says.contacts], source, findings)
    organization = read_organization(source, folder, findings)
    return _Settings(source.says, organization, read_brand(source, folder, findings))


def _read_content(desk: Desk, settings: _Settings | None, each: Each) -> Newsroom | None:
    plan = read_plan(desk.folder, desk.findings, desk.timezone)
    occasions = read_calendar(desk.folder, desk.findings, desk.timezone)
    policy = read_policy(desk.folder, desk.findings, desk.timezone)
    crossposting = read_crossposting(desk.folder, desk.findings, desk.timezone)
    desk = replace(desk, standards=replace(desk.standards, policy=policy or NO_POLICY))
    executives, pages = tuple(read_executives(desk)), tuple(read_plain_pages(desk))
    names = {executive.key: executive.name for executive in executives}
    desk_of_posts = replace(desk, standards=replace(desk.standards, executives=names))
    posts, figures = tuple(read_posts(desk_of_posts, each)), tuple(read_figures(desk))
    if settings is None or plan is None or occasions is None or policy is None or crossposting is None:
        return None
    says = settings.says
    tongues = says.languages
    return Newsroom(
        address=says.address,
        timezone=desk.timezone,
        lead=desk.lead,
        tongues=Localized(_tongue(tongues.ar), _tongue(tongues.en)),
        posts_per_page=says.posts_per_page,
        organization=settings.organization,
        brand=settings.brand,
        contacts=_contacts(says.contacts),
        topics={key: both(words) for key, words in says.topics.items()},
        executives={executive.key: executive for executive in executives},
        posts=posts,
        pages=pages,
        objectives=plan.objectives,
        occasions=occasions,
        hosting=_hosting(says.hosting),
        figures=figures,
        policy=policy,
        weights=says.rules,
        redirects=says.redirects,
        lead_times=plan.lead_times,
        carriers=crossposting.carriers,
        ledger=crossposting.ledger,
    )


def _desk(folder: Folder, findings: Findings, settings: _Settings | None, inspect: Inspection) -> Desk:
    """Where ``newsroom.yml`` itself is wrong, its posts are read all the same, for their own problems."""
    if settings is None:
        return Desk(folder, ZoneInfo("UTC"), "ar", inspect, findings, Standards())
    tongues = settings.says.languages
    standards = Standards(settings.organization, Localized(tongues.ar.digits, tongues.en.digits))
    return Desk(folder, ZoneInfo(settings.says.timezone), tongues.lead, inspect, findings, standards)


def _tongue(section: ArabicSection | EnglishSection) -> Tongue:
    return Tongue(section.locale, section.digits, section.hijri)


def _hosting(section: HostingSection | None) -> Hosting:
    if section is None:
        return Hosting(hub="", security=None, compressed=False)
    security = section.security
    return Hosting(
        hub=section.hub or "",
        security=Security(security.contact, security.expires) if security else None,
        compressed=section.compressed,
        keys=signing_keys(section),
    )


def signing_keys(section: HostingSection | None) -> tuple[SigningKey, ...]:
    """The keys with which publications are signed; none, where nothing is said of hosting."""
    return tuple(SigningKey(each.key, each.until) for each in section.keys) if section else ()


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
