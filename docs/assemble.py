"""Assemble the documentation as a newsroom: what lies in ``docs`` as plain pages, in the product's own theme.

``scripts/docs`` runs this and builds the newsroom that it writes to ``documentation/``. That folder is made of ``docs``
each time and committed nowhere. What the newsroom is besides its pages stands in ``docs/newsroom``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import yaml

from newsroom.model.language import LANGUAGES, Language, Localized

DOCS: Final = Path(__file__).resolve().parent
ASSEMBLED: Final = DOCS.parent / "documentation"
SETTINGS: Final = DOCS / "newsroom"
PAGES: Final = "content/pages"
TUTORIAL: Final = "begin"
"""Where the tutorial stands. Pages that belong to no other are listed by their slugs, and this one is to come first."""


class Kind(NamedTuple):
    """A kind of documents: the page that lists them, the folder below ``docs`` that holds them, how a slug begins."""

    slug: str
    folder: str
    prefix: str
    title: Localized[str]
    summary: Localized[str]


KINDS: Final = (
    Kind(
        "guides",
        "guides",
        "guide",
        Localized("الأدلة", "How-to guides"),
        Localized("لكل مهمة دليل: الكتابة والموافقة والحظر والتصويب والاستضافة.", "One guide for each task."),
    ),
    Kind(
        "reference",
        "reference",
        "reference",
        Localized("المرجع", "Reference"),
        Localized("كل أمر ومفتاح وقاعدة، من نص البرنامج نفسه.", "Every command, key and rule, from the code itself."),
    ),
    Kind(
        "why",
        "decisions",
        "decision",
        Localized("لماذا هو هكذا", "Why it is so"),
        Localized("ما تقرر في صنع البرنامج وسببه، بالإنجليزية.", "What was decided in making the program, and why."),
    ),
)
"""How-to guides, reference and explanation; the tutorial is one page and stands for itself."""

_FENCE: Final = re.compile(r"(^(?P<fence>```+|~~~+).*?^(?P=fence)$)", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"(?P<code>`+[^`]*`+)|!?\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]+)\)")
_TITLE: Final = re.compile(r"\A(?:<!--.*?-->\s*)?# (?P<title>.+)\n+(?:\[(?:English|العربية)\]\(.*\)\n+)?")
_LISTED: Final = re.compile(r"^- \[[^\]]*\]\((?P<file>[^)]+)\)(?:: (?P<summary>.+))?$", re.MULTILINE)
_DIRECTION: Final = re.compile(r'^(?:<div dir="rtl">|</div>)\n', re.MULTILINE)
"""What turns a table where Markdown is shown by others; our pages are turned as a whole."""
_RUN_IN: Final = re.compile(r"\A\*\*[^*]+\*\*\s")
"""A heading in the first line of a paragraph."""
_LONG: Final = 4
"""Headings from which a page begins with a list of them."""
_MARKUP: Final = re.compile(r"[`*]|</?code[^>]*>")
_SENTENCE: Final = re.compile(r".+?[.؟!](?=\s|$)", re.DOTALL)


class Document(NamedTuple):
    """A file of ``docs`` in one language: its path there and the slug of its page."""

    path: str
    slug: str
    language: Language

    @property
    def file(self) -> str:
        """The page's file in the newsroom."""
        return f"{PAGES}/{self.slug}/index.{self.language}.md"


def assembled() -> dict[str, bytes]:
    """Every file of the newsroom, by its path there."""
    settings = {path.relative_to(SETTINGS).as_posix(): path.read_bytes() for path in _files(SETTINGS)}
    return settings | dict(_lists()) | dict(_pages())


def main() -> None:
    """Write what has changed, and remove what is no longer made."""
    files = assembled()
    for old in _files(ASSEMBLED / "content"):
        if old.relative_to(ASSEMBLED).as_posix() not in files:
            old.unlink()
    for name, data in files.items():
        path = ASSEMBLED / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


@cache
def documents() -> Mapping[str, Document]:
    """Every document that becomes a page, by its path below ``docs``."""
    return {document.path: document for kind in KINDS for name in _names(kind) for document in _of(kind, name)}


def _of(kind: Kind, name: str) -> Iterator[Document]:
    """A document in each language in which it is there."""
    slug = TUTORIAL if name == "tutorial" else f"{kind.prefix}-{name}"
    for language in LANGUAGES:
        path = f"{kind.folder}/{name}{_suffix(language)}"
        if (DOCS / path).is_file():
            yield Document(path, slug, language)


def _names(kind: Kind) -> list[str]:
    """The documents of a kind: first those that its ``README.md`` lists, in that order, then all others."""
    listed = [Path(file).stem for file in _listed(kind, "en")]
    there = {path.name.partition(".")[0] for path in (DOCS / kind.folder).glob("*.md")} - {"README"}
    return [*(name for name in listed if name in there), *sorted(there.difference(listed))]


@cache
def _listed(kind: Kind, language: Language) -> Mapping[str, str]:
    """The files that the ``README`` of a folder lists, each with what it says of it."""
    path = DOCS / kind.folder / f"README{_suffix(language)}"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {match["file"]: match["summary"] or "" for match in _LISTED.finditer(text)}


def _lists() -> Iterator[tuple[str, bytes]]:
    """The page of each kind, which names its documents as its parts."""
    for kind in KINDS:
        slugs = dict.fromkeys(document.slug for name in _names(kind) for document in _of(kind, name))
        parts = [slug for slug in slugs if slug != TUTORIAL]
        for language in LANGUAGES:
            keys: dict[str, object] = {"title": kind.title[language], "summary": kind.summary[language]}
            shared = {"parts": parts} if language == "en" else {}
            yield Document("", kind.slug, language).file, _page(keys | shared, "")


def _pages() -> Iterator[tuple[str, bytes]]:
    for document in documents().values():
        text = (DOCS / document.path).read_text(encoding="utf-8")
        head = _TITLE.match(text)
        if head is None:
            raise ValueError(f"docs/{document.path} does not begin with its title")
        body = _contents(text) + rewritten(text[head.end() :], document)
        keys = {"title": _plain(head["title"]), "summary": _summary(document, text[head.end() :])}
        yield document.file, _page(keys, body)
        yield from _pictures(text, document)


def _pictures(text: str, document: Document) -> Iterator[tuple[str, bytes]]:
    """The pictures that a text shows, which lie beside its page."""
    for match in _LINK.finditer(_FENCE.sub("", text)):
        if match[0].startswith("!"):
            path = _target(document, match["target"])
            yield posixpath.join(posixpath.dirname(document.file), posixpath.basename(path)), (DOCS / path).read_bytes()


def _contents(text: str) -> str:
    """What makes Markdown list the headings of a long text."""
    return "[TOC]\n\n" if _FENCE.sub("", text).count("\n## ") >= _LONG else ""


def _summary(document: Document, text: str) -> str:
    """What the list of a folder says of a document, or the first sentence of its text."""
    folder, _, file = document.path.partition("/")
    kind = next(kind for kind in KINDS if kind.folder == folder)
    sentence = _SENTENCE.match(_plain(_RUN_IN.sub("", text, count=1)))
    return _listed(kind, document.language).get(file) or (sentence[0] if sentence else "")


def _plain(text: str) -> str:
    """The first paragraph of a text, without its markup, in one line."""
    paragraph = _LINK.sub(lambda match: match["code"] or match["text"], text.partition("\n\n")[0])
    return " ".join(_MARKUP.sub("", paragraph).split())


def rewritten(text: str, document: Document) -> str:
    """A text as a page carries it: what is in fences stays, and links lead to pages."""
    pieces = _FENCE.split(text)
    # Each fence is followed by the piece that names how it begins, which stands in it already.
    return "".join(
        piece if number % 3 else _LINK.sub(partial(_link, document), _DIRECTION.sub("", piece))
        for number, piece in enumerate(pieces)
        if number % 3 != 2
    )


def _link(document: Document, match: re.Match[str]) -> str:
    """A link as it leads on in the newsroom; what no page shows stays as words."""
    if match["code"]:
        return match["code"]
    parts = urlsplit(match["target"])
    if parts.scheme or not parts.path:
        return match[0]
    if match[0].startswith("!"):
        return f"![{match['text']}]({posixpath.basename(parts.path)})"
    there = _place(_target(document, parts.path), document.language)
    if not there:
        return match["text"]
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"[{match['text']}](../{there}{fragment})"


def _target(document: Document, path: str) -> str:
    """Where a link of a document leads, as a path below ``docs``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path))


def _place(target: str, language: Language) -> str:
    """Where a path below ``docs`` stands among the pages; empty where it does not."""
    lists = {kind.folder: kind.slug for kind in KINDS}
    folder = target.removesuffix(f"/README{_suffix(language)}")
    if folder in lists:
        return f"{lists[folder]}/index.{language}.md"
    known = documents().get(target)
    return known.file.removeprefix(f"{PAGES}/") if known else ""


def _page(keys: Mapping[str, object], body: str) -> bytes:
    head = yaml.safe_dump(dict(keys), allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n\n{body}".encode()


def _suffix(language: Language) -> str:
    return ".ar.md" if language == "ar" else ".md"


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


if __name__ == "__main__":
    main()
