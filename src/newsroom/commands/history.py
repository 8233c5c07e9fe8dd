"""``newsroom history``: what readers could see of a post at any past instant, told from git and the release gate.

What git cannot be believed about is named, and of an instant that is in doubt nothing is told.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from newsroom.commands.past import Period, periods
from newsroom.errors import HistoryUnknown, Refused, WrongInstant
from newsroom.history.log import files_at, unrecorded
from newsroom.history.mainline import Doubt, Step, carriers, changed_below, doubts, main_line, touching
from newsroom.history.scratch import scratch
from newsroom.model.language import LANGUAGES
from newsroom.reading.configuration import NewsroomFile
from newsroom.reading.files import Folder, front_matter_of
from newsroom.reading.findings import Findings
from newsroom.reading.newsroom import CONFIGURATION, require_newsroom
from newsroom.reading.sources import read_source
from newsroom.reading.yaml import read_mapping

POSTS: Final = "content/posts"
SETTINGS: Final = ("newsroom.yml", "plan.yml", "calendar.yml", "policy.yml")
SHARED: Final = ("content/executives", "content/figures", "content/media")
SIGNERS: Final = ("approvals/allowed_signers", "approvals/revoked_keys")


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a post's past: under which folders it lay, the newest first, and what readers saw when.

    ``doubts`` are stretches of time of which git cannot tell; ``uncommitted`` are files of the post that no commit has.
    """

    id: str
    folders: tuple[str, ...]
    zone: ZoneInfo
    periods: tuple[Period, ...]
    doubts: tuple[Doubt, ...]
    uncommitted: tuple[str, ...]

    def is_sure(self, instant: datetime.datetime) -> bool:
        """Whether git can be believed of an instant."""
        return not any(doubt.covers(instant) for doubt in self.doubts)


def past_of(root: Path, slug: str, now: datetime.datetime) -> Past:
    """The past of the post that has a slug, or had it. Raises :class:`HistoryUnknown` and :class:`Refused`."""
    require_newsroom(root)
    steps = main_line(root)
    changed = changed_below(root, POSTS)
    identity = _identity(root, slug, changed)
    whereabouts = _folders(root, identity, steps, changed)
    folders = tuple(dict.fromkeys(folder for folder in reversed(whereabouts.values()) if folder))
    places = [*(f"content/{each}" for each in folders), *map(_approvals_of, folders), *SETTINGS, *SIGNERS]
    bearing = touching(root, places)
    begun = next(number for number, step in enumerate(steps) if whereabouts[step.commit])
    told = [step for step in steps[begun:] if step.commit in bearing]
    with scratch(root, [*places, *SHARED]) as checkout:
        found = periods(told, whereabouts, identity, checkout, now)
    begin = told[0].since
    return Past(
        id=identity,
        folders=folders,
        zone=_zone(root),
        periods=found,
        doubts=tuple(each for each in doubts(root, steps, now) if each.until >= begin),
        uncommitted=tuple(_uncommitted(root, folders)),
    )


def at(past: Past, instant: datetime.datetime, now: datetime.datetime) -> tuple[Period, ...]:
    """The period in which an instant lies; none where the post was not there yet.

    Raises :class:`HistoryUnknown` where git cannot tell, and :class:`WrongInstant` of what is still to come.
    """
    if instant > now:
        raise WrongInstant(
            f"{instant.isoformat()} is still to come; newsroom build --at shows the site as it will be",
            f"اللحظة {instant.isoformat()} لم تأتِ بعد؛ والأمر newsroom build --at يعرض الموقع كما سيكون",
        )
    doubt = next((each for each in past.doubts if each.covers(instant)), None)
    if doubt:
        en, ar = sentence(doubt, "en", past.zone), sentence(doubt, "ar", past.zone)
        raise HistoryUnknown(
            f"what readers saw at {instant.isoformat()} cannot be told: {en}",
            f"لا يُعرف ما رآه القراء في {instant.isoformat()}: {ar}",
        )
    return tuple(
        each for each in past.periods if each.since <= instant and (each.until is None or instant < each.until)
    )


def sentence(doubt: Doubt, language: str, zone: ZoneInfo) -> str:
    """Why a stretch of time is in doubt."""
    names = {
        "commit": doubt.commit[:12],
        "since": in_zone(doubt.since, zone),
        "until": in_zone(doubt.until, zone),
    }
    return _SENTENCES[doubt.reason][language == "ar"].format_map(names)


_SENTENCES: Final = {
    "shallow": (
        "this clone is shallow and begins with commit {commit}, of {until}; complete it with git fetch --unshallow",
        "هذه نسخة مبتورة التاريخ (shallow) تبدأ بالإيداع {commit} في {until}؛ أكملها بالأمر git fetch --unshallow",
    ),
    "backwards": (
        "commit {commit} is dated {since}, before the one that it follows, of {until}: a clock was set back, or history"
        " was rewritten",
        "تاريخ الإيداع {commit} هو {since}، وهو قبل الذي سبقه في {until}: أُخّرت ساعة جهاز أو أُعيدت كتابة التاريخ",
    ),
    "written-after": (
        "commit {commit} is dated {since}, and its author wrote it at {until}: a clock was wrong, or history was"
        " rewritten",
        "تاريخ الإيداع {commit} هو {since}، وكتبه صاحبه في {until}: كانت ساعة جهاز مخطئة أو أُعيدت كتابة التاريخ",
    ),
    "ahead": (
        "commit {commit} is dated {until}, and by this machine's clock it is {since}",
        "تاريخ الإيداع {commit} هو {until}، والساعة في هذا الجهاز {since}",
    ),
}


def in_zone(instant: datetime.datetime, zone: ZoneInfo) -> str:
    """An instant to the second, in the newsroom's zone."""
    return instant.astimezone(zone).isoformat(timespec="seconds")


def _identity(root: Path, slug: str, changed: Iterable[tuple[str, str]]) -> str:
    """The id of the post whose folder has, or had, a slug, or a year and a slug."""
    texts = [(commit, path) for commit, path in changed if _is_text(path) and _is_called(_folder(path), slug)]
    known, identities = _identities(root, texts), dict[str, str]()
    for commit, path in texts:
        folder = _folder(path)
        if (commit, folder) in known:
            # The newest comes first.
            identities.setdefault(folder, known[commit, folder])
    if len(set(identities.values())) > 1:
        names = ", ".join(sorted(folder.removeprefix("posts/") for folder in identities))
        raise Refused(
            f"several posts have had this slug; choose from: {names}", f"لعدة منشورات هذا الاسم؛ اختر من: {names}"
        )
    if not identities:
        raise Refused(
            f'git knows of no post "{slug}"; one that was never committed has no past',
            f"لا يعرف git منشورًا باسم «{slug}»؛ وما لم يودَع قط لا ماضي له",
        )
    return next(iter(identities.values()))


def _folders(root: Path, identity: str, steps: Sequence[Step], changed: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Where the post lay after each step, below ``content/``: followed by its id, whatever its folder is called."""
    homes = {_folder(path) for _, path in carriers(root, identity, POSTS) if _is_text(path)}
    touched = {(commit, path) for commit, path in changed if _is_text(path) and _folder(path) in homes}
    commits = {commit for commit, _ in touched}
    texts = [
        (commit, f"content/{home}/index.{language}.md")
        for commit in commits for home in homes for language in LANGUAGES
    ]  # fmt: skip
    there = {commit: home for (commit, home), each in _identities(root, texts).items() if each == identity}
    found, last = {}, ""
    for step in steps:
        last = there.get(step.commit, "") if step.commit in commits else last
        found[step.commit] = last
    return found


def _identities(root: Path, texts: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The id that stands in the files of a folder at a commit."""
    found: dict[tuple[str, str], str] = {}
    for (commit, path), data in files_at(root, texts).items():
        keys = read_mapping(front_matter_of(data), "", Findings()) or {}
        if isinstance(keys.get("id"), str):
            found[commit, _folder(path)] = keys["id"].strip()
    return found


def _uncommitted(root: Path, folders: Sequence[str]) -> Iterator[str]:
    places = tuple(f"content/{folder}/" for folder in folders)
    yield from sorted(path for path in unrecorded(root) if path.startswith(places) or f"{path}/" in places)


def _zone(root: Path) -> ZoneInfo:
    source = read_source(CONFIGURATION, NewsroomFile, Folder(root), Findings())
    return ZoneInfo(source.says.timezone if source else "UTC")


def _approvals_of(folder: str) -> str:
    return f"approvals{folder.removeprefix('posts')}"


def _is_text(path: str) -> bool:
    return path.count("/") == 4 and path.rpartition("/")[2] in {f"index.{language}.md" for language in LANGUAGES}


def _folder(path: str) -> str:
    """The folder of a file, below ``content/``."""
    return path.rpartition("/")[0].removeprefix("content/")


def _is_called(folder: str, slug: str) -> bool:
    below = folder.removeprefix("posts/")
    return slug in (below, below.partition("/")[2])
