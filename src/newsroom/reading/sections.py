"""The sections that more than one of a newsroom's files may have."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema

from newsroom.model.language import Localized
from newsroom.reading.kinds import Day, HttpsLink, Key, Meaning, Words


class Section(BaseModel):
    """A mapping of keys, none of them unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=False)


class BothWords(Section):
    """A text in both languages."""

    ar: Annotated[Words, Meaning("The text in Arabic.", "النص بالعربية.")]
    en: Annotated[Words, Meaning("The text in English.", "النص بالإنجليزية.")]


def both(words: BothWords | None) -> Localized[str]:
    """A text in both languages, empty where it was left out."""
    return Localized(words.ar, words.en) if words else Localized("", "")


class SomeWords(Section):
    """A text in each language in which the post exists."""

    ar: Annotated[Words | None, Meaning("The text in Arabic.", "النص بالعربية.")] = None
    en: Annotated[Words | None, Meaning("The text in English.", "النص بالإنجليزية.")] = None


def _same_in_both(value: Any) -> Any:
    return {"ar": value, "en": value} if isinstance(value, str) else value


def _or_one(*required: str) -> WithJsonSchema:
    """The schema of a text in each language, or one that serves all of them."""
    texts: dict[str, Any] = {"properties": {"ar": {"type": "string"}, "en": {"type": "string"}}}
    texts |= {"required": list(required)} if required else {}
    return WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "object", **texts, "additionalProperties": False}]})


SomeUnit = Annotated[SomeWords, BeforeValidator(_same_in_both), _or_one()]
"""A unit in each language in which the post exists, or one that serves all of them, such as ``%``."""
BothUnit = Annotated[BothWords, BeforeValidator(_same_in_both), _or_one("ar", "en")]
"""A unit in both languages, or one that serves both."""


class AccountSection(Section):
    """An official account."""

    network: Annotated[
        Key, Meaning("The network: mastodon, x, linkedin, youtube …", "الشبكة: mastodon أو x أو linkedin أو youtube …")
    ]
    handle: Annotated[Words, Meaning("The account's name there.", "اسم الحساب فيها.")]
    link: Annotated[HttpsLink, Meaning("The account's address.", "رابط الحساب.")]
    since: Annotated[
        Day,
        Meaning(
            "The day from which it speaks for its holder; before it, the account is not shown.",
            "اليوم الذي يبدأ فيه التحدث باسم صاحبه؛ ولا يظهر قبله.",
        ),
    ]
