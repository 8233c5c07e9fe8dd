"""A text uses words that the organisation's policy forbids.

``policy.yml`` lists them under ``banned``, each with the paragraph that forbids it and what to say instead. Words are
found whole, whatever their case, vowel marks, article or number; what is code, or marked as another language, is not
looked at. With ``words: {en: [guaranteed], ar: [مضمون]}``: Bad: *The return is guaranteed.* «عوائدُ مضمونة».
Good: *The return depends on demand.* «يتوقف العائد على الطلب». Mend it with the words that the policy offers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.policy import BannedWords
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.policy.scopes import cited, is_judged, places

RULE: Final = Rule(
    "NR701",
    "error",
    what=Localized(
        "السياسة تمنع «{found}» (الفقرة {paragraph}: {words_ar})",
        'the policy forbids "{found}" (paragraph {paragraph}: {words})',
    ),
    mend=Localized("{instead_ar}", "{instead}"),
)
_OTHERWISE: Final = Localized("احذفها، أو قل المعنى بعبارة أخرى", "take it out, or say it in other words")
_INSTEAD: Final = Localized("قل بدلًا منها: {}", "say instead: {}")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every place at which forbidden words stand."""
    policy = standards.policy
    if policy.banned and is_judged(content, policy):
        for wording in wordings.values():
            for banned in policy.banned:
                values = cited(banned.paragraph, policy) | _instead(banned)
                yield from _uses(banned, wording, values)


def _uses(banned: BannedWords, wording: Wording, values: dict[str, str]) -> Iterator[Problem]:
    for passage, found in places(banned.words, wording):
        line, shown = wording.line_of(passage, found.start), passage.text[found.start : found.end]
        yield Problem(RULE, wording.document.name, line, {"found": shown, **values})


def _instead(banned: BannedWords) -> dict[str, str]:
    said = {
        each: _INSTEAD[each].format(banned.instead[each]) if banned.instead.en else _OTHERWISE[each]
        for each in LANGUAGES
    }
    return {"instead": said["en"], "instead_ar": said["ar"]}
