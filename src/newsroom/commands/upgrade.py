"""``newsroom upgrade``: the files for hosts, brought up to the installed version."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.errors import Refused
from newsroom.reading.newsroom import require_newsroom
from newsroom.scaffold.workflows import Workflow, workflows_in


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What becomes of a file: how it differs, as a unified diff; whether a person changed it; whether it is written."""

    path: str
    difference: str
    is_changed: bool
    is_written: bool


def upgrade(root: Path, *, write: bool, overwrite: bool) -> tuple[Upgrade, ...]:
    """The files that the installed version writes otherwise; each is written where that was asked for.

    What a person changed is written only where ``overwrite`` is said too. Raises :class:`NewsroomNotFound`, and
    :class:`Refused` where a file cannot be written; each file is then as it was or as it is to be.
    """
    require_newsroom(root)
    return tuple(_upgrades(root, write=write, overwrite=overwrite))


def _upgrades(root: Path, *, write: bool, overwrite: bool) -> Iterator[Upgrade]:
    for workflow in workflows_in(root):
        if workflow.text == workflow.successor or not workflow.is_outdated:
            continue
        is_wanted = write and (overwrite or not workflow.is_changed)
        if is_wanted:
            _exchange(root / workflow.path, workflow.successor)
        yield Upgrade(workflow.path, _difference(workflow), workflow.is_changed, is_wanted)


def _difference(workflow: Workflow) -> str:
    before, after = (text.splitlines(keepends=True) for text in (workflow.text, workflow.successor))
    return "".join(difflib.unified_diff(before, after, f"a/{workflow.path}", f"b/{workflow.path}"))


def _exchange(path: Path, text: str) -> None:
    """Give a file other words in one step."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(
            f"{path} cannot be written ({error.strerror}); it was left as it was",
            f"تعذّرت كتابة {path} ({error.strerror})؛ وبقي كما كان",
        ) from None
