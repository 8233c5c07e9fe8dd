"""How each language says what the site says by itself: words, dates, numbers, order. One file a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.languages.arabic import ARABIC
from newsroom.languages.arabic_messages import ARABIC_MESSAGES
from newsroom.languages.arabic_plan import ARABIC_PLAN
from newsroom.languages.arabic_verification import ARABIC_VERIFICATION
from newsroom.languages.english import ENGLISH
from newsroom.languages.english_messages import ENGLISH_MESSAGES
from newsroom.languages.english_plan import ENGLISH_PLAN
from newsroom.languages.english_verification import ENGLISH_VERIFICATION
from newsroom.languages.message_words import MessageWords
from newsroom.languages.plan_words import PlanWords
from newsroom.languages.verification_words import VerificationWords
from newsroom.languages.words import Words
from newsroom.model.language import Language

_REGISTRY: Final[Mapping[Language, Words]] = {"ar": ARABIC, "en": ENGLISH}
_MESSAGES: Final[Mapping[Language, MessageWords]] = {"ar": ARABIC_MESSAGES, "en": ENGLISH_MESSAGES}
_PLANS: Final[Mapping[Language, PlanWords]] = {"ar": ARABIC_PLAN, "en": ENGLISH_PLAN}

_VERIFICATIONS: Final[Mapping[Language, VerificationWords]] = {
    "ar": ARABIC_VERIFICATION,
    "en": ENGLISH_VERIFICATION,
}


def words(language: Language) -> Words:
    """The words of a language."""
    return _REGISTRY[language]


def plan_words(language: Language) -> PlanWords:
    """The words in which a language tells the newsroom's own people of the plan."""
    return _PLANS[language]


def verification_words(language: Language) -> VerificationWords:
    """The words in which a language tells readers how to verify what is published."""
    return _VERIFICATIONS[language]


def message_words(language: Language) -> MessageWords:
    """The words in which a language tells the newsroom's own people of messages to accounts."""
    return _MESSAGES[language]
