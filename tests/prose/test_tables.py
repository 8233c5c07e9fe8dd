"""Tables: no inline style, no physical side, and reached by keyboard."""

from __future__ import annotations

import pytest
from markdown import markdown

from newsroom.prose.tables import TableExtension


def render(source: str) -> str:
    return markdown(source, extensions=["tables", TableExtension()])


@pytest.mark.parametrize(("rule", "name"), [(":--", "align-start"), (":-:", "align-center"), ("--:", "align-end")])
def test_an_alignment_is_a_class_and_not_a_style(rule: str, name: str) -> None:
    page = render(f"| a |\n| {rule} |\n| 1 |\n")
    assert page.count(f'class="{name}"') == 2
    assert "style" not in page


def test_a_table_can_be_reached_by_keyboard() -> None:
    assert '<table tabindex="0">' in render("| a |\n| - |\n| 1 |\n")


def test_a_style_that_the_author_wrote_is_left_alone() -> None:
    page = markdown("word\n{: style='color: red'}\n", extensions=["attr_list", TableExtension()])
    assert 'style="color: red"' in page
