"""Two places say that an address has moved, each to somewhere else.

Bad: ``aliases: [2025/results]`` in two posts. Good: in the one that was published there.
Mend: keep the line of the page that readers of the old address look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.rules.moved.claims import Claim, claims, problem

RULE: Final = Rule(
    "NR773",
    "error",
    what=Localized(
        "العنوان القديم «{old}» مذكور أيضًا وهو يؤدي إلى «{other}»",
        'the old address "{old}" is also said to lead to "{other}"',
    ),
    mend=Localized("أبقِ سطرًا واحدًا منهما", "keep one of the two lines"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every claim to an address that an earlier one has claimed."""
    first: dict[str, Claim] = {}
    for claim in claims(newsroom):
        holders = [first.setdefault(address, claim) for address in claim.old_addresses]
        other = next((holder for holder in holders if holder is not claim), None)
        if other:
            yield problem(RULE, claim, newsroom, lines, other=other.new)
