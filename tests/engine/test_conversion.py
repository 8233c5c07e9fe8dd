"""The fast conversion, held against MkDocs' own: the same bytes, anchors, links and warnings, whatever came before."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.treeprocessors import Treeprocessor
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage

from newsroom.engine.conversion import NEEDED, RESETTABLE, Converter, Rendered, convert_ordinarily
from newsroom.engine.typesetting import EXTENSIONS, prepare
from newsroom.languages import words
from newsroom.model.language import Language
from newsroom.pages.page import Page, Text
from tests.conftest import REPOSITORY

CORPUS = REPOSITORY.parent / "shared" / "corpus" / "organicmaps"
FOLDER = "posts/2026/here"
SEEN = {
    f"posts/2026/seen/{name}": f"en/posts/2026/seen/{name}"
    for name in ("index.en.md", "index.ar.md", "chart.png", "a_b.pdf")
}
GONE = {"posts/2026/seen/gone.en.md": "", "posts/2026/seen/gone": ""}
"""What a page may link to though the engine does not know it, which makes the engine warn."""


def configuration(options: Mapping[str, Mapping[str, Any]] | None = None) -> MkDocsConfig:
    """The engine's configuration, with what a newsroom's mkdocs.yml may say of Markdown."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"), site_dir="site", plugins=[])
    for name, settings_of_one in (options or {}).items():
        config.markdown_extensions.append(name)
        config.mdx_configs[name] = dict(settings_of_one)
    prepare(config)
    return config


class Desk:
    """Converts texts both ways; all of them lie in one folder and may link to the same files."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.here = {language: self._file(f"{FOLDER}/index.{language}.md") for language in ("ar", "en")}
        self.files = Files([*self.here.values(), *map(self._file, SEEN)])

    def _file(self, path: str) -> File:
        return File(path, None, str(self.config.site_dir), use_directory_urls=True)

    def page(self, language: Language, links: Mapping[str, str] = SEEN | GONE) -> Page:
        nothing: Any = None
        return Page(
            address=f"{language}/{FOLDER}/",
            template="post.html",
            language=language,
            title="",
            description="",
            frame=nothing,
            view=nothing,
            site=nothing,
            metadata=nothing,
            text=Text(f"{FOLDER}/index.{language}.md", ""),
            links=links,
            sizes={"posts/2026/seen/chart.png": (640, 480)},
        )

    def converter(self, language: Language) -> Converter:
        return Converter(self.config, language, self.files)

    def fast(self, converter: Converter, language: Language, markdown: str) -> Rendered:
        return converter.convert(self.page(language), markdown, self.here[language])

    def ordinary(self, language: Language, markdown: str) -> Rendered:
        engine_page = EnginePage("", self.here[language], self.config)
        return convert_ordinarily(engine_page, self.page(language), markdown, self.config, self.files)


PLAIN = Desk(configuration())


def english(*texts: str, desk: Desk = PLAIN) -> Rendered:
    """The last of several texts that one converter was given."""
    converter = desk.converter("en")
    return [desk.fast(converter, "en", text) for text in texts][-1]


PIECES = [
    "word", "Word", "كلمة", "واحد", " ", "  \n", "\n", " | ", "|", ": ", "; ", "(", ")", "\u00a0", "١٢", "12", "AB",
    "HTML", "+8.4%", "C++", "2024–2026", "+968 2412 3456", "@name", "#tag", "a@b.example", "\\*", "\\[", "\\", "\\`",
    "&amp;", "&#160;", "&", "<", ">", "AT&T", "*", "**", "***", "_", "__", "`", "``", "[", "]", "![", "](", "[^1]",
    "[^2]", "[^2]:", "[ref]", "[ref][]", "[words][ref]", "[TOC]", "{#part}", "{: .lead #own }", "'", '"', "--", "...",
    "!!! note", "=", "[words](../seen/index.en.md)", "[words](../seen/index.en.md#part)", "[words](#part)",
    "[w](../hidden/index.en.md)", "[words](../seen/gone.en.md)", "[words](../seen/gone)", "[w](../seen/a\\_b.pdf)",
    "[words](https://a.example/ 'title')", "[words](https://a.example/){: href='../hidden.md' }",
    "![chart](../seen/chart.png)", "![gone](../hidden/x.png)", "<https://a.example/>", "<media@a.example>",
    "<https://[x>", "<b id='raw'>", "</b>", "<br>", "<kbd>A+</kbd>", "<!-- x -->", '<a name="named">', "<div>",
    "</div>", '<div id="block" markdown>', "<?x ?>",
]  # fmt: skip
LINE = some.lists(some.sampled_from(PIECES) | some.text(max_size=3), min_size=1, max_size=6).map("".join)
BLOCK = some.one_of(
    LINE,
    LINE.map("Word {}".format),
    some.tuples(LINE, LINE).map("Words {0[0]}\nكلمات {0[1]}".format),
    some.sampled_from(["# Part", "## Part", "## الجزء", "### Part {#own}", "Part\n====", "Part |\n---|", "---", "***"]),
    LINE.map("## {}".format),
    LINE.map("> {}\n> second".format),
    some.tuples(LINE, LINE).map("- {0[0]}\n- {0[1]}\n    - nested".format),
    some.tuples(LINE, LINE).map("3. {0[0]}\n\n    {0[1]}\n4. four".format),
    LINE.map("    {}".format),
    LINE.map("| a | b |\n|:--|--:|\n| {} | x |".format),
    LINE.map("[^1]: {}".format),
    LINE.map("[^2]: {}\n\n    second".format),
    LINE.map("*[AB]: {}".format),
    LINE.map("```\n{}\n```".format),
    LINE.map("!!! note\n    {}".format),
    LINE.map("term\n:   {}".format),
    LINE.map("<div markdown>\n\n{}\n\n</div>".format),
    some.sampled_from(["[ref]: ../seen/index.en.md", "[ref]: <https://a.example/> 'title'", "*[HTML]: Words", "[TOC]"]),
)
TEXT = some.lists(BLOCK, max_size=6).map("\n\n".join)
SEQUENCE = some.lists(some.tuples(some.sampled_from(["ar", "en"]), TEXT), min_size=1, max_size=4)


def assert_equal_one_after_another(desk: Desk, sequence: list[tuple[Language, str]]) -> None:
    converters = {"ar": desk.converter("ar"), "en": desk.converter("en")}
    for language, text in sequence:
        fast = outcome(lambda: desk.fast(converters[language], language, text))  # noqa: B023 - called at once
        assert fast == outcome(lambda: desk.ordinary(language, text))  # noqa: B023


def outcome(convert: Callable[[], Rendered]) -> Rendered | str:
    """What became of a text, or how it failed: MkDocs cannot read every text, such as ``<![``."""
    try:
        return convert()
    except AssertionError as error:
        return str(error)


@settings(max_examples=250, deadline=None)
@given(SEQUENCE)
def test_texts_become_what_mkdocs_makes_of_each_alone(sequence: list[tuple[Language, str]]) -> None:
    assert_equal_one_after_another(PLAIN, sequence)


ALL_RESETTABLE = Desk(configuration({name: {} for name in sorted(RESETTABLE - EXTENSIONS.keys() - {"fenced_code"})}))


@settings(max_examples=150, deadline=None)
@given(SEQUENCE)
def test_extensions_that_are_reset_between_texts_forget_the_text(sequence: list[tuple[Language, str]]) -> None:
    assert_equal_one_after_another(ALL_RESETTABLE, sequence)


class Counting(Extension):
    """An extension as MkDocs allows it: no reset would help it, and it has a pattern and a processor of its own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.inlinePatterns.register(SimpleTextInlineProcessor("w(or)d"), "counting", 35)
        md.treeprocessors.register(Appending(md), "counting", 30)


class Appending(Treeprocessor):
    texts = 0

    def run(self, root: Element) -> None:
        self.texts += 1
        root.append(Element("hr", {"id": f"text-{self.texts}"}))


def makeExtension(**options: Any) -> Extension:  # noqa: N802 - the name is Python-Markdown's
    return Counting(**options)


OTHERS = {
    "of a third party": {__name__: {}},
    "with unique footnotes": {"footnotes": {"UNIQUE_IDS": True}},
    "with other words": {"footnotes": {"BACKLINK_TITLE": "up %d"}, "toc": {"permalink": True, "baselevel": 2}},
    "with a glossary": {"abbr": {"glossary": {"HTML": "words"}}},
    "with line breaks": {"nl2br": {}},
}
OTHER_DESKS = {name: Desk(configuration(options)) for name, options in OTHERS.items()}


@pytest.mark.parametrize("name", OTHERS)
@settings(max_examples=50, deadline=None)
@given(sequence=SEQUENCE)
def test_a_newsrooms_own_choice_of_extensions_is_kept(name: str, sequence: list[tuple[Language, str]]) -> None:
    assert_equal_one_after_another(OTHER_DESKS[name], sequence)


def test_a_pattern_of_a_third_party_is_tried_on_plain_words() -> None:
    assert english("word", desk=OTHER_DESKS["of a third party"]).content == '<p>or</p>\n<hr id="text-1" />'


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("*[AB]: a long word", "AB"),
        ("[ref]: ../seen/index.en.md", "[ref]"),
        ("a[^1]\n\n[^1]: note", "a[^1]"),
        ("a[^1]\n\n[^1]: note", "a[^1]\n\n[^1]: other"),
        ("## Part", "## Part"),
        ("<div>raw</div>\n\n<b>raw</b>", "<div>other</div>"),
        ("**open", "close**"),
        ("7. seven", "1. one"),
        ("![x](../seen/chart.png) [y](../hidden.md)", ""),
        ("<b id='x'>x</b> [x](../seen/index.en.md#x)", "plain"),
    ],
    ids=[
        "abbreviation", "reference", "footnote", "footnote of the same name", "heading", "raw html", "emphasis", "list",
        "empty", "anchor",
    ],
)  # fmt: skip
def test_a_text_leaves_nothing_for_the_next(before: str, text: str) -> None:
    assert english(before, text) == english(text)


class Failing(dict[str, str]):
    def __contains__(self, path: object) -> bool:
        raise OSError(path)


def test_a_text_that_cannot_be_converted_leaves_nothing_for_the_next() -> None:
    converter = PLAIN.converter("en")
    with pytest.raises(OSError, match="seen"):
        converter.convert(PLAIN.page("en", Failing()), "a[^1] [x](../seen/index.en.md)\n\n[^1]: b", PLAIN.here["en"])
    assert PLAIN.fast(converter, "en", "a[^1]") == english("a[^1]")


def test_anchors_are_those_of_headings_and_of_raw_html() -> None:
    assert english("## Part\n\n## Part\n\n<b id='raw'>x</b>\n\n<a name='named'></a>").anchors == (
        "named", "part", "part_1", "raw",
    )  # fmt: skip


def test_links_to_anchors_name_the_file_that_they_lead_to() -> None:
    assert english("[x](#here) [y](../seen/index.en.md#part) [z](../seen/index.en.md)").links == (
        (f"{FOLDER}/index.en.md", "here", "#here"),
        ("posts/2026/seen/index.en.md", "part", "../seen/index.en.md#part"),
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_way_back_from_a_footnote_is_named_in_the_language_of_the_page(language: Language) -> None:
    title = words(language).footnote_back.format(1)
    assert f'title="{title}"' in PLAIN.fast(PLAIN.converter(language), language, "a[^1]\n\n[^1]: b").content


WARNING = (
    "Doc file 'posts/2026/here/index.en.md' contains a link '../seen/gone.en.md', "
    "but the target 'posts/2026/seen/gone.en.md' is not found among documentation files."
)
REMARK = (
    "Doc file 'posts/2026/here/index.en.md' contains an unrecognized relative link '../seen/gone', it was left as is."
)
SURPRISE = "content/posts/2026/here/index.en.md: the link 'x' was not understood and is shown as plain words"


@pytest.mark.parametrize("level", [logging.DEBUG, logging.WARNING, logging.ERROR], ids=logging.getLevelName)
@pytest.mark.parametrize("convert", [english, lambda text: PLAIN.ordinary("en", text)], ids=["fast", "ordinary"])
def test_what_is_meant_for_the_log_is_kept_for_later_whatever_the_log_shows(
    convert: Any, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(level, "mkdocs")
    text = "[x](../seen/gone.en.md) [y](../seen/gone) [z](https://a.example/){: href=x }"
    assert sorted(convert(text).warnings) == [
        (logging.INFO, REMARK), (logging.WARNING, WARNING), (logging.WARNING, SURPRISE),
    ]  # fmt: skip
    assert caplog.records == []
    logging.getLogger("mkdocs.structure.pages").error("after")
    assert caplog.messages == ["after"]
    assert logging.getLogger("mkdocs").level == level


def test_the_ordinary_conversion_leaves_its_traces_on_the_page_of_the_engine() -> None:
    engine_page = EnginePage("", PLAIN.here["en"], PLAIN.config)
    rendered = convert_ordinarily(engine_page, PLAIN.page("en"), "## Part\n\n[x](#part)", PLAIN.config, PLAIN.files)
    assert engine_page.content == rendered.content
    assert engine_page.present_anchor_ids == {"part"}
    assert [entry.id for entry in engine_page.toc] == ["part"]


def bodies(folder: Path) -> list[tuple[str, str]]:
    texts = ((path, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.md")))
    return [
        (str(path), re.split(r"^(?:---|\+{3})\n", text, maxsplit=2, flags=re.MULTILINE)[-1]) for path, text in texts
    ]


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param(REPOSITORY / "content", id="example"),
        pytest.param(CORPUS, id="corpus", marks=pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus")),
    ],
)
def test_real_texts_become_what_mkdocs_makes_of_them(folder: Path) -> None:
    texts = bodies(folder)
    assert len(texts) > 50
    languages: list[Language] = ["ar", "en"]
    converters = [(language, PLAIN.converter(language)) for language in languages]
    different = [
        (language, name)
        for name, text in texts
        for language, converter in converters
        if PLAIN.fast(converter, language, text) != PLAIN.ordinary(language, text)
    ]
    assert different == []


def test_every_pattern_that_authors_have_is_gated_and_no_other() -> None:
    assert {pattern.pattern for pattern in Markdown(extensions=[*EXTENSIONS]).inlinePatterns} == NEEDED.keys()


MARKS = some.text(some.sampled_from("`\\[]!<>&;#x^*_@:/.- \n1a"), max_size=30) | LINE


@pytest.mark.parametrize("expression", NEEDED)
@settings(max_examples=200, deadline=None)
@given(text=MARKS)
def test_a_pattern_matches_nothing_where_what_it_needs_is_missing(expression: str, text: str) -> None:
    needed = NEEDED[expression]
    while any(string in text for string in needed):
        for string in needed:
            text = text.replace(string, "")
    assert re.search(expression, text, re.DOTALL) is None
