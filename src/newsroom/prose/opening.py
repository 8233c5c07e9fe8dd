"""The beginning of a text in plain words, as long as a reader of feeds wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

_HOLD_PARAGRAPHS: Final = frozenset({"body", "div", "section", "article"})
_STOP: Final = re.compile(r"[.؟!?…]+[»”’\"')\]]*(?=\s)")
_SHORT: Final = re.compile(r"[A-Z][a-z]{0,2}|[^\W\d_]")
_GOES_ON: Final = re.compile(r"\s+[a-z]")
_ENDED: Final = re.compile(r"[.؟!?…][»”’\"')\]]*$")
_SAID: Final = etree.XPath(
    ".//text()[not(ancestor::sup[a] or ancestor::script or ancestor::style)]", smart_strings=False
)
"""The words of a paragraph, without its references to footnotes."""

_UNFINISHED: Final = (":", "،", ",", "؛", ";", "–", "—")
"""What is at the end of words that announce a list or a table, or greet, and are no sentence alone."""


def summary(first: str, text: etree._Element, at_least: int) -> str:
    """Plain words that begin with ``first``, then whole sentences of a text until there are ``at_least`` letters.

    Where it cannot be said whether a sentence ends, it is taken to go on. Headings, lists, tables and footnotes
    are passed by, and with them the words that announce one of these.
    """
    said = " ".join(first.split())
    if len(said) >= at_least:
        return said
    for sentence in _sentences(text):
        if sentence in said or sentence.endswith(_UNFINISHED):
            continue
        joint = " " if not said or _ENDED.search(said) else ". "
        said = f"{said}{joint}{sentence}".strip()
        if len(said) >= at_least:
            break
    return said


def _sentences(text: etree._Element) -> Iterator[str]:
    for paragraph in text.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and parent.tag in _HOLD_PARAGRAPHS:
            yield from _split(_words(paragraph))


def _words(paragraph: etree._Element) -> str:
    """A paragraph's words; none if it is nothing but a link, for that leads to what is no text."""
    if len(paragraph) == 1 and paragraph[0].tag == "a" and not (paragraph.text or paragraph[0].tail or "").strip():
        return ""
    words: list[str] = _SAID(paragraph)
    return " ".join("".join(words).split())


def _split(text: str) -> Iterator[str]:
    """The sentences of a paragraph; its end is that of a sentence."""
    start = 0
    for stop in _STOP.finditer(text):
        if not _is_abbreviated(text[start : stop.end()]) and not _GOES_ON.match(text, stop.end()):
            yield text[start : stop.end()]
            start = stop.end() + 1
    if text[start:]:
        yield text[start:]


def _is_abbreviated(words: str) -> bool:
    """Whether the stop at the end may be part of the last word: «د.», "Dr.", "U.S.", "a.m."."""
    last = words.rsplit(" ", 1)[-1].lstrip("«“\"'([")
    if not last.endswith(".") or not last[-2:-1].isalpha():
        return False
    return "." in last[:-1] or _SHORT.fullmatch(last[:-1]) is not None
