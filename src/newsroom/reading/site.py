"""What ``newsroom.yml`` says of the site alone, read without the rest of the newsroom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from newsroom.errors import ProblemsFound
from newsroom.model.newsroom import SigningKey
from newsroom.reading.configuration import NewsroomFile
from newsroom.reading.files import Folder
from newsroom.reading.findings import Findings
from newsroom.reading.newsroom import CONFIGURATION, require_newsroom, signing_keys
from newsroom.reading.sources import read_source


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Where the site stands, the zone of its dates, and the keys with which it is signed."""

    address: str
    timezone: ZoneInfo
    keys: tuple[SigningKey, ...]


def read_site(root: Path) -> SiteSettings:
    """The settings of the newsroom in a folder. Raises :class:`NewsroomNotFound` and :class:`ProblemsFound`."""
    require_newsroom(root)
    findings = Findings()
    source = read_source(CONFIGURATION, NewsroomFile, Folder(root), findings)
    if source is None:
        raise ProblemsFound(findings.problems)
    says = source.says
    return SiteSettings(says.address, ZoneInfo(says.timezone), signing_keys(says.hosting))
