"""The policy says of an approver that this is an executive who has no folder.

An executive may not approve posts of their own, and where the key is wrong nobody could tell that they do. Bad:
``executive: maryam`` where the folder is ``content/executives/maryam-al-lawati``. Good: the folder's name, or no key.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.reading.policy import POLICY

RULE: Final = Rule(
    "NR709",
    "error",
    what=Localized("المسؤول «{value}» في approvers غير معروف", 'the executive "{value}" among approvers is not known'),
    mend=Localized("اختر من: {known}؛ أو احذف executive", "choose from: {known}; or delete executive"),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every approver who would be an executive that is not there."""
    approvals = newsroom.policy.approvals
    for index, approver in enumerate(approvals.approvers if approvals else ()):
        if approver.executive and not _is_there(approver.executive, newsroom, lines):
            line = lines.of_source(POLICY, "approvals", "approvers", index, "executive")
            yield Problem(RULE, POLICY, line, {"value": approver.executive, "known": ", ".join(newsroom.executives)})


def _is_there(executive: str, newsroom: Newsroom, lines: Lines) -> bool:
    """Whether there is such an executive, with problems of their own or not."""
    files = (f"executives/{executive}/index.{language}.md" for language in LANGUAGES)
    return executive in newsroom.executives or any(map(lines.was_there, files))
