"""Two at once: one waits and says so, the last push wins, and whoever was overtaken is told."""

from __future__ import annotations

import datetime
import subprocess
from typing import Final

import pytest
from msgspec.structs import replace

from newsroom.errors import ProblemsFound
from newsroom.publishing.switching import switch_to
from newsroom.publishing.telling import published
from tests.publishing.hosted import Hosted
from tests.publishing.meanwhile import meanwhile

PATIENCE: Final = 60
"""Seconds after which whoever pushes is taken to be silent."""


def _says(push: subprocess.Popen[str], words: bytes) -> bool:
    """Whether somebody who pushes, and does not come to an end, is told something."""
    for _ in range(10 * PATIENCE):
        try:
            push.communicate(timeout=0.1)
        except subprocess.TimeoutExpired as waits:
            if words in (waits.stderr or b""):
                return True
    return False


def test_who_waits_is_told_so(hosted: Hosted) -> None:
    commit = hosted.commit()
    with hosted.host.building:
        push = hosted.pushing()
        assert _says(push, b"another publication is at work; waiting for it")
    push.communicate()
    assert hosted.live.commit == commit


def test_of_two_pushes_at_once_the_later_is_live(hosted: Hosted) -> None:
    hosted.write_post(2)
    first = hosted.commit()
    hosted.write_post(3)
    last = hosted.commit()
    one = hosted.pushing(refs=f"{first}:refs/heads/main")
    while hosted.publishing().repository.tip("main") != first:
        assert one.poll() is None
    other = hosted.pushing(refs=f"{last}:refs/heads/main")
    assert {one.communicate()[1] and one.returncode, other.communicate()[1] and other.returncode} == {0}
    assert hosted.live.commit == last


def test_a_push_that_comes_while_another_is_built_is_published_in_its_place(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosted.write_post(2)
    first = hosted.commit()
    hosted.write_post(3)
    last = hosted.commit()
    hosted.take(first)
    meanwhile(monkeypatch, lambda: hosted.take(last))
    publication = hosted.publish()
    assert publication.release.commit == hosted.live.commit == last
    assert [release.commit for release in hosted.releases.all()][1:] == [last]
    told = [sentence["en"] for sentence in published(publication, first)]
    assert f"what you pushed ({first[:12]}) is not served, but {last[:12]} is in its place" in told[0]


def test_a_push_that_is_overtaken_by_one_with_an_error_is_live_after_all(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosted.write_post(2)
    good = hosted.commit()
    hosted.write_post(3, author="nobody-of-this-name")
    broken = hosted.commit()
    hosted.take(good)
    meanwhile(monkeypatch, lambda: hosted.take(broken))
    assert hosted.publish().release.commit == good
    assert hosted.live.commit == good
    with pytest.raises(ProblemsFound):
        hosted.publish()
    assert hosted.live.commit == good


def test_what_was_overtaken_is_not_served_after_somebody_went_back(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hosted.live
    hosted.write_post(2)
    hosted.take(hosted.commit())

    def gone_back() -> None:
        hosted.publishing().pin(before.commit)

    meanwhile(monkeypatch, gone_back)
    assert hosted.publish().release == before
    assert hosted.live == before
    assert [release.number for release in hosted.releases.all()] == [1]


def test_a_release_is_not_switched_to_where_one_of_a_later_instant_is_served(hosted: Hosted) -> None:
    live = hosted.live
    older = replace(live, instant=live.instant - datetime.timedelta(seconds=1))
    assert not switch_to(hosted.host, hosted.releases.begin(hosted.releases.site(live)), older, live.commit)
    assert hosted.live == live
