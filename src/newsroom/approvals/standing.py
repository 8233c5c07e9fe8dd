"""How posts stand with the consent that they need: given by whom, missing of whom, and why something does not count."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from newsroom.approvals import rules
from newsroom.approvals.contents import WORDS, Contents, contents
from newsroom.approvals.differences import differences
from newsroom.approvals.files import Approval, Approvals, folder_of
from newsroom.approvals.messages import on_accounts, on_the_site
from newsroom.approvals.precedence import Precedence
from newsroom.approvals.reporting import Reporter
from newsroom.approvals.requirements import Need, Required
from newsroom.approvals.statement import Statement, read_statement
from newsroom.approvals.verification import Case, Memory, verdicts
from newsroom.history.log import SLACK, History, folders_at
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import Approver, Role
from newsroom.model.post import Post, Translation
from newsroom.model.problem import Problem, Rule
from newsroom.reading.files import digest_of_words, read_words
from newsroom.signatures.openssh import Outcome, Verdict

_OF_OUTCOMES: Final[Mapping[Outcome, Rule]] = {
    "unknown": rules.UNKNOWN_KEY,
    "expired": rules.EXPIRED_KEY,
    "revoked": rules.REVOKED_KEY,
    "broken": rules.NOT_SIGNED,
    "no-program": rules.NO_PROGRAM,
}


@dataclass(frozen=True, slots=True)
class Given:
    """A consent that counts, with the fingerprint of the key that signed it and the digest of what was signed.

    ``messages`` are the words for accounts that were signed with it, by their names.
    """

    role: Role
    principal: str
    signed: datetime.datetime
    key: str
    digest: str
    messages: Contents


@dataclass(frozen=True, slots=True)
class Standing:
    """A post that needs consent: whose, who gave it, and what is wrong with what was given and does not count.

    ``handed_in`` are the roles that are asked for which there are files at all, whatever they are worth;
    ``was_released`` tells that it had all the consent that it needs now until something changed after its release.
    """

    post: Post
    need: Need
    handed_in: frozenset[Role]
    given: Mapping[Role, Given]
    problems: tuple[Problem, ...]
    was_released: bool

    @property
    def missing(self) -> tuple[Role, ...]:
        """The roles whose consent is not there; where one is enough, any of them."""
        return self.need.missing(self.given)

    @property
    def consent(self) -> datetime.datetime | None:
        """The instant from which the post has all consent that it needs; nothing, where it has not."""
        instants = sorted((given.signed, role) for role, given in self.given.items())
        known: set[Role] = set()
        for instant, role in instants:
            known.add(role)
            if not self.need.missing(known):
                return instant
        return None

    @property
    def agreed(self) -> Contents:
        """The words for accounts to which all consent was given that the post needs, by their names."""
        said = {name: text for given in self.given.values() for name, text in given.messages.items()}
        return {name: text for name, text in said.items() if not self.need.missing(self._consenting(name, text))}

    def _consenting(self, name: str, text: str) -> frozenset[Role]:
        return frozenset(role for role, given in self.given.items() if given.messages.get(name) == text)

    @property
    def may_be_public(self) -> bool:
        """Whether the post had, or was handed in with, all consent that it needs but for what became of it since."""
        return self.was_released or self.handed_in.issuperset(self.need.roles)


@dataclass(frozen=True, slots=True)
class _Handed:
    """An approval that was handed in, and the statement that it is."""

    post: Post
    role: Role
    approval: Approval
    statement: Statement

    @property
    def case(self) -> Case:
        """What there is to verify."""
        return Case(self.approval.statement, self.approval.signature, self.statement.principal, self.statement.signed)

    @property
    def place(self) -> tuple[str, str]:
        """The commit at which it was given, and the post's folder."""
        return self.statement.commit, f"content/{self.post.folder}"


_Judgement = Given | Problem | None
"""A consent that counts, or why it does not; nothing, where the reason is told elsewhere and once for all."""


class Judge:
    """Judges approvals. ``history`` is nothing where it cannot be told who wrote what: then no consent counts."""

    def __init__(self, newsroom: Newsroom, root: Path, history: History | None, precedence: Precedence) -> None:
        self._newsroom = newsroom
        self._root = root
        self._history = history
        self._reporter = Reporter(newsroom, root)
        self._precedence = precedence
        self._published: dict[str, Contents] = {}

    @cached_property
    def _approvers(self) -> Mapping[str, Approver]:
        approvals = self._newsroom.policy.approvals
        return {each.principal.lower(): each for each in approvals.approvers} if approvals else {}

    def standings(
        self, required: Required, approvals: Approvals, signers: bytes, revoked: bytes | None, memory: Memory
    ) -> tuple[Standing, ...]:
        """How each post stands that needs consent. Raises :class:`newsroom.errors.ContentChanged`."""
        posts = [post for post in self._newsroom.posts if post.id in required]
        needs = {post.id: self._precedence.bounded(required[post.id], post) for post in posts}
        handed = {post.id: self._handed_in(post, needs[post.id], approvals.get(post.folder, {})) for post in posts}
        read = [each for of_post in handed.values() for each in of_post.values() if isinstance(each, _Handed)]
        found = verdicts([each.case for each in read], signers, revoked, memory)
        then = folders_at(self._root, (each.place for each in read)) if self._history else {}

        def judged(each: _Handed | Problem) -> _Judgement:
            return self._judged(each, found[each.case], then.get(each.place)) if isinstance(each, _Handed) else each

        return tuple(
            self._standing(post, needs[post.id], {role: judged(each) for role, each in handed[post.id].items()})
            for post in posts
        )

    def _handed_in(self, post: Post, need: Need, approvals: Mapping[str, Approval]) -> dict[Role, _Handed | Problem]:
        return {role: self._handed(post, role, approvals[role]) for role in need.asked if role in approvals}

    def _handed(self, post: Post, role: Role, approval: Approval) -> _Handed | Problem:
        statement = read_statement(approval.statement)
        if statement is None or not _is_of(statement, post, role):
            return self._reporter.of_approval(rules.NO_STATEMENT, post, role)
        return _Handed(post, role, approval, statement)

    def _standing(self, post: Post, need: Need, judged: Mapping[Role, _Judgement]) -> Standing:
        given: dict[Role, Given] = {}
        problems = [each for each in judged.values() if isinstance(each, Problem)]
        for role in need.asked:
            each = judged.get(role)
            if isinstance(each, Given):
                if any(each.principal == other.principal or each.key == other.key for other in given.values()):
                    problems.append(self._reporter.of_approval(rules.TWO_ROLES, post, role, principal=each.principal))
                else:
                    given[role] = each
        # Where one consent is enough, what is wrong with the others is nobody's concern.
        told = problems if need.missing(given) else []
        return Standing(post, need, frozenset(judged), given, tuple(told), self._was_released(post, need))

    def _was_released(self, post: Post, need: Need) -> bool:
        if self._history is None or not self._precedence.had_all(need, post):
            return False
        places = (f"content/{post.folder}", folder_of(post))
        return any(commit.instant >= post.released for place in places for commit in self._history.of(place)[:1])

    def _judged(self, handed: _Handed, verdict: Verdict, then: str | None) -> _Judgement:
        """The consent that an approval gives; or the first reason for which it does not count."""
        statement = handed.statement
        for problem in self._doubts(handed, verdict, then):
            return problem
        if self._history is None:
            return None
        who, messages = statement.principal.lower(), on_accounts(statement.contents)
        return Given(handed.role, who, statement.signed, verdict.key, statement.digest, messages)

    def _doubts(self, handed: _Handed, verdict: Verdict, then: str | None) -> Iterator[Problem]:
        yield from self._of_the_signature(handed, verdict)
        yield from self._of_the_person(handed)
        yield from self._of_the_contents(handed)
        yield from self._of_the_history(handed, then)

    def _of_the_signature(self, handed: _Handed, verdict: Verdict) -> Iterator[Problem]:
        if verdict.outcome != "good":
            yield self._problem(_OF_OUTCOMES[verdict.outcome], handed)

    def _of_the_person(self, handed: _Handed) -> Iterator[Problem]:
        approver = self._approvers.get(handed.statement.principal.lower())
        if approver is None or handed.role not in approver.roles:
            yield self._problem(rules.NOT_ENTITLED, handed)
        elif handed.role != "author" and approver.executive == handed.post.author:
            yield self._problem(rules.OWN_POST, handed)

    def _of_the_contents(self, handed: _Handed) -> Iterator[Problem]:
        signed = on_the_site(handed.statement.contents)
        changes = list(differences(signed, self._contents_now(handed.post, signed)))
        if changes:
            yield self._reporter.of_change(handed.post, handed.role, handed.statement.signed, changes)

    def _contents_now(self, post: Post, signed: Contents) -> Contents:
        if post.id not in self._published:
            self._published[post.id] = self._contents(post, signed)
        return self._published[post.id]

    def _contents(self, post: Post, signed: Contents) -> Contents:
        """What is published now. Words that were signed and have the digest of a file's words are the file's words."""

        def words(translation: Translation) -> str:
            known = signed.get(f"{translation.language}.{WORDS}", "")
            if digest_of_words(known) == translation.body.digest:
                return known
            return read_words(translation.path, translation.body.digest, self._root)

        return contents(post, self._newsroom, self._root, words)

    def _of_the_history(self, handed: _Handed, then: str | None) -> Iterator[Problem]:
        history, (commit, folder) = self._history, handed.place
        if history is None:
            return
        if commit not in history.times:
            yield self._problem(rules.REWRITTEN, handed)
        elif not then or then != self._now.get(folder) or not history.is_recorded(folder):
            yield self._problem(rules.TOUCHED, handed)
        elif handed.statement.signed < history.times[commit] - SLACK:
            yield self._reporter.of_early(handed.post, handed.role, handed.statement.signed, history.times[commit])
        elif handed.role != "author" and self.wrote(handed.statement.principal, handed.post):
            yield self._problem(rules.OWN_POST, handed)
        elif newer := self._precedence.newer(handed.statement):
            other = {"other": newer.principal, "other_date": self._reporter.instant(newer.signed)}
            yield self._problem(rules.SUPERSEDED, handed, **other)

    @cached_property
    def _now(self) -> Mapping[str, str]:
        """What the folder of each post holds at the commit that is checked out."""
        assert self._history
        head = self._history.head
        places = [(head, f"content/{post.folder}") for post in self._newsroom.posts]
        return {folder: found for (_, folder), found in folders_at(self._root, places).items()}

    def wrote(self, principal: str, post: Post) -> bool:
        """Whether somebody wrote a post or a part of it, under any name that its files had."""
        assert self._history
        return any(principal.lower() in commit.writers for commit in self._history.of(f"content/{post.folder}"))

    def _problem(self, rule: Rule, handed: _Handed, **values: str) -> Problem:
        statement = handed.statement
        return self._reporter.of_approval(
            rule,
            handed.post,
            handed.role,
            principal=statement.principal,
            date=self._reporter.instant(statement.signed),
            commit=statement.commit[:12],
            **values,
        )


def _is_of(statement: Statement, post: Post, role: str) -> bool:
    said = statement.contents
    return statement.role == role and said.get("post") == post.id and said.get("address") == post.folder
