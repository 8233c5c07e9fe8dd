"""How each language says what the site says by itself: words, dates, numbers, order. One file a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.languages.arabic import ARABIC
from newsroom.languages.arabic_plan import ARABIC_PLAN
from newsroom.languages.english import ENGLISH
from newsroom.languages.english_plan import ENGLISH_PLAN
from newsroom.languages.plan_words import PlanWords
from newsroom.languages.words import Words
from newsroom.model.language import Language

_REGISTRY: Final[Mapping[Language, Words]] = {"ar": ARABIC, "en": ENGLISH}
_PLANS: Final[Mapping[Language, PlanWords]] = {"ar": ARABIC_PLAN, "en": ENGLISH_PLAN}


def words(language: Language) -> Words:
    """The words of a language."""
    return _REGISTRY[language]


def plan_words(language: Language) -> PlanWords:
    """The words in which a language tells the newsroom's own people of the plan."""
    return _PLANS[language]
