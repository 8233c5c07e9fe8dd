"""Embargoes by the real clock: a reader asks nginx every 50 ms for what is next, and says when it was there.

.venv/bin/python -m tests.publishing.minute_soak --embargoes 20 --minutes 3 --posts 1000 --kills 5
.venv/bin/python -m tests.publishing.minute_soak --embargoes 100 --minutes 10 --simulated

The second has real builds, and a clock that is made up.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from newsroom.hosting.served import Served
from tests.hosting.server import ask, serving
from tests.publishing.hosted import Hosted
from tests.publishing.hosted import begin as begin_host
from tests.publishing.true_builds import publish_all
from tests.publishing.waiting import WaitingPublisher

POLL = 0.05
"""Seconds between two questions of the reader."""
MOST = 2.0
"""Seconds by which a post may be late."""
PAGES = ("ar/posts/2026/post-{}/", "en/posts/2026/post-{}/")
FEEDS = ("ar/feed.xml", "en/feed.xml", "ar/feed.json", "en/feed.json")


@dataclass
class Found:
    """``late`` are seconds after each instant; ``early`` the posts that were there before; ``mixed`` those of which a
    page or a feed in either language was missing when another was there; ``failed`` answers are neither 200 nor 404.
    """

    late: list[float] = field(default_factory=list)
    early: list[int] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    asked: int = 0
    resident: int = 0
    processor: float = 0.0
    releases: int = 0

    @property
    def is_well(self) -> bool:
        return not (self.early or self.mixed or self.failed) and max(self.late) <= MOST


class Reader:
    """Asks for the next post until it is there."""

    def __init__(self, port: int, found: Found) -> None:
        self._port = port
        self._found = found

    def wait_for(self, number: int, instant: float, end: float) -> None:
        """Ask until a post is there, and look whether all of it is."""
        first = PAGES[number % 2].format(number)
        while time.time() < end:
            asked = time.time()
            if self._has(first):
                self._judge(number, instant, asked)
                return
            time.sleep(POLL)
        self._found.late.append(end - instant)

    def _judge(self, number: int, instant: float, asked: float) -> None:
        # What was begun to be answered after the instant may have been asked for before it.
        if time.time() < instant:
            self._found.early.append(number)
        self._found.late.append(max(0.0, asked - instant))
        self._found.mixed += [page for page in (each.format(number) for each in PAGES) if not self._has(page)]
        word = f"/post-{number}/".encode()
        self._found.mixed += [feed for feed in FEEDS if word not in ask(self._port, f"/{feed}").body]

    def _has(self, page: str) -> bool:
        self._found.asked += 1
        answer = ask(self._port, f"/{page}")
        if answer.status not in {200, 404}:
            self._found.failed.append(f"{page}: {answer.status}")
        return answer.status == 200


def soak(folder: Path, wanted: argparse.Namespace) -> Found:
    """Publish embargoed posts at random instants, and give what a reader found."""
    chance = random.Random(wanted.seed)
    begin_host(folder)
    hosted = Hosted(folder)
    for number in range(2, wanted.posts + 1):
        hosted.write_post(number)
    hosted.commit()
    hosted.push()
    begin = int(time.time()) + wanted.first
    seconds = sorted(chance.sample(range(int(wanted.minutes * 60)), wanted.embargoes))
    numbers = range(wanted.posts + 1, wanted.posts + 1 + wanted.embargoes)
    instants = dict(zip(numbers, (begin + each for each in seconds), strict=True))
    for number, instant in instants.items():
        hosted.write_post(number, date=datetime.datetime.fromtimestamp(instant, datetime.UTC).isoformat())
    hosted.commit()
    answer = hosted.push()
    sys.stderr.write(answer.stderr)
    kills = sorted(chance.uniform(begin, begin + wanted.minutes * 60) for _ in range(wanted.kills))
    found = Found()
    with serving("nginx", folder, Served("https://newsroom.sample.example/", hosted.folder / "live")) as port:
        _read(hosted, Reader(port, found), instants, kills, found)
    found.releases = len(hosted.releases.all())
    return found


def _read(hosted: Hosted, reader: Reader, instants: dict[int, int], kills: list[float], found: Found) -> None:
    log = hosted.folder / "publisher.log"
    publisher = WaitingPublisher(hosted.folder, log)
    try:
        for number, instant in instants.items():
            while kills and kills[0] < time.time():
                kills.pop(0)
                publisher.kill()
                publisher = WaitingPublisher(hosted.folder, log)
            reader.wait_for(number, instant, max(instant, time.time()) + 60)
        found.resident, found.processor = publisher.resident, publisher.seconds
        publisher.end()
    finally:
        if publisher.process.poll() is None:
            publisher.kill()
        sys.stderr.write(log.read_text())


def simulate(folder: Path, wanted: argparse.Namespace) -> int:
    """Publish embargoed posts by a clock that is made up, and print what was wrong; the exit code."""
    begin_host(folder)
    hosted = Hosted(folder)
    hosted.commit()
    posts, seen = publish_all(hosted, wanted.embargoes, int(wanted.minutes * 60), wanted.seed)
    late = [(each.when - instant).total_seconds() for each, instant in zip(seen, posts.values(), strict=True)]
    wrong = [number for number, each in enumerate(seen, 1) if each.posts != sorted(posts)[:number]]
    sys.stdout.write(
        json.dumps({"switches": len(seen), "latest": max(late), "earliest": min(late), "wrong": wrong}) + "\n"
    )
    return 1 if wrong or set(late) != {0.0} else 0


def main() -> int:
    """Soak, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.publishing.minute_soak", description=__doc__)
    parser.add_argument("--embargoes", type=int, default=20, metavar="N")
    parser.add_argument("--minutes", type=float, default=3.0, metavar="M", help="within which they are due (3)")
    parser.add_argument("--first", type=int, default=60, metavar="S", help="seconds until the first may be due (60)")
    parser.add_argument("--posts", type=int, default=1, metavar="N", help="that are public already (1)")
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="of the publisher, at random (0)")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--simulated", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if wanted.simulated:
            return simulate(Path(folder), wanted)
        found = soak(Path(folder), wanted)
    sys.stdout.write(json.dumps(vars(wanted) | asdict(found) | {"latest": max(found.late)}, indent=2) + "\n")
    return 0 if found.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
