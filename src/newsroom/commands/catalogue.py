"""Every rule there is, by its code, with its manual: the docstring of the file that it lies in."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import cache
from typing import Final

from newsroom.approvals.rules import APPROVAL_RULES
from newsroom.model.problem import Rule
from newsroom.proof.rules import PROOF_RULES
from newsroom.reading import characters
from newsroom.reading.published import PUBLISHED_RULES
from newsroom.reading.rules import READING_RULES
from newsroom.rules import RULES
from newsroom.scaffold.rules import SCAFFOLD_RULES

_NAME: Final = re.compile(r"\{[a-z_]+\}")


@cache
def catalogue() -> Mapping[str, Rule]:
    """The rules, in order of their codes."""
    return {rule.code: rule for rule in sorted(every_rule(), key=lambda rule: rule.code)}


def every_rule() -> tuple[Rule, ...]:
    """The rules of all rooms, one room after another."""
    of_characters = (value for value in vars(characters).values() if isinstance(value, Rule))
    return (*READING_RULES, *PUBLISHED_RULES, *of_characters, *RULES, *APPROVAL_RULES, *PROOF_RULES, *SCAFFOLD_RULES)


def in_general(sentence: str) -> str:
    """A rule's sentence without what was found, for which "…" stands."""
    return _NAME.sub("…", sentence)


def manual_of(rule: Rule) -> str:
    """Why a rule is there, with examples, in English; empty where its own sentences say it all."""
    return _manuals().get(rule.code, "")


@cache
def _manuals() -> Mapping[str, str]:
    """The docstring of each module that holds one rule as ``RULE``."""
    modules = [module for name, module in sys.modules.items() if name.startswith("newsroom.rules.")]
    rules = ((getattr(module, "RULE", None), module.__doc__) for module in modules)
    return {rule.code: words.strip() for rule, words in rules if isinstance(rule, Rule) and words}
