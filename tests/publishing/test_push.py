"""A push to a bare repository: what is live afterwards, and what whoever pushed is told."""

from __future__ import annotations

from tests.publishing.hosted import Hosted

POST = "en/posts/2026/post-1/index.html"


def test_what_is_pushed_is_live(hosted: Hosted) -> None:
    assert hosted.live.number == 1
    assert hosted.live.commit == hosted.git("rev-parse", "HEAD")
    assert "Title of post 1" in hosted.shown(POST)


def test_a_second_push_is_live_beside_what_was_and_says_so(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit()
    answer = hosted.push()
    assert answer.returncode == 0, answer.stderr
    assert "release 2 is live" in answer.stderr
    assert hosted.live.counts.posts == 4
    assert [release.number for release in hosted.releases.all()] == [1, 2]
    assert "Title of post 2" in hosted.shown("en/posts/2026/post-2/index.html")


def test_what_did_not_change_is_one_file_in_both_releases(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit_and_publish()
    assert (hosted.folder / "live" / "assets/newsroom.css").stat().st_nlink == 2
    assert (hosted.folder / "live" / "en/index.html").stat().st_nlink == 1


def test_a_push_with_an_error_leaves_what_is_live_and_says_where_the_error_is(hosted: Hosted) -> None:
    live = hosted.live
    hosted.write_post(2, author="nobody-of-this-name")
    hosted.commit()
    answer = hosted.push()
    assert "content/posts/2026/post-2/index.ar.md:" in answer.stderr
    assert hosted.live == live


def test_to_publish_again_changes_nothing(hosted: Hosted) -> None:
    publication = hosted.publish()
    assert not publication.anew
    assert publication.release == hosted.live
    assert hosted.live.number == 1
