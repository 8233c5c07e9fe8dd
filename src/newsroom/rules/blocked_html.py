"""A text holds HTML that feeds do not carry and that the site's Content-Security-Policy does not let through.

Readers would get nothing in its place: feed readers drop scripts, frames, forms and styles, and the site sends a
policy under which browsers do the same, and load no picture from another host. Bad: ``<p style="color: red">``,
``<iframe src="https://video.example/1">``, ``![chart](https://cdn.example/chart.png)``. Good: Markdown for emphasis; a
link to the film; the picture's file in the folder of the post, as ``![chart](chart.png)``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.prose.links import without_code
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

RULE: Final = Rule(
    "NR507",
    "warning",
    what=Localized(
        "لا يصل {found} إلى القارئ، فلا تحمله الخلاصات وتمنعه سياسة أمان الموقع",
        "{found} does not reach readers: feeds drop it, and the site's security policy blocks it",
    ),
    mend=Localized(
        "احذفه، واكتب رابطًا مكانه؛ وضع ملف الصورة بجوار النص",
        "delete it, and write a link in its place; put a picture's file beside the text",
    ),
)

BLOCKED: Final = frozenset({"script", "style", "iframe", "frame", "object", "embed", "applet", "form", "base", "meta"})
"""Elements that feed readers take out, after https://validator.w3.org/feed/docs/warning/SecurityRisk.html, and those
that the policy forbids."""

_VALUE: Final = r"(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\s\"'<>]+)"
_TAG: Final = re.compile(rf"<([a-zA-Z][\w-]*)((?:[^<>\"']++|{_VALUE}){{0,200}}+)>")
_ATTRIBUTE: Final = re.compile(rf"([a-zA-Z][\w:-]{{0,80}})\s*=\s*({_VALUE})")
_LIST: Final = re.compile(r"\{:?([^{}\n]{0,2000})\}")
"""Attributes in Markdown (https://python-markdown.github.io/extensions/attr_list/)."""
_PICTURE: Final = re.compile(
    r"!\[(?P<words>[^\]\n]{0,1000})\](?:\(\s*<?(?P<target>[^\s)>]+)|\[(?P<name>[^\]\n]{0,200})\])"
)
_DEFINITION: Final = re.compile(r"^ {0,3}\[([^\]\n]{1,200})\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
_LOADED: Final = frozenset({"src", "srcset", "poster"})
_ELSEWHERE: Final = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:  # noqa: ARG001
    """Everything in a text that will not be seen, once a line."""
    for document in documents.values():
        prose = without_code(document.body)
        for line, what in sorted({(prose.count("\n", 0, place), what) for place, what in _blocked(prose)}):
            yield Problem(RULE, document.name, document.line_of_body(line + 1), {"found": what})


def _blocked(prose: str) -> Iterator[tuple[int, str]]:
    """Where a text holds what, as a letter's number and the words that stand there."""
    if "<" in prose:
        yield from _in_tags(prose)
    if "{" in prose:
        for attributes in _LIST.finditer(prose):
            yield from ((attributes.start(), name) for name in _inline_code(attributes[1]))
    if "![" in prose:
        yield from _pictures(prose)


def _in_tags(prose: str) -> Iterator[tuple[int, str]]:
    for tag in _TAG.finditer(prose):
        element = tag[1].lower()
        if element in BLOCKED:
            yield tag.start(), f"<{element}>"
            continue
        yield from ((tag.start(), name) for name in _inline_code(tag[2]))
        for name, value in _ATTRIBUTE.findall(tag[2]):
            address = html.unescape(value.strip("\"'"))
            if name.lower() in _LOADED and _ELSEWHERE.match(address):
                yield tag.start(), address


def _inline_code(attributes: str) -> Iterator[str]:
    """The attributes that hold a style or a script, as ``style=``."""
    for name, _ in _ATTRIBUTE.findall(attributes):
        if name.lower() == "style" or name.lower().startswith("on"):
            yield f"{name.lower()}="


def _pictures(prose: str) -> Iterator[tuple[int, str]]:
    """Markdown pictures from other hosts; the address may stand apart."""
    targets = {name.casefold(): target for name, target in _DEFINITION.findall(prose)}
    for picture in _PICTURE.finditer(prose):
        name = picture["name"] or picture["words"]
        target = picture["target"] or targets.get(name.casefold(), "")
        if _ELSEWHERE.match(target):
            yield picture.start(), target
