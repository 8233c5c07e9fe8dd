"""The way back: an earlier release is served at once, and stays until somebody pushes; time goes on meanwhile."""

from __future__ import annotations

import datetime
import json

import pytest

from newsroom.errors import NewsroomError, Refused
from newsroom.publishing.going_back import go_back
from newsroom.publishing.publication import Publication
from tests.publishing.hosted import Hosted
from tests.publishing.meanwhile import meanwhile

LATER = datetime.datetime(2096, 1, 1, tzinfo=datetime.UTC)
POST_2 = "en/posts/2026/post-2/"


def back(hosted: Hosted, number: int | None = None, at: datetime.datetime | None = None) -> Publication:
    """Go back in this very process, where that must succeed."""

    def failed(error: NewsroomError) -> None:
        raise error

    return go_back(hosted.publishing(at), number, failed)


def test_the_last_release_of_another_commit_is_served_again(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    answer = hosted.run("rollback")
    assert answer.returncode == 0
    assert hosted.live.number == 1
    assert f"no longer served: ar/posts/2026/post-2/, {POST_2}" in answer.stderr
    assert "release 1 is live" in answer.stderr
    assert "stays so until the next push to main" in answer.stderr


def test_who_went_back_stays_there_whoever_publishes(hosted: Hosted) -> None:
    hosted.commit_and_publish()
    back(hosted)
    assert hosted.publish().release.number == 1


def test_a_push_goes_on_from_the_tip(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    back(hosted)
    commit = hosted.commit("Mended")
    assert hosted.push().returncode == 0
    assert hosted.live.commit == commit
    assert hosted.live.number == 3


def test_what_has_fallen_due_since_is_published_from_the_commit_that_one_goes_back_to(hosted: Hosted) -> None:
    hosted.write_post(2, date="2096-01-01T00:00")
    first = hosted.commit_and_publish().release
    hosted.write_post(3)
    hosted.commit_and_publish()
    release = back(hosted, first.number, LATER).release
    assert release.commit == first.commit
    assert release.counts.posts == 4
    assert "post-3" not in hosted.shown("en/feed.json")


def test_where_a_commit_cannot_be_built_any_more_the_release_is_served_as_it_was(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosted.write_post(2, date="2096-01-01T00:00")
    first = hosted.commit_and_publish().release
    hosted.write_post(3)
    hosted.commit_and_publish()
    meanwhile(monkeypatch, lambda: (hosted.folder / "releases/.next/site").rename(hosted.folder / "gone"))
    heard: list[NewsroomError] = []
    assert go_back(hosted.publishing(LATER), first.number, heard.append).release == first
    assert len(heard) == 1
    assert hosted.live == first


def test_going_back_waits_for_no_publication_and_is_not_undone_by_it(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosted.commit_and_publish()
    hosted.take(hosted.commit())
    meanwhile(monkeypatch, lambda: back(hosted))
    hosted.publish()
    assert hosted.live.number == 1


@pytest.mark.parametrize("number", [None, 7])
def test_what_is_not_there_cannot_be_gone_back_to(number: int | None, hosted: Hosted) -> None:
    with pytest.raises(Refused, match="there is no such release to go back to; there are: 1"):
        back(hosted, number)


def test_releases_are_listed_with_a_mark_at_the_one_that_is_served(hosted: Hosted) -> None:
    hosted.commit_and_publish()
    back(hosted)
    first, second = hosted.run("releases").stdout.splitlines()
    assert first.endswith("← live")
    assert not second.endswith("live")


def test_releases_are_told_to_scripts(hosted: Hosted) -> None:
    told = json.loads(hosted.run("releases", "--format", "json").stdout)
    live = hosted.live
    assert told["releases"] == [
        {
            "number": 1,
            "commit": live.commit,
            "instant": live.instant.isoformat(),
            "due": None,
            "addresses": live.counts.addresses,
            "posts": 2,
            "items": 2,
            "reason": "",
            "live": True,
        }
    ]


def test_the_oldest_releases_go_but_for_as_many_as_host_yml_keeps(hosted: Hosted) -> None:
    hosted.set_alone(keep=2)
    for _ in range(4):
        hosted.commit_and_publish()
    assert [release.number for release in hosted.releases.all()] == [3, 4, 5]


def test_what_is_served_stays_however_old_it_is(hosted: Hosted) -> None:
    hosted.commit_and_publish()
    hosted.commit_and_publish()
    back(hosted, 1)
    hosted.releases.prune(0)
    assert [release.number for release in hosted.releases.all()] == [1]


def test_what_somebody_is_going_back_to_stays(hosted: Hosted) -> None:
    first = hosted.live
    hosted.commit_and_publish()
    hosted.releases.prune(0, first.commit)
    assert [release.number for release in hosted.releases.all()] == [1, 2]
