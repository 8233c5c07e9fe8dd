"""Buttons that copy clean text, and the page of a reader whose browser runs no script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from newsroom.languages import words
from newsroom.model.language import LANGUAGES, Language
from tests.browser.conftest import Open

POST = "posts/2026/robot-stacker-sohar/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_copies_the_text_of_a_post_and_says_so(
    language: Language, read: Open, example_origin: str, example_site: Path
) -> None:
    with read(example_origin, permissions=CLIPBOARD) as reader:
        reader.go(f"{language}/{POST}", 390)
        reader.page.get_by_role("button", name=words(language).copy_text).click()
        expect(reader.page.locator(".copying [role=status]")).to_have_text(words(language).copied)
        copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == (example_site / language / POST / "post.txt").read_text(encoding="utf-8")


def test_a_press_copies_figures_as_lines_of_a_table(read: Open, example_origin: str) -> None:
    with read(example_origin, permissions=CLIPBOARD) as reader:
        reader.go(f"en/{POST}")
        reader.page.get_by_role("button", name=words("en").copy_figures).click()
        expect(reader.page.locator(".copying [role=status]")).to_have_text(words("en").copied)
        lines = reader.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert [line.split("\t")[1:3] for line in lines] == [["38", "%"], ["44", "workers"]]


def test_a_press_that_fails_says_what_to_do_instead(read: Open, example_origin: str) -> None:
    with read(example_origin, permissions=CLIPBOARD) as reader:
        reader.go("en/boilerplate/")
        reader.page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error()) }")
        reader.page.get_by_role("button", name=words("en").copy_text).click()
        expect(reader.page.locator(".copying [role=status]")).to_have_text(words("en").not_copied)


def test_without_a_script_there_is_no_button_that_does_nothing(read: Open, example_origin: str) -> None:
    with read(example_origin, java_script_enabled=False) as reader:
        reader.go(f"en/{POST}")
        assert reader.page.locator("button:visible").count() == 0
        assert reader.page.get_by_role("link", name=words("en").press_kit).is_visible()
