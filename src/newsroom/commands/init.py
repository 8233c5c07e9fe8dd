"""``newsroom init``: a newsroom of one's own, made whole beside its place and then moved there."""

from __future__ import annotations

import datetime
import os
import tempfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.commands.check import check
from newsroom.errors import ProblemsFound, Refused
from newsroom.model.organization import OrganizationKind
from newsroom.scaffold.files import first_files
from newsroom.scaffold.workflows import Host

OFTEN_THERE: Final = ("README.md", ".gitignore")
"""What a repository has before it is a newsroom's, and a newsroom can do without: it is left as it is."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The files that were written; and those that were there and left, each with what would have been written."""

    written: tuple[Path, ...]
    left: Mapping[Path, str]


def init(
    folder: Path,
    preset: OrganizationKind,
    answers: Mapping[str, str],
    hosts: Collection[Host],
    *,
    now: datetime.datetime,
    identity: str,
) -> Begun:
    """Write the files of a new newsroom into a folder, and say which.

    ``answers`` are those of :func:`newsroom.scaffold.answers.answers`. What else is in the folder stays as it is.
    Raises :class:`Refused` where one of the files is there already or cannot be written, and :class:`ProblemsFound`
    where the newsroom would have errors; nothing is then in the folder that was not before.
    """
    files = first_files(preset, answers, hosts, now, identity)
    left = {path: files.pop(path).decode() for path in OFTEN_THERE if (folder / path).is_file()}
    refuse_existing(folder, files)
    is_new = not os.path.lexists(folder)
    try:
        _write(folder, files, now, is_new=is_new)
    except OSError as error:
        raise Refused(
            f"{folder} could not be written ({error.strerror}); nothing was left there",
            f"تعذرت الكتابة في {folder} ({error.strerror})؛ ولم يبق فيه شيء",
        ) from None
    return Begun(tuple(folder / path for path in files), {folder / path: text for path, text in left.items()})


def refuse_existing(folder: Path, files: Iterable[str]) -> None:
    """Raise :class:`Refused` where a file is there already, or something stands where its folder would."""
    there = [path for path in files if not _is_free(folder, path)]
    if there:
        names = "".join(f"\n  {folder / path}" for path in there)
        raise Refused(
            f"these are there already and would be overwritten; nothing was written:{names}",
            f"هذه الملفات موجودة وسيُكتب فوقها؛ فلم يُكتب شيء:{names}",
        )


def _is_free(folder: Path, path: str) -> bool:
    """Whether nothing is at a path, and every folder on the way to it is one, or is still to be made.

    A link is none: it could lead the file out of the newsroom.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        return False
    ways = [folder / parent for parent in Path(path).parents if parent.name]
    is_blocked = any(os.path.lexists(way) and (way.is_symlink() or not way.is_dir()) for way in ways)
    return not is_blocked and not os.path.lexists(folder / path)


def _write(folder: Path, files: Mapping[str, bytes], now: datetime.datetime, *, is_new: bool) -> None:
    """Write all files beside their place, see whether they are sound, and only then put them there."""
    home = folder.resolve().parent if is_new else folder
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".newsroom-init-", dir=home, ignore_cleanup_errors=True) as beside:
        made = Path(beside) / "newsroom"
        for path, data in files.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(data)
        problems = check(made, now)
        if any(problem.is_error for problem in problems):
            raise ProblemsFound(problems)
        if is_new:
            made.replace(folder)
        else:
            _link(made, folder, files)


def _link(made: Path, folder: Path, paths: Iterable[str]) -> None:
    """Put files into a folder one after another, each whole; what was put is taken back where one cannot be."""
    put: list[Path] = []
    try:
        for path in paths:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            # Unlike a rename, a link never takes the place of a file that has come there meanwhile.
            os.link(made / path, target)
            put.append(target)
    except OSError:
        for target in put:
            target.unlink()
        raise
