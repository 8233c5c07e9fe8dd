"""``rules`` in ``newsroom.yml`` names a rule that a newsroom may not change, or that is not there.

Editorial rules may be given another severity, or be turned off. The others keep a post from saying what is not so, and
guard its release, its approval and its disclosure: nobody can turn them off.

Bad: ``rules: {NR401: off}``, which would let two posts have one id.
Good: ``rules: {NR505: information}``, where long headlines are the house style.
Delete the line, and mend what the rule objects to.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.reading.newsroom import CONFIGURATION

RULE: Final = Rule(
    "NR234",
    "error",
    what=Localized(
        "القاعدة «{code}» ليست مما يجوز للمركز تغييره", 'the rule "{code}" is none that a newsroom may change'
    ),
    mend=Localized("احذف السطر، أو اختر من: {known}", "delete the line, or choose from: {known}"),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines, editorial: Collection[str]) -> Iterator[Problem]:
    """Every rule that is named and is not ``editorial``."""
    for code in newsroom.weights:
        if code not in editorial:
            close = difflib.get_close_matches(code, sorted(editorial), n=len(editorial), cutoff=0)
            line = lines.of_source(CONFIGURATION, "rules", code)
            yield Problem(RULE, CONFIGURATION, line, {"code": code, "known": ", ".join(close)})
