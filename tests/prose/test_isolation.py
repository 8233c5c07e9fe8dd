"""Left-to-right runs in Arabic text: which are isolated, which must not be, and that nothing is ever lost."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.util import AtomicString

from newsroom.prose.isolation import _FIRST, _RUN, IsolationExtension, IsolationTreeprocessor, runs

OTHERS = ["tables", "attr_list", "footnotes", "toc", "md_in_html"]
BDI = re.compile(r"</?bdi[^>]*>")
PIECES = [
    "خبر",
    "و",
    " ",
    "+968 2412 3456",
    "+8.4%",
    "−3.1",
    "C++",
    "A-",
    "@luban",
    "a@b.example",
    "2017-01-15",
    "2024–2026",
]
MARKUP = [
    "**",
    "`",
    "[",
    "](x)",
    "\\+",
    "<kbd>",
    "</kbd>",
    "<bdi>",
    "</bdi>",
    "<a@b.example>",
    "&amp;",
    "\n\n",
    "\n",
    "- ",
    "|",
    "٨٫٤٪",
]
SOURCES = st.lists(st.sampled_from(PIECES + MARKUP) | st.text(max_size=4), max_size=14).map("".join)


def isolated(source: str) -> list[str]:
    """The runs that a source's HTML isolates."""
    return re.findall(r'<bdi dir="ltr">(.*?)</bdi>', html(source))


def html(source: str) -> str:
    return Markdown(extensions=[*OTHERS, IsolationExtension()]).convert(source)


def plain_html(source: str) -> str:
    return Markdown(extensions=OTHERS).convert(source)


@pytest.mark.parametrize(
    "run",
    [
        "+968 2412 3456",
        "+968-2412-3456",
        "+96824123456",
        "00968 24123456",
        "+8.4%",
        "−3.1%",
        "-3.1%",
        "8.4%",
        "8.4 %",
        "8.4٪",
        "+12",
        "−24 °C",
        "24 °C",
        "+3.5kg",
        "5%–8%",
        "C++",
        "C#",
        "C/C++",
        "A+",
        "AA-",
        "BBB+",
        "@company_om",
        "@luban@social.luban.example",
        "#Luban",
        "media@luban.example",
        "2017-01-15",
        "2017-01-15T08:00+04:00",
        "2024–2026",
        "2024-2026",
        "2024 – 2026",
        "2022-2023/24",
        "https://luban.example/2024-2026/a@b/",
    ],
)
@pytest.mark.parametrize("frame", ["| أ |\n|---|\n| {} |", "نص {} نص", "نص ({})، نص", "نص {}.", "«{}»؟"])
def test_run_that_browsers_would_turn_round_is_isolated_whole(run: str, frame: str) -> None:
    assert isolated(frame.format(run)) == [run]


@pytest.mark.parametrize(
    "run", ["+968 2412 3456", "+8.4%", "8.4%", "C++", "@luban", "media@luban.example", "2017-01-15"]
)
def test_run_glued_to_an_arabic_prefix_is_isolated(run: str) -> None:
    assert isolated(f"و{run} نص") == [run]


@pytest.mark.parametrize(
    "text",
    [
        "في 15/01/2017 الساعة 10:30",
        "شبكة 5G",
        "شهادة ISO/IEC 27001:2022",
        "جائحة COVID-19",
        "بلغت 1,234.5 طن",
        "شركة Luban Logistics",
        "النصف-2",
        "رمز ISO-9001–9002",
        "وسم #رؤية_عمان_2040",
        "رقم&#160;واحد",
    ],
)
def test_what_browsers_show_rightly_is_left_alone(text: str) -> None:
    assert html(text) == plain_html(text)


@pytest.mark.parametrize("text", ["+٨٫٤٪", "−٣٫١٪", "٥٪–٨٪", "٢٠٢٤–٢٠٢٦", "+٨٫٤%", "−٢٤ °م"])
def test_arabic_indic_numbers_are_left_to_arabic_order(text: str) -> None:
    assert html(f"نما {text} في عام") == plain_html(f"نما {text} في عام")


def test_email_is_not_cut_into_a_handle() -> None:
    assert isolated("راسل media@luban.example أو @luban") == ["media@luban.example", "@luban"]


def test_runs_stand_in_headings_lists_cells_and_tails() -> None:
    assert isolated("# نمو +8%") == ["+8%"]
    assert isolated("- بند +8%\n- بند **مهم** C++") == ["+8%", "C++"]
    assert isolated("| أ | ب |\n|---|---|\n| +8% | −3.1% |") == ["+8%", "−3.1%"]
    assert isolated("نص **+1%** ثم +2% *و* +3%") == ["+1%", "+2%", "+3%"]
    assert isolated("نص[^1]\n\n[^1]: حاشية +4%") == ["+4%"]


@pytest.mark.parametrize(
    "source",
    [
        "`C++`",
        "    +8%",
        "<kbd>A+</kbd>",
        "<bdi>+8%</bdi>",
        "<bdi>**+8%** و+9%</bdi>",
        '<span dir="ltr">+8%</span>',
        '<div dir="ltr" markdown>+8%</div>',
        "<div>+8%</div>",
    ],
)
def test_code_keys_and_what_is_isolated_already_are_skipped(source: str) -> None:
    assert html(source) == plain_html(source)


def test_text_after_a_raw_tag_closes_is_isolated_again() -> None:
    assert isolated("<bdi>+8%</bdi> ثم +9%") == ["+9%"]


def test_raw_tag_that_never_closes_spoils_its_paragraph_alone() -> None:
    assert isolated("<kbd>نص +8%\n\nنص +9%") == ["+9%"]


def test_link_is_isolated_if_it_is_one_run() -> None:
    assert html("[+968 2412 3456](tel:+96824123456)") == (
        '<p><a href="tel:+96824123456"><bdi dir="ltr">+968 2412 3456</bdi></a></p>'
    )
    assert isolated("[نمو +8%](a.md) ثم +9%") == ["+9%"]


def test_escaped_signs_belong_to_their_run() -> None:
    assert isolated(r"لغة C\+\+ وبس") == ["C++"]
    assert isolated(r"[\+968 2412 3456](tel:1)") == ["+968 2412 3456"]


def test_attributes_are_never_touched() -> None:
    assert html('# عنوان {#x data-a="+8%"}') == plain_html('# عنوان {#x data-a="+8%"}')


def test_atomic_text_stays_atomic_and_whole() -> None:
    paragraph = Element("p")
    paragraph.text = AtomicString("+8%")
    IsolationTreeprocessor(Markdown()).run(paragraph)
    assert isinstance(paragraph.text, AtomicString)
    assert not len(paragraph)


def test_isolated_runs_are_atomic() -> None:
    paragraph = Element("p")
    paragraph.text = "نمو +8%"
    IsolationTreeprocessor(Markdown()).run(paragraph)
    assert isinstance(paragraph[0].text, AtomicString)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=8).map(" ".join), st.sampled_from(PIECES))
def test_isolating_twice_changes_nothing(text: str, tail: str) -> None:
    root = Element("div")
    paragraph = SubElement(root, "p")
    paragraph.text = text
    SubElement(paragraph, "em").tail = tail
    step = IsolationTreeprocessor(Markdown())
    step.run(root)
    once = tostring(root, encoding="unicode")
    step.run(root)
    assert tostring(root, encoding="unicode") == once


EVERYWHERE = re.compile(_RUN.pattern.replace(f"(?=[{_FIRST}])", "", 1), re.VERBOSE)
"""Runs as they are looked for at each character, whatever it is."""


@settings(max_examples=300, deadline=None)
@given(SOURCES | st.text(st.sampled_from("aZ09 ._%+±−@#-–:/()خhttps٪°C²'"), max_size=12))
def test_a_run_begins_with_one_of_the_characters_that_runs_are_looked_for_at(source: str) -> None:
    assert EVERYWHERE.pattern != _RUN.pattern
    assert [piece for piece, is_run in runs(source) if is_run] == EVERYWHERE.findall(source)


@pytest.mark.parametrize(
    "first", [".a@b.example", "%a@b.example", "_a@b.example", "±3", "−3", "https://a.example/", "@a"]
)
def test_a_run_may_begin_with_a_sign(first: str) -> None:
    assert isolated(f"نص {first.replace('_', chr(92) + '_')} نص") == [first]


def test_runs_stand_behind_one_another_between_their_neighbours() -> None:
    assert BDI.sub("|", html("+1% و+2% **+3% و+4%** +5% و+6% **ثم** +7%")) == (
        "<p>|+1%| و|+2%| <strong>|+3%| و|+4%|</strong> |+5%| و|+6%| <strong>ثم</strong> |+7%|</p>"
    )


@settings(deadline=None)
@given(SOURCES)
def test_no_character_is_lost_or_moved(source: str) -> None:
    assert BDI.sub("", html(source)) == BDI.sub("", plain_html(source))


def test_long_latin_text_takes_no_long_time() -> None:
    for text in ("a" * 20_000, "1-" * 10_000, "a." * 10_000, "+1 " * 7_000, "a@" * 10_000, "@a." * 7_000):
        assert BDI.sub("", html(text)) == plain_html(text)
