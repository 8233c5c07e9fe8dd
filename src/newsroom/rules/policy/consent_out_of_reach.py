"""A post is on a subject that needs the consent of a role which no approver has.

``policy.yml`` lists such subjects under ``subjects``, and those who may consent under ``approvals``. Where nobody has
the role, nobody can ever say yes to the post. Bad: posts on dividends need ``board-secretary``, and the approvers are
of ``communications`` and ``legal``. Good: one of them has that role too, or somebody who has it is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.policy import Approvals, Policy, Role, Subject
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.policy.scopes import cited, fits, is_judged

RULE: Final = Rule(
    "NR704",
    "warning",
    what=Localized(
        "هذا الموضوع تلزمه موافقة {roles}، ولا أحد في approvers له هذا الدور (الفقرة {paragraph}: {words_ar})",
        "this subject needs the consent of {roles}, a role that no approver has (paragraph {paragraph}: {words})",
    ),
    mend=Localized(
        "أضف في policy.yml تحت approvals من له هذا الدور",
        "add somebody who has it to the approvers in policy.yml, under approvals",
    ),
    addressee="communications",
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every subject of a post whose roles nobody has."""
    policy = standards.policy
    if not policy.subjects or not isinstance(content, Post) or not _needs_consent(content, policy):
        return
    for subject in policy.subjects:
        roles = _held_by_nobody(subject, policy.approvals)
        if roles and fits(subject.scope, content, wordings):
            document = next(iter(wordings.values())).document
            values = {"roles": ", ".join(roles), **cited(subject.paragraph, policy)}
            yield Problem(RULE, document.name, document.line_of("title"), values)


def _needs_consent(post: Post, policy: Policy) -> bool:
    is_older = policy.approvals is not None and post.released < policy.approvals.since
    return is_judged(post, policy) and not is_older


def _held_by_nobody(subject: Subject, approvals: Approvals | None) -> list[Role]:
    held = {role for approver in approvals.approvers for role in approver.roles} if approvals else set()
    return [role for role in subject.roles if role not in held]
