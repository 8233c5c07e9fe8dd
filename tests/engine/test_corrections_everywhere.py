"""A correction and a withdrawal in every layer of a site: shown where they must be, and nothing else left anywhere.

Each site was built with the mistake first, so that whatever a build remembers had the chance to remember that too.
"""

from __future__ import annotations

import datetime
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

import brotli  # type: ignore[import-untyped]
import lxml.html
import pytest
from lxml import etree

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.model.language import LANGUAGES, Language
from newsroom.search.roots import roots
from tests.samples import (
    NO_EDITOR,
    Tree,
    both,
    occasion,
    picture,
    point,
    restatement,
    write_calendar,
    write_figure,
    write_newsroom,
    write_picture,
    write_post,
)
from tests.trees import read_tree

pytestmark = pytest.mark.slow

NOW = datetime.datetime.fromisoformat("2026-06-01T12:00+04:00")
RELEASED, CHANGED = "2026-05-31T09:00:00+04:00", "2026-06-01T09:00:00+04:00"
WRONG = both("ظغضقثن", "zqwrong7")
"""Words that stand nowhere but in what was wrong."""
RIGHT = both("طقفشذخ", "zqright7")
NOTE = both("شغفقظط", "zqnoted7")
"""Stands for the wrong words where the note of a correction quotes them."""
REASON = both("صقغظفث", "zqreason7")
BORROWED = "zqborrowed7"
"""A picture of the post that its neighbour shows too."""
CHART = "../../../figures/results.yml"

ATOM, TOMBSTONES = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"

Site = dict[str, bytes]


def told(words: Tree, name: str) -> Tree:
    """Something that is said in both languages, with the words in it."""
    return both(f"{name} {words['ar']} هنا", f"{name} {words['en']} here")


def write(root: Path, said: Tree, file: str, **changes: object) -> None:
    """A post that says the words wherever a post can say any, in words, names of files and figures."""
    hero = picture(f"{file}.png", alt=told(said, "1"), caption=told(said, "2"), credit=told(said, "3"))
    evidence = [
        {
            "kind": "report",
            "label": told(said, "4"),
            "source": told(said, "5"),
            "date": "2026-05-01",
            "link": f"https://reports.example/{file}.pdf",
        },
        {"kind": "figure", "label": both("الإيرادات", "Revenue"), "figure": "results.revenue.q1"},
    ]
    shared = {"type": "results", "date": RELEASED, "hero": hero, "evidence": evidence, "audiences": ["shareholders"]}
    folder = write_post(
        root,
        1,
        ar={**shared, "title": f"عنوان {said['ar']}", "summary": f"ملخص {said['ar']}.", **changes},
        en={"title": f"Title {said['en']}", "summary": f"Summary {said['en']}."} | _updated(changes),
        body_ar=f"متن {said['ar']} [ورقة]({file}.pdf) ![صورة]({BORROWED}.png)\n\n![رسم]({CHART})",
        body_en=f"Body {said['en']} [paper]({file}.pdf) ![shown]({BORROWED}.png)\n\n![chart]({CHART})",
    )
    for path in folder.glob("zq*"):
        path.unlink()
    write_picture(folder / f"{file}.png")
    write_picture(folder / f"{BORROWED}.png")
    (folder / f"{file}.pdf").write_text(f"%PDF-1.7 {said['en']}")


def _updated(changes: dict[str, object]) -> Tree:
    return {"updated": changes["updated"]} if "updated" in changes else {}


def newsroom(root: Path) -> Path:
    """A newsroom in which everything that can name a post names the first: a date, a neighbour, a figure, a link."""
    write_newsroom(root, posts=0, rules=NO_EDITOR, hosting={"compressed": True})
    write_figure(
        root, points=[point("q1", "2026-01-10T08:00", revenue=20.7), point("q2", "2026-04-10T08:00", revenue=1)]
    )
    write_calendar(root, occasion(post="sample000001", starts="2026-06-20"))
    link = f"[قبل](../post-1/index.ar.md) ![صورة](../post-1/{BORROWED}.png)"
    write_post(root, 2, ar={"date": "2026-06-01T08:00"}, body_ar=link, body_en=link)
    write_post(root, 3, ar={"date": "2026-05-30T08:00"})
    write(root, WRONG, WRONG["en"])
    return root


def built(root: Path) -> Site:
    """Every file of the site, and all that is packed in files by where it lies."""
    build(root, Edition(NOW), None, strict=False)
    site = read_tree(root / "site")
    return site | {f"{path}!{name}": data for path, packed in site.items() for name, data in unpacked(path, packed)}


def unpacked(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if path.endswith(".gz") or ".pf_" in path:
        yield "", gzip.decompress(data)
    elif path.endswith(".br"):
        yield "", brotli.decompress(data)
    elif path.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from ((name, archive.read(name)) for name in archive.namelist())


def holding(site: Site, words: str) -> set[str]:
    """The files whose name or bytes have the words, in any way in which a text is written."""
    codes = words.encode("ascii", "backslashreplace").decode()
    needles = {words.encode(), codes.encode(), quote(words).encode(), words.encode("utf-16-le")}
    return {path for path, data in site.items() if words in path or any(needle in data for needle in needles)}


def anywhere(site: Site, words: Tree) -> set[str]:
    """The same of both languages' words, and of the roots by which Arabic words are searched."""
    return set().union(*(holding(site, each) for each in (*words.values(), *roots(words["ar"]).split())))


@pytest.fixture(scope="module")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Site]:
    root = newsroom(tmp_path_factory.mktemp("everywhere") / "newsroom")
    return root, built(root)


@pytest.fixture(scope="module")
def corrected(mistaken: tuple[Path, Site]) -> Site:
    root, _ = mistaken
    note = {"date": CHANGED, "text": told(NOTE, "8")}
    write(root, RIGHT, RIGHT["en"], corrections=[note], updated=CHANGED)
    restated = [restatement(**{"date": CHANGED, "from": 20.7})]
    write_figure(root, points=[point("q1", "2026-01-10T08:00", revenue=98.6, restated=restated)])
    return built(root)


@pytest.fixture(scope="module")
def withdrawn(corrected: Site, mistaken: tuple[Path, Site]) -> Site:
    root, _ = mistaken
    withdrawal = {"date": CHANGED, "reason": told(REASON, "9")}
    note = {"date": CHANGED, "text": told(NOTE, "8")}
    write(root, WRONG, WRONG["en"], corrections=[note], pubstatus="canceled", withdrawal=withdrawal)
    return built(root)


@pytest.fixture(scope="module")
def unexplained(withdrawn: Site, mistaken: tuple[Path, Site]) -> Site:
    """Withdrawn, and nobody said why."""
    root, _ = mistaken
    write(root, WRONG, WRONG["en"], pubstatus="canceled", withdrawal={"date": CHANGED})
    return built(root)


LAYERS = {
    "page": r"(ar|en)/posts/2026/post-1/index\.html",
    "plain text": r"(ar|en)/posts/2026/post-1/post\.txt",
    "Markdown": r"(ar|en)/posts/2026/post-1/post\.md",
    "ninjs": r"(ar|en)/posts/2026/post-1/ninjs\.json",
    "files": r"posts/2026/post-1/.*",
    "renditions": r"renditions/.*",
    "press kit": r"press-kits/2026/post-1\.zip.*",
    "RSS": r"(ar|en)/(feeds/rss/.*|feed\.xml)",
    "Atom": r"(ar|en)/(feeds/atom/.*|atom\.xml)",
    "JSON Feed": r"(ar|en)/(feeds/json/.*|feed\.json)",
    "list of ninjs": r"(ar|en)/ninjs\.json",
    "home": r"(ar|en)/index\.html",
    "front door": r"index\.html",
    "year": r"(ar|en)/archive/2026/index\.html",
    "type": r"(ar|en)/types/results/index\.html",
    "topic": r"(ar|en)/topics/ports/index\.html",
    "audience": r"(ar|en)/audiences/shareholders/index\.html",
    "executive": r"(ar|en)/executives/salim/index\.html",
    "other posts": r"(ar|en)/posts/2026/post-[23]/index\.html",
    "media library": r"(ar|en)/media-library/.*",
    "calendar": r"(ar|en)/calendar/index\.html",
    "figures": r"(ar|en)/figures/index\.html",
    "search": r"(ar|en)/search/\d+/.*",
    "news sitemap": r"sitemap-news\.xml",
}
CARRIERS = {"page", "plain text", "Markdown", "ninjs", "RSS", "Atom", "JSON Feed"}
"""Where a note is read with all that it says, so that it may quote what was wrong."""
PAGES_WITH_MARK = {"home", "front door", "year", "type", "topic", "audience", "executive", "other posts"}


def layers(paths: set[str]) -> set[str]:
    """The layers in which paths lie; a packed twin is in that of its file, and what is in none stands for itself."""
    plain = {re.sub(r"\.(gz|br)!?$", "", path) for path in paths}
    return {next((name for name, form in LAYERS.items() if re.fullmatch(form, path)), path) for path in plain}


def entries(site: Site, language: Language) -> dict[str, dict[str, object]]:
    """The first post in each format that tells a program of it: its id, and when it was published and changed."""
    where = f"https://newsroom.sample.example/{language}/posts/2026/post-1/"
    (item,) = (
        each for each in etree.fromstring(site[f"{language}/feed.xml"]).iter("item") if each.findtext("link") == where
    )
    (entry,) = (
        each
        for each in etree.fromstring(site[f"{language}/atom.xml"]).iter(f"{ATOM}entry")
        if each.find(f"{ATOM}link").get("href") == where
    )
    (plain,) = (each for each in json.loads(site[f"{language}/feed.json"])["items"] if each["url"] == where)
    wire = json.loads(site[f"{language}/posts/2026/post-1/ninjs.json"])
    published = parsedate_to_datetime(item.findtext("pubDate")).astimezone(NOW.tzinfo).isoformat()
    return {
        "RSS": told_of(item.findtext("guid"), published, item.findtext("{http://purl.org/dc/terms/}modified")),
        "Atom": told_of(
            entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}published"), entry.findtext(f"{ATOM}updated")
        ),
        "JSON Feed": told_of(plain["id"], plain["date_published"], plain["date_modified"]),
        "ninjs": told_of(wire["uri"], wire["firstCreated"], wire["versionCreated"]),
    }


def told_of(identity: object, published: object, changed: object) -> dict[str, object]:
    return {"id": identity, "published": published, "changed": changed}


def structured(site: Site, language: Language) -> Tree:
    """What the page of the first post says to search engines."""
    page = lxml.html.document_fromstring(site[f"{language}/posts/2026/post-1/index.html"].decode())
    scripts = [json.loads(each.text) for each in page.xpath("//script[@type='application/ld+json']")]
    found: Tree = next(each for each in scripts if each["@type"] in ("NewsArticle", "WebPage"))
    return found


def last_changes(site: Site) -> dict[str, str]:
    """Of the pages of posts in the sitemap, each by its address."""
    pages = re.findall(
        r"<url><loc>[^<]*/((?:ar|en)/posts/[^<]*)</loc><lastmod>([^<]*)</lastmod>", site["sitemap.xml"].decode()
    )
    return dict(pages)


# What must be looked for before it can be missed


def test_every_layer_said_what_was_wrong(mistaken: tuple[Path, Site]) -> None:
    assert layers(anywhere(mistaken[1], WRONG)) == set(LAYERS)


# A correction


def test_nothing_is_left_of_what_was_wrong(corrected: Site) -> None:
    assert anywhere(corrected, WRONG) == set()


def test_every_layer_says_what_is_right(corrected: Site) -> None:
    assert layers(anywhere(corrected, RIGHT)) == set(LAYERS)


def test_a_note_is_carried_where_it_is_read_whole_and_nowhere_else(corrected: Site) -> None:
    assert layers(anywhere(corrected, NOTE)) == CARRIERS | {"press kit"}


@pytest.mark.parametrize(("language", "mark"), [("ar", "مع تصويب"), ("en", "Corrected")])
def test_whoever_sees_no_note_sees_that_there_is_one(corrected: Site, language: Language, mark: str) -> None:
    pages = {path for path in holding(corrected, f"{mark}</span>") if path.startswith(f"{language}/") or path[0] == "i"}
    assert layers(pages) == PAGES_WITH_MARK
    assert "search" in layers(holding(corrected, mark))


def test_what_a_figure_was_stands_in_its_notes_and_is_not_found(mistaken: tuple[Path, Site], corrected: Site) -> None:
    before = both("٢٠٫٧", "20.7")
    assert {"search", "home", "audience"} <= layers(anywhere(mistaken[1], before))
    assert not {"search", "home", "audience"} & layers(anywhere(corrected, before))
    assert layers(anywhere(corrected, before)) > CARRIERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_programs_are_told_of_the_change_of_the_very_post_that_they_know(
    mistaken: tuple[Path, Site], corrected: Site, withdrawn: Site, language: Language
) -> None:
    before = entries(mistaken[1], language)
    expected = {name: {**each, "changed": CHANGED} for name, each in before.items()}
    assert before != expected
    assert entries(corrected, language) == expected
    assert entries(withdrawn, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_engines_are_told_of_the_correction_and_of_its_day(corrected: Site, language: Language) -> None:
    article = structured(corrected, language)
    (note,) = article["correction"]
    assert (article["datePublished"], article["dateModified"], note["datePublished"]) == (RELEASED, CHANGED, CHANGED)
    assert note["@type"] == "CorrectionComment"
    assert NOTE[language] in note["text"]


def test_the_sitemap_tells_of_the_change_of_that_post_alone(
    mistaken: tuple[Path, Site], corrected: Site, withdrawn: Site
) -> None:
    before = last_changes(mistaken[1])
    expected = before | {f"{language}/posts/2026/post-1/": CHANGED for language in LANGUAGES}
    assert before != expected
    assert last_changes(corrected) == last_changes(withdrawn) == expected


def test_the_card_is_another_and_stands_where_it_stood(mistaken: tuple[Path, Site], corrected: Site) -> None:
    card = "en/posts/2026/post-1/card.jpg"
    assert mistaken[1][card] != corrected[card]


# A withdrawal


@pytest.mark.parametrize(
    "words", [WRONG, RIGHT, NOTE, both(BORROWED, BORROWED)], ids=["said", "once", "note", "picture"]
)
def test_nothing_is_left_of_what_a_withdrawn_post_ever_said(withdrawn: Site, words: Tree) -> None:
    assert anywhere(withdrawn, words) == set()


def test_the_reason_stands_where_a_note_would(withdrawn: Site) -> None:
    assert layers(anywhere(withdrawn, REASON)) == CARRIERS


def test_only_what_told_of_the_post_itself_still_leads_to_it(withdrawn: Site) -> None:
    leading = layers(holding(withdrawn, "posts/2026/post-1"))
    of_neighbour = {
        f"{language}/posts/2026/post-2/{name}"
        for language in LANGUAGES
        for name in ("post.md", "ninjs.json", "post.txt")
    }
    cards = {f"{language}/posts/2026/post-1/card.png" for language in LANGUAGES}
    assert leading == CARRIERS | {"year", "list of ninjs", "sitemap.xml", "other posts"} | of_neighbour | cards


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_has_its_own_way_to_say_that_a_post_is_gone(withdrawn: Site, language: Language) -> None:
    own = entries(withdrawn, language)["Atom"]["id"]
    (tombstone,) = etree.fromstring(withdrawn[f"{language}/atom.xml"]).iter(f"{TOMBSTONES}deleted-entry")
    assert (tombstone.get("ref"), tombstone.get("when")) == (own, CHANGED)
    assert json.loads(withdrawn[f"{language}/posts/2026/post-1/ninjs.json"])["pubStatus"] == "canceled"
    states = {
        each["uri"]: each["pubStatus"] for each in json.loads(withdrawn[f"{language}/ninjs.json"])["associations"]
    }
    assert [uri for uri, state in states.items() if state == "canceled"] == [own]
    assert structured(withdrawn, language)["@type"] == "WebPage"


@pytest.mark.parametrize(
    ("language", "notice", "question"),
    [
        ("ar", "سُحب هذا الخبر بتاريخ الاثنين ١ يونيو ٢٠٢٦، ٠٩:٠٠، فلا يُعتدّ بما ورد فيه.", "سبب السحب"),
        (
            "en",
            "This post was withdrawn on Monday 1 June 2026, 09:00. Nothing it said should be relied on.",
            "Why it was",
        ),
    ],
    ids=LANGUAGES,
)
def test_without_a_reason_the_notice_stands_in_the_newsrooms_own_words(
    unexplained: Site, language: Language, notice: str, question: str
) -> None:
    page = lxml.html.document_fromstring(unexplained[f"{language}/posts/2026/post-1/index.html"].decode())
    assert page.xpath("//meta[@property='og:description']/@content") == [notice]
    assert notice in " ".join(page.text_content().split())
    assert layers(holding(unexplained, notice)) == CARRIERS
    assert holding(unexplained, question) == set()
    assert anywhere(unexplained, WRONG) == set()
