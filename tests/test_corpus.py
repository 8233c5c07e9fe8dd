"""Real input: a parallel Arabic–English corpus laid out as posts. Skipped where the corpus is not there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest
import yaml
from lxml import html

from newsroom.commands.check import check
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.engine.summary import Summary
from tests.conftest import NOW, REPOSITORY
from tests.samples import post, write_newsroom, write_picture, write_text
from tests.trees import read_tree

CORPUS = REPOSITORY.parent / "shared" / "corpus" / "organicmaps"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")

LETTERS_AND_WORDS: Final = {"NR351", "NR352", "NR354", "NR361", "NR364", "NR383"}
"""What the rules of Arabic and of English find there, each of which was looked at: docs/decisions/arabic-rules.md."""
TONE: Final = {"NR301", "NR321", "NR322", "NR323", "NR324"}
"""What is usual among those who make a map together, and not in what a company says: exclamations, abbreviations."""
ORIGIN = "https://organicmaps.app"


def entries() -> list[dict[str, str]]:
    lines = (CORPUS / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def relink(body: str, language: str, sources: dict[str, str]) -> str:
    """The corpus is written for another generator: its links between files become ours, its templates' words go."""

    def internal(match: re.Match[str]) -> str:
        return f"](../{sources['content/' + match[1]]}/index.{language}.md{match[2]})"

    body = re.sub(r"\]\(@/([^)#]+)(#[^)]*)?\)", lambda match: internal(match).replace("None", ""), body)
    body = re.sub(r"\]\((/[^)]*)\)", rf"]({ORIGIN}\1)", body)
    body = body.replace(
        "](../how-to-use-android-auto/)", f"](../{'faq-app-how-to-use-android-auto'}/index.{language}.md)"
    )
    # What is left in braces was a call of another generator; here it would name a value.
    return body.replace("{{ base_url() }}", ORIGIN).replace("{{", r"\{{")


def lay_out(root: Path) -> list[str]:
    write_newsroom(root, posts=0)
    rows = entries()
    sources = {row[key]: row["slug"] for row in rows for key in ("en_src", "ar_src")}
    for number, row in enumerate(rows):
        folder = root / "content" / "posts" / "2026" / row["slug"]
        for language in ("ar", "en"):
            text = (CORPUS / language / f"{row['slug']}.md").read_text(encoding="utf-8")
            _, front_matter, body = text.split("---\n", 2)
            own = yaml.safe_load(front_matter)
            keys = {"title": own["title"], "summary": own.get("description") or own["title"]}
            if language == "ar":
                date = f"{row['date'] or '2025-01-01'}T09:00"
                keys = post(number, id=f"corpus{number:06}", date=date) | keys
            body = relink(body, language, sources)
            write_text(folder / f"index.{language}.md", keys, body)
            for name in re.findall(r"\]\(([\w-]+\.png)", body):
                write_picture(folder / name)
    return [row["slug"] for row in rows]


@pytest.fixture(scope="module")
def slugs_and_root(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    root = tmp_path_factory.mktemp("corpus")
    return lay_out(root), root


@pytest.fixture(scope="module")
def built(slugs_and_root: tuple[list[str], Path]) -> tuple[Summary, Path]:
    _, root = slugs_and_root
    return build(root, Edition(NOW), None, strict=False)


def test_every_problem_reported_is_real(slugs_and_root: tuple[list[str], Path]) -> None:
    _, root = slugs_and_root
    problems = check(root)
    assert [problem.line_of_text("en") for problem in problems if problem.is_error] == []
    found_by = {problem.rule.code for problem in problems}
    assert {code for code in found_by if "NR350" < code < "NR390"} == LETTERS_AND_WORDS
    assert found_by - LETTERS_AND_WORDS - TONE == {"NR334", "NR505", "NR507"}
    long = [path for path in (root / "content/posts").rglob("index.*.md") if len(_title(path)) > 60]
    found = sorted(problem.path for problem in problems if problem.rule.code == "NR505")
    assert found == sorted(path.relative_to(root).as_posix() for path in long)


def _title(path: Path) -> str:
    title = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])["title"]
    return " ".join(str(title).split())


def test_every_pair_goes_in_and_comes_out(slugs_and_root: tuple[list[str], Path], built: tuple[Summary, Path]) -> None:
    slugs, _ = slugs_and_root
    counted, site = built
    assert len(slugs) == 46
    assert (counted.written.ar, counted.written.en) == (46, 46)
    for slug in slugs:
        for language, there in (("ar", "en"), ("en", "ar")):
            page = html.parse(str(site / language / "posts" / "2026" / slug / "index.html"))
            twin = page.xpath(f"//link[@rel='alternate'][@hreflang='{there}']/@href")
            assert twin == [f"https://newsroom.sample.example/{there}/posts/2026/{slug}/"]


def test_every_text_is_on_its_page(slugs_and_root: tuple[list[str], Path], built: tuple[Summary, Path]) -> None:
    slugs, _ = slugs_and_root
    _, site = built
    for slug in slugs:
        for language in ("ar", "en"):
            source = (CORPUS / language / f"{slug}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
            shown = html.parse(str(site / language / "posts" / "2026" / slug / "index.html")).getroot().text_content()
            prose = re.sub(
                r"<[^>]*>|!\[[^\]]*\]\([^)]*\)|\{[{%#].*?\}|\]\([^)]*\)|\]\[[^\]]*\]|^\[.*?\]:.*$|https?\S+",
                " ",
                source,
                flags=re.MULTILINE,
            )
            words = re.findall(r"\w{5,}", prose)
            assert [word for word in words if word not in shown and "_" not in word] == [], slug


def test_links_between_the_corpus_files_lead_to_pages(built: tuple[Summary, Path]) -> None:
    _, site = built
    page = html.parse(str(site / "ar/posts/2026/news-2026-07-23-620/index.html"))
    assert "../donate/" in page.xpath("//main//a/@href")


def test_no_source_path_is_left_in_a_page(built: tuple[Summary, Path]) -> None:
    _, site = built
    left = [path for path, data in read_tree(site).items() if path.endswith(".html") and b"index.ar.md" in data]
    assert left == []
