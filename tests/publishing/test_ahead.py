"""A release is made before its instant, where nobody can see it, and goes live in a moment."""

from __future__ import annotations

import datetime
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsroom.errors import NewsroomError, Refused
from newsroom.publishing.ahead import Ahead, Preparing
from newsroom.publishing.memory import take_over_memory
from newsroom.publishing.publication import Publication, Publishing
from newsroom.publishing.switching import switch_to
from newsroom.releases.preparation import Preparation, Prepared
from newsroom.releases.release import Release
from tests.publishing.hosted import Hosted

BEFORE = datetime.datetime.fromisoformat("2026-03-01T08:59:00+04:00")
INSTANT = datetime.datetime.fromisoformat("2026-03-01T09:00:00+04:00")
NEXT = datetime.datetime.fromisoformat("2026-03-01T09:00:06+04:00")
HELD = "en/posts/2026/post-2/index.html"
TITLE = "Title of post 2"


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = BEFORE

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def publishing(fresh: Hosted, clock: Clock) -> Publishing:
    """A host on which a newsroom is live whose second post is held back until the instant."""
    fresh.write_post(2, date="2026-03-01T09:00")
    fresh.commit()
    fresh.take(fresh.git("rev-parse", "main"))
    made = Publishing(fresh.host, clock)
    made.publish()
    return made


def prepare(publishing: Publishing, instant: datetime.datetime = INSTANT) -> Ahead:
    return Preparing(publishing).prepare(instant)


def go_live(publishing: Publishing, prepared: Prepared) -> Release | None:
    return switch_to(publishing.host, prepared.folder, prepared.release, prepared.wanted)


def test_what_is_prepared_shows_its_instant_and_is_not_live(fresh: Hosted, publishing: Publishing) -> None:
    prepared = prepare(publishing).prepared
    assert TITLE in (prepared.site / HELD).read_text()
    assert prepared.release.due is None
    assert fresh.live.number == 1
    assert not (fresh.folder / "live" / HELD).exists()


def test_nobody_else_can_look_into_what_is_prepared(fresh: Hosted, publishing: Publishing) -> None:
    prepared = prepare(publishing).prepared
    assert stat.S_IMODE(fresh.host.preparation.stat().st_mode) == 0o700
    assert prepared.folder.is_relative_to(fresh.host.preparation)


def test_it_goes_live_with_the_next_number(fresh: Hosted, publishing: Publishing) -> None:
    release = go_live(publishing, prepare(publishing).prepared)
    assert release == fresh.live
    assert (fresh.live.number, fresh.live.instant) == (2, INSTANT)
    assert TITLE in fresh.shown(HELD)
    assert TITLE in fresh.shown("en/feed.xml")


def test_it_holds_the_bytes_that_are_published_at_the_instant(
    fresh: Hosted, publishing: Publishing, clock: Clock
) -> None:
    prepared = {path: path.read_bytes() for path in files(prepare(publishing).prepared.site)}
    clock.now = INSTANT
    publishing.publish()
    live = fresh.folder / "live"
    top = next(iter(Preparation(fresh.host).all())).site
    assert {path.relative_to(top): read for path, read in prepared.items()} == {
        path.relative_to(live): path.read_bytes() for path in files(live)
    }


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_what_stays_as_it_is_is_one_file_in_both(fresh: Hosted, publishing: Publishing) -> None:
    prepared = prepare(publishing).prepared
    style = "assets/newsroom.css"
    assert (prepared.site / style).samefile(fresh.folder / "live" / style)


def test_the_next_instant_is_prepared_from_the_one_before(fresh: Hosted, publishing: Publishing, clock: Clock) -> None:
    fresh.write_post(3, date="2026-03-01T09:00:06")
    fresh.commit()
    fresh.take(fresh.git("rev-parse", "main"))
    publishing.publish()
    first, second = (prepare(publishing, instant).prepared for instant in (INSTANT, NEXT))
    assert first.release.due == second.instant
    page = "en/posts/2026/post-1/index.html"
    assert (first.site / page).samefile(second.site / page)
    assert (second.release.counts.posts, first.release.counts.posts) == (6, 4)


def memory(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((folder / ".newsroom").glob("*.db")))


def test_what_is_held_back_is_in_no_memory_of_the_public_edition_before_its_instant(
    fresh: Hosted, publishing: Publishing, clock: Clock
) -> None:
    prepared = prepare(publishing).prepared
    assert TITLE.encode() in memory(Preparation(fresh.host).checkout)
    assert TITLE.encode() not in memory(fresh.host.checkout)
    fresh.commit("Another push")
    fresh.take(fresh.git("rev-parse", "main"))
    publishing.publish()
    assert TITLE.encode() not in memory(fresh.host.checkout)
    assert go_live(publishing, prepared) is None


def test_once_it_is_live_its_memory_is_that_of_the_public_edition(
    fresh: Hosted, publishing: Publishing, clock: Clock
) -> None:
    go_live(publishing, prepare(publishing).prepared)
    clock.now = NEXT
    fresh.write_post(3)
    fresh.commit()
    fresh.take(fresh.git("rev-parse", "main"))
    summary = publishing.publish().summary
    assert summary
    assert summary.reused > summary.rendered
    assert not list((Preparation(fresh.host).checkout / ".newsroom").glob("*.db"))


def test_while_something_is_prepared_its_memory_is_left_where_it_is(fresh: Hosted, publishing: Publishing) -> None:
    go_live(publishing, prepare(publishing).prepared)
    with Preparation(fresh.host).lock:
        take_over_memory(fresh.host, fresh.live)
    assert TITLE.encode() not in memory(fresh.host.checkout)
    take_over_memory(fresh.host, fresh.live)
    assert TITLE.encode() in memory(fresh.host.checkout)


def test_what_was_prepared_before_a_push_does_not_go_live(fresh: Hosted, publishing: Publishing) -> None:
    prepared = prepare(publishing).prepared
    fresh.commit("Stop it")
    fresh.take(fresh.git("rev-parse", "main"))
    assert go_live(publishing, prepared) is None
    assert fresh.live.number == 1


def test_where_the_tip_cannot_be_built_the_last_good_commit_goes_on(fresh: Hosted, publishing: Publishing) -> None:
    good = fresh.live.commit
    fresh.write_post(3, author="nobody-of-this-name")
    tip = fresh.commit("Broken")
    fresh.take(fresh.git("rev-parse", "main"))
    ahead = prepare(publishing)
    assert isinstance(ahead.failure, NewsroomError)
    assert "post-3" in ahead.failure.sentence("en")
    assert (ahead.prepared.release.commit, ahead.prepared.wanted) == (good, tip)
    assert go_live(publishing, ahead.prepared) == fresh.live
    assert TITLE in fresh.shown(HELD)


def test_where_nothing_can_be_built_it_is_said_and_nothing_is_prepared(fresh: Hosted, publishing: Publishing) -> None:
    (fresh.host.preparation).mkdir(mode=0o700)
    (fresh.host.preparation / "releases").write_text("no folder")
    with pytest.raises(Refused):
        prepare(publishing)
    assert fresh.live.number == 1


class AtTheVeryInstant(Publishing):
    """Somebody whose build of what was pushed is under way when the instant comes."""

    def __init__(self, fresh: Hosted, clock: Clock, prepared: Ahead) -> None:
        super().__init__(fresh.host, clock)
        self._clock_to_set, self._prepared = clock, prepared.prepared
        self.switched: list[Release | None] = []

    def _make_now(self, *values: Any) -> Any:
        made = super()._make_now(*values)
        self._clock_to_set.now = INSTANT
        # The lock of those who build is held by us all the while.
        self.switched.append(go_live(self, self._prepared))
        return made


def test_a_push_at_the_very_instant_waits_for_nobody_and_undoes_nothing(
    fresh: Hosted, publishing: Publishing, clock: Clock
) -> None:
    fresh.write_post(1, title="عنوان جديد")
    tip = fresh.commit("At the last moment")
    fresh.take(fresh.git("rev-parse", "main"))
    pushed: Publication = (pusher := AtTheVeryInstant(fresh, clock, prepare(publishing))).publish()
    assert pusher.switched == [fresh.live]
    assert (fresh.live.commit, fresh.live.instant) == (tip, INSTANT)
    assert (pushed.release, pushed.anew) == (fresh.live, False)
    assert TITLE in fresh.shown(HELD)


def test_nothing_is_taken_over_from_a_preparation_that_was_not_finished(
    fresh: Hosted, publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> Prepared:
        raise KeyboardInterrupt

    monkeypatch.setattr(Preparation, "keep", killed)
    with pytest.raises(KeyboardInterrupt):
        prepare(publishing)
    assert TITLE.encode() in memory(Preparation(fresh.host).checkout)
    fresh.commit("Another push")
    fresh.take(fresh.git("rev-parse", "main"))
    publishing.publish()
    assert TITLE.encode() not in memory(fresh.host.checkout)
