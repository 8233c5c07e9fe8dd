"""Plain text: what a reader of a terminal or of e-mail is given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from newsroom.prose.manuscript import Manuscript
from newsroom.prose.plain import plain_text
from newsroom.prose.plain_markdown import markdown
from tests.prose.manuscripts import NOTICE, PAGE, TANGLES, carried, converted


def plain(source: str) -> str:
    """The plain text of what an author wrote."""
    return plain_of(carried(converted(source)))


def plain_of(html: str) -> str:
    return plain_text(Manuscript.of(html))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("## Ports\n\nOne\nline.\n\nTwo.", "Ports\n\nOne line.\n\nTwo.\n"),
        ("- a\n- b\n    1. c\n    2. d", "- a\n- b\n  1. c\n  2. d\n"),
        ("- a\n\n    b\n\n- c", "- a\n\n  b\n\n- c\n"),
        ("| a | b |\n|---|---|\n| c | 8.4% |", "a | b\nc | 8.4%\n"),
        ("> a\n>\n> b", "> a\n>\n> b\n"),
        ("a  \nb", "a\nb\n"),
        ("a\n\n---\n\nb", "a\n\n* * *\n\nb\n"),
        ("    x  = 1\n      y", "x  = 1\n  y\n"),
        ("**a** *b* `c` &amp; &lt;d&gt;", "a b c & <d>\n"),
        ("10<sup>6</sup> m<sup>2</sup>, 1<sup>st</sup>, CO<sub>2</sub>", "10⁶ m², 1st, CO2\n"),
        ("<del>a</del> <q>b</q>", "~~a~~ “b”\n"),
        ("", ""),
    ],
    ids=[
        "headings",
        "lists",
        "loose",
        "table",
        "quotation",
        "break",
        "rule",
        "code",
        "marks",
        "raised",
        "struck",
        "none",
    ],
)
def test_a_block_is_written_as_people_type_it(source: str, text: str) -> None:
    assert plain(source) == text


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("[the results](../results/)", "the results <https://luban.example/ar/posts/2026/results/>"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("[a.example](https://a.example/)", "a.example"),
        ("<media@luban.example>", "media@luban.example"),
        ("[+968 2412 3456](tel:+96824123456)", "+968 2412 3456"),
        ("[call us](tel:+96824123456)", "call us <tel:+96824123456>"),
        ("![A ship](hero.jpg)", f"[A ship] <{PAGE}hero.jpg>"),
        ("![](hero.jpg)", ""),
    ],
    ids=["words", "address", "host", "mail", "telephone", "call", "picture", "ornament"],
)
def test_a_link_says_where_it_leads_once(link: str, text: str) -> None:
    assert plain(f"See {link}") == f"See {text}".strip() + "\n"


def test_footnotes_stand_at_the_end() -> None:
    assert plain("a[^x] b[^y]\n\nc\n\n[^x]: one\n[^y]: two") == "a[1] b[2]\n\nc\n\n[1] one\n\n[2] two\n"


def test_a_text_with_footnotes_is_written_in_one_format_after_another() -> None:
    text = Manuscript.of(carried(converted("a[^x]\n\n[^x]: one")))
    assert markdown(text) == "a[^1]\n\n[^1]: one\n"
    assert plain_text(text) == "a[1]\n\n[1] one\n"


def test_white_space_is_one_space_however_it_was_typed() -> None:
    assert plain_of("<p>\ta\n b  c \t  d     e\rf <b> g </b> h</p>") == "a b c d e f g h\n"


def test_what_was_left_out_is_said_in_plain_text_too() -> None:
    assert plain("a\n\n<form><input></form>") == f"a\n\n{NOTICE} <{PAGE}>\n"


def test_figures_in_arabic_hold_no_invisible_characters() -> None:
    html = carried(converted("اتصل على +968 2412 3456، ونما ٨٫٤٪ و+8.4%.", "ar"), "ar")
    assert plain_of(html) == "اتصل على +968 2412 3456، ونما ٨٫٤٪ و+8.4%.\n"


def test_direction_marks_of_the_source_stay() -> None:
    assert plain("a\u200f b\u2067c\u2069") == "a\u200f b\u2067c\u2069\n"


def test_quotation_marks_are_those_of_the_language() -> None:
    assert plain_of(carried("<p><q>خبر</q></p>", "ar")) == "«خبر»\n"


def test_a_cell_over_two_columns_keeps_the_others_in_their_place() -> None:
    html = "<table><tr><th colspan=2>a</th><th>b</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    assert plain_of(carried(html)) == "a |  | b\n1 | 2 | 3\n"


def test_html_that_is_not_portable_shows_no_scripts() -> None:
    assert plain_of("<p>a<script>b</script></p><style>c</style>") == "a\n"


@settings(max_examples=300, deadline=None)
@given(TANGLES)
def test_plain_text_is_clean_whatever_it_comes_from(html: str) -> None:
    text = plain_of(carried(html))
    assert not re.search(r"[ \t]$|\n{3}|[\x00-\x08\x0b-\x1f]", text.removesuffix("\n"), re.MULTILINE)
    assert not text or re.search(r"\S\n\Z", text)


@settings(max_examples=300, deadline=None)
@given(TANGLES)
def test_no_letter_is_lost(html: str) -> None:
    portable = carried(html)
    said = re.sub(r"<[^>]*>", "", portable)
    assert set(re.findall(r"خبر|word|🎉", said)) <= set(re.findall(r"خبر|word|🎉", plain_of(portable)))
