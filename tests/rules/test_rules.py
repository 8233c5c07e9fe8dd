"""Every rule of a newsroom that was read: one change to a sound one, and the one problem that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import check, sound_newsroom
from newsroom.rules import FOLDER_RULES, NEWSROOM_RULES
from tests.reading.problems import (
    ARABIC,
    ENGLISH,
    POST,
    Case,
    add_keys,
    add_words,
    check_but_for_words,
    found,
    only_problem,
    replace,
    write,
)
from tests.reading.test_rules import HERO
from tests.rules.crossposting.test_crossposting import CASES as CROSSPOSTING
from tests.rules.moved.test_moved import CASES as MOVED
from tests.rules.parts.test_parts import CASES as PARTS
from tests.rules.policy.test_policy_rules import POLICY_MODEL
from tests.rules.service.test_planning import PLANNING_MODEL
from tests.samples import (
    occasion,
    point,
    restatement,
    write_calendar,
    write_figure,
    write_picture,
    write_post,
    write_text,
)

SECOND = "content/posts/2026/post-2/index.ar.md"


def write_page(root: Path, slug: str) -> None:
    write_text(root / "content" / "pages" / slug / "index.ar.md", {"title": "ع", "summary": "س"}, "ن")


TAKEN = ["posts", "archive", "accounts", "media-contacts", "boilerplate", "feeds", "subscribe", "calendar", "contacts"]
BLOCKED = [
    "<script>alert(1)</script>",
    '<SCRIPT src="https://a.example/x.js"></SCRIPT>',
    "<style>p {color: red}</style>",
    '<iframe title="a > b" src="https://a.example/"></iframe>',
    "<form action='https://a.example/'>",
    "<object type=x></object>",
    "<embed type=x>",
    '<p style="color: red">x</p>',
    "<p STYLE = 'color: red'>x</p>",
    "<p onclick=go()>x</p>",
    '<p title="x" onMouseOver="go()">x</p>',
    "[x](index.en.md){: style='color: red' }",
    "## words { onclick='go()' }",
    '<img alt="x" src="https://a.example/x.png">',
    "<img alt=x src=//a.example/x.png>",
    '<img alt="x" src="https&#58;//a.example/x.png">',
    '<video poster="https://a.example/x.png"></video>',
    "![x](https://a.example/x.png)",
    "![x](//a.example/x.png 'title')",
    "[![x](<http://a.example/x.png>)](https://a.example/)",
]
"""What no reader of a feed gets, on the second line of the words that are added."""

OPEN = {
    "Fill in <textarea> and send it.": "<textarea>",
    "<PlainText>x</PlainText>": "<plaintext>",
    "A <title>": "<title>",
    "<xmp>": "<xmp>",
    "<noscript>No scripts</p>": "<noscript>",
    "<table><tr><td>1": "<table>",
    "<svg>words": "<svg>",
    "words <!-- more": "<!--",
    "<div": "<div",
    '<p title="x>': "<p",
    "a </b title='x>": "</b",
}
"""What takes the rest of the page along, and what it is called."""

MARKUP = ["<b>best</b>", "<br", "</p>", "<!-- best -->", "<?best", "&amp;", "&#38;", "&#x26;", "R&D and &nbsp;"]
"""What readers of feeds take for HTML in a title."""

MODEL = [
    Case("one id in two posts", "NR401", SECOND, 2, lambda root: write_post(root, 2, ar={"id": "sample000001"})),
    Case("an author without a folder", "NR402", ARABIC, 5, lambda root: replace(root, ARABIC, "salim", "maryam")),
    Case("a topic without a name", "NR403", ARABIC, 7, lambda root: replace(root, ARABIC, "- ports", "- port")),
    Case("an objective outside the plan", "NR404", ARABIC, 13, lambda root: add_keys(root, "objective: growth")),
    Case("a contact nobody can call", "NR405", ARABIC, 6, lambda root: replace(root, ARABIC, "media-desk", "press")),
    Case("a link to nothing", "NR406", ENGLISH, 7, lambda root: add_words(root, "[x](../nowhere/index.en.md)")),
    Case("a link on a later line of its paragraph", "NR406", ENGLISH, 9, lambda root: add_words(
        root, "\nwords\n[x](../nowhere/index.en.md)")),
    Case("a picture that is not there", "NR406", ENGLISH, 7, lambda root: add_words(root, "![x](chart.png)")),
    Case("a reference to nothing", "NR406", ENGLISH, 9, lambda root: add_words(root, "[x][y]\n\n[y]: nowhere.md")),
    Case("a link to an address of the site", "NR406", ENGLISH, 7, lambda root: add_words(root, "[x](/en/about/)")),
    Case("a link to a folder", "NR406", ENGLISH, 7, lambda root: add_words(root, "[x](../post-1/)")),
    Case("a link to a file that is not published", "NR406", ENGLISH, 7, lambda root: add_words(
        root, "[x](../../../../plan.yml)")),
    Case("a link out of content to a file of the right name", "NR406", ENGLISH, 7, lambda root: (
        write(root, "notes/index.en.md", ""), add_words(root, "[x](../../../../notes/index.en.md)"))),
    Case("a link that nobody can parse", "NR406", ENGLISH, 7, lambda root: add_words(root, "[x](https://[)")),
    Case("a link in a biography", "NR406", "content/executives/salim/index.en.md", 6, lambda root: add_words(
        root, "[x](nowhere.md)", "content/executives/salim/index.en.md")),
    Case("a link on a plain page", "NR406", "content/pages/about/index.ar.md", 7, lambda root: add_words(
        root, "[x](nowhere.md)", "content/pages/about/index.ar.md")),
    Case("a value that no figure has", "NR411", ENGLISH, 7, lambda root: add_words(root, "{{results.revenue.q1}}")),
    Case("a value restated after the post", "NR412", ENGLISH, 8, lambda root: (
        write_figure(root, points=[point("q1", "2026-01-15T09:00", revenue=1, restated=[restatement()])]),
        add_words(root, "\n{{results.revenue.q1}}"))),
    Case("a link in raw HTML", "NR407", ENGLISH, 7, lambda root: add_words(
        root, '<a title="1 > 0" href="../post-1/index.en.md">x</a>')),
    Case("a picture in raw HTML", "NR407", ENGLISH, 8, lambda root: add_words(root, "\n<img alt='x' SRC=hero.png>")),
    *(Case(f"a page named {slug}", "NR408", f"content/pages/{slug}/index.ar.md", 1, lambda root, slug=slug: write_page(
        root, slug)) for slug in TAKEN),
    Case("a title yet to be written", "NR409", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "Title of post 1", "⟦the title⟧")),
    Case("words yet to be written", "NR409", ARABIC, 17, lambda root: add_words(root, "\n⟦النص⟧", ARABIC)),
    Case("a headline of 150 letters", "NR505", ARABIC, 11, lambda root: replace(
        root, ARABIC, "عنوان المنشور 1", "ع" * 150)),
    Case("a headline one letter too long", "NR505", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "Title of post 1", "x" * 61)),
    *(Case(f"a title with {markup}", "NR508", ENGLISH, 2, lambda root, markup=markup: replace(
        root, ENGLISH, "Title of post 1", f"'The {markup} year'")) for markup in MARKUP),
    Case("a heading that rivals the title", "NR506", ENGLISH, 9, lambda root: add_words(root, "\nwords\n# Heading")),
    Case("an underlined heading that rivals the title", "NR506", ENGLISH, 8, lambda root: add_words(
        root, "\nHeading\n===")),
    Case("an occasion about a post that is not there", "NR410", "calendar.yml", 17, lambda root: write_calendar(
        root, occasion(1, post="sample000001"), occasion(2, post="sample999999"))),
    *(Case(f"{words[:12]} in a text", "NR507", ENGLISH, 8, lambda root, words=words: add_words(root, f"\n{words}"))
      for words in BLOCKED),
    *(Case(f"{words} in a text", "NR509", ENGLISH, 8, lambda root, words=words: add_words(root, f"\n{words}\n\nMore."))
      for words in OPEN),
    Case("a picture from elsewhere behind a reference", "NR507", ENGLISH, 8, lambda root: add_words(
        root, "\n![x][Chart]\n\n[chart]: https://a.example/x.png")),
    Case("a picture from elsewhere behind its own words", "NR507", ENGLISH, 8, lambda root: add_words(
        root, "\n![Chart][]\n\n[chart]: https://a.example/x.png")),
    Case("a script in a biography", "NR507", "content/executives/salim/index.en.md", 6, lambda root: add_words(
        root, "<script></script>", "content/executives/salim/index.en.md")),
    Case("a frame on a plain page", "NR507", "content/pages/about/index.ar.md", 7, lambda root: add_words(
        root, "<iframe src='https://a.example/'></iframe>", "content/pages/about/index.ar.md")),
]  # fmt: skip


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c"])
@pytest.mark.parametrize("escaped", [False, True], ids=["as itself", "as an escape"])
def test_a_mark_in_a_title_is_an_error_where_in_the_text_it_is_a_warning(root: Path, mark: str, escaped: bool) -> None:
    replace(root, ENGLISH, "Title of post 1", f'"Title\\u{ord(mark):04x}"' if escaped else f"Title{mark}")
    problems = check(root)
    assert [(problem.rule.code, problem.line, problem.is_error) for problem in problems] == [
        ("NR503", 2, False),
        ("NR504", 2, True),
    ]
    assert f"U+{ord(mark):04X}" in problems[1].what("ar")


@pytest.mark.parametrize(("words", "named"), OPEN.items(), ids=list(OPEN))
def test_what_stays_open_in_a_text_is_named(root: Path, words: str, named: str) -> None:
    add_words(root, f"\n{words}")
    assert only_problem(root).values == {"found": named}


def test_no_rule_is_without_a_case() -> None:
    told = {case.code for case in (*MODEL, *POLICY_MODEL, *PLANNING_MODEL, *MOVED, *PARTS, *CROSSPOSTING)}
    assert told | {"NR315", "NR504"} == {rule.code for rule, _ in (*NEWSROOM_RULES, *FOLDER_RULES)}


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (ARABIC, "salim", "saleem", "salim"),
        (ARABIC, "- ports", "- port", "ports, results"),
        (ARABIC, "- ports", "- result", "results, ports"),
        (ARABIC, "media-desk", "media", "media-desk"),
        (ARABIC, "---\n\n", "objective: inform-shareholders\n---\n\n", "informed-shareholders"),
    ],
)
def test_the_name_that_was_likely_meant_comes_first(root: Path, file: str, old: str, new: str, meant: str) -> None:
    replace(root, file, old, new)
    problem = only_problem(root)
    assert problem.mend("en").startswith(f"choose from: {meant}")
    assert problem.mend("ar").startswith(f"اختر من: {meant}")


def test_the_younger_of_two_posts_with_one_id_is_the_one_to_mend(root: Path) -> None:
    write_post(root, 2, ar={"id": "sample000001", "date": "2020-01-01T08:00"})
    problem = only_problem(root)
    assert problem.path == ARABIC
    assert problem.values["other"] == "content/posts/2026/post-2"


def test_a_headline_of_150_arabic_letters_stops_nothing(root: Path) -> None:
    replace(root, ARABIC, "عنوان المنشور 1", "ع" * 150)
    problem = only_problem(root)
    assert not problem.is_error
    assert problem.values["length"] == "150"
    assert len(sound_newsroom(root).posts) == 1


def test_a_headline_of_60_letters_is_no_problem(root: Path) -> None:
    replace(root, ARABIC, "عنوان المنشور 1", "ع" * 60)
    assert found(root) == []


@pytest.mark.parametrize("title", ["5 < 6 > 4 <3", "Research & development", "R&D; ports & farms;", "&;", "]]>"])
def test_a_title_with_signs_of_its_own_is_no_problem(title: str, root: Path) -> None:
    replace(root, ENGLISH, "Title of post 1", f"'{title}'")
    assert found(root) == []


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_a_post_that_is_not_to_be_released_may_be_unfinished(root: Path, status: str) -> None:
    withdrawal = "\nwithdrawal: {date: 2026-02-01T08:00, reason: {ar: أ, en: a}}" if status == "canceled" else ""
    add_keys(root, f"pubstatus: {status}{withdrawal}")
    add_words(root, "⟦the text⟧")
    assert found(root) == []


@pytest.mark.parametrize(
    "words",
    [
        "[x](../post-1/index.ar.md) and [x](index.en.md#results) and [x](#results)",
        "[x](../../../executives/salim/index.en.md) and [x](../../../pages/about/index.en.md)",
        "[x](https://a.example/) and <https://a.example/> and <media@a.example> and [x](mailto:media@a.example)",
        "[x](//a.example/y) and [x](tel:+96824000000)",
        "`[x](nowhere.md)` and ``[x](`nowhere.md)``",
        "```\n[x](nowhere.md)\n<a href=x>\n```",
        "~~~~\n~~~\n[x](nowhere.md)\n~~~~",
        "\\[x](nowhere.md)",
        "words[^1]\n\n[^1]: See the report.",
        "*[NBO]: National Bureau",
        "<!-- [x](nowhere.md) <a href=x> -->",
        '<a href="https://a.example/">x</a>',
        "`<script>` and `style=` and ``![x](https://a.example/x.png)``",
        "```html\n<iframe src='https://a.example/' onload=x>\n```",
        "<!-- <script> -->",
        '<p title="style=x onclick=y" data-style="x" class="on">x</p>',
        "<b>on = 1</b>, {style} and a <formula> where 1 <script",
        "words\n{: .lead title='x' }",
        "<table><tr><td>1</td></tr></table> <svg/> <svg><title>x</title></svg> <textarea title='>'>1</textarea>",
        "<p>1 <!-- <textarea> --></p>\n\n<!--\n<title>\n-->\n\n`<title>` and \\<b> and <a@a.example>",
        "[x](https://a.example/x.png) and [x][y]\n\n[y]: https://a.example/x.png",
        "1 < 2 and data = 5 > 3",
        "## Heading\n\n```\n# a note in code\n```",
        "[report](report.pdf) ![chart](chart%201.png)",
    ],
)
def test_what_leads_somewhere_or_is_no_link_is_no_problem(root: Path, words: str) -> None:
    write(root, f"{POST}/report.pdf", b"x")
    write_picture(root / POST / "chart 1.png")
    add_words(root, f"\n{words}")
    assert found(root) == []


def test_a_link_to_the_picture_of_a_post_is_no_problem(root: Path) -> None:
    write_picture(root / POST / "hero.png")
    add_keys(root, HERO)
    add_words(root, "![x](hero.png)")
    write_post(root, 2, body_en="![x](../post-1/hero.png)")
    assert found(root) == []


def test_every_broken_link_of_a_text_is_named_on_its_line(root: Path) -> None:
    add_words(root, "[a](a.md) [b](b.md)\n\n- [c](c.md)\n- <i>x</i>\n\n| [d](d.md) | x |\n|---|---|\n| y | [e](e.md) |")
    problems = [(problem.values["target"], problem.line) for problem in check_but_for_words(root)]
    assert sorted(problems) == [("a.md", 7), ("b.md", 7), ("c.md", 9), ("d.md", 12), ("e.md", 14)]
