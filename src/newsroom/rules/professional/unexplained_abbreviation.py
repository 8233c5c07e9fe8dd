"""An abbreviation is nowhere written out in the text.

Readers come from outside, and search for the words. Bad: *The FSA approved the plan.* «اعتمدت FSA الخطة». Good: *The
Financial Services Authority (FSA) approved the plan*, and FSA from then on; «هيئة الخدمات المالية (FSA)». What every
reader of business news knows (CEO, UN, ISO, GCC, VAT, currencies, the company's own symbol) need not be written out,
nor what has figures in it, such as a model or a standard, nor the name of a ship or of a program's error. It is told
once for each abbreviation and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.expressions import fold
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.places import problem
from newsroom.rules.professional.capitals import (
    WELL_KNOWN,
    is_a_code,
    is_a_name,
    is_an_ordinary_word,
    is_roman,
    of_standards,
)

RULE: Final = Rule(
    "NR323",
    "warning",
    what=Localized(
        "الاختصار «{abbreviation}» لا يُفسَّر في النص", 'the abbreviation "{abbreviation}" is never written out'
    ),
    mend=Localized(
        "اكتب الاسم كاملًا أول مرة والاختصار بعده بين قوسين",
        "write the name out where it first stands, with the abbreviation in brackets after it",
    ),
    editorial=True,
)

_LATIN: Final = re.compile(
    r"(?P<short>[A-Z](?<![\w.@#/&+:-].)(?:(?:[A-Z]|&[A-Z]){1,4}|\.(?:[A-Z]\.){1,4}))(?:s|['’]s|s['’])?"
    r"(?![\w@/&+]|-?\d|[-–][A-Z0-9]|\s\d{3,}|\.\w)"
)
_ARABIC: Final = re.compile(r"(?<![\w.])(?P<short>(?:[ء-ي]ـ?\.\s?){2,5}(?:[ء-ي]ـ?)?)(?![\w.])")
_SIGNED: Final = (
    (re.compile(r"[A-Z](?:[A-Z]|[&.][A-Z])"), _LATIN),
    (re.compile(r"\.(?:(?<=\W[ء-ي]\.)|(?<=\W[ء-ي]ـ\.))"), _ARABIC),
)
"""Patterns by signs without which they stand nowhere. These begin with letters that are found in next to no time."""
_COMMON_ARABIC: Final = """
    شمعع شمعم شمم شم شمك شمع شمب شمق رع رس رق دا دك دب جم دم قم بم صب اد هم تم كو كوس كم ذمم
"""
_KNOWN_ARABIC: Final = frozenset(_COMMON_ARABIC.split())
"""Forms of companies, currencies, measures and eras."""
_WORD: Final = re.compile(r"[A-Za-z][\w'’]*")
_SHORT: Final = 3
"""Letters up to which the first letters of words make an abbreviation by chance."""
_LONG: Final = 4
"""Letters of a word that hardly stands in such a row by chance."""
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "de", "s"})


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every abbreviation that is not written out, where it first stands in each text."""
    if isinstance(content, Post) and content.pubstatus != "canceled":
        known = WELL_KNOWN | of_standards(standards)
        for wording in wordings.values():
            yield from _in_text(wording, known)


def _in_text(wording: Wording, known: frozenset[str]) -> Iterator[Problem]:
    text = wording.text
    patterns = [pattern for sign, pattern in _SIGNED if sign.search(text)]
    told: set[str] = set()
    for passage, pattern in product(wording.passages, patterns):
        for match in pattern.finditer(passage.text):
            short = _plain(match["short"])
            if short not in told and not _is_clear(short, match, text, wording.language, known):
                told.add(short)
                yield problem(RULE, wording, passage, match.start(), {"abbreviation": match["short"].strip()})


def _plain(short: str) -> str:
    return re.sub(r"[.\s]", "", fold(short).letters if not short.isascii() else short)


def _is_clear(short: str, match: re.Match[str], text: str, language: Language, known: frozenset[str]) -> bool:
    if short in known or short in _KNOWN_ARABIC or is_roman(short) or is_an_ordinary_word(short, text):
        return True
    if is_a_code(short, match) or is_a_name(match):
        return True
    return _is_in_brackets(match["short"].strip(), text) or (
        language == "en" and short.isascii() and _is_spelt(short, text)
    )


def _is_in_brackets(written: str, text: str) -> bool:
    """Whether it stands once in brackets after words, or has words in brackets after it."""
    short = re.escape(written)
    after = rf"[^\W\d_]{{2,}}[»”\"]?\s*[(\[]\s*(?:the )?[«\"“]?{short}[»\"”]?(?:s|['’]s)?\s*(?:[)\]،,;؛]|\s(?:or|أو)\s)"
    before = rf"(?<!\w){short}(?:s|['’]s)?\s*[(\[]\s*[^\W\d_]{{2,}}[^)\]]*\s[^)\]]*[)\]]"
    spoken = rf"(?:known as|called|abbreviated to|المعروفة? باسم|المعروفة? اختصارًا ب)\s*[«\"“]?{short}(?!\w)"
    beside = rf"(?:(?<!\w)(?:ال|لل|بال|وال)\w+\s[«“\"]{short}[»”\"]|[^\W\d_]{{2,}}\s[–—-]\s?{short}\s?[–—،,.;؛)-])"
    named = rf"[(\[][^()\[\]]{{0,60}}\s(?:or|أو)\s[«“\"]?{short}[»”\"]?\s*[)\]]"
    shortly = rf"{short}[»\"”]?\s(?:اختصار|for short)"
    return re.search(f"{after}|{before}|{spoken}|{shortly}|{beside}|{named}", text) is not None


def _is_spelt(short: str, text: str) -> bool:
    """Whether words with these first letters stand in a row: for a short one, long words or words with capitals."""
    words = [word for word in _WORD.findall(text) if len(word) > 1 and not word.isupper()]
    letters = short.replace("&", "")
    least = 1 if len(letters) > _SHORT else _LONG
    for every in (words, [word for word in words if word not in _SMALL]):
        capitals = "".join(word[0] for word in every)
        longer = "".join(word[0] if len(word) >= least else " " for word in every)
        if letters in capitals or letters.casefold() in longer.casefold():
            return True
    return False
