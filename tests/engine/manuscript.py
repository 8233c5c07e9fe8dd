"""A small newsroom on paper: what each of its files says, to be changed at will and laid out wherever it is wanted."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image

from tests.samples import (
    NO_EDITOR,
    Tree,
    both,
    configuration,
    executive,
    figure,
    picture,
    plan,
    point,
    post,
    restatement,
    words,
)

LANGUAGES: Final = ("ar", "en")
DATES: Final = ("2026-01-15T09:00", "2026-01-16T09:00", "2026-02-01T08:30", "2026-05-31T23:30", "2027-02-01T08:00")
RESTATED: Final = ("", "2026-02-10T09:00", "2026-08-01T09:00")
"""When a value was restated, if it was: before and after the corrections of :data:`FACTS`."""
TITLES: Final = ("نتائج الربع +8.4%", "HTML عنوان", "A <title> & more", "Results, 2026–2027", "خبر " * 40)
"""The last is too long, which is warned of."""
PIECES: Final = (
    "نمو بنسبة 8.4% في 2026–2027، هاتف +968 2400 0000.",
    "Words with *stress*, `code` and AT&T.",
    "## Part\n\nUnder it.",
    "## جزء {#part}\n\nتحته.",
    "A note[^1].\n\n[^1]: It says [one](@1#part).",
    "The HTML page.\n\n*[HTML]: a language",
    "| a | b |\n|---|--:|\n| 1 | ٢ |",
    "[one](@1) and [two](@2)",
    "[three](@3#part), [four](@4#part) and [five](@5#nowhere)",
    "[six](@6#part)",
    "[here](#part) and [nowhere](#nothing)",
    "![chart](@chart.png)",
    "[report](@report.pdf)",
    "[who](../../../executives/salim/index.{language}.md#part)",
    "[about](../../../pages/about/index.{language}.md#part)",
    "[odd](https://a.example/){: href='../elsewhere.md' }",
    "It was {{results.revenue.q1}}.",
    "> quoted\n\n1. first\n2. second <b id='raw'>bold</b>",
    "# Top",
)
"""What texts are made of. ``@3`` stands for the file of the third post, ``@chart.png`` for one beside the text; where
these are not there, the link leads nowhere in its own page."""
FACTS: Final = (
    {"type": "results"},
    {"type": "speech", "audiences": ["shareholders"]},
    {"author": "huda"},
    {"topics": ["results", "ports"]},
    {"topics": ["results"]},
    {"audiences": ["media", "employees"]},
    {"objective": "informed-shareholders"},
    {"contact": "other-desk"},
    {"hero": picture()},
    {"hero": picture(alt=both("غيره", "another"))},
    {"corrections": [{"date": "2026-02-20T09:00", "text": both("تصويب", "mended")}]},
    {"evidence": [
        {"kind": "figure", "label": both("نمو", "Growth"), "source": both("تقرير", "Report"), "date": "2026-01-01",
         "value": 8.4, "unit": both("٪", "%")}
    ]},
    {"evidence": [{"kind": "figure", "label": both("الإيراد", "Revenue"), "figure": "results.revenue.q1"}]},
)  # fmt: skip
"""Shared keys of a post, to be set and to be dropped again."""
CONFIGURATIONS: Final[tuple[Tree, ...]] = (
    {"address": "https://other.example/newsroom/"},
    {"posts_per_page": 1},
    {"posts_per_page": 2},
    {"timezone": "Europe/London"},
    {"topics": {"results": both("نتائج أخرى", "Other results"), "ports": both("الموانئ", "Ports")}},
    {"organization": configuration()["organization"] | {"name": both("شركة أخرى", "Another <company>")}},
    {"organization": configuration()["organization"] | {"boilerplate": both("نبذة أخرى", "Another")}},
)
EXTENSIONS: Final[tuple[Tree, ...]] = (
    {"admonition": {}},
    {"smarty": {}},
    {"footnotes": {"BACKLINK_TEXT": "^"}},
    {"toc": {"permalink": True}},
)
WARNINGS: Final = ({"links": {"anchors": "warn", "not_found": "warn"}}, {"links": {"anchors": "warn"}}, {})
OVERRIDDEN: Final = ("post.html", "plain.html", "assets/own.css", "partials/pager.html")
"""Files of the theme that the newsroom's own takes the place of."""
OVERRIDE: Final = '{% extends "base.html" %}\n{% block main %}<p>MARK {{ page.title }}</p>{{ content }}{% endblock %}\n'
_OWN_LINK: Final = re.compile(r"\(@([^)#]+)(#[^)]*)?\)")


def picture_bytes(shade: int) -> bytes:
    """A picture; those of all shades are of one size, in pixels and in bytes."""
    buffer = io.BytesIO()
    Image.new("RGB", (400, 400), (shade, 85, 99)).save(buffer, "PNG", compress_level=0)
    return buffer.getvalue()


@dataclass
class Draft:
    """A post as its author has it; ``shown`` are the languages in which it exists."""

    number: int
    date: str = DATES[0]
    embargoed: str = ""
    pubstatus: str = "usable"
    facts: Tree = field(default_factory=dict)
    shown: tuple[str, ...] = LANGUAGES
    words: dict[str, Tree] = field(default_factory=lambda: {language: {} for language in LANGUAGES})
    pieces: dict[str, list[str]] = field(default_factory=lambda: {language: ["Text."] for language in LANGUAGES})
    files: dict[str, bytes] = field(default_factory=dict)
    name: str = ""

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.name or f"post-{self.number}"

    def keys(self) -> Tree:
        """What both languages share."""
        tree = {key: value for key, value in post(self.number).items() if key not in {"title", "summary"}}
        tree |= {"date": self.date} | self.facts
        if self.embargoed:
            tree |= {"embargoed": self.embargoed}
        if self.pubstatus != "usable":
            tree |= {"pubstatus": self.pubstatus}
        if self.pubstatus == "canceled":
            tree |= {"withdrawal": {"date": "2026-02-20T09:00", "reason": both("سبب", "reason")}}
        return tree


@dataclass
class Manuscript:
    """The whole newsroom."""

    drafts: dict[int, Draft] = field(default_factory=lambda: {number: Draft(number) for number in (1, 2)})
    lead: str = "ar"
    digits: str = "arab"
    changes: Tree = field(default_factory=dict)
    extensions: Tree = field(default_factory=dict)
    validation: Tree = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=lambda: {"assets/own.css": "p { color: #000 }"})
    objective: str = "Trust"
    people: dict[str, str] = field(default_factory=lambda: {"salim": "سيرة.", "huda": "سيرة."})
    about: str = "Text."
    revenue: float = 20.7
    restated: str = ""
    """The instant at which revenue was restated, if any."""
    broken: str = ""
    """A file with a fault in its front matter, if any."""

    def files(self) -> dict[str, bytes]:
        """Every file, by its path below the newsroom's folder."""
        files = {
            "newsroom.yml": _yaml(self._configuration()),
            "plan.yml": _yaml(plan(objectives=[plan()["objectives"][0] | {"purpose": both("ثقة", self.objective)}])),
            "mkdocs.yml": _yaml(self._engine()),
            "content/figures/results.yml": _yaml(self._figure()),
            "content/media/logo.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        }
        files |= {f"theme/{path}": text.encode() for path, text in self.theme.items()}
        for key, life in self.people.items():
            files[f"content/executives/{key}/index.{self.lead}.md"] = _text(executive(), f"## Part\n\n{life}")
        for language in LANGUAGES:
            page = {"title": f"About {language}", "summary": "Who we are."}
            files[f"content/pages/about/index.{language}.md"] = _text(page, self.about)
        for draft in self.drafts.values():
            files |= self._files_of(draft)
        if self.broken:
            files[self.broken] = files[self.broken].replace(b"title:", b"title: [", 1)
        return files

    def _figure(self) -> Tree:
        changes = [restatement(date=self.restated)] if self.restated else []
        return figure(points=[point("q1", "2026-01-10T08:00", restated=changes, revenue=self.revenue)])

    def _configuration(self) -> Tree:
        tree = configuration(rules=NO_EDITOR, **self.changes)
        tree["languages"] = tree["languages"] | {"lead": self.lead, "ar": {"locale": "ar_OM", "digits": self.digits}}
        return tree | {"contacts": [*tree["contacts"], tree["contacts"][0] | {"key": "other-desk"}]}

    def _engine(self) -> Tree:
        tree = {"site_name": "Newsroom", "docs_dir": "content/pages", "plugins": ["newsroom"]}
        tree |= {"theme": {"name": "newsroom", "custom_dir": "theme"}}
        extensions = [{name: options} for name, options in self.extensions.items()]
        return tree | {"markdown_extensions": extensions, "validation": self.validation}

    def _files_of(self, draft: Draft) -> dict[str, bytes]:
        folder = f"content/posts/2026/{draft.slug}"
        files = {f"{folder}/{name}": data for name, data in draft.files.items()}
        lead = self.lead if self.lead in draft.shown else draft.shown[0]
        for language in draft.shown:
            keys = words(draft.number) | draft.words[language]
            body = "\n\n".join(self._resolved(piece, draft, language) for piece in draft.pieces[language])
            files[f"{folder}/index.{language}.md"] = _text((draft.keys() if language == lead else {}) | keys, body)
        return files

    def _resolved(self, piece: str, draft: Draft, language: str) -> str:
        def address(match: re.Match[str]) -> str:
            target, anchor = match[1], match[2] or ""
            if target in draft.files:
                return f"({target})"
            there = self.drafts.get(int(target)) if target.isdigit() else None
            return f"(../{there.slug}/index.{there.shown[0]}.md{anchor})" if there else "(#gone)"

        return _OWN_LINK.sub(address, piece).replace("{language}", self.lead)


def lay(files: Mapping[str, bytes], root: Path, *, quietly: bool = False) -> None:
    """Make a folder's sources these files, writing only what differs; ``quietly`` leaves a file's time as it was."""
    for name in ("content", "theme"):
        for path in sorted((root / name).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
            elif path.is_file() and path.relative_to(root).as_posix() not in files:
                path.unlink()
    for name, data in files.items():
        _write(root / name, data, quietly=quietly)


def _write(path: Path, data: bytes, *, quietly: bool) -> None:
    before = path.stat() if path.is_file() else None
    if before and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if before and quietly:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def clone(source: Path, target: Path, *, without: tuple[str, ...]) -> None:
    """A copy in which every file has a new time."""
    shutil.copytree(
        source, target, copy_function=shutil.copyfile, ignore=lambda _, names: set(without) & set(names), symlinks=True
    )


def _yaml(tree: Tree) -> bytes:
    """A mapping, a key a line: its values as JSON, which is YAML."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in tree.items()).encode()


def _text(front_matter: Tree, body: str) -> bytes:
    return b"---\n" + _yaml(front_matter) + f"---\n\n{body}\n".encode()
