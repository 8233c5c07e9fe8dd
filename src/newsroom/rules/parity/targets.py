"""Where a text points: links, pictures and values, each by a name that is the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from newsroom.model.language import Language
from newsroom.model.text import Mention
from newsroom.prose.links import content_path, is_internal, without_code
from newsroom.prose.values import SCHEME
from newsroom.reading.wording import Wording
from newsroom.rules.texts import Text

TargetKind = Literal["link", "illustration"]

_TONGUE: Final = re.compile(r"(?<![a-z0-9])(?:ar|en|arabic|english)(?:[-_][a-z]{2})?(?![a-z0-9])")
_HOST: Final = re.compile(r"https?://[^/]*")
_PICTURE: Final = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|ya?ml)$")
_PLAIN: Final = re.compile(
    r"(?<!\]\()(?<![\[\"'=\w/])(?:https?://(?:\([^\s()]*\)|[^\s<>()\[\]«»\"'“”،؛])+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_ENDING: Final = ".,;:!?؟"


@dataclass(frozen=True, slots=True)
class Target:
    """What is pointed to: ``name`` is the same in both languages, ``written`` is as the author wrote it."""

    kind: TargetKind
    name: str
    written: str
    line: int


def targets(text: Text, wording: Wording) -> Iterator[Target]:
    """Everything that a text points to, with its line in the file."""
    for mention in text.body.mentions:
        if not mention.target.startswith("#"):
            yield _of_mention(mention, text.path, wording)
    body = without_code(wording.document.body)
    for match in _PLAIN.finditer(body) if "://" in body or "@" in body else ():
        line = wording.document.line_of_body(body.count("\n", 0, match.start()) + 1)
        written = match[0].rstrip(_ENDING)
        yield Target("link", _without_tongue(written), written, line)


def _of_mention(mention: Mention, source: str, wording: Wording) -> Target:
    line, target = wording.document.line_of_body(mention.line), mention.target
    if target.startswith(SCHEME):
        return Target("illustration", target, target.removeprefix(SCHEME), line)
    inside = is_internal(target)
    name = _without_tongue(content_path(target, source) if inside else target)
    return Target("illustration" if inside and _PICTURE.search(name) else "link", name, target, line)


def _without_tongue(target: str) -> str:
    """An address without its fragment and closing slash.

    Of one that tells its language, only its host: an encyclopaedia's article has another name in each language.
    """
    address = target.lower().removeprefix("mailto:").partition("#")[0].rstrip("/")
    if not _TONGUE.search(address):
        return address
    host = _HOST.match(address)
    return _TONGUE.sub("", host[0]).replace("//.", "//") if host else _TONGUE.sub("*", address)


def missing(kind: TargetKind, mine: list[Target], others: list[Target]) -> Iterator[Target]:
    """What one text points to and the other does not, once each."""
    told = {target.name for target in others}
    for target in mine:
        if target.kind == kind and target.name not in told:
            told.add(target.name)
            yield target


def language_pairs() -> tuple[tuple[Language, Language], ...]:
    """Each language with the other."""
    return ("ar", "en"), ("en", "ar")
