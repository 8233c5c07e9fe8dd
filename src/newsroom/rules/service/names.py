"""Who a text speaks of: how often its people, and how often the organisation.

A person is an executive by name, somebody with a title before the name, or a chief by office alone. Names and offices
that stand together are one mention, and the first time that each person is quoted is none: a quotation needs its
speaker. The organisation is its names, *the company*, *we* and *our*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.organization import Organization
from newsroom.model.standards import Standards
from newsroom.prose.expressions import fold

_TITLES_AR: Final = (
    r"(?:السيدة?|الشيخة?|المهندسة?|الدكتورة?|د\.|م\.|معالي|سعادة|سمو|الاستاذة?|المكرمة?|الفاضلة?|القبطان)"
)
_TITLES_EN: Final = r"(?:mr|mrs|ms|dr|eng|engr|sheikha?|(?:his|her) (?:excellency|highness)|h\.?e|sir|captain|prof)\.?"
_OFFICES_AR: Final = (
    r"(?:معالي|سعادت|سمو|فضيلت|سيادت|فخامت)(?:ه|ها)|"
    r"(?:ال)?(?:رييسة? التنفيذية?|رييسة? مجلس (?:ال)?ادارة|مديرة? (?:ال)?عامة?|رييسنا|قايدنا|"
    r"رييسة? الشركة|رييسة? المجموعة)"
    r"(?: لل\w+(?: (?:و?ال|لل)\w+)?)?"
)
_OFFICES_EN: Final = (
    r"(?:(?:group |our |the )?(?:ceo|cfo|coo|chief [a-z]+(?: and [a-z]+)?(?: officer)?|managing director|"
    r"chair(?:man|woman|person)?(?: of the board)?|general manager|company president)"
    r"(?! of [a-z]+ (?:bank|ministry)))\b"
)
_NAME_PARTS_AR: Final = r"(?: (?:بن|بنت|ال|بو) \w+| \w+){0,4}?"
_OWN_AR: Final = (
    r"(?<!\w)[وفبل]?(?:ك)?(?:الشركة|شركتنا|المجموعة|مجموعتنا|الموسسة|موسستنا|نحن|لدينا|عندنا|بيننا|معنا|"
    r"(?<!مجلس )الادارة|\w{2,}(?:نا)(?<!هنا)(?<!لنا)|"
    r"(?<!رييس )(?<!رييسة )(?<!عضو )(?<!اعضاء )مجلس الادارة(?! \w*\bبن))(?!\w)"
)
_OWN_EN: Final = (
    r"(?<!\w)(?:the (?:company|group|firm|organi[sz]ation|(?<!of the )board)|we|us|our|ours|ourselves)(?!\w)"
)
_OURS_NOT: Final = frozenset(
    {"هنا", "انا", "بينا", "احيانا", "بيانا", "مكانا", "زمانا", "عدنا", "قانونا", "مجانا", "ضمانا"}
)
_GAP: Final = re.compile(r"[\s,،()\-–—:]{0,3}(?:(?:the|our|group|company's|\w+'s|of|at|لشركة|للشركة|في|شركة)\s+){0,2}$")
_SAID: Final = re.compile(
    r"(?:\b(?:said|says|added|adds|told|explained|noted|commented)\b)|"
    r"(?<!\w)[وف]?(?:قال|قالت|اضاف|اضافت|اكد|اكدت|اوضح|اوضحت|صرح|صرحت|ذكر|ذكرت|يقول|تقول|علق|علقت)(?!\w)"
)
_WORD: Final = re.compile(r"\w+")
_NEAR: Final = 28
"""Letters between a name and the verb that makes it a quotation's speaker."""


def people_in(passages: Iterable[str], language: Language, standards: Standards) -> int:
    """How often passages, whose letters are folded, speak of people."""
    names = tuple(standards.executives.values())
    person, bearers = _pattern_of_people(names, language), _bearers(names, language)
    quoted: set[str] = set()
    return sum(
        not _is_first_quotation(letters, found, bearers, quoted)
        for letters in passages
        for found in _apart(person, letters)
    )


def organization_in(passages: Iterable[str], language: Language, standards: Standards) -> int:
    """How often passages, whose letters are folded, speak of the organisation."""
    own = _pattern_of_organization(standards.organization, language)
    return sum(match[0].strip() not in _OURS_NOT for letters in passages for match in own.finditer(letters))


def _apart(pattern: re.Pattern[str], letters: str) -> Iterator[tuple[int, int]]:
    """The mentions of people; a name and an office that stand together are one."""
    last: tuple[int, int] | None = None
    for match in pattern.finditer(letters):
        if last and _GAP.fullmatch(letters, last[1], match.start()):
            last = last[0], match.end()
            continue
        if last:
            yield last
        last = match.span()
    if last:
        yield last


def _is_first_quotation(letters: str, found: tuple[int, int], bearers: Mapping[str, str], quoted: set[str]) -> bool:
    """Whether somebody is named as who says something, for the first time."""
    start, end = found
    around = letters[max(0, start - _NEAR) : start], letters[end : end + _NEAR]
    words = _WORD.findall(letters[start:end])
    known = (bearers.get(word) or bearers.get(word[1:]) for word in words)
    key = next((bearer for bearer in known if bearer), words[0])
    if key in quoted or not any(map(_SAID.search, around)):
        return False
    quoted.add(key)
    return True


@lru_cache(maxsize=8)
def _bearers(names: tuple[Localized[str], ...], language: Language) -> Mapping[str, str]:
    """Whose the first and the last part of a name are: the person's whole name."""
    parted = [(fold(name[language]).letters, fold(name[language]).letters.split()) for name in names]
    return {part: whole for whole, parts in parted for part in (*parts[:1], *parts[-1:])}


@lru_cache(maxsize=8)
def _pattern_of_people(names: tuple[Localized[str], ...], language: Language) -> re.Pattern[str]:
    ways = [way for name in names for way in _ways(fold(name[language]).letters, language)]
    if language == "ar":
        ways += [rf"{_TITLES_AR}(?: {_TITLES_AR})? \w+(?: (?:بن|بنت) \w+)?(?: ال\w+)?", _OFFICES_AR]
        return re.compile(rf"(?<!\w)[وفبلك]?(?:{'|'.join(ways)})(?!\w)")
    ways += [rf"{_TITLES_EN} [a-z]+(?: (?:bin|bint|al|el)[ -]?[a-z]+| al-?[a-z]+)*", _OFFICES_EN]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


def _ways(name: str, language: Language) -> Iterator[str]:
    """How a person may be named: in full, by the first and last name, by the last alone; in English by the first."""
    parts = [re.escape(part) for part in name.split()]
    if not parts:
        return
    if len(parts) == 1:
        yield parts[0]
        return
    family = 2 if language == "en" and parts[-2] in {"al", "el", "bin", "bint"} else 1
    last = "[ -]?".join(parts[-family:])
    between = _NAME_PARTS_AR if language == "ar" else r"(?: \w+){0,3}?"
    yield rf"{parts[0]}{between} {last}"
    yield last
    if language == "en":
        yield parts[0]


@lru_cache(maxsize=8)
def _pattern_of_organization(organization: Organization | None, language: Language) -> re.Pattern[str]:
    names = (organization.name[language], organization.short_name[language]) if organization else ()
    folded = [re.escape(fold(name).letters) for name in names if name]
    known = [rf"(?<!\w){'[وفبلك]?' if language == 'ar' else ''}(?:{'|'.join(folded)})(?!\w)"] if folded else []
    return re.compile("|".join([*known, _OWN_AR if language == "ar" else _OWN_EN]))
