"""What a commit holds, looked at before anything of it is written to the disk: a newsroom, and nothing that is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newsroom.errors import PushRefused
from newsroom.model.host import MEBIBYTE
from newsroom.publishing.repository import Entry, Repository
from newsroom.reading.newsroom import CONFIGURATION, MEMORY

SUBMODULE: Final = "160000"
SYMLINK: Final = "120000"
"""Modes of entries in git's trees (https://git-scm.com/docs/git-fast-import#_filemodify)."""
MOST_LINKS: Final = 40
"""The most links that Linux follows on the way to a file (https://man7.org/linux/man-pages/man7/path_resolution.7.html)."""
LONGEST: Final = 4096
"""Bytes from which on Linux takes no path (https://man7.org/linux/man-pages/man3/realpath.3.html, ``PATH_MAX``)."""
_NOT_PUSHED: Final = (".git", MEMORY)
"""At the top of a newsroom: what git and builds keep there."""


def refuse_what_is_no_newsroom(repository: Repository, commit: str, largest: int) -> None:
    """Raise :class:`PushRefused` where a commit is no newsroom, or holds what none may.

    ``largest`` is the most bytes that a file may have. No file of the commit is written, and only symbolic links are
    read.
    """
    entries = list(repository.entries(commit))
    if not any(entry.path == CONFIGURATION for entry in entries):
        raise PushRefused(
            f"there is no {CONFIGURATION} at the top of what was pushed; push the newsroom's own repository",
            f"لا يوجد {CONFIGURATION} في أعلى ما دُفع؛ ادفع مستودع المركز الإعلامي نفسه",
        )
    links = {entry.path: _target(repository, entry) for entry in entries if entry.mode == SYMLINK}
    for entry in entries:
        _refuse_name(entry)
        _refuse_kind(entry, links)
        _refuse_size(entry, largest)


def _refuse_name(entry: Entry) -> None:
    shown = entry.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if shown != entry.path:
        raise PushRefused(
            f"the name {shown} is not written in UTF-8; rename the file",
            f"الاسم {shown} غير مكتوب بترميز UTF-8؛ غيّر اسم الملف",
        )
    if entry.path.split("/")[0] == MEMORY:
        raise PushRefused(
            f"{shown} is what a build remembers, and would be believed; take it out: git rm -r --cached {MEMORY}",
            f"{shown} من ذاكرة البناء، ولو قُبل لصُدّق؛ أخرجه من git: git rm -r --cached {MEMORY}",
        )


def _refuse_kind(entry: Entry, links: Mapping[str, str]) -> None:
    if entry.mode == SUBMODULE:
        raise PushRefused(
            f"{entry.path} is a submodule, and what is in it was not pushed; put the files themselves there",
            f"{entry.path} مستودع فرعي (submodule) ولم يُدفع ما فيه؛ ضع الملفات نفسها مكانه",
        )
    if entry.mode == SYMLINK and _leads_out(entry.path, links):
        raise PushRefused(
            f"{entry.path} is a symbolic link that leads out of the newsroom; put the file itself there",
            f"{entry.path} رابط رمزي يخرج من المركز الإعلامي؛ ضع الملف نفسه مكانه",
        )


def _refuse_size(entry: Entry, largest: int) -> None:
    if entry.size > largest:
        size, most = (round(number / MEBIBYTE) for number in (entry.size, largest))
        raise PushRefused(
            f"{entry.path} has {size} MiB, and {most} are the most (largest in host.yml);"
            " make it smaller, or link to it",
            f"حجم الملف {entry.path} هو {size} ميبيبايت والحد {most} (largest في host.yml)؛ صغّره أو ضع رابطًا إليه",
        )


def _target(repository: Repository, link: Entry) -> str:
    return repository.words(link) if link.size < LONGEST else "/"


def _leads_out(path: str, links: Mapping[str, str]) -> bool:
    """Whether a link leads out of the newsroom, be it through others, or to what is not pushed, or in a circle."""
    *reached, _ = path.split("/")
    steps, left = _steps_backwards(links[path]), MOST_LINKS
    while steps and left:
        step = steps.pop()
        if _leaves(reached, step):
            return True
        reached = reached[:-1] if step == ".." else [*reached, step]
        target = links.get("/".join(reached))
        if target is not None:
            reached, left = reached[:-1], left - 1
            steps += _steps_backwards(target)
    return not left


def _steps_backwards(target: str) -> list[str]:
    if target.startswith("/"):
        return ["/"]
    return [step for step in reversed(target.split("/")) if step not in {"", "."}]


def _leaves(reached: Sequence[str], step: str) -> bool:
    if step == "..":
        return not reached
    return step == "/" or (not reached and step.lower() in _NOT_PUSHED)
