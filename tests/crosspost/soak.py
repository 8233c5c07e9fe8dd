"""Posts sent by many processes at once that die everywhere, over a network where everything fails: each is there once.

``python -m tests.crosspost.soak --network bluesky`` runs Bluesky's own server; what it prints repeats the same chances,
though not the same course: processes and a machine have chances of their own.
"""

from __future__ import annotations

import argparse
import datetime
import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from newsroom.commands.check import sound_newsroom
from newsroom.crosspost.composing import compose
from newsroom.ledgers.git import GitLedger
from newsroom.ledgers.ledger import Baseline, Ledger
from newsroom.ledgers.sqlite import SqliteLedger
from newsroom.model.crossposting import Carrier
from newsroom.model.language import LANGUAGES
from newsroom.model.message import Message
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.networks.secrets import Secrets
from newsroom.pages.editions import edition_of
from tests.crosspost.perils import PLACES, Death, Work
from tests.crosspost.standings import NETWORKS, Network, Tally, tally
from tests.crosspost.weather import Weather
from tests.networks.test_x import ARABIC, ENGLISH
from tests.samples import NO_EDITOR, write_newsroom

ADDRESS: Final = "https://newsroom.luban.om/"
PATIENCE: Final = 600.0
"""Seconds after which a soak that is not done has failed."""
NOWHERE: Final = Death("", 0, Path())
"""What a worker meets that lives."""


def newsroom_of(folder: Path, posts: int, seed: int) -> Newsroom:
    """A newsroom of so many posts in two languages, released just now, in words of all kinds."""
    write_newsroom(folder, rules=NO_EDITOR, address=ADDRESS)
    newsroom = sound_newsroom(folder)
    (model,) = newsroom.posts
    chance, now = random.Random(seed), datetime.datetime.now(datetime.UTC)
    return replace(newsroom, posts=tuple(_post(model, number, now, chance) for number in range(posts)))


def _post(model: Post, number: int, now: datetime.datetime, chance: random.Random) -> Post:
    words = {"ar": ARABIC, "en": ENGLISH}
    translations = {
        language: replace(each, title=" ".join((str(number), *chance.choices(words[language], k=chance.randint(2, 9)))))
        for language, each in model.translations.items()
    }
    slug = f"post-{number}"
    return replace(model, id=slug, slug=slug, folder=f"posts/2026/{slug}", date=now, translations=translations)


def pages_of(newsroom: Newsroom, messages: Mapping[str, Message]) -> dict[str, bytes]:
    """The pages of a newsroom, as far as anybody looks at them here."""
    posts = {post.id: post for post in newsroom.posts}
    return {
        link.removeprefix(ADDRESS.rstrip("/")): (
            f'<meta name="newsroom:edition" content="{edition_of(posts[said.post], said.language)}">'.encode()
        )
        for link, said in messages.items()
    }


Home = Callable[[Path], Ledger]
"""Gives the ledger in a folder to a process; each asks for its own."""


def in_file(folder: Path) -> Ledger:
    """A ledger in a file that all use."""
    return SqliteLedger(folder / "ledger.sqlite")


def at_remote(folder: Path) -> Ledger:
    """A ledger at a remote of a clone that nobody else uses, as in a pipeline."""
    remote = folder / "remote.git"
    if not remote.exists():
        _git("init", "--quiet", "--bare", str(remote))
    clone = Path(tempfile.mkdtemp(dir=folder))
    _git("init", "--quiet", str(clone))
    _git("-C", str(clone), "remote", "add", "origin", str(remote))
    return GitLedger(clone, "origin")


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


HOMES: Final[Mapping[str, Home]] = {"file": in_file, "remote": at_remote}


class Soak:
    """Workers at one ledger, started again whenever they die."""

    def __init__(self, work: Work, folder: Path, home: Home, seed: int) -> None:
        self._work = work
        self._book = folder / "deaths"
        self._folder = folder
        self._home = home
        self._chance = random.Random(seed)
        self._born = 0
        self._shot = 0
        self._alive: list[int] = []

    def begin(self, ledger: Ledger) -> None:
        """Let the account begin with nothing behind it, or nothing would be news to it."""
        (carrier,) = self._work.newsroom.carriers
        assert ledger.open(Baseline(carrier.name, datetime.datetime.now(datetime.UTC), ()), "soak")

    def storm(self, ledger: Ledger, workers: int, deaths: int) -> None:
        """Let so many work at once, and more than so many of them die, or all be done before."""
        until = time.monotonic() + PATIENCE
        while self._born - workers < deaths and not self._work.is_done(ledger):
            assert time.monotonic() < until, "the soak does not come to an end"
            while len(self._alive) < workers:
                self._alive.append(self._forked(self._death()))
            time.sleep(self._chance.uniform(0.05, 0.4))
            if self._chance.random() < 0.5:
                os.kill(self._chance.choice(self._alive), signal.SIGKILL)
                self._shot += 1
            self._alive = [each for each in self._alive if not _is_over(each)]
        for each in self._alive:
            os.kill(each, signal.SIGKILL)
            os.waitpid(each, 0)

    def finish(self) -> None:
        """Let one worker live until all is done."""
        until = time.monotonic() + PATIENCE
        worker = self._forked(NOWHERE)
        while not _is_over(worker):
            assert time.monotonic() < until, "the last worker does not come to an end"
            time.sleep(0.1)

    def killed(self) -> dict[str, int]:
        """How many died, by where."""
        places = Counter(self._book.read_text().splitlines() if self._book.exists() else ())
        return dict(sorted(places.items())) | {"at any instant": self._shot}

    def _death(self) -> Death:
        """Every place in turn, at the first, second and third time that a worker comes there."""
        self._born += 1
        turn, place = divmod(self._born, len(PLACES))
        return Death(PLACES[place], 1 + turn % 3, self._book)

    def _forked(self, death: Death) -> int:
        worker = os.fork()
        if worker:
            return worker
        try:
            self._work.until_done(self._home(self._folder), death)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)


def _is_over(process: int) -> bool:
    ended, status = os.waitpid(process, os.WNOHANG)
    if ended and os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, "a worker failed"
    return bool(ended)


@dataclass(frozen=True)
class Chances:
    """How much is sent, by how many at once, until how many of them died; and the seed of all chances."""

    posts: int
    workers: int
    deaths: int
    seed: int


def soak(name: str, home: Home, folder: Path, chances: Chances) -> Tally:
    """Send posts in two languages to a network, in a storm; then in the calm what is left, and count."""
    for each in ("network", "newsroom"):
        (folder / each).mkdir()
    newsroom = newsroom_of(folder / "newsroom", chances.posts, chances.seed)
    with NETWORKS[name](folder / "network") as network:
        carrier = Carrier(name, network.handle, LANGUAGES, ())
        newsroom = replace(newsroom, carriers=(carrier,))
        messages = {said.link: said for post in newsroom.posts for said in compose(newsroom, post)}
        with _weather(Weather(network.address, pages_of(newsroom, messages), chances.seed)) as (pipe, proxied, site):
            newsroom = replace(newsroom, carriers=(replace(carrier, server=proxied),))
            work = Work(newsroom, site, _environment(carrier, network), len(messages))
            soaking = Soak(work, folder, home, chances.seed)
            return _soaked(soaking, home(folder), pipe, chances, lambda: tally(messages, network, home(folder)))


def _soaked(soaking: Soak, ledger: Ledger, pipe: Connection, chances: Chances, count: Callable[[], Tally]) -> Tally:
    begun = time.monotonic()
    soaking.begin(ledger)
    soaking.storm(ledger, chances.workers, chances.deaths)
    pipe.send("calm")
    soaking.finish()
    found = count()
    found.seconds = round(time.monotonic() - begun, 1)
    pipe.send("end")
    found.killed, found.befell = soaking.killed(), pipe.recv()
    return found


def _environment(carrier: Carrier, network: Network) -> dict[str, str]:
    return {Secrets(carrier, {}).name(purpose): secret for purpose, secret in network.secrets.items()}


@contextmanager
def _weather(weather: Weather) -> Iterator[tuple[Connection, str, str]]:
    """The weather in a process of its own, for whoever forks may not have threads."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=weather.blow, args=(theirs,), daemon=True)
    process.start()
    try:
        yield (ours, *ours.recv())
    finally:
        process.kill()
        process.join()


def main() -> int:
    """Soak, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.crosspost.soak", description=__doc__)
    parser.add_argument("--network", choices=sorted(NETWORKS), default="bluesky")
    parser.add_argument("--ledger", choices=sorted(HOMES), default="file", help="where it is kept (file)")
    parser.add_argument("--posts", type=int, default=100, metavar="N", help="each in two languages (100)")
    parser.add_argument("--workers", type=int, default=8, metavar="N", help="processes at once (8)")
    parser.add_argument("--deaths", type=int, default=200, metavar="N", help="how many die before it gets calm (200)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32), metavar="S")
    wanted = parser.parse_args()
    chances = Chances(wanted.posts, wanted.workers, wanted.deaths, wanted.seed)
    with tempfile.TemporaryDirectory() as folder:
        found = soak(wanted.network, HOMES[wanted.ledger], Path(folder), chances)
    sys.stdout.write(json.dumps(vars(wanted) | vars(found), ensure_ascii=False, indent=2) + "\n")
    return 0 if found.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
