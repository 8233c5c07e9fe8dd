"""Nothing is lost: what a release has no longer that readers had needs a reason in git, unless time alone took it."""

from __future__ import annotations

import shutil
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.errors import FewerThanBefore, ProblemsFound
from newsroom.pages.lasting import lasting_addresses
from newsroom.pages.release import at_instant, next_change
from newsroom.publishing.losses import reason_for_less
from newsroom.releases.contents import CONTENTS, Contents
from tests.conftest import NOW, REPOSITORY
from tests.publishing.hosted import Hosted
from tests.samples import configuration, write_post, write_yaml

NAMES = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)
CONTENTS_OF_ANY = st.builds(Contents, addresses=NAMES, items=NAMES)


@given(CONTENTS_OF_ANY, CONTENTS_OF_ANY)
def test_a_reason_is_asked_for_exactly_where_something_is_gone(before: Contents, after: Contents) -> None:
    is_gone = bool(set(before.addresses) - set(after.addresses) or set(before.items) - set(after.items))
    if is_gone:
        with pytest.raises(FewerThanBefore):
            reason_for_less(before, after, lambda: "")
    else:
        assert reason_for_less(before, after, lambda: "never asked for") == ""


def test_one_lost_and_one_gained_is_found_and_named() -> None:
    before, after = Contents(("en/a/",), ("en 1",)), Contents(("en/b/",), ("en 1",))
    with pytest.raises(FewerThanBefore, match="readers would lose en/a/: there were 1 addresses"):
        reason_for_less(before, after, lambda: "")


def test_at_most_ten_of_what_is_gone_are_named() -> None:
    before = Contents(tuple(f"en/{number:02}/" for number in range(12)))
    with pytest.raises(FewerThanBefore, match=r"en/08/, en/09/, …:"):
        reason_for_less(before, Contents(), lambda: "")


def _take_away_english(hosted: Hosted) -> None:
    """Post 2 is no longer there in English, and its address leads to the Arabic one."""
    (hosted.root / "content/posts/2026/post-2/index.en.md").unlink()
    leads = {"en/posts/2026/post-2": "ar/posts/2026/post-2"}
    write_yaml(hosted.root / "newsroom.yml", configuration(redirects=leads))


def test_a_language_that_goes_takes_an_item_from_feeds_and_needs_a_reason(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    _take_away_english(hosted)
    with pytest.raises(FewerThanBefore, match=r"readers would lose en urn:uuid:[0-9a-f-]+: "):
        hosted.commit_and_publish()
    assert hosted.live.number == 2


def test_a_reason_in_a_commit_lets_less_be_published_and_is_kept(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    _take_away_english(hosted)
    hosted.commit_and_publish("Take the translation back\n\nRemoves: it was of another text")
    assert hosted.live.number == 3
    assert hosted.live.reason == "it was of another text"


def test_a_reason_that_was_given_once_is_none_for_the_next_loss(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish("Write\n\nRemoves: nothing yet")
    _take_away_english(hosted)
    with pytest.raises(FewerThanBefore):
        hosted.commit_and_publish()


def test_a_post_that_is_deleted_stops_the_build_that_would_lose_its_address(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    shutil.rmtree(hosted.root / "content/posts/2026/post-2")
    with pytest.raises(ProblemsFound, match="NR780"):
        hosted.commit_and_publish()
    assert hosted.live.number == 2


def test_a_post_that_is_renamed_with_an_alias_loses_nothing(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    shutil.rmtree(hosted.root / "content/posts/2026/post-2")
    write_post(hosted.root, 2, slug="renamed", ar={"aliases": ["2026/post-2"]})
    assert hosted.commit_and_publish().release.number == 3


def test_a_post_that_is_withdrawn_loses_nothing(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    reason = {"ar": "نُشر خطأً", "en": "Published in error"}
    hosted.write_post(2, pubstatus="canceled", withdrawal={"date": "2026-02-01T09:00", "reason": reason})
    assert hosted.commit_and_publish().release.number == 3


def test_what_was_counted_and_is_gone_from_the_disk_is_counted_again(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    (hosted.folder / "live/.." / CONTENTS).resolve().unlink()
    _take_away_english(hosted)
    with pytest.raises(FewerThanBefore):
        hosted.commit_and_publish()


def test_time_alone_takes_nothing_away() -> None:
    newsroom = sound_newsroom(REPOSITORY)
    instants = [NOW.replace(year=2020)]
    while following := next_change(newsroom, instants[-1]):
        instants.append(following)
    shown = [at_instant(newsroom, instant) for instant in instants]
    assert len(instants) > 20
    for earlier, later in pairwise(shown):
        assert lasting_addresses(earlier) <= lasting_addresses(later)
        assert {post.id for post in earlier.posts} <= {post.id for post in later.posts}
