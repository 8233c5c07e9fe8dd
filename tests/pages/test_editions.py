"""The edition of a post changes with what is published of it, and its page says which one it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import Language
from newsroom.pages.editions import edition_of
from newsroom.pages.release import in_preview
from tests.samples import both, write_post


def edition(root: Path, language: Language = "ar", **keys: Any) -> str:
    write_post(root, ar=keys)
    (post,) = in_preview(sound_newsroom(root)).posts
    return edition_of(post, language)


@pytest.mark.parametrize(
    "keys",
    [
        {"summary": "ملخص آخر."},
        {"date": "2026-01-15T10:00"},
        {"corrections": [{"date": "2026-02-01T09:00", "text": both("صُحح الرقم.", "The figure was corrected.")}]},
        {"pubstatus": "canceled", "withdrawal": {"date": "2026-02-01T09:00"}},
    ],
    ids=["words", "date", "correction", "withdrawal"],
)
def test_what_changes_for_readers_makes_another_edition(root: Path, keys: dict[str, Any]) -> None:
    assert edition(root, **keys) != edition(root)


def test_what_accounts_say_is_no_part_of_the_edition(root: Path) -> None:
    assert edition(root, social=[{"network": "x", "ar": "نص آخر."}]) == edition(root)


def test_an_edition_is_that_of_one_language(root: Path) -> None:
    english = edition(root, "en")
    assert edition(root, "en", summary="ملخص آخر.") == english
    assert english != edition(root, "ar")
