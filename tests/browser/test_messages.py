"""The page of messages to accounts, of which each post is a part that opens and closes without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsroom.languages import message_words
from tests.browser.conftest import Open, Reader

PART = "2026-warehouse-robot-patent"
CLOSE_ALL = "document.querySelectorAll('details').forEach(each => { each.open = false })"
IS_SEEN = f"document.getElementById('{PART}').checkVisibility()"
OPEN = "[...document.querySelectorAll('details[open] .telling-body')].map(each => each.id)"


@pytest.fixture
def preview_reader(read: Open, preview_origin: str) -> Iterator[Reader]:
    with read(preview_origin) as reader:
        yield reader


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_post_leads_to_its_part_which_opens(language: str, preview_reader: Reader):
    preview_reader.go(f"{language}/posts/2026/warehouse-robot-patent/", 390)
    link = preview_reader.page.get_by_role("link", name=message_words(language).of_this_post)
    preview_reader.follow(link)
    assert preview_reader.address == f"{language}/messages/#{PART}"
    preview_reader.page.evaluate(f"{CLOSE_ALL}; location.hash = ''")
    preview_reader.page.evaluate(f"location.hash = '{PART}'")
    preview_reader.page.wait_for_function(f"{OPEN}.length")
    assert preview_reader.page.evaluate(OPEN) == [PART]


def test_on_paper_every_part_is_open(preview_reader: Reader):
    preview_reader.go("en/messages/")
    preview_reader.page.evaluate(CLOSE_ALL)
    assert not preview_reader.page.evaluate(IS_SEEN)
    preview_reader.page.emulate_media(media="print")
    assert preview_reader.page.evaluate(IS_SEEN)
