"""Links as an author writes them, found without a parse, held against what Python-Markdown makes of them."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from newsroom.engine.typesetting import EXTENSIONS
from newsroom.prose.links import LinkExtension, content_path, is_internal, mentions, unescape
from tests.growth import grows_in_proportion

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "organicmaps"
SOURCE = "posts/2026/here/index.en.md"


class Collector(Extension):
    """Keeps every internal target of the tree that Markdown made."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: set[str] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(Collecting(md, self.targets), "collector", priority=15)


class Collecting(Treeprocessor):
    def __init__(self, md: Markdown, targets: set[str]) -> None:
        super().__init__(md)
        self.targets = targets

    def run(self, root: Element) -> None:
        found = (element.get(name) for element in root.iter() for name in ("href", "src"))
        self.targets.update(unescape(target) for target in found if target and is_internal(target))


def parsed(text: str) -> set[str]:
    """The internal targets that Markdown finds."""
    collector = Collector()
    Markdown(extensions=["fenced_code", *EXTENSIONS, collector], extension_configs=EXTENSIONS).convert(text)
    return collector.targets


def mentioned(text: str) -> set[str]:
    return {mention.target for mention in mentions(text) if not mention.raw and is_internal(mention.target)}


WORD = some.sampled_from(["word", "كلمة", "١٢٫٥٪", "a_b", "2*3", "AT&T", "it's", 'said "so"', "(note)", "(", ")", "!"])
PATH = some.sampled_from(
    ["../a/index.en.md", "b.pdf", "two words.pdf", "p_(q).md", "x%20y.png", "c.md#part", "تقرير.pdf", "d\\_e.md"]
)
TITLE = some.sampled_from(["", ' "title"', " 'title'", ' "a (b) c"', '\n"title"'])


@some.composite
def links(draw: some.DrawFn) -> str:
    path, title = draw(PATH), draw(TITLE)
    words = draw(some.sampled_from(["words", "كلمات", "a [b] c", "two\nlines", "*so*", "![i](in.png)", "`code`"]))
    target = f"<{path}>" if draw(some.booleans()) and "\\" not in path else path
    mark = draw(some.sampled_from(["", "" if "](" in words else "!"]))
    return f"{mark}[{words}]({target}{title})"


INLINE = some.one_of(
    WORD,
    links(),
    some.sampled_from(
        [
            "`[x](code.md)`", "``[x](`code.md)``", "\\[x](escaped.md)", "<https://a.example/>", "<media@a.example>",
            "[x](https://a.example/y)", "[x](#part)", "words[^1]", "[x][ref]", "[ref][]", "[ref]", '<b title="[">x</b>',
        ]
    ),
)  # fmt: skip
LINE = some.lists(INLINE, min_size=1, max_size=5).map(" ".join)
BLOCK = some.one_of(
    LINE,
    LINE,
    LINE.filter(lambda line: "\n" not in line).map("## {}".format),
    LINE.map("> {}".format),
    some.tuples(LINE, LINE).map("- {0[0]}\n- {0[1]}".format),
    some.tuples(WORD, LINE).map("1. {0[0]}\n\n    {0[1]}".format),
    some.tuples(LINE, LINE).map("{0[0]}\n{0[1]}".format),
    links().filter(lambda link: "\n" not in link).map("| a | b |\n|---|---|\n| {} | x |".format),
    links().map("!!! note\n    {}".format),
    links().filter(lambda link: "\n" not in link).map("term\n:   {}".format),
    some.sampled_from(
        [
            "```\n[x](fenced.md)\n```", "````\n```\n[x](fenced.md)\n````", "~~~ yaml\n[x](fenced.md)\n~~~",
            "<!-- [x](comment.md) -->", "[ref]: ../ref/index.en.md", "[ref]: <../ref.md> 'title'",
            "[ref]:\n    ../far.md", "[^1]: See [x](note.md) there.", "*[AB]: See there", "---",
        ]
    ),
)  # fmt: skip
TEXT = some.lists(BLOCK, max_size=6).map("\n\n".join)


@settings(max_examples=250, deadline=None)
@given(TEXT)
def test_every_link_that_markdown_makes_was_foreseen(text: str) -> None:
    assert parsed(text) <= mentioned(text)


@settings(max_examples=250, deadline=None)
@given(TEXT.filter(lambda text: 'title="["' not in text))
def test_nothing_is_taken_for_a_link_that_markdown_does_not_make_one(text: str) -> None:
    assert {target for target in mentioned(text) if "ref" not in target and "far" not in target} <= parsed(text)


@settings(max_examples=300, deadline=None)
@given(some.text(some.sampled_from("[]()<>!`\\\"'= \n\t#&ax:/.^*{}"), max_size=80))
def test_whatever_a_text_holds_its_links_are_found_without_an_error(text: str) -> None:
    for mention in mentions(text):
        assert 1 <= mention.line <= text.count("\n") + 1
        is_internal(mention.target)
        content_path(mention.target, SOURCE)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the shared corpus")
def test_in_real_posts_exactly_the_links_of_markdown_are_found() -> None:
    files = sorted(CORPUS.rglob("*.md"))
    assert len(files) > 50
    different = {}
    for file in files:
        text = file.read_text(encoding="utf-8").split("+++\n")[-1]
        if parsed(text) != mentioned(text):
            different[file.name] = parsed(text) ^ mentioned(text)
    assert different == {}


@pytest.mark.parametrize(
    ("text", "target", "line"),
    [
        ("a\n\nb\n[x](y.md)", "y.md", 4),
        ("a\n   \n\n\nb [x](y.md)", "y.md", 5),
        ("```\ncode\n```\n[x](y.md)", "y.md", 4),
        ("a `one\ntwo` [x](y.md)", "y.md", 2),
        ("five ` here\n\n[x](y.md)\n\nand ` there", "y.md", 3),
        ("[x][r]\n\n[r]: y.md", "y.md", 3),
        ("[x](p\\_q.md)", "p_q.md", 1),
        ("[x](my file.md)", "my file.md", 1),
        ("[x](<my file.md> 'title')", "my file.md", 1),
        ("[two\nlines](y.md)", "y.md", 2),
    ],
)
def test_a_link_is_found_with_its_target_and_line(text: str, target: str, line: int) -> None:
    assert [(mention.target, mention.line, mention.raw) for mention in mentions(text)] == [(target, line, False)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ('<a href="x.md">', ["x.md"]),
        ("<a href='x.md'>", ["x.md"]),
        ("<A class=b HREF = x.md>", ["x.md"]),
        ('<a title="1 > 0" href="x.md">', ["x.md"]),
        ('<a\n  href="x.md">', ["x.md"]),
        ('<a href="&#x78;.md">', ["x.md"]),
        ('<a href="https://a.example/" data-x="1"><img src="y.png">', ["https://a.example/", "y.png"]),
        ('<img src="a.png" srcset="b.png 1x, c.png 2x">', ["a.png", "b.png", "c.png"]),
        ('<video poster="p.png" src="v.mp4">', ["p.png", "v.mp4"]),
        ('<svg><use xlink:href="s.svg">', ["s.svg"]),
        ("a < b and href=x > c", []),
        ("`<a href=x.md>`", []),
        ("<b>bold</b> 1<2 data=5", []),
    ],
)
def test_addresses_in_raw_html_are_found(text: str, targets: list[str]) -> None:
    assert [mention.target for mention in mentions(text)] == targets
    assert all(mention.raw for mention in mentions(text))


@pytest.mark.parametrize(
    ("target", "internal"),
    [
        ("x.md", True), ("../x/index.en.md#a", True), ("/en/x/", True), ("www.a.example", True), ("https://[", True),
        ("https://a.example/", False), ("//a.example/x", False), ("#part", False), ("?q=1", False), ("", False),
        ("mailto:a@b.example", False), ("tel:+968", False), ("data:image/png;base64,x", False),
    ],
)  # fmt: skip
def test_a_link_is_internal_when_it_leads_to_a_file(target: str, internal: bool) -> None:
    assert is_internal(target) is internal


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("index.ar.md", "posts/2026/here/index.ar.md"),
        ("../there/index.en.md#part", "posts/2026/there/index.en.md"),
        ("../../../pages/about/index.en.md?x=1", "pages/about/index.en.md"),
        ("my%20file.pdf", "posts/2026/here/my file.pdf"),
        ("%D8%AA.pdf", "posts/2026/here/ت.pdf"),
        ("../../../../plan.yml", "../plan.yml"),
    ],
)
def test_a_path_is_reckoned_from_the_file_that_holds_the_link(target: str, path: str) -> None:
    assert content_path(target, SOURCE) == path


def rendered(text: str, *visible: str) -> tuple[str, list[str]]:
    surprises: list[str] = []
    links = LinkExtension(SOURCE, text, visible, surprises.append)
    markdown = Markdown(extensions=["fenced_code", *EXTENSIONS, links], extension_configs=EXTENSIONS)
    return markdown.convert(text), surprises


HIDDEN = "../secret/index.en.md"
SEEN = "posts/2026/seen/index.en.md"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"[words]({HIDDEN})", "<p><span>words</span></p>"),
        (f"[words]({HIDDEN} 'a secret title')", "<p><span>words</span></p>"),
        (f"[words][r]\n\n[r]: {HIDDEN}", "<p><span>words</span></p>"),
        ("![a chart](../secret/chart.png)", "<p><span>a chart</span></p>"),
        (f"[![a chart](../secret/chart.png)]({HIDDEN})", "<p><span><span>a chart</span></span></p>"),
        (f"[words]({HIDDEN}){{: .button target=secret }}", "<p><span>words</span></p>"),
        (f"[words](https://a.example/){{: href='{HIDDEN}' }}", "<p><span>words</span></p>"),
        (f"![x](https://a.example/x.png){{: srcset='{HIDDEN}' }}", "<p><span>x</span></p>"),
    ],
)
def test_of_a_link_to_a_hidden_file_the_words_alone_are_left(text: str, left: str) -> None:
    assert rendered(text)[0] == left


def test_a_link_that_may_be_followed_stays() -> None:
    page, surprises = rendered("[words](../seen/index.en.md#part) [site](https://a.example/)", SEEN)
    assert 'href="../seen/index.en.md#part"' in page
    assert 'href="https://a.example/"' in page
    assert surprises == []


def test_a_link_with_an_escape_leads_where_it_was_meant_to() -> None:
    page, surprises = rendered("[words](../se\\_en/index.en.md)", "posts/2026/se_en/index.en.md")
    assert 'href="../se_en/index.en.md"' in page
    assert surprises == []


def test_an_address_for_mail_stays_a_link() -> None:
    page, surprises = rendered("<media@a.example>")
    assert page.startswith('<p><a href="&#109;&#97;')
    assert surprises == []


def test_a_link_that_was_not_foreseen_is_hidden_and_reported() -> None:
    page, surprises = rendered(f"[words](https://a.example/){{: href='{HIDDEN}' }}")
    assert "secret" not in page
    assert surprises == [HIDDEN]


def test_an_address_that_nobody_can_parse_stops_nothing() -> None:
    page, surprises = rendered("<https://[x>")
    assert "href" not in page
    assert surprises == ["https://[x"]


@settings(max_examples=120, deadline=None)
@given(TEXT)
def test_of_hidden_files_no_address_is_left_in_the_page(text: str) -> None:
    page, surprises = rendered(text)
    assert surprises == []
    for name in ("index.en.md", "b.pdf", "words.pdf", "q).md", "x%20y.png", "c.md#", "d_e.md", "in.png", "note.md"):
        assert name not in page


@pytest.mark.parametrize(
    "piece", ["](", "[", "<a ", '<a href="', "<!-- ", "[a]:\n", "```\n", "``` a\n", "~~~a\n", "\\", "`` "]
)
def test_a_long_text_of_scraps_costs_no_more_than_its_length(piece: str) -> None:
    assert grows_in_proportion(lambda size: mentions(f"{piece * size}\n\n[a](b) <b>\n\n[a]: b\n"), 1500)
