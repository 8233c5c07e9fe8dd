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
from newsroom.wire.releases import markdown_release, text_release
from tests.wire.samples import (
    CORRECTION,
    FIGURE,
    SUMMARIES,
    TEXTS,
    TITLES,
    WITHDRAWAL,
    contact,
    entry,
    organization,
    paper,
    post,
    withdrawn,
)

Release = Callable[[Paper, Post, Entry, str], bytes]
FORMS = pytest.mark.parametrize("release", [text_release, markdown_release], ids=["text", "Markdown"])
PAPER = paper()


def made(release: Release, language: Language = "en", of: Post | None = None, shown: Entry | None = None) -> str:
    return release(paper(language), of or post(), shown or entry(language), TEXTS[language]).decode()


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_has_all_that_an_editor_asks_for_in_order(release: Release, language: Language) -> None:
    said = made(release, language)
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
def test_the_date_line_names_its_time_zone(release: Release, language: Language, line: str) -> None:
    assert line in made(release, language).splitlines()


def test_the_zone_is_that_of_the_season() -> None:
    there = paper(timezone=ZoneInfo("Europe/London"))
    summer = entry(published=entry().published.replace(month=7))
    assert "British Summer Time" in text_release(there, post(), summer, "").decode()
    assert "Greenwich Mean Time" in text_release(there, post(), entry(), "").decode()


@FORMS
def test_a_post_that_never_changed_says_nothing_of_a_change(release: Release) -> None:
    said = made(release, of=post(corrections=()), shown=entry(modified=entry().published))
    assert "Updated" not in said
    assert "Correction" not in said
    assert "Updated: Friday 16 January 2026, 10:00" in made(release)


@FORMS
def test_a_post_without_evidence_has_no_heading_for_it(release: Release) -> None:
    assert "What this rests on" in made(release)
    assert "What this rests on" not in made(release, of=post(evidence=()))


def test_a_figure_stands_with_its_source_its_date_and_its_link() -> None:
    line = "- Growth: 8.4%. Source: Financial statements, 10 January 2026 "
    assert f"{line}{FIGURE.link}" in made(text_release).splitlines()
    assert f"{line}<{FIGURE.link}>" in made(markdown_release).splitlines()


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_withdrawn_post_only_the_notice_is_left(release: Release, language: Language) -> None:
    said = release(paper(language), *withdrawn(language), TEXTS[language]).decode()
    assert WITHDRAWAL.reason[language] in said
    assert entry(language).id in said
    for words in (TITLES, SUMMARIES, TEXTS, CORRECTION.text, FIGURE.label, organization().boilerplate):
        assert words[language] not in said


@FORMS
def test_a_number_in_groups_is_shown_as_it_is_dialled_among_arabic_letters(release: Release) -> None:
    assert "\N{LEFT-TO-RIGHT MARK}+968 2400 0000" in made(release, "ar")
    assert "\N{LEFT-TO-RIGHT MARK}" not in made(release, "en")


@FORMS
def test_blocks_stand_one_empty_line_apart_and_the_file_ends_with_a_line(release: Release) -> None:
    said = made(release, of=post(evidence=(), corrections=()))
    assert "\n\n\n" not in said
    assert said == said.strip() + "\n"


@FORMS
def test_a_post_of_a_title_alone_leaves_no_gap(release: Release) -> None:
    assert "\n\n\n" not in release(PAPER, post(), entry(), "").decode()


@FORMS
def test_half_a_character_is_marked_as_lost_and_stops_no_build(release: Release) -> None:
    assert "a\ufffdb" in made(release, shown=entry(title="a\ud83db"))


def words_of_heading(title: str) -> Any:
    release = markdown_release(PAPER, post(), entry(title=title), "").decode()
    return html.fromstring(markdown.markdown(release, extensions=["tables", "footnotes"])).findtext(".//h1")


def words_of_correction(text: str) -> str:
    correction = replace(CORRECTION, text=Localized(text, text))
    release = markdown_release(PAPER, post(corrections=(correction,)), entry(), "").decode()
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
    release = markdown_release(PAPER, post(translations=translations), entry(), "").decode()
    assert opening in html.fromstring(markdown.markdown(release)).xpath("//p/text()")
