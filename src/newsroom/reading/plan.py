"""``plan.yml``: what the newsroom set out to say, to whom, how often, and how long writing takes."""

from __future__ import annotations

from typing import Annotated, Final
from zoneinfo import ZoneInfo

from pydantic import Field

from newsroom.model.plan import LEAD_TIMES, Cadence, Objective, Period, Plan
from newsroom.model.post import Audience, EvidenceKind, PostType
from newsroom.reading.files import Folder
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import Day, Key, Meaning
from newsroom.reading.rules import OBJECTIVE_REVERSED
from newsroom.reading.sections import BothWords, Section, both
from newsroom.reading.sources import Source, read_source, refuse_repeats

PLAN: Final = "plan.yml"
YEAR: Final = 366
"""Days of the longest year: nobody writes longer at a post, and one a day is the most that a plan can ask."""

_DEFAULTS: Final = ", ".join(f"{post_type} {days}" for post_type, days in LEAD_TIMES.items())


class CadenceSection(Section):
    """How often."""

    posts: Annotated[int, Meaning("How many posts.", "عدد المنشورات."), Field(ge=1, le=YEAR)]
    every: Annotated[Period, Meaning("In which period.", "في أي مدة.")]


class ObjectiveSection(Section):
    """What the newsroom set out to say."""

    key: Annotated[Key, Meaning("What posts call this objective.", "الاسم الذي تستعمله المنشورات لهذا الهدف.")]
    title: Annotated[BothWords, Meaning("The objective in a few words.", "الهدف في كلمات.")]
    purpose: Annotated[BothWords, Meaning("What it serves in the organisation.", "ما يخدمه في المؤسسة.")]
    audiences: Annotated[tuple[Audience, ...], Meaning("To whom it speaks.", "لمن يتوجه."), Field(min_length=1)]
    cadence: Annotated[CadenceSection, Meaning("How often.", "الوتيرة.")]
    evidence: Annotated[
        tuple[EvidenceKind, ...],
        Meaning("The evidence its posts should carry.", "الأدلة التي ينبغي أن تحملها منشوراته."),
    ] = ()
    since: Annotated[Day, Meaning("Its first day.", "أول يوم فيه."), Field(alias="from")]
    until: Annotated[Day | None, Meaning("Its last day.", "آخر يوم فيه.")] = None


class PlanFile(Section):
    """plan.yml: objectives on a timetable."""

    objectives: Annotated[
        tuple[ObjectiveSection, ...],
        Meaning("What the newsroom set out to say.", "ما أراد المركز الإعلامي أن يقوله."),
    ]
    lead_times: Annotated[
        dict[PostType, Annotated[int, Field(ge=0, le=YEAR)]],
        Meaning(
            f"Days from the first line to the release, by type of post. What is left out takes: {_DEFAULTS}.",
            f"الأيام من أول سطر إلى النشر، بحسب نوع المنشور. وما لم يُذكر فمدته: {_DEFAULTS}.",
        ),
        Field(default_factory=dict),
    ]


def read_plan(folder: Folder, findings: Findings, zone: ZoneInfo) -> Plan | None:
    """The plan, or nothing where the file is wrong."""
    source = read_source(PLAN, PlanFile, folder, findings, zone)
    if source is None:
        return None
    sections = source.says.objectives
    refuse_repeats("objectives", [section.key for section in sections], source, findings)
    for index, section in enumerate(sections):
        _refuse_reversed(index, section, source, findings)
    return Plan(tuple(map(_objective, sections)), {**LEAD_TIMES, **source.says.lead_times})


def _refuse_reversed(index: int, section: ObjectiveSection, source: Source[PlanFile], findings: Findings) -> None:
    if section.until and section.until < section.since:
        line = source.line_of("objectives", index, "until")
        findings.add(OBJECTIVE_REVERSED, source.name, line, value=section.key)


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
