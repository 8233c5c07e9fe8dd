"""A publisher by a made-up clock on a real host: builds and releases are real, and take as long as is said."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from newsroom.errors import NewsroomError
from newsroom.publishing.ahead import Preparing
from newsroom.publishing.publication import Publishing
from newsroom.publishing.publisher import Outcome, Publisher
from newsroom.publishing.work import HostWork
from newsroom.releases.host import Host
from newsroom.releases.preparation import Prepared
from newsroom.releases.release import Release
from tests.publishing.hosted import Hosted
from tests.publishing.simulated import after

BUILD = 2.7
"""Seconds that a build takes, of a newsroom of 1,000 posts in two languages."""


@dataclass
class TimedErrand:
    """What was done already, and is heard of later."""

    work: TrueWork
    ends: float
    ended: Outcome

    def outcome(self) -> Outcome | None:
        return self.ended if self.work.elapsed >= self.ends else None

    def stop(self) -> None:
        return


class TrueWork(HostWork):
    """The real work on a host, in this process, by a clock that is made up."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.elapsed = 0.0
        self.switches: list[tuple[datetime.datetime, Release]] = []
        self._hidden: datetime.datetime | None = None
        self._hides_until = 0.0
        self._publishing = Publishing(host, self.clock)

    def clock(self) -> datetime.datetime:
        return after(self.elapsed)

    def sleep(self, seconds: float) -> None:
        self.elapsed += seconds

    def prepared(self) -> list[Prepared]:
        """What is prepared, but for what is not done by the made-up clock."""
        done = self.elapsed >= self._hides_until
        return [each for each in super().prepared() if done or each.instant != self._hidden]

    def prepare(self, instant: datetime.datetime) -> TimedErrand:  # type: ignore[override]
        self._hidden, self._hides_until = instant, self.elapsed + BUILD
        try:
            Preparing(self._publishing).prepare(instant)
            ended = Outcome(is_done=True, said="")
        except NewsroomError as error:
            ended = Outcome(is_done=False, said=error.sentence("en"))
        return TimedErrand(self, self._hides_until, ended)

    def switch(self, prepared: Prepared) -> Release | None:
        release = super().switch(prepared)
        if release:
            self.switches.append((self.clock(), release))
        return release


@dataclass(frozen=True)
class Seen:
    """What was served after each switch: when, of which instant, and the numbers of the posts that were held back."""

    when: datetime.datetime
    instant: datetime.datetime
    posts: list[int]


def publish_all(
    hosted: Hosted, embargoes: int, seconds: int, seed: int
) -> tuple[dict[int, datetime.datetime], list[Seen]]:
    """Let embargoes end within some seconds; the instants of the posts, and what was served after each switch."""
    instants = sorted(random.Random(seed).sample(range(600, 600 + seconds), embargoes))
    posts = {number: after(instant) for number, instant in enumerate(instants, 2)}
    for number, instant in posts.items():
        hosted.write_post(number, date=instant.isoformat())
    hosted.commit()
    hosted.take(hosted.git("rev-parse", "main"))
    work = TrueWork(hosted.host)
    Publishing(hosted.host, work.clock).publish()
    publisher = Publisher(work, work.clock, work.sleep)
    seen = []
    for number in range(1, embargoes + 1):
        publisher.run(lambda number=number: len(work.switches) >= number)  # type: ignore[misc]
        when, release = work.switches[-1]
        seen.append(Seen(when, release.instant, sorted(_shown(hosted, posts))))
    return posts, seen


def _shown(hosted: Hosted, posts: dict[int, datetime.datetime]) -> set[int]:
    """The posts that stand in both languages; none where one stands in part, or the feeds tell another tale."""
    live = hosted.folder / "live"
    feeds = [(live / language / "feed.json").read_text() for language in ("ar", "en")]
    pages = {number: [f"{language}/posts/2026/post-{number}/" for language in ("ar", "en")] for number in posts}
    by_page = {number for number in posts if any((live / page / "index.html").exists() for page in pages[number])}
    by_feed = {number for number in posts if any(f"/post-{number}/" in feed for feed in feeds)}
    whole = {number for number in posts if all((live / page / "index.html").exists() for page in pages[number])}
    newest = set(sorted(whole)[-1:])
    return whole if whole == by_page and newest <= by_feed <= whole else set()
