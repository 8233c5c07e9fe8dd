"""``calendar.yml``: the days that the organisation has announced."""

from __future__ import annotations

import datetime
import os
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from newsroom.model.calendar import Occasion, OccasionKind, OccasionStatus
from newsroom.model.post import Audience
from newsroom.reading.files import Folder
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import DayOrInstant, HttpsLink, Identity, Instant, Key, Meaning
from newsroom.reading.rules import ENDS_BEFORE_START, MIXED_TIMES
from newsroom.reading.sections import BothWords, Section, both
from newsroom.reading.sources import Source, read_source, refuse_repeats

CALENDAR: Final = "calendar.yml"


class OccasionSection(Section):
    """A date of the financial calendar, or an event."""

    key: Annotated[
        Key,
        Meaning(
            "The occasion's permanent name; calendars know it by this. Never change it.",
            "اسم الموعد الدائم الذي تعرفه به التقويمات. لا تغيّره أبدًا.",
        ),
    ]
    kind: Annotated[OccasionKind, Meaning("What kind of occasion it is.", "نوع الموعد.")]
    title: Annotated[BothWords, Meaning("What takes place.", "ما الذي سيكون.")]
    starts: Annotated[
        DayOrInstant,
        Meaning(
            "When it begins: a day, or an instant where the hour is known.",
            "متى يبدأ: يوم، أو لحظة إن عُرفت الساعة.",
        ),
    ]
    announced: Annotated[
        Instant,
        Meaning("The instant from which the newsroom may show it.", "اللحظة التي يجوز من بعدها عرض الموعد."),
    ]
    status: Annotated[
        OccasionStatus,
        Meaning(
            "Whether the date stands. One that was called off stays here as canceled, so that calendars strike it out.",
            "هل الموعد ثابت. وما أُلغي يبقى هنا بالقيمة canceled لتشطبه التقويمات.",
        ),
    ] = "confirmed"
    description: Annotated[BothWords | None, Meaning("More about it.", "تفصيله.")] = None
    ends: Annotated[
        DayOrInstant | None,
        Meaning(
            "When it ends, a day or an instant as its beginning is; the last day belongs to it.",
            "متى ينتهي، يومًا أو لحظة كما كُتبت البداية؛ واليوم الأخير داخل فيه.",
        ),
    ] = None
    place: Annotated[BothWords | None, Meaning("Where it takes place.", "مكانه.")] = None
    link: Annotated[HttpsLink | None, Meaning("Where to follow it or register.", "رابط المتابعة أو التسجيل.")] = None
    updated: Annotated[
        Instant | None,
        Meaning(
            "Its last change, such as a new hour or status; if left out, there was none.",
            "آخر تغيير فيه، كالساعة أو الحالة؛ فإن تُرك فلا تغيير.",
        ),
    ] = None
    audiences: Annotated[tuple[Audience, ...], Meaning("For whom it is meant.", "لمن يُوجَّه.")] = ()
    post: Annotated[
        Identity | None,
        Meaning(
            "The id of the post about it; it is linked once that post is released.",
            "معرّف المنشور الذي يتناوله، ويظهر رابطه متى نُشر.",
        ),
    ] = None


class CalendarFile(Section):
    """calendar.yml: dates that were announced. A newsroom may have none."""

    occasions: Annotated[
        tuple[OccasionSection, ...],
        Meaning("Results, meetings, dividends and events.", "النتائج والاجتماعات والأرباح الموزعة والفعاليات."),
    ]


def read_calendar(folder: Folder, findings: Findings, zone: ZoneInfo) -> tuple[Occasion, ...] | None:
    """The occasions in order of the file, none where there is no file; or nothing, where the file itself is wrong."""
    if not os.path.lexists(folder.root / CALENDAR):
        return ()
    source = read_source(CALENDAR, CalendarFile, folder, findings, zone)
    if source is None:
        return None
    refuse_repeats("occasions", [section.key for section in source.says.occasions], source, findings)
    for index in range(len(source.says.occasions)):
        _refuse_wrong_end(index, source, findings)
    return tuple(map(_occasion, source.says.occasions))


def _refuse_wrong_end(index: int, source: Source[CalendarFile], findings: Findings) -> None:
    section = source.says.occasions[index]
    if section.ends is None:
        return
    line = source.line_of("occasions", index, "ends")
    if _is_instant(section.starts) != _is_instant(section.ends):
        findings.add(MIXED_TIMES, source.name, line, value=section.key)
    elif section.ends < section.starts:
        findings.add(ENDS_BEFORE_START, source.name, line, value=section.key)


def _is_instant(moment: datetime.date) -> bool:
    return isinstance(moment, datetime.datetime)


def _occasion(section: OccasionSection) -> Occasion:
    return Occasion(
        key=section.key,
        kind=section.kind,
        status=section.status,
        title=both(section.title),
        description=both(section.description),
        starts=section.starts,
        ends=section.ends,
        place=both(section.place),
        link=section.link or "",
        announced=section.announced,
        updated=section.updated or section.announced,
        audiences=section.audiences,
        post=section.post,
    )
