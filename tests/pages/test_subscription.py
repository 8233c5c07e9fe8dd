"""The feeds of a post are those whose subjects have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import LANGUAGES, Language
from newsroom.pages.release import in_preview
from newsroom.pages.subscription import feeds_of, subject_groups
from newsroom.pages.writing import Hand
from tests.samples import NO_EDITOR, write_newsroom, write_post


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_is_in_the_feeds_of_its_subjects_and_in_no_others(tmp_path: Path, language: Language) -> None:
    write_newsroom(tmp_path, rules=NO_EDITOR)
    write_post(tmp_path, ar={"topics": ["ports", "results"], "audiences": ["media", "shareholders"]})
    write_post(tmp_path, 2, ar={"topics": ["ports"]})
    newsroom = in_preview(sound_newsroom(tmp_path))
    groups = subject_groups(newsroom, Hand.of(newsroom, language))
    subjects = [subject for group in groups for subject in group.subjects]
    for post in newsroom.posts:
        offered = {feed for each in subjects if post in each.posts for feed in each.subscription.feeds}
        assert set(feeds_of(language, post)) == offered
