"""The documentation as a site: every document is a page of it, and every link of a page leads somewhere."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from docs.assemble import DOCS, Document, assembled, documents, rewritten
from lxml import html

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from tests.conftest import NOW
from tests.trees import differing, read_tree

ARABIC = Document("guides/check.ar.md", "guide-check", "ar")
ENGLISH = Document("guides/check.md", "guide-check", "en")


def written(folder: Path) -> Path:
    """The newsroom of the documentation."""
    for name, data in assembled().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built without a single warning."""
    folder = tmp_path_factory.mktemp("documentation")
    build(written(folder), Edition(NOW), None, strict=True)
    return folder / "site"


@pytest.mark.slow
def test_every_guide_page_of_the_reference_and_decision_is_a_page(site: Path) -> None:
    sources = [path for folder in ("guides", "reference", "decisions") for path in (DOCS / folder).glob("*.md")]
    expected = {path.relative_to(DOCS).as_posix() for path in sources if not path.name.startswith("README")}
    assert documents().keys() == expected
    pages = [site / document.language / document.slug / "index.html" for document in documents().values()]
    assert [page for page in pages if not page.is_file()] == []


def test_guides_and_reference_are_there_in_both_languages() -> None:
    in_english = {each.slug for path, each in documents().items() if not path.startswith("decisions/")}
    in_arabic = {each.slug for each in documents().values() if each.language == "ar"}
    assert in_arabic == in_english


def leads_to(page: str, target: str) -> str:
    """The path below the site to which a link of a page leads; empty where it leads elsewhere, or stays."""
    parts = urlsplit(target)
    if parts.scheme or not parts.path:
        return ""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(parts.path)))[1:]


def test_every_link_of_a_page_leads_to_a_file_of_the_site(site: Path) -> None:
    pages = {name: data for name, data in read_tree(site).items() if name.endswith(".html")}
    links = {
        (name, leads_to(name, target))
        for name, data in pages.items()
        for target in html.fromstring(data).xpath("//body//@href | //body//@src")
    }
    assert len(links) > 1000
    lost = [
        (name, path) for name, path in links if not ((site / path).is_file() or (site / path / "index.html").is_file())
    ]
    assert lost == []


def test_no_page_leads_to_a_file_of_the_repository(site: Path) -> None:
    targets = {
        target
        for name, data in read_tree(site).items()
        if name.endswith(".html")
        for target in html.fromstring(data).xpath("//main//@href")
    }
    assert [target for target in targets if urlsplit(target).path.endswith((".md", ".py"))] == []


def test_the_same_documents_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build(written(tmp_path), Edition(NOW), None, strict=True)
    assert differing(site, tmp_path / "site") == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_list_of_guides_names_each_for_its_task(language: str) -> None:
    suffix = ".ar.md" if language == "ar" else ".md"
    text = (DOCS / "guides" / f"README{suffix}").read_text(encoding="utf-8")
    guides = [each.path.partition("/")[2] for each in documents().values() if each.path.startswith("guides/")]
    own = [name for name in guides if name.endswith(".ar.md") == (language == "ar")]
    assert [name for name in own if f"]({name}): " not in text] == []


@pytest.mark.parametrize(
    ("document", "text", "page"),
    [
        (ENGLISH, "[a](plan.md)", "[a](../guide-plan/index.en.md)"),
        (ARABIC, "[a](plan.ar.md#b)", "[a](../guide-plan/index.ar.md#b)"),
        (ARABIC, "[a](../decisions/proof.md)", "[a](../decision-proof/index.en.md)"),
        (ARABIC, "[a](../reference/)", "[a](../reference/index.ar.md)"),
        (ENGLISH, "[a](../decisions/README.md)", "[a](../why/index.en.md)"),
        (ENGLISH, "[a `b`](../schema/)", "a `b`"),
        (ENGLISH, "[a](../../src/newsroom/cli.py)", "a"),
        (ENGLISH, "[a](https://a.example/) [b](#b)", "[a](https://a.example/) [b](#b)"),
        (ENGLISH, "`[a](plan.md)`", "`[a](plan.md)`"),
        (ENGLISH, "```sh\n[a](plan.md)\n```\n[a](plan.md)", "```sh\n[a](plan.md)\n```\n[a](../guide-plan/index.en.md)"),
        (ENGLISH, "![a](../pictures/front.png)", "![a](front.png)"),
        (ARABIC, '<div dir="rtl">\n\n| a |\n|---|\n\n</div>\n', "\n| a |\n|---|\n\n"),
    ],
    ids=[
        "a guide", "a heading", "another language", "a folder", "a list", "no page", "a source", "elsewhere", "code",
        "a fence", "a picture", "a turned table",
    ],
)  # fmt: skip
def test_a_link_leads_to_the_page_of_its_document(document: Document, text: str, page: str) -> None:
    assert rewritten(text, document) == page
