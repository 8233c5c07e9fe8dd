"""A text shouts: words in capitals, exclamation marks, letters drawn out.

News is believed for what it says. Bad: *HUGE success for Luban!* «نجاح كبير!!» «خبر رااائع». Good: *Luban's revenue
rises 12%* «إيرادات لُبان ترتفع ١٢٪». Abbreviations, symbols and names are written as they are; a word is in capitals
for nothing where it is an ordinary word, is written small elsewhere in the text, ends as ordinary words do, or is one
of several in a row. The names of ships and of the errors of programs stay as they are. One mark of exclamation may
stand in a quotation, and in opinions and speeches, which are somebody's voice; two may not. Mend it with small letters
and a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.places import problem
from newsroom.rules.professional.capitals import (
    ORDINARY,
    WELL_KNOWN,
    is_a_code,
    is_a_name,
    is_an_ordinary_word,
    is_roman,
    of_standards,
)

RULE: Final = Rule(
    "NR321",
    "warning",
    what=Localized("في «{found}» صياح لا يليق بخبر", '"{found}" shouts'),
    mend=Localized(
        "اكتفِ بنقطة وبكلمة عادية، ودع الخبر يتكلم",
        "use small letters and a full stop, and let the news speak",
    ),
    editorial=True,
)

_EXCLAMATION: Final = re.compile(
    r"[\w»\"”)]*\s?(?<!<)(?:[!！❗؟?]*[!！❗][!！❗؟?\s]*[!！❗؟?]+|[؟?]+[!！❗]|[!！❗‼⁉])(?![=\[])"
)
_RUN: Final = re.compile(r"[!！❗؟?]\s?[!！❗؟?]|[‼⁉]")
_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
_DRAWN_OUT: Final = re.compile(
    r"[ء-ي]*?([اويه])\1{2}[ء-ي]*|(?<![a-zA-Z])[A-Za-z]?[a-z]*?([aeghlmorsuyz])\2{2}[a-z]*(?!\w)"
)
"""Three of a letter that a voice can draw out."""
_EXCLAMATIONS: Final = ("!", "！", "❗", "‼", "⁉")
_SIGNS: Final = (*_EXCLAMATIONS, *(letter * 3 for letter in "اويهaeghlmorsuyz"))
_IN_CAPITALS: Final = re.compile(r"[A-Z]{2}")
_CAPITALS: Final = re.compile(
    r"(?<![\w.@#/&-])[A-Z]{2,}(?:['’]S)?(?![\w@/&]|-\d|\.[A-Z])(?:[ ,-]+[A-Z]{2,}(?:['’]S)?(?![\w@/&]))*"
)
_WORD: Final = re.compile(r"[A-Z]{2,}")
_LONG: Final = 6
"""Letters from which on a word that ends as English words do is no abbreviation; nor is one with two more."""
_ENDS_A_WORD: Final = re.compile(
    r"(?:ING|ED|LY|IONS?|IVE|[AI]BLE|OUS|FUL|EST|[AE]N(?:T|CE)|[EO]RS?|ITY|NESS|ICS?|ALS?|RY|TS|NS|ST|GE|TE|SE)$"
)
_OWN_VOICE: Final = frozenset({"opinion", "speech"})


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every place at which a text shouts, once in each passage."""
    if not isinstance(content, Post) or content.pubstatus == "canceled":
        return
    known = WELL_KNOWN | of_standards(standards)
    for wording in wordings.values():
        text = wording.text
        for passage in wording.passages if _may_shout(text) else ():
            found = _in_passage(passage, text, known, has_own_voice=content.type in _OWN_VOICE)
            if found is not None:
                yield problem(RULE, wording, passage, found.start(), {"found": found[0].strip()})


def _in_passage(passage: Passage, text: str, known: frozenset[str], *, has_own_voice: bool) -> re.Match[str] | None:
    words = passage.text
    if not _may_shout(words):
        return None
    return (
        _exclamation(words, is_allowed=has_own_voice and passage.kind not in {"title", "summary", "heading"})
        or _DRAWN_OUT.search(words)
        or next((match for match in _CAPITALS.finditer(words) if _is_shouted(match, text, known)), None)
    )


def _may_shout(text: str) -> bool:
    """Whether there is anything to look at: told in far less time than what it is."""
    return any(sign in text for sign in _SIGNS) or _IN_CAPITALS.search(text) is not None


def _exclamation(words: str, *, is_allowed: bool) -> re.Match[str] | None:
    if not any(mark in words for mark in _EXCLAMATIONS):
        return None
    quoted = [match.span() for match in _QUOTED.finditer(words)]
    for match in _EXCLAMATION.finditer(words):
        mark = match.end() - 1
        is_one = not _RUN.search(match[0])
        may_stand = is_allowed or any(start <= mark <= end for start, end in quoted)
        if not (is_one and may_stand):
            return match
    return None


def _is_shouted(run: re.Match[str], text: str, known: frozenset[str]) -> bool:
    every = _WORD.findall(run[0])
    words = [word for word in every if word not in known and not is_roman(word)]
    if is_a_name(run) or all(is_a_code(word, run) for word in words):
        return False
    if len(every) > 2 and any(word in ORDINARY for word in every):
        return True
    if any(is_an_ordinary_word(word, text) for word in words):
        return True
    return any(map(_is_long, words)) or (len(words) > 2 and sum(map(len, words)) > 12)


def _is_long(word: str) -> bool:
    return len(word) >= _LONG + 2 or (len(word) >= _LONG and _ENDS_A_WORD.search(word) is not None)
