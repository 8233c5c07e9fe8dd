"""Texts for the laws of portable HTML and of the formats made from it: what authors write, and what nobody should."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from lxml import etree
from markdown import Markdown

from newsroom.model.language import Language
from newsroom.prose.fragments import parse, write
from newsroom.prose.isolation import IsolationExtension
from newsroom.prose.portable import portable
from newsroom.prose.tables import TableExtension

PAGE = "https://luban.example/ar/posts/2026/results/"
NOTICE = "More of this text is on its page."

TAGS = (
    "a", "b", "bdi", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "figure", "form", "h2", "hr", "i",
    "iframe", "img", "li", "noscript", "object", "ol", "p", "pre", "script", "section", "select", "span", "style",
    "sup", "svg", "table", "td", "textarea", "th", "title", "tr", "ul", "unheard-of", "video",
)  # fmt: skip
ATTRIBUTES = (
    "", ' href="../other/"', ' href="#note"', ' href="javascript:alert(1)"', ' src="hero.jpg"', ' src="data:,x"',
    ' srcset="a.jpg 1x, b.jpg 2x"', ' onclick="x()"', ' style="color:red"', ' class="c"', " hidden", ' title="&quot;<"',
    ' lang="ar" dir="rtl"', " =", ' alt="صورة"',
)  # fmt: skip
WORDS = (
    "خبر ", "word ", " ", "\n", "\n\n", "&amp;", "&lt;p&gt;", "&#1;", "\x00", "\ud800", "]]>", "<!-- c -->",
    "<![CDATA[", "</body>", "</html>", "<", "&", "🎉", "+8.4% ", "1. ", "- ", "# ",
)  # fmt: skip
OPENING_TAGS = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
CLOSING_TAGS = st.builds("</{}>".format, st.sampled_from(TAGS))
TANGLES = st.lists(OPENING_TAGS | CLOSING_TAGS | st.sampled_from(WORDS) | st.text(max_size=5), max_size=25).map("".join)


def carried(html: str, language: Language = "en") -> str:
    """A text's HTML made portable, as on our page."""
    return write(portable(html, PAGE, language, NOTICE))


def converted(source: str, language: Language = "en") -> str:
    """The HTML of Markdown, made as the site's is."""
    runs = [IsolationExtension()] if language == "ar" else []
    return Markdown(extensions=["abbr", "attr_list", "footnotes", "tables", "toc", TableExtension(), *runs]).convert(
        source
    )


def words_of(html: str) -> str:
    """All words of some HTML, whatever its marks."""
    return re.sub(r"\s+", "", "".join(parse(html).itertext()))


def elements(html: str) -> list[etree._Element]:
    """Every element of some portable HTML, in the order of reading."""
    return list(parse(html).iterdescendants())
