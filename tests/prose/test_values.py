"""Values in a text: which braces name one, and on which line."""

from __future__ import annotations

import pytest

from newsroom.model.text import Body, Mention
from newsroom.prose.links import is_internal, mentions
from newsroom.prose.values import named_in, reference_in


def named(markdown: str) -> list[tuple[str, int]]:
    return [(reference_in(mention), mention.line) for mention in mentions(markdown) if reference_in(mention)]


@pytest.mark.parametrize(
    "written", ["{{results.revenue.q1}}", "{{ results.revenue.q1 }}", "\\\\{{results.revenue.q1}}"]
)
def test_braces_name_a_value_with_or_without_spaces(written: str) -> None:
    assert named(f"It was {written}.") == [("results.revenue.q1", 1)]


def test_each_value_is_told_with_its_line() -> None:
    assert named("A\n\nB {{a.b.c}} and {{a.b.d}}\nand {{a.b.e}}") == [("a.b.c", 3), ("a.b.d", 3), ("a.b.e", 4)]


def test_braces_that_hold_something_else_are_told_as_well_for_it_may_be_a_slip() -> None:
    assert named("{{revenue}}") == [("revenue", 1)]


@pytest.mark.parametrize("words", [
    "`{{a.b.c}}`", "```\n{{a.b.c}}\n```", "<!-- {{a.b.c}} -->", "\\{{a.b.c}}", "{a.b.c}", "{{a.b\n.c}}", "{{}}",
    "{{ }}",
])  # fmt: skip
def test_code_comments_and_escaped_braces_name_nothing(words: str) -> None:
    assert named(words) == []


def test_a_value_is_no_link_to_a_file() -> None:
    (mention,) = mentions("{{a.b.c}}")
    assert not is_internal(mention.target)
    assert reference_in(Mention("figures/a.yml", 1, raw=False)) == ""


def test_a_text_names_the_file_of_each_figure_of_which_it_names_a_value() -> None:
    assert set(named_in(Body("", mentions("{{a.b.c}} [x](y.md) {{d.e.f}} {{g}}")))) == {
        "figures/a.yml",
        "figures/d.yml",
    }
