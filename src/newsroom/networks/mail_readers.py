"""The readers of a press list: their addresses stand in a file outside the repository, and nowhere else.

Elsewhere a reader is a keyed hash: whoever has the ledger and not the salt cannot even try out addresses on it.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from newsroom.errors import AccountUnusable
from newsroom.model.language import LANGUAGES, Language

_LENGTH: Final = 32
"""Hexadecimal digits of a hash that are kept: 128 bits."""
_ATOM: Final = r"[^\x00-\x20\x7f-\xa0()<>@,;:\\\"\[\].]+"
_LOCAL: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
"""What stands before the sign, in any script (https://www.rfc-editor.org/rfc/rfc6531#section-3.3), never quoted."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader in a language. ``part`` is the keyed hash, and ``line`` where the address stands in the file."""

    address: str = field(repr=False)
    language: Language
    part: str
    line: int


def read_readers(path: Path, salt: str) -> tuple[Reader, ...]:
    """The readers in a file of lines such as ``name@paper.example ar``, and of comments after ``#``.

    Raises :class:`AccountUnusable` where it cannot be used whole: a reader left out would notice nothing.
    """
    return tuple(_readers(_text(path), salt))


def sound_address(text: str) -> str | None:
    """An address in normal form, its domain in ASCII; nothing where it is none."""
    local, _, domain = unicodedata.normalize("NFC", text).rpartition("@")
    ascii_domain = _ascii(domain)
    return f"{local}@{ascii_domain}" if ascii_domain and _LOCAL.fullmatch(local) else None


def _text(path: Path) -> str:
    if not path.is_absolute() or any((folder / ".git").exists() for folder in path.resolve().parents):
        raise AccountUnusable(
            "addresses of readers are personal data: give the full path of a file outside any repository",
            "عناوين القراء بيانات شخصية: اكتب المسار كاملًا إلى ملف خارج أي مستودع",
        )
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        kind = type(error).__name__
        raise AccountUnusable(
            f"the list of readers cannot be read ({kind})", f"تعذرت قراءة قائمة القراء ({kind})"
        ) from None


def _readers(text: str, salt: str) -> Iterator[Reader]:
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.partition("#")[0].split()
        if words:
            yield _reader(words, number, salt)


def _reader(words: list[str], line: int, salt: str) -> Reader:
    address = sound_address(words[0])
    language = next((each for each in LANGUAGES if words[1:] == [each]), None)
    if not address or not language:
        raise AccountUnusable(
            f"the list of readers, line {line}: write an address and a language, such as name@paper.example ar",
            f"قائمة القراء، السطر {line}: اكتب عنوانًا ولغة، مثل name@paper.example ar",
        )
    return Reader(address, language, _hash(address, salt), line)


def _hash(address: str, salt: str) -> str:
    """The same for an address however its letters are cased: no server tells two readers apart by that."""
    return hmac.new(salt.encode(), address.casefold().encode(), "sha256").hexdigest()[:_LENGTH]


def _ascii(domain: str) -> str | None:
    # Loaded where a letter is sent: it takes longer than to find that nothing is due.
    import idna  # noqa: PLC0415

    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError:
        return None
