"""Bytes as texts: the letters that lie in them, whatever they were escaped or folded by.

All escapes are undone together, layer after layer, and a trace is looked for in what is left; how it lay is found out
afterwards, where one was found.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.proof.searching import MARKUP

LAYERS: Final = 4
"""Escapes within escapes: HTML in the XML of a feed in a string of JSON is three."""
IN_UTF_16: Final = Localized("بترميز UTF-16", "in UTF-16")

_TAG: Final = re.compile(r"(<[^<>]*>)")
_SECTION: Final = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->")
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_BACKSLASH: Final = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_ESCAPING: Final = ("\\", "&", "%", "<")
_WHITE: Final = {"n": "\n", "N": "\n", "r": "\n", "t": "\t", "f": "\n", "b": " "}
_FOLD: Final = re.compile(r"\r?\n[ \t]")
_CONTENT_LINES: Final = ("BEGIN:VCALENDAR", "BEGIN:VCARD")

_RUN: Final = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xbf\xc2\xd8-\xdb\xe2\xef]{6,}")
"""Bytes that UTF-8 has for both languages and marks between them; no trace is shorter."""
_HALVES: Final = re.compile(rb"[\x00\x06\x20]{6,}")
"""What UTF-16 has in every second byte for the same."""
_OF_WIDE: Final = (b"\0", b"\x06")
"""Bytes that UTF-16 has beside every letter of these, and UTF-8 beside none."""


def texts_in(data: bytes) -> Iterator[tuple[str, tuple[Localized[str], ...]]]:
    """The texts in some bytes, and the encoding of each where it is not the usual one.

    Of bytes that are no text in UTF-8, pictures say, the runs that might be.
    """
    try:
        yield data.decode(), ()
    except UnicodeDecodeError:
        yield b"\n".join(_RUN.findall(data)).decode("utf-8", "ignore"), ()
    if any(byte in data for byte in _OF_WIDE):
        wide = "\n".join(_in_wide_letters(data))
        if wide:
            yield wide, (IN_UTF_16,)


def _in_wide_letters(data: bytes) -> Iterator[str]:
    """The runs of letters of two bytes, whichever comes first, wherever they begin."""
    for start in (0, 1):
        for run in _HALVES.finditer(data[start::2]):
            first, last = start + 2 * run.start(), start + 2 * run.end()
            yield data[first:last].decode("utf-16-be", "ignore")
            yield data[max(first - 1, 0) : last - 1].decode("utf-16-le", "ignore")


def unescaped(text: str) -> Iterator[str]:
    """A text's words and, apart from these, what stands in its tags: without escapes, and again what lay in these."""
    waiting = [(piece, 1) for piece in _parted(text)]
    while waiting:
        before, layer = waiting.pop()
        after = before
        for escape in _ESCAPES.values():
            after = escape(after)
        if after == before or layer == LAYERS or not any(sign in after for sign in _ESCAPING):
            yield after
        else:
            waiting += [(piece, layer + 1) for piece in _parted(after)]


def how_it_lay(text: str, holds: Callable[[str], object]) -> tuple[Localized[str], ...]:
    """By which escapes something was hidden in a text that ``holds`` finds in it once they are undone."""
    if any(map(holds, _parted(text))):
        return ()
    for name, escape in _ESCAPES.items():
        if any(map(holds, _parted(escape(text)))):
            return (name,)
    return tuple(name for name, escape in _ESCAPES.items() if escape(text) != text)


def _without_folds(text: str) -> str:
    """A calendar or an address book with whole lines."""
    return _FOLD.sub("", text) if any(line in text for line in _CONTENT_LINES) else text


def _parted(text: str) -> tuple[str, ...]:
    if "<" not in text or ">" not in text:
        return (text,)
    if "<!" in text or "]]>" in text or "-->" in text:
        text = _SECTION.sub(MARKUP, text)
    pieces = _TAG.split(text)
    return MARKUP.join(pieces[::2]), "\n".join(pieces[1::2])


def _without_percents(text: str) -> str:
    return _PERCENT.sub(_bytes_of_percents, text) if "%" in text else text


def _bytes_of_percents(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "ignore")


def _without_entities(text: str) -> str:
    if "&" not in text:
        return text
    for entity, letter in _USUAL_ENTITIES:
        text = text.replace(entity, letter)
    return html.unescape(text) if "&" in text else text


def _without_backslashes(text: str) -> str:
    return _BACKSLASH.sub(_letter_of_backslash, text) if "\\" in text else text


def _letter_of_backslash(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else ""
    return _WHITE.get(match[3], match[3])


_USUAL_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#34;", '"'), ("&#39;", "'"))
"""Of these a feed has so many that to look each up would take most of the time."""
_ESCAPES: Final[dict[Localized[str], Callable[[str], str]]] = {
    Localized("بأسطر مطوية", "in folded lines"): _without_folds,
    Localized("بمحارف هروب", "with backslash escapes"): _without_backslashes,
    Localized("بترميز النسبة المئوية", "percent-encoded"): _without_percents,
    Localized("بكيانات HTML", "as HTML entities"): _without_entities,
}
"""In the order in which they are undone: a fold may part an escape."""
