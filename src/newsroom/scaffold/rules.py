"""The rule on files that an older version wrote for a host."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule
from newsroom.reading.findings import Findings
from newsroom.scaffold.version import installed
from newsroom.scaffold.workflows import workflows_in

OUTDATED: Final = Rule(
    "NR901",
    "warning",
    what=Localized(
        "كتب هذا الملف الإصدار {written}، والإصدار المثبَّت {installed} يكتبه على غير هذه الصورة",
        "version {written} wrote this file, and the installed version {installed} writes it otherwise",
    ),
    mend=Localized(
        "اعرض الفرق بالأمر newsroom upgrade، ثم اكتبه بالأمر newsroom upgrade --write",
        "look at the difference with newsroom upgrade, then write it with newsroom upgrade --write",
    ),
    addressee="engineer",
)
SCAFFOLD_RULES: Final[tuple[Rule, ...]] = (OUTDATED,)


def find_outdated(root: Path, findings: Findings) -> None:
    """Note every workflow of ours that the installed version would write otherwise."""
    for workflow in workflows_in(root):
        if workflow.is_outdated:
            findings.add(OUTDATED, workflow.path, 1, written=workflow.version, installed=installed())
