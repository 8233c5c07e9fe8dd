"""A text opens an HTML element and does not close it, and readers lose what stands behind it.

Browsers take everything after ``<textarea>``, ``<title>`` or ``<script>`` for its content, up to the end tag: without
one that is the rest of the page, with what the site itself shows below the text. ``<plaintext>`` cannot be closed at
all, and a tag without its ``>`` takes in the words up to the next one. Bad: ``Fill in <textarea> and send it.`` Good:
``Fill in `<textarea>` and send it.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.prose.links import without_code
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

RULE: Final = Rule(
    "NR509",
    "error",
    what=Localized(
        "في النص {found} بلا نهاية، فيحجب ما بعده عن القارئ",
        "{found} is opened and never closed, and hides what follows from readers",
    ),
    mend=Localized(
        "احذفه أو أضف وسم نهايته؛ وإن كان مثالًا فاكتبه بين علامتي `",
        "delete it or add its end tag; if it is an example, write it between backticks",
    ),
)

_TEXT_ALONE: Final = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"}
)
"""Elements in which tags are mere words (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody)."""
_FOREIGN: Final = frozenset({"math", "svg"})
"""Elements that may be closed in their own tag, as ``<svg/>``."""
_HIDING: Final = frozenset({
    "audio", "canvas", "datalist", "details", "dialog", "meter", "object", "option", "progress", "rp", "select",
    "template", "video",
})  # fmt: skip
"""Elements whose content is not shown, or only to those who ask for it."""
_HOLDING: Final = frozenset({"applet", "marquee", "table"})
"""Elements that the end of the text's own container does not close: the rest of the page would stand in them."""
SWALLOWING: Final = _TEXT_ALONE | _FOREIGN | _HIDING | _HOLDING

_TAG: Final = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?:[^<>\"']++|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,200}+>"
)
_TORN: Final = re.compile(
    r"^ {0,3}(?P<first><[/!]?[a-zA-Z][\w-]*)(?=[\s/]|$)|(?P<quoting></?[a-zA-Z][\w-]*)(?=\s[^<>]*=\s*[\"'])",
    re.MULTILINE,
)
"""Where a tag may begin that has no end: at the start of a line, where Markdown leaves it as it is, or with a quotation
mark, which may be the only one. Anywhere else Markdown takes it for words."""
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_OPEN_COMMENT: Final = "<!--"


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:  # noqa: ARG001
    """Everything in a text that swallows what follows it, once a line."""
    for document in documents.values():
        prose = without_code(document.body)
        for line, what in sorted({(prose.count("\n", 0, place), what) for place, what in swallowing(prose)}):
            yield Problem(RULE, document.name, document.line_of_body(line + 1), {"found": what})


def swallowing(prose: str) -> Iterator[tuple[int, str]]:
    """Where a text without code begins what it does not end, as a letter's number and what stands there."""
    if "<" not in prose:
        return
    tags = _COMMENT.sub(_blank, prose)
    if _OPEN_COMMENT in tags:
        yield tags.index(_OPEN_COMMENT), _OPEN_COMMENT
    yield from ((place, f"<{name}>") for name, place in _open_elements(tags))
    for torn in _TORN.finditer(tags):
        begun = torn.lastgroup or ""
        if not _TAG.match(tags, torn.start(begun)):
            yield torn.start(begun), torn[begun]


def _blank(comment: re.Match[str]) -> str:
    """As many spaces and lines, so that every letter stays where it is."""
    return re.sub(r"[^\n]", " ", comment[0])


def _open_elements(prose: str) -> list[tuple[str, int]]:
    begun: list[tuple[str, int]] = []
    for tag in _TAG.finditer(prose):
        name, is_end = tag["name"].lower(), bool(tag["end"])
        if name not in SWALLOWING or (begun and _is_mere_words(begun[-1][0], name, is_end=is_end)):
            continue
        if is_end:
            _close(begun, name)
        elif name not in _FOREIGN or not tag[0].endswith("/>"):
            begun.append((name, tag.start()))
    return begun


def _is_mere_words(around: str, name: str, *, is_end: bool) -> bool:
    """Whether a tag within an element is none."""
    return around in _TEXT_ALONE and not (is_end and name == around != "plaintext")


def _close(begun: list[tuple[str, int]], name: str) -> None:
    """Take the innermost element of a name away; an end tag without one closes nothing."""
    last = next((each for each in reversed(begun) if each[0] == name), None)
    if last:
        begun.remove(last)
