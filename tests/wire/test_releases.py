"""Posts as press releases, in plain text and in Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import markdown
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import html

from newsroom.feeds.feed import Entry
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.post import Post
from newsroom.pages.planning import Paper
from newsroom.wire.releases import Release, markdown_release, release_of, text_release
from tests.wire.samples import (
    CORRECTION,
    FIGURE,
    SUMMARIES,
    TEXTS,
    TITLES,
    contact,
    entry,
    organization,
    paper,
    post,
    withdrawn,
)

Form = Callable[[Release, str], bytes]
FORMS = pytest.mark.parametrize("form", [text_release, markdown_release], ids=["text", "Markdown"])
PAPER = paper()


def made(form: Form, language: Language = "en", of: Post | None = None, shown: Entry | None = None) -> str:
    release = release_of(paper(language), of or post(), shown or entry(language))
    return form(release, TEXTS[language]).decode()


def in_text(there: Paper, shown: Entry) -> str:
    return text_release(release_of(there, post(), shown), "").decode()


def in_markdown(of: Post, shown: Entry) -> str:
    return markdown_release(release_of(PAPER, of, shown), "").decode()


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_has_all_that_an_editor_asks_for_in_order(form: Form, language: Language) -> None:
    said = made(form, language)
    wanted = (
        TITLES[language],
        organization().name[language],
        entry(language).authors[0].name,
        SUMMARIES[language],
        CORRECTION.text[language],
        TEXTS[language],
        FIGURE.label[language],
        FIGURE.source[language],
        contact().name[language],
        contact().telephone,
        contact().email,
        organization().boilerplate[language],
        entry(language).address,
        entry(language).id,
    )
    places = [said.find(words) for words in wanted]
    assert -1 not in places
    assert places == sorted(places)


@FORMS
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "- تاريخ النشر: الخميس ١٥ يناير ٢٠٢٦، ٠٩:٠٠ (توقيت الخليج)"),
        ("en", "- Published: Thursday 15 January 2026, 09:00 (Gulf Standard Time)"),
    ],
    ids=LANGUAGES,
)
def test_the_date_line_names_its_time_zone(form: Form, language: Language, line: str) -> None:
    assert line in made(form, language).splitlines()


def test_the_zone_is_that_of_the_season() -> None:
    there = paper(timezone=ZoneInfo("Europe/London"))
    summer = entry(published=entry().published.replace(month=7))
    assert "British Summer Time" in in_text(there, summer)
    assert "Greenwich Mean Time" in in_text(there, entry())


@FORMS
def test_a_post_that_never_changed_says_nothing_of_a_change(form: Form) -> None:
    said = made(form, of=post(corrections=()), shown=entry(modified=entry().published))
    assert "Updated" not in said
    assert "Correction" not in said
    assert "Updated: Friday 16 January 2026, 10:00" in made(form)


@FORMS
def test_a_post_without_evidence_has_no_heading_for_it(form: Form) -> None:
    assert "What this rests on" in made(form)
    assert "What this rests on" not in made(form, of=post(evidence=()))


def test_a_figure_stands_with_its_source_its_date_and_its_link() -> None:
    line = "- Growth: 8.4%. Source: Financial statements, 10 January 2026 "
    assert f"{line}{FIGURE.link}" in made(text_release).splitlines()
    assert f"{line}<{FIGURE.link}>" in made(markdown_release).splitlines()


@FORMS
def test_a_figure_in_a_currency_that_ends_with_a_stop_gets_no_second_one(form: Form) -> None:
    sum_of_money = replace(FIGURE, unit=Localized("مليون ر.ع.", "million"))
    assert "مليون ر.ع. المصدر: القوائم المالية" in made(form, "ar", post(evidence=(sum_of_money,))).replace("\xa0", " ")


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_withdrawn_post_not_even_the_company_is_described(form: Form, language: Language) -> None:
    assert organization().boilerplate[language] not in made(form, language, *withdrawn(language))


@FORMS
def test_a_number_in_groups_is_shown_as_it_is_dialled_among_arabic_letters(form: Form) -> None:
    assert "\N{LEFT-TO-RIGHT MARK}+968 2400 0000" in made(form, "ar")
    assert "\N{LEFT-TO-RIGHT MARK}" not in made(form, "en")


@FORMS
def test_blocks_stand_one_empty_line_apart_and_the_file_ends_with_a_line(form: Form) -> None:
    said = made(form, of=post(evidence=(), corrections=()))
    assert "\n\n\n" not in said
    assert said == said.strip() + "\n"


@FORMS
def test_a_post_of_a_title_alone_leaves_no_gap(form: Form) -> None:
    assert "\n\n\n" not in form(release_of(PAPER, post(), entry()), "").decode()


def words_of_heading(title: str) -> Any:
    release = in_markdown(post(), entry(title=title))
    return html.fromstring(markdown.markdown(release, extensions=["tables", "footnotes"])).findtext(".//h1")


def words_of_correction(text: str) -> str:
    correction = replace(CORRECTION, text=Localized(text, text))
    release = in_markdown(post(corrections=(correction,)), entry())
    tree = html.fromstring(markdown.markdown(release, extensions=["tables", "footnotes"]))
    return " ".join(tree.xpath("string(.//h2[1]/following-sibling::ul[1]/li)").partition("10:00:")[2].split())


MARKS = st.sampled_from("\\`*_{}[]()<>#+-.!|~=&;:\"'1 aأ")
WORDS = st.text(MARKS | st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")), min_size=1)


@given(WORDS)
def test_markdown_says_a_headline_as_it_is(words: str) -> None:
    assume(words.strip())
    assert words_of_heading(words) == " ".join(words.split())


@given(WORDS)
def test_markdown_says_a_line_of_a_list_as_it_is(words: str) -> None:
    assume(words.strip())
    assert words_of_correction(words) == " ".join(words.split())


@pytest.mark.parametrize("opening", ["1. first", "12) twelfth", "- dash", "+ plus", "> more", "# hash", "=====", "---"])
def test_no_opening_of_a_summary_makes_it_anything_but_a_paragraph(opening: str) -> None:
    translations = {"en": replace(post().translations["en"], summary=opening)}
    release = in_markdown(post(translations=translations), entry())
    assert opening in html.fromstring(markdown.markdown(release)).xpath("//p/text()")
