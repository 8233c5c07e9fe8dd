"""The two languages, and values that exist in each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

Language = Literal["ar", "en"]
Direction = Literal["rtl", "ltr"]
Digits = Literal["arab", "latn"]

LANGUAGES: Final[tuple[Language, ...]] = ("ar", "en")

Value = TypeVar("Value")


def direction(language: Language) -> Direction:
    """The direction in which a language is written."""
    return "rtl" if language == "ar" else "ltr"


def other(language: Language) -> Language:
    """The newsroom's other language."""
    return "en" if language == "ar" else "ar"


@dataclass(frozen=True, slots=True)
class Localized(Generic[Value]):
    """A value in both languages."""

    ar: Value
    en: Value

    def __getitem__(self, language: Language) -> Value:
        """The value in a language."""
        return self.ar if language == "ar" else self.en

    def __iter__(self) -> Iterator[Value]:
        """Arabic first, then English."""
        return iter((self.ar, self.en))
