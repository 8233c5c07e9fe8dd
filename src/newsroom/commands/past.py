"""What readers could see of a post: each version that the main line had, judged as of its time, one after another.

A version is taken to be on the site from its commit until the next, as where a host builds at each push.
In between, the release gate opens it and shows its corrections at the instants that the version names.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from newsroom.approvals.contents import WORDS, contents
from newsroom.approvals.gate import Register, register
from newsroom.approvals.rules import NO_PROGRAM
from newsroom.history.mainline import Step
from newsroom.history.scratch import Checkout
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Correction, Post, Withdrawal
from newsroom.pages.release import at_instant, next_change
from newsroom.reading.files import read_words
from newsroom.reading.newsroom import read_newsroom

Reason = Literal["absent", "broken", "withheld", "unapproved", "unjudged", "unreleased", "never"]
"""Why nothing was public: no such post then; it could not be read; it was withheld; it lacked consent; nobody can tell
whether it had consent; its release was still to come; it was withdrawn before its release."""


@dataclass(frozen=True, slots=True)
class Face:
    """A post in one language, as readers saw it. ``digest`` is the SHA-256 of all that was public in that language."""

    language: Language
    title: str
    summary: str
    words: str
    digest: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What was public of a post at an instant: its languages, its corrections, and the notice in its place."""

    faces: tuple[Face, ...]
    corrections: tuple[Correction, ...]
    withdrawal: Withdrawal | None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time in which readers saw the same: from ``since`` to before ``until``, or until now.

    ``shown`` is what they saw, or the reason why it was nothing. ``commit`` is the one that was checked out.
    """

    since: datetime.datetime
    until: datetime.datetime | None
    commit: str
    shown: Shown | Reason


def periods(
    steps: Sequence[Step], folders: Mapping[str, str], identity: str, checkout: Checkout, now: datetime.datetime
) -> tuple[Period, ...]:
    """What readers saw of the post with an identity, up to an instant, the oldest first.

    ``steps`` are the commits that bear on it, and ``folders`` tells where the post lay at each, below ``content/``; it
    is empty where it was nowhere.
    """
    found: list[Period] = []
    for number, step in enumerate(steps):
        end = steps[number + 1].since if number + 1 < len(steps) else now
        version = _version(checkout(step.commit), folders[step.commit], identity)
        found += _of_version(version, step, min(end, now))
    return tuple(_joined(found))


@dataclass(frozen=True, slots=True)
class _Version:
    """A newsroom with the post alone, as it was at a commit; or why there was none. ``root`` is where its files lie."""

    newsroom: Newsroom | Reason
    post: Post | None
    root: Path
    is_judged: bool = True


def _version(root: Path, folder: str, identity: str) -> _Version:
    if not folder:
        return _Version("absent", None, root)
    newsroom = read_newsroom(root).newsroom
    post = next((post for post in newsroom.posts if post.id == identity), None) if newsroom else None
    if newsroom is None or post is None:
        return _Version("broken", None, root)
    alone = replace(newsroom, posts=(post,))
    known = register(alone, root, {})
    consents = {standing.post.id: standing.consent for standing in known.standings}
    return _Version(replace(alone, consents=consents), post, root, _is_judged(alone, known))


def _is_judged(newsroom: Newsroom, known: Register) -> bool:
    """Whether it could be told what was consented to: that takes a whole history, and a program for signatures."""
    problems = (problem for standing in known.standings for problem in standing.problems)
    has_program = all(problem.rule is not NO_PROGRAM for problem in problems)
    return newsroom.policy.approvals is None or (known.history is not None and has_program)


def _of_version(version: _Version, step: Step, end: datetime.datetime) -> Iterator[Period]:
    """What was seen while a version was the newest, from its commit to before ``end``."""
    since: datetime.datetime | None = step.since
    while since is not None and since < end:
        shown = _shown(version, since)
        later = _next(version, since)
        yield Period(since, later if later and later < end else end, step.commit, shown)
        since = later


def _next(version: _Version, since: datetime.datetime) -> datetime.datetime | None:
    return next_change(version.newsroom, since) if isinstance(version.newsroom, Newsroom) else None


def _shown(version: _Version, instant: datetime.datetime) -> Shown | Reason:
    newsroom, post = version.newsroom, version.post
    if not isinstance(newsroom, Newsroom) or post is None:
        return "broken" if newsroom == "broken" else "absent"
    seen = next(iter(at_instant(newsroom, instant).posts), None)
    if seen is None:
        return _hidden(version, newsroom, post)
    said = contents(seen, newsroom, version.root, lambda text: read_words(text.path, text.body.digest, version.root))
    faces = tuple(_face(language, said) for language in LANGUAGES if language in seen.translations)
    return Shown(faces, seen.corrections, seen.withdrawal)


def _hidden(version: _Version, newsroom: Newsroom, post: Post) -> Reason:
    if post.pubstatus == "withheld":
        return "withheld"
    if post.id in newsroom.unapproved:
        return "unapproved" if version.is_judged else "unjudged"
    return "never" if post.withdrawal and post.withdrawal.date < post.released else "unreleased"


def _face(language: Language, said: Mapping[str, str]) -> Face:
    title, summary, words = (said.get(f"{language}.{name}", "") for name in ("title", "summary", WORDS))
    return Face(language, title, summary, words, _digest(language, said))


_NOT_SEEN: Final = frozenset({"address", "aliases", "embargoed", "objective", "material", "stage", "period"})
"""What is approved of a post and shown by no page: the names of its folder, and what is told to the newsroom alone."""


def _digest(language: Language, said: Mapping[str, str]) -> str:
    others = [each for each in LANGUAGES if each != language]
    own = {
        name: value
        for name, value in said.items()
        if name.partition(".")[0] not in _NOT_SEEN
        and not any(name.startswith(f"{each}.") or name.endswith(f".{each}") for each in others)
    }
    return hashlib.sha256(repr(sorted(own.items())).encode()).hexdigest()


def _joined(found: Sequence[Period]) -> Iterator[Period]:
    """Periods without those in which nothing could be read, for no build took them up, and equal ones as one."""
    last: Period | None = None
    for period in found:
        is_same = last is not None and period.shown in (last.shown, "broken")
        if last and is_same:
            last = replace(last, until=period.until)
            continue
        if last:
            yield last
        last = period
    if last:
        yield replace(last, until=None)
