"""``newsroom check --explain NR301``: what a rule is for, with examples, and what may be made of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.approvals.reporting import ROLE_NAMES
from newsroom.commands.catalogue import catalogue, in_general, manual_of
from newsroom.errors import UnknownRule
from newsroom.model.language import Language, Localized
from newsroom.model.problem import Addressee, Rule, Severity

SEVERITIES: Final[Mapping[Severity, Localized[str]]] = {
    "error": Localized("خطأ يوقف البناء", "an error, which stops a build"),
    "warning": Localized("تنبيه", "a warning"),
    "information": Localized("ملاحظة", "a note"),
}
_ENGINEER: Final = Localized("من يدير الأجهزة", "whoever runs the machines")
_WHAT: Final = Localized("المشكلة", "What is wrong")
_MEND: Final = Localized("الصواب", "What right looks like")
_SEVERITY: Final = Localized("الدرجة", "Severity")
_ADDRESSEE: Final = Localized("من يصلحها", "Who can mend it")
_CHANGE: Final = Localized("تغييرها", "Changing it")
_EDITORIAL: Final = Localized(
    "تجوز، تحت rules في newsroom.yml، أو لسطر واحد بتعليق مثل: allow {code}: السبب",
    "may be, under rules in newsroom.yml, or for one line by a comment such as allow {code}: reason",
)
_FIXED: Final = Localized("لا يجوز", "may not be")


def explain(code: str, language: Language) -> Iterator[str]:
    """A rule in lines, its examples in English. Raises :class:`UnknownRule`."""
    rule = _rule(code)
    change = _EDITORIAL if rule.editorial else _FIXED
    yield rule.code
    for name, words in (
        (_WHAT, rule.what),
        (_MEND, rule.mend),
        (_SEVERITY, SEVERITIES[rule.severity]),
        (_ADDRESSEE, name_of(rule.addressee)),
        (_CHANGE, change),
    ):
        said = words[language].format(code=code) if words is _EDITORIAL else in_general(words[language])
        yield f"{name[language]}: {said}"
    if language == "en" and manual_of(rule):
        yield from ("", manual_of(rule).replace("``", "`"))


def name_of(addressee: Addressee) -> Localized[str]:
    """What an addressee is called."""
    return _ENGINEER if addressee == "engineer" else ROLE_NAMES[addressee]


def _rule(code: str) -> Rule:
    rules = catalogue()
    if code in rules:
        return rules[code]
    nearest = ", ".join(difflib.get_close_matches(code.upper(), rules, n=3, cutoff=0))
    raise UnknownRule(
        f'there is no rule "{code}"; the nearest are: {nearest}', f"لا قاعدة بالرمز «{code}»؛ وأقرب الرموز: {nearest}"
    )
