"""Words looked for in a text as a person looks for them: whatever their case, vowel marks, article or number.

An expression is some words, or a regular expression between slashes. Words are found whole. In Arabic they may have
the prefixes و ف ب ك ل ال and, from four letters on, the endings of feminine, dual and sound plural; forms of alef and
hamza, vowel marks and tatweel make no difference. In English case and a plural's *s* make none, nor does a hyphen in
the place of a space. Figures are found in both kinds of digits.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom.model.language import Language

_MARKS: Final = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200c-\u200f\u061c]")
"""Vowel marks, tatweel, and what is not seen at all."""
_FORMS: Final = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ؤ", "و"), ("ئ", "ي"), ("ى", "ي"), ("ی", "ي"), ("ک", "ك"),
    ("’", "'"), ("‘", "'"), ("٪", "%"), *((digit, str(value)) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")),
)  # fmt: skip
_JOINT: Final = r"[\s\-\u2010-\u2013]+"
_WORDS: Final = re.compile(_JOINT)
_ARTICLE: Final = "ال"
_SUFFIXED: Final = 4
"""Letters from which on a word may have an ending: shorter ones too often become another word."""
_AFTER_ARTICLE: Final = r"[وف]?(?:[بك]?ال|لل)"
_PREFIXES: Final = r"[وف]?(?:[بك]?ال|لل|[بكل])?"
_PREFIXES_OF_SHORT: Final = r"و?(?:[بك]?ال|لل|[بل])?"
_ENDINGS: Final = r"(?:[اةه]|ات|[وي]ن|ان|ت[اي]ن)?"
_ENDINGS_OF_FEMININE: Final = r"(?:[ةه]|ات|ت[اي]ن)"


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and where it stands in the text, from ``start`` to before ``end``."""

    expression: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without what makes no difference.

    ``marks`` are the places of the marks that were taken out, each less the number of those before it.
    """

    letters: str
    marks: Sequence[int] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where letters from ``start`` to before ``end`` stood, with the marks after the last of them."""
        return start + bisect_right(self.marks, start), end + bisect_right(self.marks, end)


@functools.lru_cache(maxsize=512)
def fold(text: str) -> Folded:
    """A text in the form in which words are compared."""
    lowered = text.lower()
    letters = lowered if len(lowered) == len(text) else "".join(each.lower()[:1] for each in text)
    if letters.isascii():
        return Folded(letters)
    letters = _plain(letters)
    marks = [match.start() - before for before, match in enumerate(_MARKS.finditer(letters))]
    return Folded(_MARKS.sub("", letters), marks) if marks else Folded(letters)


def _plain(text: str) -> str:
    for form, plain in _FORMS:
        text = text.replace(form, plain)
    return text


def without_marks(text: str) -> str:
    """A text without vowel marks, tatweel, and what is not seen."""
    return _MARKS.sub("", text)


def may_stand(expressions: Iterable[str], text: str, language: Language) -> tuple[str, ...]:
    """Those of the expressions that could stand in one of a text's lines: told in far less time than where."""
    letters = fold(text).letters
    return tuple(each for each in expressions if _leaves_a_sign(each, letters, language))


def find(expressions: Iterable[str], text: str, language: Language) -> Iterator[Found]:
    """Each place at which one of the expressions stands in a text of a language, expression by expression."""
    folded = fold(text)
    for expression in expressions:
        if _leaves_a_sign(expression, folded.letters, language):
            for match in _pattern(expression, language).finditer(folded.letters):
                yield Found(expression, *folded.span(*match.span()))


def first(expressions: Iterable[str], text: str, language: Language) -> Found | None:
    """The first expression that stands in a text, at its first place; or nothing."""
    return next(find(expressions, text, language), None)


def _leaves_a_sign(expression: str, letters: str, language: Language) -> bool:
    signs = _signs(expression, language)
    if not signs:
        return _pattern(expression, language).search(letters) is not None
    return all(sign in letters for sign in signs)


def is_pattern(expression: str) -> bool:
    """Whether an expression is a regular one, between slashes."""
    return len(expression) > 1 and expression[0] == expression[-1] == "/"


@functools.cache
def _signs(expression: str, language: Language) -> tuple[str, ...]:
    """Letters without all of which an expression cannot stand in a text; to look for them takes next to no time."""
    if is_pattern(expression):
        return ()
    stems = (_stem(word, language) for word in _WORDS.split(fold(expression).letters.strip()))
    return tuple(sorted(stems, key=len, reverse=True))


def _stem(word: str, language: Language) -> str:
    if language == "en":
        return word.removesuffix("y")
    bare = word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 1 else word
    return bare.removesuffix("ة")


@functools.cache
def _pattern(expression: str, language: Language) -> re.Pattern[str]:
    if is_pattern(expression):
        return re.compile(_MARKS.sub("", _plain(expression[1:-1])), re.IGNORECASE | re.MULTILINE)
    words = [word for word in _WORDS.split(fold(expression).letters.strip()) if word]
    forms = (_form(word, place == 0, language) for place, word in enumerate(words))
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return re.compile(before + _JOINT.join(forms) + after)


def _form(word: str, is_first: bool, language: Language) -> str:  # noqa: FBT001
    if not word.isalpha():
        return re.escape(word)
    if language == "en" or word.isascii():
        return _english(word)
    return _arabic(word, is_first)


def _english(word: str) -> str:
    if len(word) < 3:
        return re.escape(word)
    if word.endswith("y"):
        return f"{word[:-1]}(?:y|ies)(?:'s|')?"
    return f"{word}(?:e?s)?(?:'s|')?"


def _arabic(word: str, is_first: bool) -> str:  # noqa: FBT001
    with_article = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1
    bare = word.removeprefix(_ARTICLE) if with_article else word
    return _before(bare, is_first, with_article) + _with_ending(bare)


def _before(bare: str, is_first: bool, with_article: bool) -> str:  # noqa: FBT001
    if not is_first:
        return _ARTICLE if with_article else f"(?:{_ARTICLE})?"
    if with_article:
        return _AFTER_ARTICLE
    return _PREFIXES if len(bare) >= _SUFFIXED else _PREFIXES_OF_SHORT


def _with_ending(bare: str) -> str:
    if len(bare) < _SUFFIXED:
        return bare
    if bare.endswith("ة"):
        return bare[:-1] + _ENDINGS_OF_FEMININE
    return bare + _ENDINGS
