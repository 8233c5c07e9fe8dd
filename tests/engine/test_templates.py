"""What templates are given: plain texts made safe, and Arabic ones kept in reading order."""

from __future__ import annotations

import pytest

from newsroom.engine.templates import isolated


@pytest.mark.parametrize(
    ("text", "language", "html"),
    [
        ("نمو +8.4% هذا العام", "ar", 'نمو <bdi dir="ltr">+8.4%</bdi> هذا العام'),
        ("هاتف +968 2412 3456", "ar", 'هاتف <bdi dir="ltr">+968 2412 3456</bdi>'),
        ("نمو ٨٫٤٪ هذا العام", "ar", "نمو ٨٫٤٪ هذا العام"),
        ("<b>R&D</b> +8.4%", "ar", '&lt;b&gt;R&amp;D&lt;/b&gt; <bdi dir="ltr">+8.4%</bdi>'),
        ("<b>R&D</b> +8.4%", "en", "&lt;b&gt;R&amp;D&lt;/b&gt; +8.4%"),
        ("", "ar", ""),
    ],
)
def test_a_plain_text_is_escaped_and_its_runs_are_isolated_in_arabic(text: str, language: str, html: str) -> None:
    assert str(isolated(text, language)) == html  # type: ignore[arg-type]
