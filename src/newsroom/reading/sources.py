"""Files that are YAML from end to end, beside ``content/``: what they say, and on which line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from newsroom.reading.files import Folder, read_text
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import is_timezone
from newsroom.reading.rules import TWICE
from newsroom.reading.schema_problems import validate
from newsroom.reading.sections import Section
from newsroom.reading.yaml import Tree, line_of, read_mapping

Schema = TypeVar("Schema", bound=Section)


@dataclass(frozen=True, slots=True)
class Source(Generic[Schema]):
    """A file and what it says."""

    name: str
    text: str
    says: Schema

    def line_of(self, *location: str | int) -> int:
        """The line on which a key or item stands."""
        return line_of(self.text, location)


def read_source(
    name: str, schema: type[Schema], folder: Folder, findings: Findings, zone: ZoneInfo | None = None
) -> Source[Schema] | None:
    """The file of a name in the newsroom's folder, or nothing and every problem found in it.

    Dates that name no zone are of ``zone``, or of the one that the file itself says is the newsroom's.
    """
    text = read_text(folder.root / name, folder, findings)
    tree = read_mapping(text, name, findings) if text is not None else None
    if text is None or tree is None:
        return None

    def line(*location: str | int) -> int:
        return line_of(text, location)

    says = validate(schema, tree, name, line, findings, zone or _own_zone(tree))
    return Source(name, text, says) if says else None


def _own_zone(tree: Tree) -> ZoneInfo:
    """The zone in a tree that was not checked yet."""
    name = str(tree.get("timezone", "")).strip()
    return ZoneInfo(name if is_timezone(name) else "UTC")


def refuse_repeats(key: str, values: Sequence[str], source: Source[Schema], findings: Findings) -> None:
    """Note each item of the list under a key whose own key an earlier one has."""
    for index, value in enumerate(values):
        if value in values[:index]:
            findings.add(TWICE, source.name, source.line_of(key, index), key=key, value=value)
