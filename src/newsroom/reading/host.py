"""``host.yml``: what the operator of a host of one's own has decided. It stands beside the releases, in no newsroom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from newsroom.errors import HostNotFound, ProblemsFound
from newsroom.model.host import MEBIBYTE, HostSettings
from newsroom.model.language import Language
from newsroom.reading.files import Folder
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import Meaning, SiteAddress, TrueOrFalse, Words
from newsroom.reading.sections import Section
from newsroom.reading.sources import read_source

HOST: Final = "host.yml"


_USUAL: Final = HostSettings()


class HostFile(Section):
    """host.yml: how a host of one's own publishes."""

    branch: Annotated[Words, Meaning("The branch that is published.", "الفرع الذي يُنشر.")] = _USUAL.branch
    keep: Annotated[
        int,
        Meaning("How many earlier releases stay, for a way back.", "عدد الإصدارات السابقة التي تبقى للرجوع إليها."),
        Field(ge=1, le=1000),
    ] = _USUAL.keep
    language: Annotated[
        Language,
        Meaning("The language of what is said to whoever pushes.", "لغة ما يُقال لمن يدفع التغييرات."),
    ] = _USUAL.language
    largest: Annotated[
        int,
        Meaning("The most that one pushed file may have, in MiB.", "أكبر حجم لملف واحد مدفوع، بالميبيبايت."),
        Field(ge=1, le=2000),
    ] = _USUAL.largest // MEBIBYTE
    key: Annotated[
        Words | None,
        Meaning(
            "The file of the private key that signs releases, told from this folder.",
            "ملف المفتاح الخاص الذي تُوقَّع به الإصدارات، ومساره من هذا المجلد.",
        ),
    ] = None
    crossposts: Annotated[
        TrueOrFalse,
        Meaning(
            "Whether what is due goes to accounts after each publication.", "إرسال ما حان إلى الحسابات بعد كل نشر."
        ),
    ] = _USUAL.crossposts
    previews: Annotated[
        SiteAddress | None,
        Meaning(
            "The address below which branches are previewed; without it none is.",
            "العنوان الذي تُعاين الفروع تحته؛ وبغيره لا معاينة.",
        ),
    ] = None
    alarm: Annotated[
        Words | None,
        Meaning(
            "The command that calls somebody when what is due cannot be published; it is told why on standard input.",
            "الأمر الذي ينبّه شخصًا إذا تعذّر نشر ما حان موعده، ويصله السبب في مدخله القياسي.",
        ),
    ] = None


def read_host(folder: Path) -> HostSettings:
    """The settings in a host folder. Raises :class:`HostNotFound` where there is none, and :class:`ProblemsFound`."""
    if not (folder / HOST).is_file():
        raise HostNotFound(
            f"there is no {HOST} in {folder}; name the host's folder with --host, or make one with newsroom host",
            f"لا يوجد {HOST} في {folder}؛ سمّ مجلد الاستضافة بالخيار --host أو أنشئه بالأمر newsroom host",
        )
    findings = Findings()
    source = read_source(HOST, HostFile, Folder(folder), findings)
    if source is None or findings.problems:
        raise ProblemsFound(findings.problems)
    says = source.says
    return HostSettings(
        branch=says.branch,
        keep=says.keep,
        language=says.language,
        largest=says.largest * MEBIBYTE,
        key=folder / says.key if says.key else None,
        crossposts=says.crossposts,
        previews=says.previews or "",
        alarm=says.alarm or "",
    )
