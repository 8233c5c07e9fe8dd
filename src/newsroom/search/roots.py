"""Arabic words by what a reader who searches takes for one and the same word.

Pagefind's stemmer knows the article, most endings and the forms of alef. It does not know a conjunction before the
article («والطاقة»), plurals that change within the word («مشاريع»), hamza on another seat («مسئول») or a preposition
before a noun without article («لتعزيز»). So each post carries, in a field that is searched and never shown, the root of
each of its words: what is left without prefixes, endings, hamza and long vowels. ``search-words.js`` makes the same of
a query, and a test holds the two to each other.

Roots are written in Cyrillic letters, one for each Arabic one and a last letter for the end. So no stemmer touches
them, nothing typed in Arabic or English finds them by chance, and none is taken for the beginning of a longer one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

REMEMBERED: Final = 50_000
"""Words whose roots are remembered: more than a newsroom of thousands of posts uses."""
SHORTEST: Final = 3
"""Letters of most Arabic roots; what would be shorter is left as it is, or unlike words would meet."""

_SEVERAL: Final = {
    "ا": "أإآٱ", "ه": "ةۀہەھ", "و": "ؤ", "ي": "ئىی", "ك": "کگ", "ب": "پ", "ج": "چ", "ف": "ڤ",
}  # fmt: skip
"""Letters that are one for whoever searches: alefs, seats of hamza, and neighbours from Persian keyboards."""
_DIGITS: Final = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_LETTERS: Final = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "абвгдежзиклмнопрстуфхцчшщыэю")
_END: Final = "я"

_ONE: Final = str.maketrans(
    {each: letter for letter, several in _SEVERAL.items() for each in several}
    | {each: str(value) for digits in _DIGITS for value, each in enumerate(digits)}
)
_TANWEEN: Final = re.compile("ا\u064b|\u064b\u0651?ا")
"""The ending of «سنوياً», which is not in «سنوي»."""
_UNWRITTEN: Final = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200dء]")
"""Vowel signs, tatweel, joiners, and hamza without a seat."""
_TWICE: Final = re.compile(r"([اوي])\1+")
_WORD: Final = re.compile(r"[ا-غف-ي]+")
_GLUED: Final = re.compile(r"(?<=[ا-غف-ي])\d[\d.,٫]*")
_ARTICLE: Final = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=..)")
_ENDING: Final = re.compile(r"(?<=...)(?:هما|كما|ها|هم|هن|كم|نا|ات|ون|ين|ان|يه|يا|[هياتو])$|(?<=..)ه$")
_LONG: Final = re.compile(r"(?<!^)و|[اي]")
_DOUBLED: Final = re.compile(r"(?<=.)(.)\1$")
_BEFORE_WORDS: Final = frozenset("وفبلكستني")
"""What is written together with the word after it: and, so, by, for, as, will, and the persons of the present tense."""

_IRREGULAR: Final = (
    ("ميناء", "موانئ"), ("برنامج", "برامج"), ("سنة", "سنوات"), ("سنة", "سنين"), ("عام", "أعوام"), ("مال", "أموال"),
    ("مادة", "مواد"), ("يوم", "أيام"), ("رئيس", "رؤساء"), ("ماء", "مياه"), ("رأس", "رؤوس"), ("امرأة", "نساء"),
    ("رأي", "آراء"), ("دين", "ديون"), ("بيت", "بيوت"), ("قائد", "قادة"), ("جائزة", "جوائز"), ("عضو", "أعضاء"),
    ("مليون", "ملايين"), ("حل", "حلول"), ("حد", "حدود"), ("خط", "خطوط"), ("أخ", "إخوة"),
)  # fmt: skip
"""Plurals, and two spellings, that share no root with their singular by what is done here."""


def roots(text: str) -> str:
    """The roots of a text's Arabic words, each once, and the figures that are written together with one («لـ24»).

    Words that begin with what may be a particle have two: with it and without.
    """
    tokens = dict.fromkeys(text.split())
    return " ".join(dict.fromkeys(chain.from_iterable(map(_roots_of_token, tokens))))


def fold(text: str) -> str:
    """A text without what Arabic writing may leave out, in letters and digits of one kind."""
    text = _TANWEEN.sub("", unicodedata.normalize("NFKC", text))
    text = _UNWRITTEN.sub("", text).replace("ئو", "ؤو").translate(_ONE)
    return _TWICE.sub(r"\1", text)


def root(word: str) -> str:
    """The root of a folded word, in Cyrillic letters."""
    return _bare(word).translate(_LETTERS) + _END


@lru_cache(REMEMBERED)
def _roots_of_token(token: str) -> tuple[str, ...]:
    folded = fold(token)
    words = chain.from_iterable(map(_roots_of_word, _WORD.findall(folded)))
    return (*_GLUED.findall(folded), *words)


def _roots_of_word(word: str) -> Iterator[str]:
    bare = dict.fromkeys(map(_bare, _beginnings(word)))
    partners = (partner for each in bare for partner in _PARTNERS.get(each, ()))
    yield from (each.translate(_LETTERS) + _END for each in (*bare, *partners))


def _beginnings(word: str) -> Iterator[str]:
    """A word, and what it may be without one or two letters that are written together with it."""
    yield word
    for start in (1, 2):
        if word[start - 1] not in _BEFORE_WORDS or len(word) - start < SHORTEST:
            return
        yield word[start:]


def _bare(word: str) -> str:
    stem = _without_endings(_ARTICLE.sub("", word))
    consonants = _DOUBLED.sub(r"\1", _LONG.sub("", stem))
    return consonants if len(consonants) >= SHORTEST else _DOUBLED.sub(r"\1", stem.replace("ا", "")) or stem


def _without_endings(word: str) -> str:
    shorter = _ENDING.sub("", word)
    return word if shorter == word else _without_endings(shorter)


def _partners() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in _IRREGULAR:
        one, other = (_bare(fold(word)) for word in pair)
        if one != other:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found


_PARTNERS: Final = _partners()
