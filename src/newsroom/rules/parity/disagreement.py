"""How a disagreement of the two texts is told: what one says, and what the other says in its place, with its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.model.language import Language, Localized, other
from newsroom.model.problem import Problem, Rule
from newsroom.reading.wording import Wordings
from newsroom.rules.facts import Fact, Said

NAMES: Final[Mapping[Language, Localized[str]]] = {
    "ar": Localized("العربي", "Arabic"),
    "en": Localized("الإنجليزي", "English"),
}
"""The texts, as they are called in messages."""

WHAT: Final = Localized(
    "يقول النص {text_ar} «{value}»، {instead_ar}", 'the {text_en} text says "{value}", {instead_en}'
)
"""What is wrong, for rules whose values come from :func:`disagreement`."""


def disagreement(rule: Rule, said: Said[Fact], instead: Said[Fact] | None, wordings: Wordings) -> Problem:
    """A problem where something is said, with what the other text says in its place, or that it says nothing."""
    wording = wordings[said.language]
    line = wording.line_of(said.passage, said.start)
    values = {"value": said.words} | of_texts(said.language) | _instead(said, instead, wordings)
    return Problem(rule, wording.document.name, line, values)


def of_texts(language: Language) -> dict[str, str]:
    """The names of a text and of its sibling."""
    sibling = NAMES[other(language)]
    text = NAMES[language]
    return {"text_ar": text.ar, "text_en": text.en, "sibling_ar": sibling.ar, "sibling_en": sibling.en}


def _instead(said: Said[Fact], instead: Said[Fact] | None, wordings: Wordings) -> dict[str, str]:
    sibling = NAMES[other(said.language)]
    if instead is None:
        return {
            "instead_ar": f"ولا يقوله النص {sibling.ar}",
            "instead_en": f"and the {sibling.en} text does not say it",
        }
    line = wordings[instead.language].line_of(instead.passage, instead.start)
    return {
        "instead_ar": f"ويقول النص {sibling.ar} في موضعه «{instead.words}» (السطر {line})",
        "instead_en": f'where the {sibling.en} text says "{instead.words}" (line {line})',
    }
