"""``crosspost.yml``: the accounts that carry posts. A newsroom without the file sends nothing anywhere."""

from __future__ import annotations

import datetime
import os
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from newsroom.model.crossposting import ORIGIN, Carrier, Crossposting, LedgerHome
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.post import PostType
from newsroom.reading.files import Folder
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import DailyHours, Day, Key, Meaning, Words
from newsroom.reading.sections import Section
from newsroom.reading.sources import read_source, refuse_repeats

CROSSPOSTING: Final = "crosspost.yml"


class CarrierSection(Section):
    """An official account that carries posts."""

    network: Annotated[
        Key, Meaning("The network, as in the list of official accounts.", "الشبكة، كما كُتبت في الحسابات الرسمية.")
    ]
    handle: Annotated[Words, Meaning("The account's name there, as listed.", "اسم الحساب فيها، كما كُتب هناك.")]
    languages: Annotated[
        tuple[Language, ...], Meaning("The languages that it carries.", "اللغات التي ينشر بها."), Field(min_length=1)
    ] = LANGUAGES
    types: Annotated[
        tuple[PostType, ...],
        Meaning(
            "The only types of post that it carries; none: all.", "أنواع المنشورات التي ينشرها وحدها؛ فإن خلت فكلها."
        ),
    ] = ()
    server: Annotated[
        Words,
        Meaning(
            "The address of the server that the account is on, where its network has several.",
            "رابط الخادم الذي عليه الحساب، حيث للشبكة أكثر من خادم.",
        ),
    ] = ""
    id: Annotated[
        Words,
        Meaning(
            "What the network itself calls the account, where the handle does not tell: "
            "urn:li:organization:… on LinkedIn, a number on Facebook and Threads.",
            "معرّف الحساب لدى الشبكة حيث لا يكفي اسمه: urn:li:organization:… في LinkedIn، ورقم في Facebook وThreads.",
        ),
    ] = ""
    hours: Annotated[
        DailyHours | None,
        Meaning(
            "When messages leave, in the newsroom's time zone. Material posts do not wait for it.",
            "ساعات الإرسال بتوقيت المركز. ولا تنتظرها المنشورات الجوهرية.",
        ),
    ] = None
    pace: Annotated[
        int,
        Meaning("The minutes between two messages at least.", "أقل ما بين رسالتين بالدقائق."),
        Field(ge=1, le=24 * 60),
    ] = 0
    expires: Annotated[
        Day | None,
        Meaning(
            "The last day on which the account's secrets work, where the network does not tell.",
            "آخر يوم تصلح فيه أسرار الحساب، حيث لا تخبر به الشبكة.",
        ),
    ] = None


def _one_home(section: Any) -> Any:
    if (section.git is None) == (section.sqlite is None):
        raise PydanticCustomError("kind", "kind", {"expected": "ledger"})
    return section


class LedgerSection(Section):
    """Where what was sent is remembered: one of the two."""

    git: Annotated[
        Words | None, Meaning("A remote of the newsroom's git repository.", "مستودع بعيد لمستودع المركز الإعلامي.")
    ] = None
    sqlite: Annotated[
        Words | None,
        Meaning(
            "A file, told from the newsroom's folder, where one host alone publishes; not on a network disk.",
            "ملف، ويُكتب مساره من مجلد المركز، إن كان النشر من خادم واحد؛ لا على قرص شبكي.",
        ),
    ] = None
    _check = model_validator(mode="after")(_one_home)


class CrosspostingFile(Section):
    """crosspost.yml: which posts go to which accounts. A newsroom may have none."""

    accounts: Annotated[
        tuple[CarrierSection, ...],
        Meaning(
            "Accounts that carry posts. Of those on one network the first has the headline, the second the summary.",
            "الحسابات التي تنشر المنشورات. وإن تعددت في شبكة واحدة فللأول العنوان وللثاني الملخص.",
        ),
    ]
    ledger: Annotated[
        LedgerSection | None,
        Meaning(
            "Where what was sent is remembered: at the git remote origin, unless another place is named.",
            "أين يُحفظ سجل ما أُرسل: في المستودع البعيد origin ما لم يُسمَّ غيره.",
        ),
    ] = None


def read_crossposting(folder: Folder, findings: Findings, zone: ZoneInfo) -> Crossposting | None:
    """What the file says, carriers in its order, and none where there is no file; or nothing, where it is wrong."""
    if not os.path.lexists(folder.root / CROSSPOSTING):
        return Crossposting()
    source = read_source(CROSSPOSTING, CrosspostingFile, folder, findings, zone)
    if source is None:
        return None
    accounts = source.says.accounts
    refuse_repeats("accounts", [f"{each.network} {each.handle}" for each in accounts], source, findings)
    return Crossposting(tuple(map(_carrier, accounts)), _home(source.says.ledger))


def _home(says: LedgerSection | None) -> LedgerHome:
    if says and says.sqlite:
        return LedgerHome("sqlite", says.sqlite)
    return LedgerHome("git", says.git) if says and says.git else ORIGIN


def _carrier(says: CarrierSection) -> Carrier:
    return Carrier(
        network=says.network,
        handle=says.handle,
        languages=says.languages,
        types=says.types,
        server=says.server,
        id=says.id,
        hours=_span(says.hours) if says.hours else None,
        pace=datetime.timedelta(minutes=says.pace),
        expires=says.expires,
    )


def _span(hours: str) -> tuple[datetime.time, datetime.time]:
    first, _, last = hours.partition("-")
    return datetime.time.fromisoformat(first), datetime.time.fromisoformat(last)
