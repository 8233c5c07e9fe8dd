"""What a new newsroom is asked: its names, its address, its clock, and whom to call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from pydantic import TypeAdapter, ValidationError

from newsroom.errors import Refused
from newsroom.model.language import Language, Localized
from newsroom.model.organization import OrganizationKind
from newsroom.reading.characters import find_suspect_characters
from newsroom.reading.findings import Findings
from newsroom.reading.kinds import Day, Email, HttpsLink, SiteAddress, Telephone, TimeZone, Words

PRESET_KINDS: Final[tuple[OrganizationKind, ...]] = get_args(OrganizationKind)
"""The kinds of organisation that a newsroom may be made for."""

Ask = Callable[[str], str | None]
"""Puts a question to a person, and gives what was typed; nothing where nobody can be asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked: the answer's name, the question, the kind of value, an example, and whose answer will do too."""

    name: str
    asks: Localized[str]
    kind: Any
    example: str
    instead: str = ""

    @property
    def option(self) -> str:
        """The option that answers it."""
        return f"--{self.name.replace('_', '-')}"


QUESTIONS: Final = (
    Question(
        "name_ar",
        Localized("اسم المؤسسة الكامل بالعربية", "the organisation's full name in Arabic"),
        Words,
        "شركة لُبان ش.م.ع.ع",
    ),
    Question(
        "name_en",
        Localized("اسم المؤسسة الكامل بالإنجليزية", "the organisation's full name in English"),
        Words,
        "Luban Company SAOG",
    ),
    Question(
        "short_name_ar",
        Localized("الاسم المختصر بالعربية", "its name as people say it, in Arabic"),
        Words,
        "لُبان",
        "name_ar",
    ),
    Question(
        "short_name_en",
        Localized("الاسم المختصر بالإنجليزية", "its name as people say it, in English"),
        Words,
        "Luban",
        "name_en",
    ),
    Question(
        "address",
        Localized("عنوان الموقع، وهو دائم", "the site's address, which stays for ever"),
        SiteAddress,
        "https://newsroom.luban.example/",
    ),
    Question(
        "website",
        Localized("عنوان موقع المؤسسة نفسها", "the address of the organisation's own site"),
        HttpsLink,
        "https://www.luban.example/",
        "address",
    ),
    Question("timezone", Localized("المنطقة الزمنية", "the time zone"), TimeZone, "Asia/Muscat"),
    Question(
        "email",
        Localized("بريد المكتب الإعلامي", "the media desk's e-mail address"),
        Email,
        "media@luban.example",
    ),
    Question(
        "telephone",
        Localized("هاتف المكتب الإعلامي", "the media desk's telephone"),
        Telephone,
        "+968 2400 0000",
    ),
    Question(
        "executive_ar",
        Localized("اسم الرئيس التنفيذي بالعربية", "the chief executive's name in Arabic"),
        Words,
        "سالم بن خلفان الحارثي",
    ),
    Question(
        "executive_en",
        Localized("اسم الرئيس التنفيذي بالإنجليزية", "the chief executive's name in English"),
        Words,
        "Salim Al Harthy",
    ),
    Question(
        "executive_since",
        Localized("أول يوم له في منصبه", "the chief executive's first day in office"),
        Day,
        "2022-03-01",
    ),
)


def answers(given: Mapping[str, str | None], language: Language, ask: Ask) -> dict[str, str]:
    """An answer to every question, by its name: what was given, else what a person says.

    A person is asked again until the answer fits. Raises :class:`Refused` where what was given does not fit, and
    where something is missing and nobody can be asked.
    """
    known: dict[str, str] = {}
    for question in QUESTIONS:
        value = given.get(question.name)
        known[question.name] = _asked(question, known, language, ask) if value is None else fitting(question, value)
    return known


def fitting(question: Question, value: str) -> str:
    """An answer as it will be written, in one line. Raises :class:`Refused` where it does not fit."""
    words = " ".join(value.split())
    findings = Findings()
    find_suspect_characters(words, question.option, findings)
    hidden = next((problem for problem in findings.problems if problem.is_error), None)
    if hidden:
        raise Refused(f"{question.option}: {hidden.what('en')}", f"{question.option}: {hidden.what('ar')}")
    try:
        TypeAdapter(question.kind).validate_python(words)
        words.encode()
    except (ValidationError, UnicodeEncodeError):
        raise Refused(
            f"{question.option}: {words!r} will not do; an example: {question.example}",
            f"{question.option}: القيمة {words!r} لا تصلح؛ مثال: {question.example}",
        ) from None
    return words


def _asked(question: Question, known: Mapping[str, str], language: Language, ask: Ask) -> str:
    default = known.get(question.instead, "")
    hint = default or question.example
    prompt = f"{question.asks[language]} [{hint}]: " if default else f"{question.asks[language]} ({hint}): "
    while True:
        value = ask(prompt)
        if value is None:
            return default or _unanswered(question)
        if not value.strip() and default:
            return default
        try:
            return fitting(question, value)
        except Refused as wrong:
            ask_again = wrong.sentence(language)
            prompt = f"{ask_again}\n{question.asks[language]}: "


def _unanswered(question: Question) -> str:
    raise Refused(
        f"{question.asks.en} is missing, and nobody can be asked here; say it with {question.option}, such as"
        f' {question.option} "{question.example}"',
        f"لم يُذكر: {question.asks.ar}، ولا يوجد هنا من يُسأل؛ اذكره بالخيار {question.option}، مثل"
        f' {question.option} "{question.example}"',
    )
