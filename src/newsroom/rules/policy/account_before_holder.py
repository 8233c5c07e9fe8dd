"""An executive's account speaks from a day on which the newsroom does not show the executive yet.

Investors must be able to see on the newsroom that an account is official before it is used, so an account cannot speak
for its holder before the holder is shown. Bad: ``date: 2026-09-14T09:00`` in the executive's file and an account with
``since: 2026-08-01``. Good: ``since`` on that day or later, when the newsroom has listed the account.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_text

RULE: Final = Rule(
    "NR707",
    "warning",
    what=Localized(
        "يتحدث الحساب «{handle}» باسم المسؤول من {since}، والمركز الإعلامي لا يعرضه قبل {shown}",
        'the account "{handle}" speaks from {since}, but the newsroom does not list it before {shown}',
    ),
    mend=Localized("اجعل since في {shown} أو بعده", "let since be {shown} or later"),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every account that is older than the page on which it is listed."""
    for executive in newsroom.executives.values():
        shown = executive.date.astimezone(newsroom.timezone).date()
        for index, account in enumerate(executive.accounts):
            if account.since < shown:
                text = lead_text(executive.biographies, newsroom)
                values = {"handle": account.handle, "since": account.since.isoformat(), "shown": shown.isoformat()}
                yield Problem(RULE, lines.name(text), lines.of_key(text, "accounts", index), values)
