"""The words: complete, in their own alphabet, and with the same gaps to fill in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from newsroom.languages import message_words, plan_words, words
from newsroom.languages.message_words import MessageWords
from newsroom.languages.plan_words import PlanWords
from newsroom.languages.words import NETWORKS, Plural, Words
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.post import AUDIENCES, POST_TYPES, EvidenceKind

SOURCE = Path(__file__).resolve().parents[2]
OWN_ALPHABET_EXEMPT = {"own_language_names", "networks"}


def texts(value: object) -> Iterator[str]:
    """Every text in a field, whether it is a text, a plural or a mapping."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Plural):
        yield from (getattr(value, form.name) for form in fields(value))
    elif isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from value


def shown(language: Language) -> Iterator[tuple[str, str]]:
    """Every field's name with each of its texts, of the site's words, of those of the plan and of messages."""
    for record in (words(language), plan_words(language), message_words(language)):
        for field in fields(record):
            for text in texts(getattr(record, field.name)):
                yield field.name, text


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_no_text_is_empty_in_either_language() -> None:
    assert not [name for language in LANGUAGES for name, text in shown(language) if not text.strip()]


def test_arabic_has_no_latin_letter_outside_braces() -> None:
    assert not [
        (name, text)
        for name, text in shown("ar")
        if name != "own_language_names" and re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text))
    ]


def test_english_has_no_arabic_letter() -> None:
    assert not [
        (name, text) for name, text in shown("en") if name not in OWN_ALPHABET_EXEMPT and re.search("[؀-ۿ]", text)
    ]


def test_arabic_has_no_latin_punctuation() -> None:
    assert not [(name, text) for name, text in shown("ar") if re.search('[,;?"]', text)]


def test_no_text_holds_an_invisible_character() -> None:
    invisible = "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]"
    assert not [(name, text) for language in LANGUAGES for name, text in shown(language) if re.search(invisible, text)]


@pytest.mark.parametrize(
    "spoken", [words, plan_words, message_words], ids=["of the site", "of the plan", "of messages"]
)
def test_both_languages_leave_the_same_gaps(spoken: Callable[[Language], Words | PlanWords | MessageWords]) -> None:
    arabic, english = spoken("ar"), spoken("en")
    names = [field.name for field in fields(arabic) if not isinstance(getattr(arabic, field.name), Plural)]
    assert {name: [gaps(text) for text in texts(getattr(arabic, name))] for name in names} == {
        name: [gaps(text) for text in texts(getattr(english, name))] for name in names
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("types", POST_TYPES),
        ("types_in_plural", POST_TYPES),
        ("audience_names", AUDIENCES),
        ("for_audience", AUDIENCES),
        ("evidence_kinds", get_args(EvidenceKind)),
        ("networks", NETWORKS),
        ("own_language_names", LANGUAGES),
        ("language_names", LANGUAGES),
    ],
)
def test_every_key_has_a_name(language: Language, name: str, keys: tuple[str, ...]) -> None:
    assert tuple(getattr(words(language), name)) == keys


def test_a_language_is_named_in_itself() -> None:
    assert words("en").own_language_names == words("ar").own_language_names == {"ar": "العربية", "en": "English"}


def test_members_are_joined_as_the_language_joins_them() -> None:
    assert words("ar").enumerate(("العربية", "الإنجليزية")) == "العربية والإنجليزية"
    assert words("en").enumerate(("Arabic", "English", "French")) == "Arabic, English and French"
    assert words("en").enumerate(("Arabic",)) == "Arabic"
    assert words("en").enumerate(()) == ""


def test_every_word_is_shown_somewhere() -> None:
    readers = [*(SOURCE / "src").rglob("*.py"), *(SOURCE / "themes").rglob("*.html")]
    shown = "\n".join(path.read_text(encoding="utf-8") for path in readers)
    known = (*fields(Words), *fields(PlanWords), *fields(MessageWords))
    assert [field.name for field in known if f".{field.name}" not in shown] == []
