"""``newsroom new post``: both language files of a post, with an id, held back until someone releases it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from newsroom.commands.check import sound_newsroom
from newsroom.commands.instants import aware
from newsroom.errors import Refused
from newsroom.model.language import LANGUAGES, Language, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import AUDIENCES, POST_TYPES, PostType
from newsroom.reading.kinds import MAXIMUM_SLUG, is_slug
from newsroom.rules.unfinished import placeholder

IDENTITY_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's Base32, small: no i, l, o or u, which are misread (https://www.crockford.com/base32.html)."""
IDENTITY_LENGTH: Final = 12
"""Sixty bits: among 100,000 posts the chance that two agree is one in 200 million."""

Choose = Callable[[str], str]

_TITLES: Final[dict[Language, str]] = {"ar": placeholder("العنوان بالعربية"), "en": placeholder("the title in English")}
_SUMMARIES: Final[dict[Language, str]] = {
    "ar": placeholder("جملة أو جملتان للقوائم والخلاصات"),
    "en": placeholder("one or two sentences for lists and feeds"),
}
_BODIES: Final[dict[Language, str]] = {"ar": placeholder("النص"), "en": placeholder("the text")}


def new_post(
    root: Path,
    title: str,
    *,
    post_type: PostType,
    author: str | None,
    slug: str | None,
    now: datetime.datetime,
    choose: Choose,
) -> tuple[Path, ...]:
    """Write the files of a new post, and say which. ``choose`` picks one character of an alphabet at random.

    The title's language is told by its letters. Raises :class:`Refused` where the folder is there already, or where
    there is no such author.
    """
    newsroom = sound_newsroom(root)
    identity = new_identity(choose)
    here = aware(now, newsroom).astimezone(newsroom.timezone)
    name = slug or _slug(title) or f"{post_type}-{identity[:6]}"
    if not is_slug(name):
        raise Refused(
            f'"{name}" cannot be an address; use small Latin letters, digits and hyphens',
            f"«{name}» لا يصلح عنوانًا؛ استعمل حروفًا لاتينية صغيرة وأرقامًا وشرطات",
        )
    folder = root / "content" / "posts" / str(here.year) / name
    shared = _shared(newsroom, post_type, _author(newsroom, author), identity, here)
    return _write(folder, {language: _file(newsroom, language, title, shared) for language in LANGUAGES})


def new_identity(choose: Choose) -> str:
    """The permanent identity of a post that begins now."""
    return "".join(choose(IDENTITY_ALPHABET) for _ in range(IDENTITY_LENGTH))


def _slug(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", title.lower()) if title.isascii() else []
    slug = "-".join(words)[:MAXIMUM_SLUG]
    return slug.rpartition("-")[0] if len("-".join(words)) > MAXIMUM_SLUG and "-" in slug else slug


def _author(newsroom: Newsroom, wanted: str | None) -> str:
    known = sorted(newsroom.executives)
    if wanted is None and known:
        return known[0]
    if wanted in known:
        return str(wanted)
    names = ", ".join(known) or "content/executives/…"
    raise Refused(
        f'there is no executive "{wanted}"; choose from: {names}', f"لا مسؤول باسم «{wanted}»؛ اختر من: {names}"
    )


def _shared(newsroom: Newsroom, post_type: PostType, author: str, identity: str, here: datetime.datetime) -> str:
    """The shared keys, each with the other values it could have: whoever writes sees what there is to choose from."""
    contacts = [contact.key for contact in newsroom.contacts]
    topics = list(newsroom.topics)
    lines = (
        ("id", identity, ()),
        ("type", post_type, POST_TYPES),
        ("date", here.strftime("%Y-%m-%dT%H:%M"), ()),
        ("pubstatus", "withheld", ()),
        ("author", author, sorted(newsroom.executives)),
        ("contact", contacts[0], contacts),
        ("topics", f"[{topics[0]}]", topics),
        ("audiences", "[media]", AUDIENCES),
    )
    return "".join(_line(key, value, choices) for key, value, choices in lines)


def _line(key: str, value: str, choices: Sequence[str]) -> str:
    others = [choice for choice in choices if choice != value.strip("[]")]
    return f"{key}: {value}{'  # ' + ', '.join(others) if others else ''}\n"


def _file(newsroom: Newsroom, language: Language, title: str, shared: str) -> str:
    own = title if language == _language_of(title) else _TITLES[language]
    # A JSON string is a YAML string too, whatever signs a title holds.
    title, summary = (json.dumps(words, ensure_ascii=False) for words in (own, _SUMMARIES[language]))
    words = f"title: {title}\nsummary: {summary}\n"
    return f"---\n{shared if language == newsroom.lead else ''}{words}---\n\n{_BODIES[language]}\n"


def _language_of(title: str) -> Language:
    arabic: Language = "ar"
    return arabic if re.search(r"[\u0621-\u064a]", title) else other(arabic)


def _write(folder: Path, files: dict[Language, str]) -> tuple[Path, ...]:
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise Refused(
            f"{folder} is there already; choose another --slug", f"المجلد {folder} موجود؛ اختر اسمًا آخر بالخيار --slug"
        ) from None
    written = []
    for language, text in files.items():
        path = folder / f"index.{language}.md"
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
