"""Every single edit of a newsroom's records, for laws about any change."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, get_args
from zoneinfo import ZoneInfo

from newsroom.commands.check import sound_newsroom
from newsroom.model.calendar import OCCASION_KINDS, OccasionStatus
from newsroom.model.crossposting import LedgerKind
from newsroom.model.figure import Form
from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import OrganizationKind
from newsroom.model.post import AUDIENCES, POST_TYPES, EvidenceKind, Picture, PublishingStatus, Withdrawal
from tests.samples import (
    both,
    configuration,
    contact,
    executive,
    occasion,
    picture,
    point,
    restatement,
    write_calendar,
    write_figure,
    write_newsroom,
    write_picture,
    write_post,
    write_text,
)

NOON: Final = datetime.datetime.fromisoformat("2026-03-01T12:00+04:00")
DAYS: Final = datetime.timedelta(days=40)
TWICE: Final = Localized("نص", "text")
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "type": POST_TYPES,
    "pubstatus": get_args(PublishingStatus),
    "status": get_args(OccasionStatus),
    "form": get_args(Form),
    "author": ("salim", "huda"),
    "topics": ("results", "ports"),
    "audiences": AUDIENCES,
    "languages": LANGUAGES,
    "lead": LANGUAGES,
    "locale": ("ar_OM", "ar_EG", "en_GB", "en_US"),
    "digits": ("arab", "latn"),
    "network": ("x", "mastodon"),
}
"""What may stand where not every text may."""
KINDS: Final = (get_args(EvidenceKind), get_args(OrganizationKind), OCCASION_KINDS, get_args(LedgerKind))
"""What may stand as a ``kind``, each of the things that have one."""
APPEARING: Final[Mapping[str, Any]] = {
    "hero": Picture("media/other.png", 8, 4, 90, "image/png", TWICE, TWICE, TWICE, TWICE),
    "portrait": Picture("media/other.png", 8, 4, 90, "image/png", TWICE, TWICE, TWICE, TWICE),
    "embargoed": NOON,
    "withdrawal": Withdrawal(NOON, TWICE),
    "until": NOON.date(),
    "link": "https://sample.example/",
    "unit": TWICE,
}
"""What may come where there is nothing."""
REFERRED_TO: Final = ("key", "contact", "language", "post")
LASTING: Final = ("executives", "topics", "contacts")
"""What others refer to by its key, and is not left out."""


@cache
def newsroom() -> Newsroom:
    """A small newsroom with some of everything."""
    with TemporaryDirectory() as folder:
        contacts = [contact(), contact(key="other-desk")]
        pictures = {"icon": "media/icon.png", "picture": picture("media/share.png")}
        organization = configuration()["organization"] | pictures
        security = {"contact": "mailto:security@sample.example", "expires": "2027-06-30T00:00"}
        hosting = {"hub": "https://hub.example/", "security": security}
        changes = {"contacts": contacts, "organization": organization, "hosting": hosting}
        root = write_newsroom(Path(folder), posts=0, posts_per_page=2, **changes)
        _write(root)
        return sound_newsroom(root)


def _write(root: Path) -> None:
    write_picture(root / "content/media/icon.png", (512, 512))
    write_picture(root / "content/media/share.png", (1200, 627))
    meeting = {"kind": "meeting", "ends": "2026-04-28T10:00", "place": both("مسقط", "Muscat"), "post": "sample000002"}
    day = {"kind": "dividend", "starts": "2026-02-10", "updated": "2026-02-20T09:00", "audiences": ["shareholders"]}
    write_calendar(root, occasion(1, **meeting), occasion(2, **day), occasion(3, announced="2026-02-25T09:00"))
    account = {"network": "x", "handle": "@huda", "link": "https://x.example/huda", "since": "2025-04-01"}
    roles = [{"title": both("المدير", "Director"), "since": "2020-01-01", "until": "2026-02-28"}]
    write_text(root / "content/executives/huda/index.ar.md", executive(roles=roles, accounts=[account]), "سيرة.")
    figure = {"kind": "figure", "label": both("نمو", "Growth"), "source": both("تقرير", "Report")}
    figure |= {"date": "2026-01-01", "value": 8.4, "unit": both("٪", "%")}
    correction = {"date": "2026-02-20T09:00", "text": both("تصويب", "mended")}
    withdrawal = {"date": "2026-02-20T09:00", "reason": both("سبب", "reason")}
    write_post(root, 1, ar={"type": "results", "evidence": [figure], "topics": ["results", "ports"]})
    write_picture(write_post(root, 2, ar={"hero": picture(), "corrections": [correction]}) / "hero.png")
    write_post(root, 3, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    write_post(root, 4, ar={"author": "huda"}, languages=("ar",))
    target = "[هنا](../post-1/index.ar.md) ![صورة](map.png)"
    write_picture(write_post(root, 5, ar={"date": "2026-02-15T09:00"}, body_ar=target) / "map.png")
    write_post(root, 6, en={"updated": "2026-02-25T09:00"})
    points = [
        point("q1", "2026-01-10T08:00", revenue=2, restated=[restatement()]),
        point("q2", "2026-02-20T08:00", profit=1),
    ]
    write_figure(root, points=points)
    referred = {"kind": "figure", "label": both("ن", "n"), "figure": "results.revenue.q1"}
    mended = {"date": "2026-03-05T09:00", "text": both("تصويب", "mended")}
    shown = "{{results.revenue.q1}}\n\n![](../../../figures/results.yml)"
    write_post(root, 7, ar={"evidence": [referred], "corrections": [mended]}, body_ar=shown)
    chart = "![](../../figures/results.yml)"
    write_text(root / "content/pages/about/index.ar.md", {"title": "عن الشركة", "summary": "من نحن."}, chart)


def edits(value: Any, name: str = "", path: str = "") -> Iterator[tuple[str, Any]]:
    """Each value that differs from this one in a single place, with the place; ``name`` is the field it stands in."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for place, other in edits(getattr(value, field.name), field.name, f"{path}.{field.name}"):
                yield place, replace(value, **{field.name: other})
    elif isinstance(value, tuple):
        yield from _edits_of_tuple(value, name, path)
    elif isinstance(value, Mapping):
        yield from _edits_of_mapping(value, name, path)
    else:
        yield from ((f"{path} = {other!r}", other) for other in _others(value, name))


def _edits_of_tuple(value: tuple[Any, ...], name: str, path: str) -> Iterator[tuple[str, Any]]:
    for index, member in enumerate(value):
        for place, other in edits(member, name, f"{path}[{index}]"):
            yield place, (*value[:index], other, *value[index + 1 :])
    if len(value) > 1:
        yield f"{path} reversed", value[::-1]
    if value and name not in LASTING:
        yield f"{path} without its last", value[:-1]


def _edits_of_mapping(value: Mapping[Any, Any], name: str, path: str) -> Iterator[tuple[str, Any]]:
    for key, member in value.items():
        for place, other in edits(member, name, f"{path}[{key}]"):
            yield place, {**value, key: other}
        if name not in LASTING and (len(value) > 1 or name == "attachments"):
            yield f"{path} without {key}", {each: value[each] for each in value if each != key}
    if len(value) > 1:
        yield f"{path} reversed", dict(reversed(value.items()))


def _words_instead_of(value: str, name: str) -> tuple[str, ...]:
    if name == "kind":
        return next(kinds for kinds in KINDS if value in kinds)
    return WORDS.get(name, (f"{value}×",))


def _others(value: Any, name: str) -> Iterator[Any]:
    if value is None:
        yield from (APPEARING[name],) if name in APPEARING else ()
    elif isinstance(value, str):
        if name not in REFERRED_TO:
            yield from (each for each in _words_instead_of(value, name) if each != value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, ZoneInfo):
        yield ZoneInfo("Europe/London")
    elif isinstance(value, datetime.date):
        yield from (value - DAYS, value + DAYS)
    else:
        assert isinstance(value, int | Decimal), name
        yield value + 1
