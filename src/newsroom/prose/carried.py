"""What may go with a text wherever it goes, and what becomes of all else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EVERYWHERE: Final = frozenset({"lang", "dir", "title"})
"""The attributes that every element may have."""

_PLAIN: Final = (
    "abbr", "address", "article", "aside", "b", "bdi", "bdo", "br", "caption", "cite", "code", "dd", "details", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i",
    "kbd", "mark", "p", "pre", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub",
    "summary", "sup", "table", "tbody", "tfoot", "thead", "tr", "u", "ul", "var",
)  # fmt: skip
_CELL: Final = frozenset({"colspan", "rowspan", "scope", "abbr"})
_CHANGE: Final = frozenset({"cite", "datetime"})

CARRIED: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(_PLAIN, frozenset[str]()),
    "a": frozenset({"href", "hreflang"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": _CHANGE,
    "img": frozenset({"src", "srcset", "sizes", "alt", "width", "height"}),
    "ins": _CHANGE,
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "td": _CELL,
    "th": _CELL,
    "time": frozenset({"datetime"}),
}
"""The elements that go with a text, with the attributes that each may have beside those that all may have.

The names are those of https://html.spec.whatwg.org/multipage/indices.html. No identities: two texts in one reader may
have the same, and links to them are links to the page.
"""

EMBEDDED: Final = ("iframe", "video", "audio", "object", "embed", "frame")
"""What shows something that stands at an address of its own, to which a link can lead."""

SEEN: Final = (
    *EMBEDDED, "script", "button", "input", "select", "textarea", "datalist", "canvas", "svg", "math", "map", "area",
    "meter", "progress", "applet", "dialog",
)  # fmt: skip
"""What can be seen on the page, or makes what can be seen there, and can be carried nowhere."""

UNSEEN: Final = ("style", "template", "head", "title", "link", "meta", "base", "param", "source", "track")
"""What nobody sees."""

BLOCKS: Final = frozenset({"form", "fieldset", "legend", "center", "main", "nav", "hgroup", "search", "menu", "dir"})
"""Elements that go, and whose words must not run into those around them."""
