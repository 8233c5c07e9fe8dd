"""The gate of consent: a newsroom that knows which posts lack it, and the problems that say why.

Nothing here reads the clock. A post with all its consent may be seen from the instant of the last; one without is held.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.approvals import rules
from newsroom.approvals.files import read_approvals
from newsroom.approvals.precedence import NO_PRECEDENCE, Precedence
from newsroom.approvals.reporting import Reporter
from newsroom.approvals.requirements import is_backdated, required_roles
from newsroom.approvals.signers import read_revoked, read_signers
from newsroom.approvals.standing import Judge, Standing
from newsroom.approvals.verification import Memory
from newsroom.errors import HistoryUnknown
from newsroom.history.log import SLACK, History, read_history
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import Awaited
from newsroom.model.problem import Problem, Rule
from newsroom.reading.findings import Findings
from newsroom.reading.policy import POLICY


@dataclass(frozen=True, slots=True)
class Register:
    """All that is known of consent in a newsroom; ``history`` is nothing where it cannot be had."""

    standings: tuple[Standing, ...]
    history: History | None
    problems: tuple[Problem, ...]


def register(newsroom: Newsroom, root: Path, memory: Memory) -> Register:
    """Who has consented to what. Raises :class:`newsroom.errors.ContentChanged`."""
    if newsroom.policy.approvals is None:
        return Register((), None, ())
    findings, of_keys = Findings(), Findings()
    history, approvals = _history(root, findings), read_approvals(root, findings)
    signers, revoked = read_signers(root, of_keys), read_revoked(root, of_keys)
    precedence = NO_PRECEDENCE
    if history:
        precedence = Precedence.of(root, history, approvals, signers, revoked, memory)
    required = required_roles(newsroom, root, history, memory, precedence.approved_as)
    if not required:
        return Register((), history, tuple(findings.problems))
    judge = Judge(newsroom, root, history, precedence)
    standings = judge.standings(required, approvals, signers, revoked, memory)
    return Register(standings, history, (*findings.problems, *of_keys.problems))


def _history(root: Path, findings: Findings) -> History | None:
    try:
        return read_history(root)
    except HistoryUnknown as error:
        reasons = {"reason": error.sentence("en"), "reason_ar": error.sentence("ar")}
        findings.add(rules.NO_HISTORY, POLICY, 1, **reasons)
        return None


def with_consents(
    newsroom: Newsroom, root: Path, memory: Memory, now: datetime.datetime | None
) -> tuple[Newsroom, tuple[Problem, ...]]:
    """A newsroom that knows which posts have the consent that they need, and what is wrong with what was given.

    ``now`` is nothing where nobody publishes, as in a preview: then nothing that is wrong stops the work.
    """
    known = register(newsroom, root, memory)
    consents = {standing.post.id: standing.consent for standing in known.standings}
    awaited = {
        standing.post.id: Awaited(standing.missing, bool(standing.need.instead))
        for standing in known.standings
        if standing.missing
    }
    agreed = {standing.post.id: standing.agreed for standing in known.standings}
    gated = replace(newsroom, consents=consents, awaited=awaited, agreed=agreed)
    found = (*known.problems, *_problems(known, gated, root, now))
    return gated, found if now else tuple(problem for problem in found if not problem.is_error)


def _problems(known: Register, newsroom: Newsroom, root: Path, now: datetime.datetime | None) -> Iterator[Problem]:
    reporter = Reporter(newsroom, root)
    for standing in known.standings:
        # A post that is withheld asks nobody for anything yet.
        if standing.post.pubstatus != "withheld":
            yield from standing.problems
            yield from _of_date(standing, known.history, newsroom, reporter)
            yield from _of_absence(standing, reporter, now)
            yield from _of_clock(standing, reporter, now)


def _of_date(standing: Standing, history: History | None, newsroom: Newsroom, reporter: Reporter) -> Iterator[Problem]:
    post, approvals = standing.post, newsroom.policy.approvals
    if approvals and is_backdated(post, approvals, history):
        yield reporter.of_post(rules.BACKDATED, post, date=reporter.instant(post.released))


def _of_absence(standing: Standing, reporter: Reporter, now: datetime.datetime | None) -> Iterator[Problem]:
    """Consent that is missing: awaited, or no longer there though all of it was handed in and the post is due."""
    if standing.missing:
        was_released = now is not None and standing.post.released <= now and standing.may_be_public
        rule, any_one = _rule_of_absence(standing, was_released=was_released), bool(standing.need.instead)
        yield reporter.of_post(rule, standing.post, standing.missing, any_one=any_one)


def _rule_of_absence(standing: Standing, *, was_released: bool) -> Rule:
    if was_released and standing.need.instead:
        return rules.WITHDRAWAL_AWAITED
    return rules.NO_LONGER if was_released else rules.AWAITED


def _of_clock(standing: Standing, reporter: Reporter, now: datetime.datetime | None) -> Iterator[Problem]:
    for role, given in standing.given.items():
        if now and given.signed > now + SLACK:
            yield reporter.of_late(standing.post, role, given.signed, now)
