"""The page of messages to accounts as HTML: that of a small newsroom whole, and that of the example where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.model.newsroom import Newsroom
from newsroom.pages import addresses
from tests.conftest import NOW
from tests.crosspost.test_composing import carrier, write
from tests.site.tree import Tree, text_of

GOLDEN = Path(__file__).parent / "golden"
PRESS = carrier("mail", "press", server="smtps://mail.luban.om", id="Luban <news@luban.om>", types=["results"])


@pytest.fixture(scope="module")
def page_of_messages(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The preview of a newsroom with one post, an account that carries it and one that does not."""
    root, folder = tmp_path_factory.mktemp("newsroom"), tmp_path_factory.mktemp("built") / "site"
    own = [{"network": "slack", "en": "R&D <2%\n\n#Ports"}]
    write(root, carrier(), carrier("slack", "board"), PRESS, date="2026-11-23T08:00", social=own)
    build(root, Edition(None, planned_at=NOW), folder, strict=False)
    return Tree(folder, "https://newsroom.luban.om/")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_of_one_post_is_that_of_the_golden_file(language: str, page_of_messages: Tree):
    main = page_of_messages[f"{language}/messages/"].one("//main")
    shown = html.tostring(main, encoding="unicode", with_tail=False) + "\n"
    assert shown == (GOLDEN / f"messages.{language}.html").read_text("utf-8")


def test_every_post_of_the_example_that_has_a_part_leads_there_and_back(preview: Tree, example: Newsroom):
    for language in ("ar", "en"):
        page = preview[f"{language}/messages/"]
        parts = page.find("//*[contains(@class, 'telling-body')]/@id")
        known = [post for post in example.posts if addresses.message_part(post) in parts]
        assert len(parts) == len(known) == 3
        for post in known:
            there = preview[addresses.post(language, post)]
            link = there.linked_address("//header[contains(@class, 'post-head')]//p[@class='notice']/a")
            assert link == addresses.messages_of(language, post)
            assert there.address in {each.removeprefix(page.home) for each in page.links}


def test_the_example_shows_the_words_of_each_account(preview: Tree):
    page = preview["en/messages/"]
    accounts = {text_of(each).partition(" · ")[0] for each in page.find("//article/h3")}
    assert {each.split()[0] for each in accounts} == {"Mastodon", "X", "LinkedIn", "Printer"}
