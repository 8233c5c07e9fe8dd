"""``crosspost.yml``: the accounts that carry posts. A newsroom without the file sends nothing anywhere."""

from __future__ import annotations

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
from newsroom.reading.kinds import Key, Meaning, Words
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
            "A file, where one host alone publishes; not on a network disk.",
            "ملف، إن كان النشر من خادم واحد؛ لا على قرص شبكي.",
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
    carriers = tuple(Carrier(each.network, each.handle, each.languages, each.types) for each in accounts)
    return Crossposting(carriers, _home(source.says.ledger))


def _home(section: LedgerSection | None) -> LedgerHome:
    if section and section.sqlite:
        return LedgerHome("sqlite", section.sqlite)
    return LedgerHome("git", section.git) if section and section.git else ORIGIN
