"""Portable HTML: what goes along with a text, what does not, and what is said in its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsroom.model.language import LANGUAGES, Language
from newsroom.prose.absolute import absolute
from newsroom.prose.carried import CARRIED, EVERYWHERE
from tests.prose.manuscripts import NOTICE, PAGE, TANGLES, carried, converted, elements

SAID = f'<p><a href="{PAGE}">{NOTICE}</a></p></div>'
PICTURE = '<img src="https://luban.example/b.png" alt="">'
ADDRESSES = re.compile(r'\b(?:href|src|cite|srcset)="([^"]*)"')


def inside(html: str) -> str:
    """What a text became, without its outermost element."""
    return carried(html).removeprefix('<div lang="en" dir="ltr">').removesuffix("</div>")


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_text_says_its_language_and_direction(language: Language, direction: str) -> None:
    assert carried("<p>x</p>", language) == f'<div lang="{language}" dir="{direction}"><p>x</p></div>'


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../annual-results/", "https://luban.example/ar/posts/2026/annual-results/"),
        ("#النتائج", f"{PAGE}#%D8%A7%D9%84%D9%86%D8%AA%D8%A7%D8%A6%D8%AC"),
        ("تقرير ٢.pdf", f"{PAGE}%D8%AA%D9%82%D8%B1%D9%8A%D8%B1%20%D9%A2.pdf"),
        ("//other.example/a", "https://other.example/a"),
        ("http://عمان.example:8080/?س=1", "http://xn--mgb9awbf.example:8080/?%D8%B3=1"),
        ("https://a.example/50%25?q=100%", "https://a.example/50%25?q=100%25"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("mailto:media@luban.example", "mailto:media@luban.example"),
        ("tel:+96824123456", "tel:+96824123456"),
    ],
    ids=["sibling", "fragment", "letters", "host", "international", "percent", "six", "mail", "telephone"],
)
def test_an_address_leads_there_from_anywhere(target: str, address: str) -> None:
    assert inside(f'<a href="{target}">x</a>') == f'<a href="{address}">x</a>'


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", " java\nscript:x", "data:text/html,x", "vbscript:x", "http://", "http://a b/", "http://[x",
     "https://a..b.عمان/", "https://a.example:port/", "file:///etc/passwd"],
)  # fmt: skip
def test_a_link_that_leads_nowhere_keeps_its_words(target: str) -> None:
    assert inside(f'<p>see <a href="{target}">our <b>report</b></a>.</p>') == "<p>see our <b>report</b>.</p>"


@settings(deadline=None)
@given(st.text(max_size=40) | st.sampled_from(["http://", "//", "mailto:"]).flatmap(lambda a: st.text().map(a.__add__)))
def test_an_address_is_ascii_and_absolute_and_stays_so(target: str) -> None:
    address = absolute(target, PAGE)
    assert address is None or (address.isascii() and absolute(address, PAGE) == address)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p onclick="x()" style="x" class="c" id="i">x</p>', "<p>x</p>"),
        ("<style>p {}</style><p>x<!-- c --></p>", "<p>x</p>"),
        ("<p hidden>draft</p><p>x</p>", "<p>x</p>"),
        ("<p><font>x</font> y</p>", "<p>x y</p>"),
        ("<center>a</center><main>b</main>", "<div>a</div><div>b</div>"),
        ("<noscript><p>x</p></noscript>", "<p>x</p>"),
        ("a</body></html>b", "ab"),
        ("<picture><source srcset='a.webp'><img src='/b.png' alt=''></picture>", PICTURE),
    ],
    ids=["attributes", "unseen", "hidden", "unknown", "blocks", "noscript", "behind the end", "picture"],
)
def test_what_nobody_sees_goes_and_the_words_stay(html: str, expected: str) -> None:
    assert inside(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<ol start="3"><li value="7">x</li></ol>',
        '<table><tr><th scope="col" colspan="2">x</th></tr></table>',
        '<p><bdi dir="ltr">+8.4%</bdi> <span lang="en">Luban</span></p>',
        '<figure><img src="https://a.example/b.jpg" alt="x" width="4" height="3"><figcaption>y</figcaption></figure>',
        "<blockquote><p>x</p></blockquote>",
        "<h2>x</h2>",
    ],
    ids=["list", "table", "direction", "figure", "quotation", "heading"],
)
def test_what_has_a_place_everywhere_goes_along(html: str) -> None:
    assert inside(html) == html


@pytest.mark.parametrize("tag", ["embed", "source", "track", "wbr", "param", "input"])
def test_what_follows_an_element_without_an_end_is_not_its_content(tag: str) -> None:
    assert inside(f"<{tag} title='>'><p>x</p>").startswith("<p>x</p>")


def test_an_empty_item_does_not_take_in_what_follows() -> None:
    assert inside("<ul><li></li></ul><p>x</p>") == "<ul><li></li></ul><p>x</p>"
    assert inside("<li><svg></svg></li>") == f'<li></li><p><a href="{PAGE}">{NOTICE}</a></p>'


def test_a_footnote_leads_to_the_page() -> None:
    html = carried(converted("x[^1]\n\n[^1]: note"))
    assert f'<sup><a href="{PAGE}#fn:1">1</a></sup>' in html
    assert f'href="{PAGE}#fnref:1"' in html


@pytest.mark.parametrize(
    ("html", "address", "words"),
    [
        ('<iframe src="//films.example/7" title="The film"></iframe>', "https://films.example/7", "The film"),
        (
            '<video><track src="t.vtt"><source src="film.mp4"><p>Get a browser</p></video>',
            f"{PAGE}film.mp4",
            f"{PAGE}film.mp4",
        ),
        ('<audio src="a.mp3" aria-label="Speech"></audio>', f"{PAGE}a.mp3", "Speech"),
        ('<object data="a.pdf"><embed src="b.pdf"></object>', f"{PAGE}a.pdf", f"{PAGE}a.pdf"),
    ],
    ids=["frame", "film", "sound", "object"],
)
def test_what_is_shown_from_elsewhere_becomes_a_link(html: str, address: str, words: str) -> None:
    assert inside(html) == f'<p><a href="{address}">{words}</a></p>'


@pytest.mark.parametrize(
    "html",
    ["<script>x()</script>", "<form><input></form>", '<iframe srcdoc="x"></iframe>', '<img src="data:,x" alt="x">',
     "<svg><text>x</text></svg>", "<select><option>x</select>", '<video src="javascript:x"></video>'],
)  # fmt: skip
def test_where_something_seen_is_left_out_the_page_is_named_once(html: str) -> None:
    assert carried(f"<p>x</p>{html}{html}").endswith(SAID)
    assert carried(f"<p>x</p>{html}{html}").count(NOTICE) == 1


def test_nothing_is_said_where_nothing_is_left_out() -> None:
    assert NOTICE not in carried("<style>x</style><p onclick='x'>x</p><iframe src='https://a.example/'></iframe>")


def test_a_picture_that_cannot_be_carried_is_its_words() -> None:
    assert inside('<p><img src="data:image/png,x" alt="A ship"></p>').startswith("<p>A ship</p>")


def test_characters_that_no_feed_may_hold_are_seen_to_be_lost() -> None:
    assert inside("<p title='&#2;'>a\x00b\x0bc&#1;d\ud800e\ufffff\x85g</p>") == '<p title="�">a�b�c�d�e�f�g</p>'


def test_an_item_of_nothing_but_such_a_character_stops_no_build() -> None:
    assert inside("<ul><li>&#1;</li></ul>") == "<ul><li>�</li></ul>"


def test_a_text_that_nests_without_end_is_its_words_and_the_notice() -> None:
    assert inside("<div>" * 500 + "x") == f'<p>x</p><p><a href="{PAGE}">{NOTICE}</a></p>'


@settings(max_examples=400, deadline=None)
@given(TANGLES)
def test_only_what_is_listed_is_carried(html: str) -> None:
    for element in elements(carried(html)):
        assert set(element.attrib) <= CARRIED[str(element.tag)] | EVERYWHERE


@settings(max_examples=400, deadline=None)
@given(TANGLES)
def test_every_address_is_absolute(html: str) -> None:
    for value in ADDRESSES.findall(carried(html)):
        assert value.isascii()
        assert all(address.strip().startswith("https://") for address in value.split(","))


@settings(max_examples=400, deadline=None)
@given(TANGLES, st.sampled_from(LANGUAGES))
def test_what_is_portable_already_stays_as_it_is(html: str, language: Language) -> None:
    once = carried(html, language)
    assert carried(once, language) == once


@settings(deadline=None)
@given(TANGLES)
def test_what_is_carried_may_stand_in_xml(html: str) -> None:
    document = etree.Element("content")
    document.text = carried(html)
    assert etree.fromstring(etree.tostring(document)).text == document.text
