"""``newsroom audit``: who wrote, approved and released what, and when, from git and the approvals.

A row is an act. ``wrote`` is a commit to a post's files; ``approved`` an approval with a good signature, also one that
was replaced since, and ``unverified`` one whose signature is not good; ``released``, ``corrected`` and ``withdrawn``
are told of what the public can see, with the commit that brought it about.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final, Literal

from newsroom.approvals.contents import instant
from newsroom.approvals.files import read_approvals
from newsroom.approvals.gate import with_consents
from newsroom.approvals.past import PastApproval, past_approval, past_approvals
from newsroom.approvals.signers import read_revoked, read_signers
from newsroom.approvals.verification import verdicts
from newsroom.commands.instants import aware
from newsroom.errors import ProblemsFound
from newsroom.history.log import Commit, History, files_at, read_history
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.pages.release import at_instant
from newsroom.reading.files import front_matter_of
from newsroom.reading.findings import Findings
from newsroom.reading.lines import lead_text
from newsroom.reading.newsroom import read_newsroom
from newsroom.reading.yaml import read_mapping

Act = Literal["wrote", "approved", "unverified", "released", "corrected", "withdrawn"]

_POST: Final = re.compile(r"content/(posts/[0-9]{4}/([^/]+))/.+")


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One act. ``instant`` is in UTC; ``who`` an e-mail address; ``digest`` that of an approval's statement.

    ``id`` is empty where the post is no longer there, and so is whatever an act has not.
    """

    instant: str
    id: str
    slug: str
    act: Act
    who: str = ""
    role: str = ""
    commit: str = ""
    digest: str = ""


def audit(root: Path, now: datetime.datetime) -> list[Row]:
    """Every act up to an instant, the oldest first. Raises :class:`HistoryUnknown` and :class:`ProblemsFound`."""
    reading = read_newsroom(root)
    if reading.newsroom is None:
        raise ProblemsFound(reading.problems)
    newsroom, _ = with_consents(reading.newsroom, root, {}, None)
    history = read_history(root)
    known = {post.folder: post.id for post in newsroom.posts}
    rows = (*_written(history, known), *_approved(root, history, known), *_seen(newsroom, history, root, now))
    return sorted(set(rows))


def as_csv(rows: list[Row]) -> str:
    """Rows as comma-separated values, RFC 4180, under a line of names."""
    file = io.StringIO()
    names = [each.name for each in fields(Row)]
    writer = csv.DictWriter(file, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _inert(value) for name, value in asdict(row).items()} for row in rows)
    return file.getvalue()


def as_json(rows: list[Row]) -> str:
    """Rows as a JSON array of objects."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def _inert(value: str) -> str:
    """A value that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value


def _written(history: History, known: dict[str, str]) -> Iterator[Row]:
    for commit in history.commits:
        for folder, slug in {match.groups() for path in commit.paths if (match := _POST.fullmatch(path))}:
            yield Row(instant(commit.instant), known.get(folder, ""), slug, "wrote", commit.author, "", commit.id)


def _approved(root: Path, history: History, known: dict[str, str]) -> Iterator[Row]:
    """Every approval that ever was in the repository, or lies there now."""
    findings = Findings()
    signers, revoked = read_signers(root, findings), read_revoked(root, findings)
    found = list(_statements(root, history))
    outcomes = verdicts([each.case for each in found], signers, revoked, {})
    for each in found:
        act: Act = "approved" if outcomes[each.case].outcome == "good" else "unverified"
        said, slug, post = each.statement, each.place.partition("/")[2], known.get(f"posts/{each.place}", "")
        yield Row(instant(said.signed), post, slug, act, said.principal, said.role, each.commit, said.digest)


def _statements(root: Path, history: History) -> Iterator[PastApproval]:
    yield from past_approvals(root, history)
    for of_post in read_approvals(root, Findings()).values():
        for each in of_post.values():
            found = past_approval("", each.path, each.statement, each.signature)
            if found and not history.unrecorded.isdisjoint((each.path, f"{each.path}.sig")):
                yield found


def _seen(newsroom: Newsroom, history: History, root: Path, now: datetime.datetime) -> Iterator[Row]:
    """What the public can see by an instant."""
    for post in at_instant(newsroom, aware(now, newsroom)).posts:
        origins = _Origins(post, history, root, newsroom)
        yield origins.row("released", newsroom.public_from(post), lambda _: True)
        for number, correction in enumerate(post.corrections, 1):
            yield origins.row("corrected", correction.date, partial(_has_corrections, number))
        if post.withdrawal:
            yield origins.row("withdrawn", max(post.withdrawal.date, post.released), _is_withdrawn)


def _has_corrections(number: int, keys: Mapping[str, Any]) -> bool:
    return len(keys.get("corrections") or ()) >= number


def _is_withdrawn(keys: Mapping[str, Any]) -> bool:
    return "withdrawal" in keys


class _Origins:
    """Finds the commits that brought something about in a post."""

    def __init__(self, post: Post, history: History, root: Path, newsroom: Newsroom) -> None:
        self._post = post
        self._root = root
        self._commits = history.of(f"content/{post.folder}")[::-1]
        self._path = f"content/{lead_text(post.translations, newsroom).path}"

    def row(self, act: Act, moment: datetime.datetime, has_it: Callable[[Mapping[str, Any]], bool]) -> Row:
        """The row of an act, by whoever committed what brought it about; by nobody, where it is not committed."""
        commit = self._last_before(moment) if act == "released" else self._first_with(has_it)
        who, name = (commit.author, commit.id) if commit else ("", "")
        return Row(instant(moment), self._post.id, self._post.slug, act, who, "", name)

    def _last_before(self, moment: datetime.datetime) -> Commit | None:
        """The last commit to the post before an instant; the first, where it came in after that."""
        earlier = [commit for commit in self._commits if commit.instant <= moment]
        return earlier[-1] if earlier else next(iter(self._commits), None)

    def _first_with(self, has_it: Callable[[Mapping[str, Any]], bool]) -> Commit | None:
        return next((commit for commit in self._commits if has_it(self._keys.get(commit.id, {}))), None)

    @cached_property
    def _keys(self) -> dict[str, Mapping[str, Any]]:
        """The keys of the post at each of its commits."""
        files = files_at(self._root, ((commit.id, self._path) for commit in self._commits))
        return {commit: _front_matter(data) for (commit, _), data in files.items()}


def _front_matter(data: bytes) -> Mapping[str, Any]:
    return read_mapping(front_matter_of(data), "", Findings()) or {}
