"""A post makes a claim for which the policy asks evidence, and has none of that kind.

``policy.yml`` lists such claims under ``claims``, each with the kinds of evidence of which one must be there. With
``words: {en: [largest], ar: [الأكبر]}, evidence: [rating, report]``: Bad: *the largest cold store in the country*, and
only a certificate under ``evidence``. Good: the same with the report that says so, its source and date. Mend it by
adding the evidence, or by claiming less.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.policy import Claim
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.policy.scopes import cited, is_judged, places

RULE: Final = Rule(
    "NR702",
    "error",
    what=Localized(
        "في «{found}» ادعاء لا دليل عليه في المنشور (الفقرة {paragraph}: {words_ar})",
        '"{found}" is a claim for which the post has no evidence (paragraph {paragraph}: {words})',
    ),
    mend=Localized(
        "أضف إلى evidence دليلًا من نوع: {kinds}، أو احذف الادعاء",
        "add evidence of the kind: {kinds}, or take the claim out",
    ),
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every claim that has no evidence, at its first place in each language."""
    policy = standards.policy
    if not policy.claims or not isinstance(content, Post) or not is_judged(content, policy):
        return
    kinds = {evidence.kind for evidence in content.evidence}
    for claim in policy.claims:
        if kinds.isdisjoint(claim.evidence):
            values = {"kinds": ", ".join(claim.evidence), **cited(claim.paragraph, policy)}
            for wording in wordings.values():
                yield from _first(claim, wording, values)


def _first(claim: Claim, wording: Wording, values: dict[str, str]) -> Iterator[Problem]:
    for passage, found in places(claim.words, wording):
        line, shown = wording.line_of(passage, found.start), passage.text[found.start : found.end]
        yield Problem(RULE, wording.document.name, line, {"found": shown, **values})
        return
