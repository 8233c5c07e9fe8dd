"""Time the ledgers: claims by one process and by many at once, and the reading of many lines.

``python -m bench.ledger`` makes a bare git repository and an SQLite file of its own, and prints a line for each figure.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from newsroom.ledgers.commits import beginning
from newsroom.ledgers.home import opened
from newsroom.ledgers.ledger import BrokenLine, Line, folded
from newsroom.ledgers.losses import ref_of_line
from newsroom.ledgers.sqlite import SqliteLedger
from newsroom.ledgers.writing import read_line, written
from newsroom.model.crossposting import ORIGIN, LedgerHome
from newsroom.model.delivery import Identity, Receipt, Sealed
from newsroom.model.message import Card, Message

BEGUN: Final = datetime(2026, 1, 1, 8, tzinfo=UTC)
STORY: Final = ("claimed", "sending", "uncertain", "posted")
"""A message that was lost sight of, and found."""
Make = Callable[[Path, int], list[tuple[LedgerHome, Path]]]
"""Makes an empty ledger in a folder, and for each of so many writers where it is to be opened."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One process's claim of one message: whether it won, and the seconds that it took."""

    key: str
    won: bool
    seconds: float


def line(number: int, step: str, writer: str) -> Line:
    """A line about the message of a number, as long as such lines are."""
    identity = Identity(f"post-{number:06}", "ar" if number % 2 else "en", "mastodon", "@luban@social.example")
    text = "ارتفعت الإيرادات في النصف الأول إلى 48.5 مليون ريال عُماني، بزيادة 12% عن العام الماضي. " * 3
    link = f"https://newsroom.example.om/ar/posts/2026/post-{number:06}/"
    card = Card("نتائج النصف الأول", "الإيرادات والأرباح", f"{link}card.png", "بطاقة بعنوان المنشور")
    message = Message(identity.post, identity.language, identity.network, identity.handle, text, link, card)
    at = BEGUN + timedelta(minutes=number)
    return Line(
        identity.key,
        step,  # type: ignore[arg-type]
        at,
        writer,
        sealed=Sealed(identity, message, at, {"key": "3l5k2v9m4x7q1"}) if step == "claimed" else None,
        receipt=Receipt("113579246801357924", f"{link}#there") if step == "posted" else None,
    )


def git(*arguments: str, folder: Path, told: bytes = b"") -> str:
    """What git says, where it must not fail."""
    command = ["git", *arguments]
    outcome = subprocess.run(command, cwd=folder, input=told, capture_output=True, check=True)
    return outcome.stdout.decode().strip()


def clone_of(remote: Path, folder: Path) -> Path:
    """A clone as a pipeline has it: a working folder with a remote, and none of its refs."""
    folder.mkdir(parents=True)
    git("init", "--quiet", folder=folder)
    git("remote", "add", "origin", str(remote), folder=folder)
    return folder


def race(homes: Sequence[tuple[LedgerHome, Path]], claims: int) -> list[list[Tried]]:
    """Let a process for each home claim the same messages, all at once and each in an order of its own."""
    # Not forked: a process of its own remembers nothing of another's ledger.
    context = multiprocessing.get_context("spawn")
    with context.Pool(len(homes)) as pool:
        work = [(home, root, claims, number) for number, (home, root) in enumerate(homes)]
        return pool.starmap(claim_all, work, chunksize=1)


def claim_all(home: LedgerHome, root: Path, claims: int, number: int) -> list[Tried]:
    """Claim messages, whoever else does."""
    ledger = opened(home, root)
    ledger.states()
    order = list(range(claims))
    random.Random(number).shuffle(order)  # noqa: S311 - no secret
    tried = []
    for each in order:
        claim = line(each, "claimed", f"{os.getpid()} {number} {each}")
        start = time.perf_counter()
        won = ledger.append(claim, None) is not None
        tried.append(Tried(claim.key, won, time.perf_counter() - start))
    return tried


def stories(lines: int) -> Iterator[list[Line]]:
    """As many lines as are wanted, a message's together."""
    for number in range(lines // len(STORY)):
        yield [line(number, step, f"writer {number} {step}") for step in STORY]


def fill_git(remote: Path, lines: int) -> None:
    """Put lines into a bare repository, as if they had been pushed one by one."""
    tree = git("mktree", folder=remote)
    first = git("hash-object", "-w", "-t", "commit", "--stdin", folder=remote, told=beginning(tree))
    git("fast-import", "--quiet", folder=remote, told=b"".join(_import(first, lines)))


def _import(first: str, lines: int) -> Iterator[bytes]:
    mark, head = 0, ""
    for story in stories(lines):
        ref = ref_of_line(story[0].key)
        for number, each in enumerate(story):
            message = f"{each.step}\n\n".encode() + written(each) + b"\n"
            at = f"Newsroom <ledger@newsroom.invalid> {int(each.at.timestamp())} +0000"
            before = f":{mark}" if number else first
            mark += 1
            yield f"commit {ref}\nmark :{mark}\nauthor {at}\ncommitter {at}\ndata {len(message)}\n".encode()
            yield message + f"\nfrom {before}\n{'' if number else head}\n".encode()
        head = f"merge :{mark}\n"


def fill_sqlite(path: Path, lines: int) -> None:
    """Put lines into a file, in one go."""
    ledger = SqliteLedger(path)
    ledger.append(line(lines, "claimed", "first"), None)
    rows = [(each.key, number, written(each)) for story in stories(lines) for number, each in enumerate(story, 1)]
    with ledger._connection() as connection:
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO line VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")


def fold(bodies: Sequence[Sequence[bytes]]) -> float:
    """Seconds to decode and fold lines."""
    start = time.perf_counter()
    for story in bodies:
        folded((str(number), read_line(body)) for number, body in enumerate(story))
    return time.perf_counter() - start


def read(home: LedgerHome, root: Path, lines: int) -> float:
    """Seconds until a ledger that knows nothing yet knows what all lines say."""
    ledger = opened(home, root)
    start = time.perf_counter()
    states = ledger.states()
    seconds = time.perf_counter() - start
    if len(states) < lines // len(STORY) or any(isinstance(state, BrokenLine) for state in states.values()):
        raise SystemExit("lines were lost")
    return seconds


def at_a_remote(folder: Path, clones: int) -> list[tuple[LedgerHome, Path]]:
    """A bare repository in a folder, and clones of it."""
    remote = folder / "remote.git"
    git("init", "--quiet", "--bare", str(remote), folder=folder)
    return [(ORIGIN, clone_of(remote, folder / f"clone-{number}")) for number in range(clones)]


def in_a_file(folder: Path, writers: int) -> list[tuple[LedgerHome, Path]]:
    """A file in a folder, for many to write."""
    return [(LedgerHome("sqlite", "ledger.sqlite"), folder)] * writers


def winners(tried: Iterable[Iterable[Tried]]) -> Counter[str]:
    """How many won each message."""
    return Counter(each.key for process in tried for each in process if each.won)


def measure(make: Make, folder: Path, wanted: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """What is measured of one kind of home, and the figures."""
    alone = claim_all(*make(_new(folder / "alone"), 1)[0], wanted.claims, 0)
    yield f"{wanted.claims} claims, one process", _spread(each.seconds for each in alone)
    os.sync()
    start = time.perf_counter()
    tried = race(make(_new(folder / "race"), wanted.processes), wanted.claims)
    seconds, won = time.perf_counter() - start, winners(tried)
    if sorted(won.values()) != [1] * wanted.claims:
        raise SystemExit(f"not one winner each: {Counter(won.values())}")
    of_winners = [each.seconds for process in tried for each in process if each.won]
    of_losers = [each.seconds for process in tried for each in process if not each.won]
    yield f"{wanted.claims} claims, {wanted.processes} processes after each", f"one winner each, in {seconds:.1f} s"
    yield "  a claim that is won", _spread(of_winners)
    yield "  a claim that is lost", _spread(of_losers)


def measure_reading(folder: Path, lines: int) -> Iterator[tuple[str, str]]:
    """What reading many lines takes, from the bytes alone, from a file, and from a remote."""
    bodies = [[written(each) for each in story] for story in stories(lines)]
    yield f"{lines:,} lines decoded and folded", f"{statistics.median(fold(bodies) for _ in range(5)):.2f} s"
    ((file, root),) = in_a_file(_new(folder / "file"), 1)
    fill_sqlite(root / file.place, lines)
    yield "  read from a file", f"{statistics.median(read(file, root, lines) for _ in range(3)):.2f} s"
    ((home, clone),) = at_a_remote(_new(folder / "remote"), 1)
    fill_git(clone.parent / "remote.git", lines)
    yield "  read from a remote by a fresh clone", f"{read(home, clone, lines):.2f} s"
    yield "  and again by the same clone", f"{statistics.median(read(home, clone, lines) for _ in range(3)):.2f} s"


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _spread(seconds: Iterable[float]) -> str:
    times = [1000 * each for each in seconds] or [0.0]
    return f"median {statistics.median(times):.1f} ms, worst {max(times):.0f} ms"


def main() -> None:
    """Parse the arguments, measure, and print each figure as it comes."""
    parser = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__)
    parser.add_argument("--claims", type=int, default=200, metavar="N", help="messages that are claimed (200)")
    parser.add_argument("--processes", type=int, default=8, metavar="N", help="processes that claim each of them (8)")
    parser.add_argument("--lines", type=int, default=100_000, metavar="N", help="lines that are read (100000)")
    wanted = parser.parse_args()
    # Told to stop, it deletes what it wrote.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as name:
        for home, make in (("git", at_a_remote), ("sqlite", in_a_file)):
            for what, figures in measure(make, Path(name) / home, wanted):
                print(f"{home}: {what}: {figures}", flush=True)
        for what, figures in measure_reading(Path(name) / "reading", wanted.lines):
            print(f"{what}: {figures}", flush=True)


if __name__ == "__main__":
    main()
