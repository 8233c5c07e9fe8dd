"""The policy lets an account speak that neither the organisation nor an executive lists.

Readers can only trust accounts that the newsroom shows as official before they are used. Bad: a speaker
``{network: x, handle: "@our_ceo"}`` which stands under nobody's ``accounts``. Good: the account is listed in
``newsroom.yml`` under ``organization.accounts``, or in the executive's file, and named here as it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.reading.policy import POLICY
from newsroom.rules.policy.scopes import cited

RULE: Final = Rule(
    "NR706",
    "error",
    what=Localized(
        "تسمح السياسة بالحساب «{handle}» في {network}، وهو ليس من الحسابات المعلنة (الفقرة {paragraph}: {words_ar})",
        'the policy lets "{handle}" on {network} speak, which nobody lists (paragraph {paragraph}: {words})',
    ),
    mend=Localized(
        "أضفه إلى accounts لدى المؤسسة أو المسؤول، أو اختر من: {known}",
        "list it under the accounts of the organisation or an executive, or choose from: {known}",
    ),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every speaker that is not listed."""
    listed = [(account.network, account.handle) for account in newsroom.accounts]
    for index, speaker in enumerate(newsroom.policy.speakers):
        if (speaker.network, speaker.handle) not in listed:
            known = ", ".join(handle for network, handle in listed if network == speaker.network) or "—"
            values = {"network": speaker.network, "handle": speaker.handle, "known": known}
            line = lines.of_source(POLICY, "speakers", index, "handle")
            yield Problem(RULE, POLICY, line, values | cited(speaker.paragraph, newsroom.policy))
