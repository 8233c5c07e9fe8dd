"""What people type and paste: feeds stay sound and say what the page says, or the build stops and names the line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import feedparser
import pytest
import yaml
from PIL import Image

from newsroom.commands.check import check
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.errors import ProblemsFound
from newsroom.languages import words
from tests.conftest import NOW
from tests.readers import atom_rules, json_rules, rss_rules, validator_rules
from tests.readers.headed_page import HeadedPage, text_of
from tests.readers.programs import malformed
from tests.readers.published import NAMES, Document, Site, text, words_of
from tests.readers.rss_rules import Rule
from tests.reading.problems import ARABIC, ENGLISH, POST, Case, add_keys, add_words, replace, write
from tests.reading.test_rules import HERO
from tests.samples import (
    NO_EDITOR,
    Tree,
    configuration,
    picture,
    write_newsroom,
    write_picture,
    write_post,
)

HEADLINES = {
    "what XML gives a meaning": """'Ports < farms & "shops" > ''homes'''""",
    "the end of a CDATA section": "'The end ]]> of all data'",
    "a template": "'{{ 7 * 7 }} and {% raw %} and {0} and %s'",
    "escapes that are letters": r"'Profit \x07 and \ud83d and \n rises'",
    "escapes in quotes": r'"Profit\tr\u0069ses \U0001F6A2 in\_Oman"',
    "both directions": "'أرباح Luban ترتفع 12.5% إلى (OMR 1.2) في Muscat'",
    "emoji": "'Ship 🚢, family 👨‍👩‍👧 and flag 🇴🇲'",
    "letters beyond the first plane": "'𝐏rofit 𠮷 rises'",
    "nothing but signs": "'?!'",
    "a tag": "'A <b>bold</b> plan'",
    "a script": "'Profit <script>alert(1)</script> rises'",
    "a CDATA section": "'<![CDATA[ports]]>'",
    "what was escaped already": "'Ports &amp; farms &lt;b&gt; &#x26;'",
}
"""Headlines as they stand in the file."""
TOLD_OF = ("a tag", "a script", "a CDATA section", "what was escaped already")
"""Those of which a warning (NR508) says that readers take them for HTML."""

BODIES = {
    "a script": "<script>alert(1)</script>\n\nAfter it.",
    "a style": "<style>p {color: red}</style>\n\nAfter it.",
    "a form": '<form action="https://a.example/"><label>Name <input name="q"></label></form>\n\nAfter it.',
    "a drawing": "<svg onload='go()'><circle r='1'/></svg>\n\nAfter it.",
    "a frame": '<iframe src="https://films.example/1" title="Film"></iframe>\n\nAfter it.',
    "an object": '<object data="https://a.example/x.swf"></object>\n\nAfter it.',
    "a film": '<video src="https://films.example/1.mp4"></video>\n\nAfter it.',
    "another base": '<base href="https://a.example/"> words',
    "attributes that act": '<p style="color: red" onclick="go()">words</p>',
    "links that act": "[one](javascript:alert(1)), [two](data:text/html,x) and <a href='javascript:go()'>three</a>",
    "links within": "[about](../../../pages/about/index.en.md), [below](#all) ![chart](chart.png)\n\n## All",
    "what ends a CDATA section": "words ]]> and <!-- a remark --> and <![CDATA[data]]> and & and <",
    "an element left open": "words <b>bold <i>and on",
    "an element never opened": "words</b></i></em> and on",
    "emoji and both directions": "سفينة 🚢 اسمها Luban و👨‍👩‍👧 then 12.5%",
}
"""Texts as they stand in the file."""
LEFT_OUT = ("a script", "a form", "a drawing")
"""Those of which a part stays behind for which no link can stand, and the last line says so."""

HOME = "https://newsroom.sample.example/"
FORMATS = {"rss": rss_rules.RULES, "atom": atom_rules.RULES, "json": json_rules.RULES}
PLAIN_TITLES = (
    rss_rules.titles_are_plain,
    atom_rules.titles_are_plain,
    json_rules.titles_and_summaries_are_plain,
)
RULES = [
    *((name, rule) for name, rules in FORMATS.items() for rule in rules if rule not in PLAIN_TITLES),
    *((name, rule) for name in ("rss", "atom") for rule in validator_rules.RULES),
]


def organization() -> Tree:
    """An organisation with all that feeds show of one."""
    cover = {"file": "media/share.png"}
    return configuration()["organization"] | {"icon": "media/icon.png", "picture": picture() | cover}


def slug(kind: str, cases: dict[str, str], name: str) -> str:
    return f"{kind}-{list(cases).index(name)}"


def write_headlines(root: Path) -> None:
    for number, (name, headline) in enumerate(HEADLINES.items(), 1):
        folder = write_post(root, number, slug=slug("headline", HEADLINES, name))
        file = folder / "index.en.md"
        file.write_text(file.read_text("utf-8").replace(f"Title of post {number}", headline), "utf-8")


def write_bodies(root: Path) -> None:
    for number, (name, body) in enumerate(BODIES.items(), 101):
        folder = write_post(root, number, slug=slug("body", BODIES, name), body_en=body)
        write_picture(folder / "chart.png")


def write_heroes(root: Path) -> None:
    tiny = write_post(root, 201, slug="tiny", ar={"hero": picture()})
    write_picture(tiny / "hero.png", (1, 1))
    printed = write_post(root, 202, slug="printed", ar={"hero": picture("hero.jpg")})
    Image.new("CMYK", (1300, 700), (90, 20, 0, 10)).save(printed / "hero.jpg")


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom of all that may be typed."""
    hosting = {"hub": "https://hub.example/"}
    root = tmp_path_factory.mktemp("typed") / "newsroom"
    write_newsroom(root, posts=0, organization=organization(), hosting=hosting, rules=NO_EDITOR)
    write_picture(root / "content" / "media" / "icon.png", (512, 512))
    write_picture(root / "content" / "media" / "share.png", (1200, 630))
    for write_all in (write_headlines, write_bodies, write_heroes):
        write_all(root)
    return root


@pytest.fixture(scope="module")
def typed(newsroom: Path) -> Site:
    """Its site."""
    build(newsroom, Edition(NOW), None, strict=False)
    return Site(newsroom / "site", HOME)


def everything(site: Site, name: str) -> tuple[Document, ...]:
    return tuple(feed for feed in site.feeds(name) if feed.is_of_everything)


def test_every_xml_file_is_well_formed(typed: Site) -> None:
    assert malformed(file for pattern in ("**/*.xml", "**/*.opml") for file in typed.files(pattern)) == ""


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[f"{name} {rule.__name__}" for name, rule in RULES])
def test_every_feed_keeps_every_rule(name: str, rule: Rule, typed: Site) -> None:
    assert [f"{feed}: {fault}" for feed in everything(typed, name) for fault in rule(feed)] == []


@pytest.mark.parametrize("rule", PLAIN_TITLES, ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_who_writes_markup_into_a_headline_is_warned(rule: Rule, newsroom: Path, typed: Site) -> None:
    (name,) = (name for name, rules in FORMATS.items() if rule in rules)
    faults = {fault for feed in everything(typed, name) for fault in rule(feed)}
    assert faults == {shown(HEADLINES[each]) for each in TOLD_OF}
    warned = {problem.path for problem in check(newsroom) if problem.rule.code == "NR508"}
    slugs = (slug("headline", HEADLINES, each) for each in TOLD_OF)
    assert warned == {f"content/posts/2026/{each}/index.en.md" for each in slugs}


Read = Callable[[Site], dict[str, tuple[str, str]]]
"""Title and HTML of every entry of the English feed, by the address of its page."""


def read_rss(site: Site) -> dict[str, tuple[str, str]]:
    root = Document(site, site.folder / "en" / "feed.xml").root
    return {text(each, "link"): (text(each, "title"), text(each, "content:encoded")) for each in root.iter("item")}


def read_atom(site: Site) -> dict[str, tuple[str, str]]:
    root = Document(site, site.folder / "en" / "atom.xml").root
    return {
        text(each, "atom:link[@rel='alternate']/@href"): (text(each, "atom:title"), text(each, "atom:content"))
        for each in root.findall("atom:entry", NAMES)
    }


def read_json(site: Site) -> dict[str, tuple[str, str]]:
    items = Document(site, site.folder / "en" / "feed.json").data["items"]
    return {item["url"]: (item["title"], item["content_html"]) for item in items}


def read_by_feedparser(site: Site, file: str) -> dict[str, tuple[str, str]]:
    read = feedparser.parse(str(site.folder / "en" / file))
    assert not read.bozo, read.bozo_exception
    return {entry.link: (entry.title, entry.content[0].value) for entry in read.entries}


READERS: dict[str, Read] = {
    "rss": read_rss,
    "atom": read_atom,
    "json": read_json,
    "rss by feedparser": partial(read_by_feedparser, file="feed.xml"),
    "atom by feedparser": partial(read_by_feedparser, file="atom.xml"),
}


def shown(headline: str) -> str:
    """What stands in the file, as YAML reads it and pages show it."""
    return " ".join(str(yaml.safe_load(headline)).split())


def page_of(site: Site, name: str) -> HeadedPage:
    return HeadedPage(site, site.folder / "en" / "posts" / "2026" / name / "index.html")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", HEADLINES)
def test_a_headline_is_the_same_in_feed_and_page(name: str, reader: str, typed: Site) -> None:
    page = page_of(typed, slug("headline", HEADLINES, name))
    title, _ = READERS[reader](typed)[page.url]
    assert title == page.html.xpath("string(//h1)").strip() == shown(HEADLINES[name])


def words_on(page: HeadedPage) -> str:
    """What a page shows of its text to people, without white space."""
    for hidden in page.html.xpath("//*[contains(@class, 'e-content')]//*[self::script or self::style or self::form]"):
        hidden.drop_tree()
    return text_of(page.html, "//*[contains(@class, 'e-content')]")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", BODIES)
def test_a_text_is_the_same_in_feed_and_page(name: str, reader: str, typed: Site) -> None:
    page = page_of(typed, slug("body", BODIES, name))
    _, html = READERS[reader](typed)[page.url]
    assert words_on(page)
    assert words_on(page) in words_of(html).replace(" ", "")
    assert (words("en").more_on_page in html) == (name in LEFT_OUT)


@pytest.mark.parametrize("name", ["tiny", "printed"])
def test_a_strange_picture_is_what_feeds_say_that_it_is(name: str, typed: Site) -> None:
    url = page_of(typed, name).url
    (item,) = (item for item in Document(typed, typed.folder / "en/feed.json").data["items"] if item["url"] == url)
    assert item["image"].startswith(f"{HOME}posts/2026/{name}/hero.")
    assert typed.picture(item["image"])


REFUSED = [
    Case("a control in a headline", "NR502", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "Title of post 1", r'"Bell \x07 rings"')),
    Case("half a pair in a headline", "NR105", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "Title of post 1", r'"Ship \ud83d sails"')),
    Case("what is no character in a headline", "NR502", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "Title of post 1", r'"Ship \ufffe sails"')),
    Case("a control of directions in a headline", "NR501", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "Title of post 1", r'"Ship \u202e sails"')),
    Case("a control in a text", "NR502", ENGLISH, 7, lambda root: add_words(root, "Bell \x07 rings")),
    Case("half a pair in a text", "NR101", ENGLISH, 7, lambda root: write(
        root, ENGLISH, (root / ENGLISH).read_bytes() + b"Ship \xed\xa0\xbd sails")),
    Case("a link to nothing", "NR406", ENGLISH, 7, lambda root: add_words(root, "[x](../nowhere/index.en.md)")),
    Case("a picture in raw HTML", "NR407", ENGLISH, 7, lambda root: add_words(root, "<img src=x onerror=go()>")),
    Case("a picture renamed from another type", "NR215", ARABIC, 13, lambda root: (
        write_picture(root / POST / "hero.png").rename(root / POST / "hero.jpg"),
        add_keys(root, HERO.replace("hero.png", "hero.jpg")))),
    Case("a picture that is none", "NR211", ARABIC, 13, lambda root: (
        write(root, f"{POST}/hero.png", "<svg/>"), add_keys(root, HERO))),
    Case("a picture that is missing", "NR210", ARABIC, 13, lambda root: add_keys(root, HERO)),
]  # fmt: skip


@pytest.mark.parametrize("case", REFUSED, ids=[case.name for case in REFUSED])
def test_what_no_feed_can_carry_stops_the_build_and_names_the_line(case: Case, root: Path) -> None:
    case.change(root)
    with pytest.raises(ProblemsFound, match=f"(?m)^{case.path}:{case.line}: {case.code} "):
        build(root, Edition(NOW), None, strict=False)
    assert not (root / "site").exists()
