"""The problems of consent in words: where each stands, and what it tells."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from newsroom.approvals import rules
from newsroom.approvals.contents import WORDS
from newsroom.approvals.differences import Difference
from newsroom.approvals.files import path_of
from newsroom.languages import words as words_of
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import ROLES, Role
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.findings import Findings
from newsroom.reading.lines import Lines, lead_of

ROLE_NAMES: Final[dict[Role, Localized[str]]] = {
    role: Localized(*(words_of(language).role_names[role] for language in LANGUAGES)) for role in ROLES
}


class Reporter:
    """Words problems for a newsroom in a folder."""

    def __init__(self, newsroom: Newsroom, root: Path) -> None:
        self._newsroom = newsroom
        self._lines = Lines(root)

    def instant(self, moment: datetime.datetime) -> str:
        """An instant by the newsroom's clock, to the minute."""
        return moment.astimezone(self._newsroom.timezone).strftime("%Y-%m-%d %H:%M")

    def of_post(
        self, rule: Rule, post: Post, roles: Sequence[Role] = (), *, any_one: bool = False, **values: str
    ) -> Problem:
        """A problem of a post as a whole, with the names of roles, all or any one of which are meant.

        It stands at the date in its keys.
        """
        lead = lead_of(post, self._newsroom)
        line = self._lines.of_key(lead, "date")
        named = {
            "roles": names(roles, "en", any_one=any_one),
            "roles_ar": names(roles, "ar", any_one=any_one),
        }
        wanted = roles[0] if len(roles) == 1 else "ROLE"
        return _problem(rule, self._lines.name(lead), line, {**named, "command": _command(post, wanted), **values})

    def of_approval(self, rule: Rule, post: Post, role: Role, **values: str) -> Problem:
        """A problem of an approval; it stands at its statement."""
        return _problem(rule, path_of(post, role), 1, self._told(post, role) | values)

    def of_early(self, post: Post, role: Role, signed: datetime.datetime, given_at: datetime.datetime) -> Problem:
        """An approval that is older than the commit at which it was given."""
        commit = self.instant(given_at)
        other = {
            "other": f"before the commit at which it was given, of {commit}",
            "other_ar": f"قبل الإيداع الذي أُعطيت عنده، وهو من {commit}",
        }
        return self.of_approval(rules.WRONG_TIME, post, role, date=self.instant(signed), **other)

    def of_late(self, post: Post, role: Role, signed: datetime.datetime, now: datetime.datetime) -> Problem:
        """An approval of an instant that has not come."""
        clock = self.instant(now)
        other = {"other": f"and it is only {clock}", "other_ar": f"والساعة الآن {clock}"}
        return self.of_approval(rules.WRONG_TIME, post, role, date=self.instant(signed), **other)

    def of_change(self, post: Post, role: Role, signed: datetime.datetime, changes: Sequence[Difference]) -> Problem:
        """What has changed since an approval was signed; it stands at the first change."""
        first, others = changes[0], len(changes) - 1
        path, line = self._place(post, first)
        values = {
            "date": self.instant(signed),
            "name": first.name,
            "before": first.before,
            "after": first.after,
            "more": f" (and {others} more)" if others else "",
            "more_ar": f" (وتغيّر غيره: {others})" if others else "",
        }
        return _problem(rules.CHANGED, path, line, self._told(post, role) | values)

    def _place(self, post: Post, change: Difference) -> tuple[str, int]:
        """The file and line of what changed; that of the keys, where it is in no file of the post."""
        owner, *rest = change.name.split(".")
        for language in LANGUAGES:
            text = post.translations.get(language)
            if text and owner == language:
                if rest == [WORDS]:
                    return self._lines.name(text), self._lines.of_body(text, change.line)
                return self._lines.name(text), self._lines.of_key(text, *rest)
        lead = lead_of(post, self._newsroom)
        return self._lines.name(lead), self._lines.of_key(lead, *_location(change.name))

    def _told(self, post: Post, role: Role) -> dict[str, str]:
        called = ROLE_NAMES[role]
        return {
            "role": called.en,
            "role_ar": called.ar,
            "command": _command(post, role),
            "principals": ", ".join(self.principals(post, role)) or "—",
        }

    def principals(self, post: Post, role: Role) -> Iterable[str]:
        """Who may give a role's consent to a post, as far as the policy tells."""
        approvals = self._newsroom.policy.approvals
        for each in approvals.approvers if approvals else ():
            if role in each.roles and (role == "author" or each.executive != post.author):
                yield each.principal


def names(roles: Iterable[Role], language: Language, *, any_one: bool) -> str:
    """Roles by what they are called, all or any one of which are meant."""
    words, called = words_of(language), tuple(ROLE_NAMES[role][language] for role in roles)
    return words.either(called) if any_one else words.enumerate(called)


def _command(post: Post, role: str) -> str:
    return f"newsroom approve {post.year}/{post.slug} --role {role}"


def _location(name: str) -> tuple[str | int, ...]:
    """Where a value stands among the keys: lists are counted from 0 there."""
    return tuple(int(part) - 1 if part.isdigit() else part for part in name.split("."))


def _problem(rule: Rule, path: str, line: int, values: Mapping[str, str]) -> Problem:
    findings = Findings()
    findings.add(rule, path, line, **values)
    return findings.problems[0]
