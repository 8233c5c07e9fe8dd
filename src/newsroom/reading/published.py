"""``addresses.txt``: every address that a newsroom has published, kept in the repository, sealed with its own digest.

Where a site is built in a fresh clone nothing stands that could be compared with. The file is written by
``newsroom addresses --write``; the seal tells when a person or a merge has changed it since.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule
from newsroom.reading.files import Folder, read_text
from newsroom.reading.findings import Findings

PUBLISHED: Final = "addresses.txt"

NO_ADDRESS: Final = Rule(
    "NR777",
    "error",
    what=Localized("«{value}» ليس عنوانًا نشره الموقع", '"{value}" is no address that the site has published'),
    mend=Localized(
        "أعد السطر كما كان، مثل en/about/؛ والملف يكتبه الأمر newsroom addresses --write",
        "put the line back, such as en/about/; the file is written by newsroom addresses --write",
    ),
    addressee="engineer",
)
IN_CONFLICT: Final = Rule(
    "NR778",
    "error",
    what=Localized("تركت عملية الدمج علاماتها هنا", "a merge has left its marks here"),
    mend=Localized(
        "أبقِ عناوين الجانبين، واحذف العلامات وسطر الختم الأخير، ثم شغّل newsroom addresses --write",
        "keep the addresses of both sides, delete the marks and the last line, the seal, and run"
        " newsroom addresses --write",
    ),
    addressee="engineer",
)
SEAL_BROKEN: Final = Rule(
    "NR779",
    "error",
    what=Localized("تغيّر الملف بعد ختمه", "the file was changed after it was sealed"),
    mend=Localized(
        "أعد الملف من git؛ فإن كان التغيير مقصودًا فاحذف سطر الختم الأخير وشغّل newsroom addresses --write",
        "put it back from git; if the change was meant, delete the last line, the seal, and run"
        " newsroom addresses --write",
    ),
    addressee="engineer",
)
PUBLISHED_RULES: Final[tuple[Rule, ...]] = (NO_ADDRESS, IN_CONFLICT, SEAL_BROKEN)

_HEAD: Final = (
    "# كل عنوان نشره هذا المركز الإعلامي. يكتبه: newsroom addresses --write\n"
    "# Every address that this newsroom has published. Written by: newsroom addresses --write\n"
)
_SEAL: Final = "# sha256 "
_ADDRESS: Final = re.compile(r"(?:ar|en)/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.(?:xml|json))?")
_MARKS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""What git writes around the two sides of a conflict: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented."""


def read_published(root: Path, findings: Findings, *, sealed: bool = True) -> Mapping[str, int]:
    """Each address in the file with its line; nothing where there is no file.

    Unless it has to be ``sealed``, a file without a seal will do; one with a seal that is broken never does.
    """
    if not os.path.lexists(root / PUBLISHED):
        return {}
    text = read_text(root / PUBLISHED, Folder(root), findings)
    if text is None:
        return {}
    before = len(findings.problems)
    known = _addresses(text, findings)
    if len(findings.problems) == before:
        _check_seal(text, findings, sealed=sealed)
    return known


def written(known: Iterable[str]) -> str:
    """The file that holds these addresses, sealed."""
    text = _HEAD + "".join(f"{address}\n" for address in sorted(known))
    return f"{text}{_SEAL}{_digest(text)}\n"


def _addresses(text: str, findings: Findings) -> dict[str, int]:
    known: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(_MARKS):
            findings.add(IN_CONFLICT, PUBLISHED, number)
        elif _ADDRESS.fullmatch(line):
            known.setdefault(line, number)
        elif line and not line.startswith("#"):
            findings.add(NO_ADDRESS, PUBLISHED, number, value=line)
    return known


def _check_seal(text: str, findings: Findings, *, sealed: bool) -> None:
    before, seal, digest = text.rpartition(f"\n{_SEAL}")
    if not seal and not sealed:
        return
    if not seal or digest.strip() != _digest(before + "\n"):
        findings.add(SEAL_BROKEN, PUBLISHED, max(1, text.count("\n")))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
