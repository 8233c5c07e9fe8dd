"""``newsroom addresses``: what the public site offers for ever, and what of it was published and would vanish."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from newsroom.commands.check import sound_newsroom
from newsroom.commands.instants import aware
from newsroom.errors import ProblemsFound, Refused
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, in_reading_order
from newsroom.pages.lasting import feed_at, lasting_addresses
from newsroom.pages.release import at_instant
from newsroom.reading.findings import Findings
from newsroom.reading.published import PUBLISHED, read_published, written
from newsroom.rules import vanishing_address, vanishing_post

Known = Mapping[str, tuple[str, int]]
"""Addresses that were published, each with the file and line that say so."""

END: Final = datetime.datetime(2200, 1, 3, tzinfo=datetime.UTC)
"""After every instant that a file can name, see :mod:`newsroom.reading.kinds`."""
_OWN: Final = ("posts", "executives")
"""The kinds of pages that have an instant of their own, from which they may be seen."""


def addresses(root: Path, now: datetime.datetime) -> tuple[str, ...]:
    """What the public site offers at an instant, in order. Raises :class:`ProblemsFound`."""
    return tuple(sorted(_offered(sound_newsroom(root), now)))


def write_addresses(root: Path, now: datetime.datetime) -> tuple[Path, int, int]:
    """Add what the site offers to the list in the repository: the file, how many it holds, and how many are new.

    Raises :class:`ProblemsFound` where the list is broken or one of its addresses would vanish, and :class:`Refused`.
    """
    newsroom = sound_newsroom(root)
    known, path = listed(root, sealed=False), root / PUBLISHED
    gone = tuple(vanished(newsroom, now, known))
    if any(problem.is_error for problem in gone):
        raise ProblemsFound(gone)
    offered = _offered(newsroom, now)
    _write(path, written(offered | known.keys()))
    return path, len(offered | known.keys()), len(offered - known.keys())


def listed(root: Path, *, sealed: bool = True) -> Known:
    """What the list in the repository holds, see :func:`read_published`. Raises :class:`ProblemsFound`."""
    findings = Findings()
    known = read_published(root, findings, sealed=sealed)
    if findings.problems:
        raise ProblemsFound(findings.problems)
    return {address: (PUBLISHED, line) for address, line in known.items()}


def vanished(newsroom: Newsroom, now: datetime.datetime, known: Known) -> Iterator[Problem]:
    """What was published and is not offered at an instant, in order of file and line.

    What will be offered later is told apart: a clock that runs behind does that. Of lists and feeds that come back
    with their posts nothing is said.
    """
    offered = _offered(newsroom, now)
    gone = known.keys() - offered
    later = _offered(newsroom, END) if gone else frozenset()
    problems = (_problem(address, known[address], later, offered) for address in gone)
    yield from sorted(filter(None, problems), key=in_reading_order)


def _offered(newsroom: Newsroom, now: datetime.datetime) -> frozenset[str]:
    return lasting_addresses(at_instant(newsroom, aware(now, newsroom)))


def _problem(address: str, place: tuple[str, int], later: frozenset[str], offered: frozenset[str]) -> Problem | None:
    if address not in later:
        return Problem(vanishing_address.RULE, *place, {"address": address, **_mend(address, offered)})
    has_an_instant = address.split("/")[1] in _OWN
    return Problem(vanishing_post.RULE, *place) if has_an_instant else None


def _mend(address: str, offered: frozenset[str]) -> dict[str, str]:
    """What to do about an address, in both languages."""
    language, _, below = address.removesuffix("/").partition("/")
    kind, _, name = below.partition("/")
    twin = f"{'en' if language == 'ar' else 'ar'}/{below}"
    feed = feed_at(address)
    if feed:
        path = f"{language}/feeds/{feed}" if f"{language}/{feed}/" in offered else feed
        return _redirect(f"{path}: archive")
    if f"{twin}/" in offered:
        return _redirect(f"{language}/{below}: {twin}")
    if kind == "posts":
        return _alias_or(
            name,
            "withdraw a post rather than delete it (pubstatus: canceled)",
            "اسحب المنشور بدل حذفه (pubstatus: canceled)",
        )
    redirect = _redirect(f"{below}: archive")
    return redirect if name and kind != "executives" else _alias_or(name or below, redirect["how"], redirect["how_ar"])


def _alias_or(name: str, en: str, ar: str) -> dict[str, str]:
    return {
        "how": f"where the folder was renamed, write in it aliases: [{name}]; else {en}",
        "how_ar": f"إن غُيّر اسم المجلد فاكتب فيه aliases: [{name}]، وإن لم يُغيّر: {ar}",
    }


def _redirect(line: str) -> dict[str, str]:
    return {
        "how": f"say in newsroom.yml where it leads now, such as redirects: {{{line}}}",
        "how_ar": f"اذكر في newsroom.yml إلى أين يؤدي الآن، مثل redirects: {{{line}}}",
    }


def _write(path: Path, text: str) -> None:
    """Put a text in a file in one step, so that no half of a list is ever read."""
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
