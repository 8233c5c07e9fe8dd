"""How many of something, in messages: the command speaks a language, and not in the style of a newsroom."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from babel.core import Locale

from newsroom.languages.words import Plural
from newsroom.model.language import Language, Localized

_LOCALES: Final = Localized("ar", "en")


def counted(forms: Plural, number: int, language: Language) -> str:
    """A number with what is counted: «خطآن», «3 أخطاء», "2 errors". Nothing has a form of its own: "no errors"."""
    form = "zero" if number == 0 else str(Locale.parse(_LOCALES[language]).plural_form(number))
    return str(asdict(forms)[form]).format(count=number)
