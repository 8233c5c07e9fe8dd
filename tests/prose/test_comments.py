"""Comments in Markdown: what is one, and what is left of a text without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.prose.comments import comments, html_without_comments, without_comments

TEXTS = {
    "a comment between words takes the space before it along": ("a <!-- b --> c", "a c"),
    "a line of its own goes with its comment": ("a\n<!-- b -->\nc\n", "a\nc\n"),
    "so does the last line of a text": ("a\n<!-- b -->", "a\n"),
    "two comments on one line": ("a\n<!-- b --> <!-- c -->\nd", "a\nd"),
    "a comment over several lines": ("a\n<!-- b\n\n# c\n-->\nd", "a\nd"),
    "a comment from one line into the next": ("a <!-- b\nc --> d", "a d"),
    "a heading stays one": ("<!-- b -->\n## c\n", "## c\n"),
    "a comment at the end of a heading": ("## c <!-- b -->\n", "## c\n"),
    "fenced code stays": ("```\n<!-- b -->\n```\n", "```\n<!-- b -->\n```\n"),
    "inline code stays": ("a `<!-- b -->` c", "a `<!-- b -->` c"),
    "a comment that is not closed stays": ("a <!-- b", "a <!-- b"),
    "an arrow is none": ("a --> b <- c", "a --> b <- c"),
}


@pytest.mark.parametrize(("markdown", "left"), TEXTS.values(), ids=TEXTS.keys())
def test_a_text_without_comments_is_what_its_author_meant_for_readers(markdown: str, left: str) -> None:
    assert without_comments(markdown) == left


@given(st.text(alphabet="a`~\n<!-> #", max_size=60))
def test_a_text_without_comments_has_none_outside_of_code(markdown: str) -> None:
    once = without_comments(markdown)
    if not list(comments(markdown)):
        assert once == markdown
    assert all(character in markdown for character in once)


def test_html_loses_its_comments_and_keeps_code() -> None:
    assert (
        html_without_comments("<p>a<!-- b\nc --></p><code>&lt;!-- d --></code>") == "<p>a</p><code>&lt;!-- d --></code>"
    )
