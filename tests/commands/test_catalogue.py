"""Every rule has a code of its own."""

from __future__ import annotations

from newsroom.commands.catalogue import every_rule


def test_no_two_rules_have_one_code() -> None:
    rules = set(every_rule())
    codes = sorted(rule.code for rule in rules)
    assert codes == sorted(set(codes))
