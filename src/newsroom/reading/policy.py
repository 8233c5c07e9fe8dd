"""``policy.yml``: the organisation's own policy on what its newsroom says."""

from __future__ import annotations

import os
from typing import Final
from zoneinfo import ZoneInfo

from newsroom.model.policy import (
    NO_POLICY,
    Approvals,
    Approver,
    BannedWords,
    Claim,
    Disclaimer,
    Expressions,
    Policy,
    QuietPeriod,
    Scope,
    Speaker,
    Subject,
)
from newsroom.reading.files import Folder
from newsroom.reading.findings import Findings
from newsroom.reading.policy_rules import ROLE_WITHOUT_APPROVER, UNKNOWN_PARAGRAPH
from newsroom.reading.policy_sections import (
    ApprovalsSection,
    ApproverSection,
    ExpressionsSection,
    PolicyFile,
    ScopeSection,
)
from newsroom.reading.rules import TWICE
from newsroom.reading.sections import both
from newsroom.reading.sources import Source, read_source

POLICY: Final = "policy.yml"

_CITING: Final = ("banned", "claims", "subjects", "disclaimers", "quiet", "speakers")
"""The lists whose items name a paragraph."""


def read_policy(folder: Folder, findings: Findings, zone: ZoneInfo) -> Policy | None:
    """The policy, an empty one where there is no file; or nothing, where the file itself is wrong."""
    if not os.path.lexists(folder.root / POLICY):
        return NO_POLICY
    source = read_source(POLICY, PolicyFile, folder, findings, zone)
    if source is None:
        return None
    _refuse_unknown_paragraphs(source, findings)
    if source.says.approvals:
        _check_approvals(source.says.approvals, source, findings)
    return _policy(source.says)


def _refuse_unknown_paragraphs(source: Source[PolicyFile], findings: Findings) -> None:
    known = source.says.paragraphs
    for key in _CITING:
        for index, section in enumerate(getattr(source.says, key)):
            if section.paragraph not in known:
                line = source.line_of(key, index, "paragraph")
                findings.add(UNKNOWN_PARAGRAPH, source.name, line, value=section.paragraph, known=", ".join(known))


def _check_approvals(approvals: ApprovalsSection, source: Source[PolicyFile], findings: Findings) -> None:
    principals = [approver.principal for approver in approvals.approvers]
    for index, principal in enumerate(principals):
        if principal in principals[:index]:
            line = source.line_of("approvals", "approvers", index, "principal")
            findings.add(TWICE, source.name, line, key="approvals.approvers", value=principal)
    held = {role for approver in approvals.approvers for role in approver.roles}
    asked = {("required", post_type): roles for post_type, roles in approvals.required.items()}
    for place, roles in (*asked.items(), (("withdrawal",), approvals.withdrawal)):
        for role in roles:
            if role not in held:
                line = source.line_of("approvals", *place)
                findings.add(ROLE_WITHOUT_APPROVER, source.name, line, role=role)


def _policy(says: PolicyFile) -> Policy:
    return Policy(
        since=says.since,
        paragraphs={number: both(words) for number, words in says.paragraphs.items()},
        banned=tuple(BannedWords(_expressions(each.words), both(each.instead), each.paragraph) for each in says.banned),
        claims=tuple(Claim(_expressions(each.words), each.evidence, each.paragraph) for each in says.claims),
        subjects=tuple(Subject(_scope(each.scope), each.roles, each.paragraph) for each in says.subjects),
        disclaimers=tuple(Disclaimer(_scope(each.scope), both(each.text), each.paragraph) for each in says.disclaimers),
        quiet=tuple(QuietPeriod(each.before, each.days, _scope(each.scope), each.paragraph) for each in says.quiet),
        speakers=tuple(Speaker(each.network, each.handle, each.types, each.paragraph) for each in says.speakers),
        approvals=_approvals(says.approvals),
    )


def _scope(section: ScopeSection) -> Scope:
    return Scope(section.types, section.topics, _expressions(section.words))


def _expressions(section: ExpressionsSection | None) -> Expressions:
    return Expressions(section.ar, section.en) if section else Expressions()


def _approvals(section: ApprovalsSection | None) -> Approvals | None:
    if section is None:
        return None
    approvers = tuple(map(_approver, section.approvers))
    return Approvals(section.since, dict(section.required), approvers, section.withdrawal)


def _approver(section: ApproverSection) -> Approver:
    return Approver(section.principal, both(section.name), section.roles, section.executive or "")
