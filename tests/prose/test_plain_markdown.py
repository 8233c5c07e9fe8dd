"""Markdown made from HTML: clean, and the same words when it is converted again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsroom.model.language import Language
from newsroom.prose.manuscript import Manuscript
from newsroom.prose.plain_markdown import markdown
from tests.prose.manuscripts import PAGE, carried, converted, words_of

POSTS = sorted((Path(__file__).parents[2] / "content/posts").glob("*/*/index.*.md"))

CLEAN = [
    "# One\n\n## Two",
    "a **b** *c* `d` e",
    "- a\n- b\n    - c\n\nd",
    "1. a\n2. b",
    "- a\n\n    b\n\n- c",
    "> a\n>\n> b",
    "| a | b |\n|---|---|\n| c\\|d |  |",
    "a  \nb",
    "a\n\n---\n\nb",
    "    x = 1\n      y",
    f"[a]({PAGE}b/) <{PAGE}> ![c]({PAGE}d.jpg)",
    "a[^1] b[^2]\n\n[^1]: c\n\n[^2]: d\n\n    e",
    "`` a`b ``",
    "snake_case 2 < 3 & 4 > 3",
]
HARMLESS = [
    "1. a", "1) a", "- a", "+ a", "* a", "# a", "> a", "a\n===", "a\n---", "|a|\n|---|", "*a*", "_a_", "__a__", "`a`",
    "[a](b)", "[a]: b", "[^1]: b", "![a](b)", "<b>", "<a@b.example>", "&amp;", "&#42;", "\\*", "*[A]: b", "C#", ": a",
    "~~~\na", "1.", "--", "***",
]  # fmt: skip
PIECES = st.sampled_from([*HARMLESS, "خبر", "word", " ", "!", ".", "<br>", "\\", "_", "*", "`", "|", "#"])
WORDS = st.lists(PIECES, max_size=6).map("".join)


def markdown_of(html: str) -> str:
    return markdown(Manuscript.of(html))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("&lt;br>", "<br>")


def marked(words: str, tag: str) -> str:
    return f"<{tag}>{escaped(words)}</{tag}>"


INLINE = st.lists(
    st.builds(marked, WORDS, st.sampled_from(["b", "em", "code", "span", "bdi"])) | WORDS.map(escaped), max_size=4
).map("".join)
BLOCKS = st.lists(
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h2", "blockquote", "div"]), INLINE)
    | INLINE.map("<ul><li>{0}</li><li>b</li></ul><p>c</p>".format)
    | INLINE.map("<table><tr><th>a</th><th>{0}</th></tr><tr><td>b</td></tr></table>".format),
    max_size=3,
).map("".join)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_markdown_comes_back_as_it_was(text: str) -> None:
    assert markdown_of(carried(converted(text))) == text + "\n"


@pytest.mark.parametrize("words", HARMLESS)
def test_words_that_look_like_marks_stay_words(words: str) -> None:
    html = carried(f"<p>{escaped(words)}</p>")
    again = converted(markdown_of(html))
    assert words_of(again) == words_of(html)
    assert set(re.findall(r"<(\w+)", again)) == {"p"}


@pytest.mark.parametrize("words", HARMLESS)
def test_words_that_look_like_marks_stay_words_in_commonmark(words: str) -> None:
    html = carried(f"<p>{escaped(words)}</p>")
    assert words_of(MarkdownIt("commonmark").enable("table").render(markdown_of(html))) == words_of(html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Wow!<a href='https://a.example/'>b</a></p>", "Wow\\![b](https://a.example/)\n"),
        ("<p>a<b>«b»</b>c</p>", "a«b»c\n"),
        ("<p><b>a</b><b>b</b></p>", "**a**b\n"),
        ("<p><b> a </b>b</p>", "**a** b\n"),
        ("<p><a href='https://a.example/b_(c)'>d</a></p>", "[d](https://a.example/b_%28c%29)\n"),
        ("<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>", "| a |  |\n|---|---|\n| b | c |\n"),
        ("<h2>a<br>b #</h2>", "## a b \\#\n"),
    ],
    ids=["exclamation", "glued", "touching", "spaces", "brackets", "uneven", "heading"],
)
def test_marks_that_would_be_misread_are_not_made(html: str, expected: str) -> None:
    assert markdown_of(carried(html)) == expected


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_converting_it_again_gives_the_same_words(html: str) -> None:
    first = carried(html)
    assert words_of(converted(markdown_of(first))) == words_of(first)


@pytest.mark.parametrize("path", POSTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_our_own_texts_go_there_and_back(path: Path) -> None:
    language: Language = "ar" if path.name == "index.ar.md" else "en"
    html = carried(converted(path.read_text("utf-8").split("\n---\n", 1)[1], language), language)
    again = carried(converted(markdown_of(html), language), language)
    assert markdown_of(again) == markdown_of(html)
    assert words_of(again) == words_of(html)
