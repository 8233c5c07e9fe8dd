"""The statement that is signed: everything that is published, in one way only."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.approvals.contents import Contents, contents
from newsroom.approvals.differences import differences
from newsroom.approvals.statement import Statement, read_statement
from newsroom.errors import ContentChanged
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.reading.files import read_words
from newsroom.reading.newsroom import read_newsroom
from tests.samples import both, picture, write_figure, write_newsroom, write_picture, write_post

SIGNED = datetime.datetime(2026, 1, 12, 8, tzinfo=datetime.UTC)
BODY = (
    "Revenue was {{results.revenue.q1}}, *up*.\n\n![chart](../../../figures/results.yml)\n\n"
    "[paper](paper.pdf) ![map](map.png)"
)
SHARED = {
    "hero": picture(caption=both("تعليق", "caption")),
    "objective": "informed-shareholders",
    "evidence": [
        {"kind": "report", "label": both("تقرير", "Report"), "source": both("م", "S"), "date": "2026-01-01",
         "link": "https://a.example/"},
        {"kind": "figure", "label": both("الإيراد", "Revenue"), "figure": "results.revenue.q1"},
    ],
    "corrections": [{"date": "2026-01-20T09:00", "text": both("تصويب، هنا", "Mended, here")}],
}  # fmt: skip
CONTENTS = st.dictionaries(
    st.text(st.sampled_from("abزز.1%_- |"), min_size=1).filter(str.strip),
    st.text(st.sampled_from("ab،,: |\n\\%~ـ\u2028")).filter(bool),
    max_size=6,
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom of one post that has all that a post can have."""
    root = write_newsroom(tmp_path_factory.mktemp("rich"), posts=0)
    write_figure(root)
    folder = write_post(root, ar={**SHARED, "updated": "2026-01-18T09:00"}, body_ar=BODY, body_en=BODY)
    write_picture(folder / "hero.png")
    write_picture(folder / "map.png", (60, 40))
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7 paper")
    return root


def published(root: Path) -> tuple[Post, Contents] | None:
    """The post and its contents; nothing, where it cannot be published as it is."""
    newsroom = read_newsroom(root).newsroom
    if newsroom is None or not newsroom.posts:
        return None
    return newsroom.posts[0], contents_of(newsroom, root)


def contents_of(newsroom: Newsroom, root: Path) -> Contents:
    return contents(newsroom.posts[0], newsroom, root, lambda text: read_words(text.path, text.body.digest, root))


def sound(root: Path) -> tuple[Post, Contents]:
    found = published(root)
    assert found
    return found


def statement(held: Contents) -> Statement:
    return Statement("legal", "legal@sample.example", SIGNED, "0" * 40, held)


def test_a_statement_reads_like_this(tmp_path: Path) -> None:
    """Whoever changes what this says voids every approval that was ever given: change FORMAT with it."""
    root = write_newsroom(tmp_path)
    assert str(statement(sound(root)[1])) == (
        "newsroom approval 1\n"
        "role: legal\n"
        "principal: legal@sample.example\n"
        "signed: 2026-01-12T08:00:00Z\n"
        f"commit: {'0' * 40}\n"
        "\n"
        "post: sample000001\n"
        "address: posts/2026/post-1\n"
        "released: 2026-01-15T05:00:00Z\n"
        "type: release\n"
        "date: 2026-01-15T05:00:00Z\n"
        "author: salim\n"
        "topics.1: ports\n"
        "audiences.1: media\n"
        "contact: media-desk\n"
        "ar.title: عنوان المنشور 1\n"
        "ar.summary: ملخص المنشور 1.\n"
        "ar.updated: 2026-01-15T05:00:00Z\n"
        "ar.words:\n"
        "  | \n"
        "  | نص المنشور.\n"
        "  | \n"
        "en.title: Title of post 1\n"
        "en.summary: Summary of post 1.\n"
        "en.updated: 2026-01-15T05:00:00Z\n"
        "en.words:\n"
        "  | \n"
        "  | The text.\n"
        "  | \n"
    )


def test_a_statement_holds_everything_that_the_post_shows(rich: Path) -> None:
    held = sound(rich)[1]
    assert {
        "hero.alt.ar",
        "hero.licence.en",
        "objective",
        "evidence.1.link",
        "evidence.2.value",
        "evidence.2.unit.ar",
        "corrections.1.text.en",
        "ar.words",
        "en.words",
        "values.results%2Erevenue%2Eq1.number.number",
        "charts.results.points.1.values.revenue.number",
        "charts.results.title.ar",
    } <= held.keys()
    assert re.findall(r"^([0-9a-f]{64})  posts/2026/post-1/(.+)$", held["files"], re.MULTILINE)[0][1] == "hero.png"
    assert [line[66:] for line in held["files"].split("\n")] == [
        f"posts/2026/post-1/{name}" for name in ("hero.png", "map.png", "paper.pdf")
    ]


@given(CONTENTS)
def test_no_two_contents_have_one_statement(held: Contents) -> None:
    named = {f"k{name.replace(':', '')}".strip(): value for name, value in held.items()}
    read = read_statement(str(statement(named)).encode())
    assert read is not None
    assert dict(read.contents) == named


@pytest.mark.parametrize(
    "text",
    [
        "",
        "newsroom approval 2\n",
        "newsroom approval 1\nrole: legal\n",
        str(statement({"post": "a"})) + "\n",
        str(statement({"post": "a"}))[:-1],
        str(statement({"post": "a"})) + "post: a\n",
        str(statement({"post": "a"})) + "  | stray\n",
        str(statement({"post": "a"})).replace("signed: 2026-01", "signed: 2026-13"),
        str(statement({"post": "a"})).replace("\n", "\r\n"),
    ],
)
def test_what_we_would_not_write_is_no_statement(text: str) -> None:
    assert read_statement(text.encode()) is None


def test_every_letter_of_every_value_voids_and_is_named(rich: Path) -> None:
    held = sound(rich)[1]
    signed = statement(held)
    tried = 0
    for name, value in held.items():
        for place in range(len(value)):
            for other in (value[:place] + value[place + 1 :], value[:place] + "ـ" + value[place:]):
                changed = {**held, name: other}
                assert str(replace(signed, contents=changed)) != str(signed)
                found = list(differences(held, changed))
                assert found, (name, place)
                assert found[0].name == name or name == "files"
                tried += 1
    assert tried > 2000


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_every_letter_of_every_file_that_changes_the_post_changes_the_statement(
    rich: Path, data: st.DataObject
) -> None:
    """One letter more, less or other, in the texts, the pictures, the papers and the figures of a post."""
    before, held = sound(rich)
    names = ["index.ar.md", "index.en.md", "hero.png", "map.png", "paper.pdf", "../../../figures/results.yml"]
    path = rich / "content/posts/2026/post-1" / data.draw(st.sampled_from(names))
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole)))
    letter = data.draw(st.sampled_from([b"", b",", b"7", b" ", "،".encode(), "ة".encode()]))
    end = place + data.draw(st.integers(0 if letter else 1, 1))
    try:
        path.write_bytes(whole[:place] + letter + whole[end:])
        if path.read_bytes() == whole:
            return
        now = published(rich)
    except ContentChanged:
        now = None
    finally:
        path.write_bytes(whole)
    if now and path.suffix in {".png", ".pdf"}:
        assert now[1] != held
    elif now and now[1] == held:
        # What is not in the statement is not in the record from which pages are drawn either.
        assert now[0] == before or path.suffix == ".yml"


def test_a_value_of_a_figure_that_a_text_names_is_part_of_it(rich: Path) -> None:
    _, held = sound(rich)
    path = rich / "content/figures/results.yml"
    whole = path.read_text(encoding="utf-8")
    try:
        path.write_text(whole.replace("revenue: 20.7", "revenue: 20.8"), encoding="utf-8")
        changed = {each.name for each in differences(held, sound(rich)[1])}
    finally:
        path.write_text(whole, encoding="utf-8")
    assert "values.results%2Erevenue%2Eq1.number.number" in changed
    assert "evidence.2.value" in changed


def test_a_withdrawn_post_is_approved_as_the_notice_that_it_is(root: Path) -> None:
    withdrawal = {"date": "2026-02-01T09:00", "reason": both("سُحب.", "Withdrawn.")}
    write_post(root, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    held = sound(root)[1]
    assert held["withdrawal.reason.en"] == "Withdrawn."
    assert not {"ar.words", "en.title"} & held.keys()


def test_that_a_post_is_withheld_is_no_part_of_what_it_says(root: Path) -> None:
    _, usable = sound(root)
    write_post(root, ar={"pubstatus": "withheld"})
    assert sound(root)[1] == usable
