"""What holds for a post in each form in which agencies take it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsroom.feeds.feed import Entry
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.post import Post
from newsroom.pages.planning import Paper
from newsroom.wire.ninjs import ninjs
from newsroom.wire.releases import markdown_release, release_of, text_release
from tests.wire.samples import (
    CORRECTION,
    FIGURE,
    SUMMARIES,
    TEXTS,
    TITLES,
    WITHDRAWAL,
    contact,
    entry,
    paper,
    post,
    withdrawn,
)

Form = Callable[[Paper, Post, Entry, str], bytes]


def as_text(there: Paper, of: Post, shown: Entry, text: str) -> bytes:
    return text_release(release_of(there, of, shown), text)


def as_markdown(there: Paper, of: Post, shown: Entry, text: str) -> bytes:
    return markdown_release(release_of(there, of, shown), text)


FORMS = pytest.mark.parametrize("form", [ninjs, as_text, as_markdown], ids=["ninjs", "text", "Markdown"])


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_is_there_with_its_sources_and_whom_to_call(form: Form, language: Language) -> None:
    said = form(paper(language), post(), entry(language), TEXTS[language]).decode()
    for words in (TITLES, SUMMARIES, TEXTS, CORRECTION.text, FIGURE.source, contact().name):
        assert words[language] in said


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_withdrawn_post_only_the_notice_is_left_under_its_id(form: Form, language: Language) -> None:
    said = form(paper(language), *withdrawn(language), TEXTS[language]).decode()
    assert WITHDRAWAL.reason[language] in said
    assert entry(language).id in said
    for words in (TITLES, SUMMARIES, TEXTS, CORRECTION.text, FIGURE.label, FIGURE.source):
        assert words[language] not in said


@FORMS
def test_half_a_character_is_marked_as_lost_and_stops_no_build(form: Form) -> None:
    assert "a\ufffdb" in form(paper(), post(), entry(title="a\ud83db"), "").decode()
