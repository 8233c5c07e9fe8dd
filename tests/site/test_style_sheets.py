"""One style sheet serves both directions, so it may not know left from right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.site.tree import Tree

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PHYSICAL = re.compile(r"(?<![\w-])(?:[\w-]*-)?(?:left|right)(?:-[\w-]+)?(?![\w-])")
_FOUR_SIDES = re.compile(
    r"(?<![\w-])((?:margin|padding|inset|border-(?:width|style|color))\s*:[^;}]*|border-radius\s*:[^;}/]*)"
)
_VALUE = re.compile(r"(?:[\w-]*\((?:[^()]|\([^()]*\))*\)|[^\s()])+")
_COLOUR = re.compile(r":[^;{}]*(#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()")
PARTS = sorted((REPOSITORY / "themes/newsroom_theme/styles").glob("*.css"))
_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


def _physical(css: str) -> list[str]:
    """Whatever in a style sheet takes a side of its own: the names of sides, and four values that differ across."""
    bare = _COMMENT.sub("", css)
    found = _PHYSICAL.findall(bare)
    for declaration in _FOUR_SIDES.findall(bare):
        name, values = declaration.split(":", 1)
        each = _VALUE.findall(values.replace("!important", ""))
        if len(each) == 4 and not _alike_across(name, each):
            found.append(declaration)
    return found


def _alike_across(name: str, values: list[str]) -> bool:
    if "radius" in name:
        return values[0] == values[1] and values[2] == values[3]
    return values[1] == values[3]


@pytest.fixture(scope="module")
def ours(example_site: Path) -> str:
    return (example_site / "assets/newsroom.css").read_text("utf-8")


def test_our_style_sheet_knows_no_left_or_right(ours: str):
    assert _physical(ours) == []


@pytest.mark.parametrize(
    "css",
    [
        "a{margin-left:0}",
        "a{padding-right:0}",
        "a{border-left:0}",
        "a{border-top-left-radius:0}",
        "a{text-align:left}",
        "a{text-align: right;}",
        "a{float:left}",
        "a{clear:right}",
        "a{left:0}",
        "a{scroll-margin-left:0}",
        "a{background-position:left top}",
        "a{margin:0 1px 0 2px}",
        "a{inset:0 auto 0 0}",
        "a{border-radius:1px 0 0 1px}",
    ],
)
def test_the_search_for_sides_finds(css: str):
    assert _physical(css) != []


@pytest.mark.parametrize(
    "css",
    [
        "a{margin-inline-start:0;text-align:start;float:inline-end;inset-inline:0 1px}",
        "a{margin:0 1px 2px 1px;border-radius:1px 1px 0 0}",
        "a{margin:calc(1px * (2 + 3)) 0 0}",
        ".copyright-leftover{color:red}/* left */",
    ],
)
def test_the_search_for_sides_passes(css: str):
    assert _physical(css) == []


def test_style_sheets_fetch_files_of_the_site_alone(tree: Tree):
    fetched = [
        (path.parent / target).resolve()
        for path in tree.folder.rglob("*.css")
        for targets in _ADDRESS.findall(path.read_text("utf-8"))
        for target in targets
        if target and not target.startswith(("data:", "#"))
    ]
    assert {path.suffix for path in fetched} == {".woff2"}
    assert all(path.is_file() and path.is_relative_to(tree.folder.resolve()) for path in fetched)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_colours_on_screens_stand_in_the_palette_alone(part: Path):
    # What is for paper stands at the end of a part.
    on_screens = _COMMENT.sub("", part.read_text("utf-8")).partition("@media print {")[0]
    assert _COLOUR.findall(on_screens) == []


def test_every_name_that_our_style_sheet_uses_is_known(ours: str, example_site: Path):
    sheets = [path.read_text("utf-8") for path in example_site.rglob("*.css")]
    known = {name for sheet in sheets for name in re.findall(r"(--[\w-]+)\s*:", sheet)}
    assert set(re.findall(r"var\((--[\w-]+)\)", _COMMENT.sub("", ours))) - known == set()


def test_arabic_is_neither_spaced_nor_slanted(ours: str):
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", _COMMENT.sub("", ours))
    spaced = [
        selector.strip()
        for selector, body in rules
        if re.search(r"letter-spacing\s*:(?!\s*(?:normal|0\b))|font-style\s*:(?!\s*normal)", body)
        and ":lang(en)" not in selector
    ]
    assert spaced == []
