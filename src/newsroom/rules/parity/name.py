"""A name stands in one language and not in the other, or is spelled otherwise there.

Names are what readers search for and what journalists copy, so each executive and the organisation have one spelling
a language; and an abbreviation or a product's name in Latin letters that stands in the Arabic text must stand in the
English one. Of an executive the family name is enough. Bad: «سالم بن خلفان الحارثي» in Arabic, and in English "the
chief executive", or "Salem Alharthi" where the newsroom spells it "Salim Al Harthy"; «نظام WMS» beside "the warehouse
system". Good: "Salim Al Harthy"; "the WMS".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.languages.arabic_numerals import MARKS
from newsroom.model.language import Language, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.parity.disagreement import of_texts
from newsroom.rules.parity.facts import is_older
from newsroom.rules.parity.pairs import are_both
from newsroom.rules.parity.targets import language_pairs

RULE: Final = Rule(
    "NR337",
    "warning",
    what=Localized(
        "الاسم «{name}» في النص {text_ar}، ولا يقابله «{expected}» في النص {sibling_ar}",
        'the name "{name}" is in the {text_en} text, and "{expected}" is not in the {sibling_en} one',
    ),
    mend=Localized(
        "اذكر الاسم في النص {sibling_ar} كما تكتبه المؤسسة، أو احذفه من هذا النص",
        "give the name in the {sibling_en} text as the newsroom spells it, or take it out of this one",
    ),
    editorial=True,
)

_DROP: Final = re.compile(f"[{MARKS}]")
_BETWEEN: Final = re.compile(r"[\W_]+")
_BARE: Final = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
_LATIN: Final = re.compile(r"[A-Za-z](?<![A-Za-z0-9@#_./-].)(?:[A-Za-z0-9&+'’-]*[A-Za-z0-9+])(?![A-Za-z@])")
_SMALL_WORDS: Final = frozenset({"a", "an", "and", "the", "of", "for", "in", "to", "on", "by", "with", "at", "or"})


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every known name, and every name in Latin letters, that the other text lacks."""
    if not are_both(wordings):
        return
    spoken = {
        language: "\n".join(passage.text for passage in wording.passages) for language, wording in wordings.items()
    }
    for mine, other in language_pairs():
        if is_older(content, other):
            continue
        for known, expected in _known(mine, other, standards):
            if known in spoken[mine] and not _is_named(expected, spoken[other]):
                yield from _problem(known, expected, wordings[mine])
    if not is_older(content, "en"):
        yield from _latin_names(wordings)


def _is_named(name: str, text: str) -> bool:
    """Whether a text has a name, or the last part of it, by which a person is called again."""
    family_name = name.rsplit(maxsplit=1)[-1].removeprefix("ال")
    return family_name in text or _folded(family_name) in _folded(text)


def _known(mine: Language, other: Language, standards: Standards) -> Iterator[tuple[str, str]]:
    """Names in one language with what is expected in the other: in Arabic, a short name may be an ordinary word."""
    yield from ((name[mine], name[other]) for name in standards.executives.values())
    organization = standards.organization
    if organization:
        name = organization.name if mine == "ar" else organization.short_name
        yield name[mine], organization.short_name[other]


def _folded(words: str) -> str:
    """Words as they are compared: without vowel signs, hamza, hyphens and capitals."""
    return _BETWEEN.sub(" ", _DROP.sub("", words)).translate(_BARE).casefold().strip()


def _problem(name: str, expected: str, wording: Wording) -> Iterator[Problem]:
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") if name.isascii() else re.compile(re.escape(name))
    for passage in wording.passages:
        if match := whole.search(passage.text):
            values = {"name": name, "expected": expected} | of_texts(wording.language)
            yield Problem(RULE, wording.document.name, wording.line_of(passage, match.start()), values)
            return


def _latin_names(wordings: Wordings) -> Iterator[Problem]:
    """Names in Latin letters in the Arabic text that the English one lacks, once each."""
    arabic, english = wordings["ar"], wordings["en"]
    told: set[str] = set()
    there: str | None = None
    for passage, match in _latin(arabic):
        name = _squeezed(match[0])
        if name not in told:
            told.add(name)
            there = _squeezed(_everything(english)) if there is None else there
            if name not in there and not _is_of_initials(match[0], english):
                values = {"name": match[0], "expected": match[0]} | of_texts("ar")
                yield Problem(RULE, arabic.document.name, arabic.line_of(passage, match.start()), values)


def _latin(wording: Wording) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in wording.passages:
        if not passage.text.isascii():
            yield from ((passage, match) for match in _LATIN.finditer(passage.text))


def _everything(wording: Wording) -> str:
    """All that stands in a file, for a name may stand in code or in an address."""
    return f"{wording.document.front_matter} {wording.document.body}"


def _squeezed(words: str) -> str:
    return re.sub(r"[^a-z0-9+]", "", words.casefold())


def _is_of_initials(name: str, wording: Wording) -> bool:
    """Whether an abbreviation is written out there: KPI and *key performance indicators*."""
    letters = name.rstrip("s").casefold()
    if not name.rstrip("s").isupper():
        return False
    words = re.findall(r"[a-z]+", " ".join(passage.text for passage in wording.passages).casefold())
    return letters in "".join(word[0] for word in words if word not in _SMALL_WORDS)
