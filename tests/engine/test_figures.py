"""Figures in a site that is built: nothing of a value before its time, in any file, and the same site however built."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.engine.cache import Cache
from newsroom.engine.code import code_key
from newsroom.engine.progress import Part, in_silence
from newsroom.engine.shelf import Shelf
from newsroom.reading.newsroom import read_newsroom
from tests.samples import both, point, restatement, write_figure, write_newsroom, write_post, write_text
from tests.site.tree import Tree
from tests.trees import holding

CHART = "![](../../../figures/results.yml)"
EVIDENCE = {"kind": "figure", "label": both("ن", "n"), "figure": "results.revenue.q1"}
OUT = datetime.datetime.fromisoformat("2026-02-01T08:00+04:00")
LATER = datetime.datetime.fromisoformat("2026-06-01T08:00+04:00")


def write(root: Path) -> Path:
    """A figure with a value that is restated, and a point that is released, between the two instants."""
    first = point("q1", "2026-01-10T08:00", revenue=4711, restated=[restatement(**{"from": 3701})])
    second = point("q2", "2026-04-10T08:00", revenue=5813) | {"name": both("سراللاحق", "SecretNext")}
    write_figure(root, points=[first, second], series=[{"key": "revenue", "name": both("الإيرادات", "Revenue")}])
    write_figure(
        root, "merger", title=both("سرالاندماج", "SecretMerger"), points=[point("q1", "2026-04-10T08:00", revenue=1)]
    )
    write_post(
        root,
        ar={"evidence": [EVIDENCE]},
        body_ar=f"كانت {{{{results.revenue.q1}}}}.\n\n{CHART}",
        body_en=f"It was {{{{results.revenue.q1}}}}.\n\n{CHART}",
    )
    page = "![](../../figures/results.yml)\n\n![](../../figures/merger.yml)"
    write_text(root / "content/pages/about/index.en.md", {"title": "About us", "summary": "Who we are."}, page)
    return root


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(write_newsroom(tmp_path_factory.mktemp("figures") / "newsroom"))


@pytest.fixture(scope="module")
def early(newsroom: Path) -> Path:
    build(newsroom, Edition(OUT), newsroom / "early", strict=False)
    return newsroom / "early"


@pytest.fixture(scope="module")
def late(newsroom: Path) -> Path:
    build(newsroom, Edition(LATER), newsroom / "late", strict=False)
    return newsroom / "late"


SECRETS = [
    "SecretNext",
    "سراللاحق",
    "SecretMerger",
    "سرالاندماج",
    "5,813",
    "5813",
    "٥٬٨١٣",
    "4,711",
    "4711",
    "٤٬٧١١",
    "Reclassified",
]


def read_again(root: Path) -> int:
    """How many folders a build reads after another."""
    build(root, Edition(OUT), root / "site", strict=False)
    cache = Cache(root / ".newsroom" / "public.db", code_key())
    shelf = Shelf(cache, root / ".newsroom", 1, Part("posts", in_silence))
    read_newsroom(root, each=shelf)
    cache.close()
    return shelf.count


def test_a_post_whose_evidence_names_a_value_is_not_read_again(root: Path) -> None:
    write_figure(root)
    write_post(root, ar={"evidence": [EVIDENCE]})
    assert read_again(root) == 0


@pytest.mark.parametrize("evidence", [[], [EVIDENCE]], ids=["without a figure", "with a figure"])
def test_a_post_with_a_correction_still_to_come_is_not_kept_in_the_memory(root: Path, evidence: list[object]) -> None:
    write_figure(root)
    note = {"date": "2026-05-01T08:00", "text": both("سرالتصويب", "SecretMending")}
    write_post(root, ar={"evidence": evidence, "corrections": [note]})
    assert read_again(root) == 1
    assert holding(root / ".newsroom", "SecretMending") == []


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_of_a_value_is_in_any_file_before_its_instant(early: Path, secret: str) -> None:
    assert holding(early, secret) == []


@pytest.mark.parametrize("shown", ["SecretNext", "SecretMerger", "5,813", "4,711", "Reclassified"])
def test_pages_have_all_of_it_after_its_instant(late: Path, shown: str) -> None:
    pages = [path for path in holding(late, shown) if path.endswith(".html")]
    assert pages == ["en/about/index.html", "en/figures/index.html"]


@pytest.mark.parametrize("shown", ["SecretNext", "5813", "4711", "Reclassified"])
def test_the_data_to_download_has_all_of_it_after_its_instant(late: Path, shown: str) -> None:
    assert [path for path in holding(late, shown) if path.endswith(".csv")][-1:] == ["en/figures/results.csv"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_of_figures_has_the_chart_and_the_table_of_each(late: Path, language: str) -> None:
    page = Tree(late, "https://newsroom.sample.example/")[f"{language}/figures/"]
    charts = page.find("//figure[@class='chart']")
    assert len(charts) == 2
    for chart in charts:
        assert len(chart.xpath(".//*[local-name()='svg'][@role='img'][@aria-label]")) == 1
        assert chart.xpath("count(.//tbody/tr)") >= 1
        assert chart.xpath("count(.//@style)") == 0


@pytest.mark.parametrize(("language", "value"), [("ar", "٣٬٧٠١"), ("en", "3,701")])
def test_a_post_that_was_not_corrected_has_the_value_of_its_release_in_text_chart_table_and_evidence(
    late: Path, language: str, value: str
) -> None:
    words = (late / f"{language}/posts/2026/post-1/index.html").read_text("utf-8")
    assert words.count(value) >= 4
    for name in ("post.txt", "post.md", "ninjs.json"):
        assert value in (late / f"{language}/posts/2026/post-1/{name}").read_text("utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_chart_stands_in_its_page_with_its_table(late: Path, language: str) -> None:
    page = Tree(late, "https://newsroom.sample.example/")[f"{language}/posts/2026/post-1/"]
    figure = page.one("//figure[@class='chart']")
    assert len(figure.xpath(".//*[local-name()='svg'][@role='img'][@aria-label]")) == 1
    assert len(figure.xpath(".//table//tr")) == 2
    assert figure.xpath("count(.//@style)") == 0
