"""Time the newsroom beside Hugo: the same posts, whole processes, in pairs, fresh folders each run."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench.generators import Generator, hugo, ours
from bench.machine import machine, sentence
from bench.report import Series, summary, table
from bench.trial import Trial

SIZES: Final = (100, 1000, 5000)


def main() -> None:
    """Parse the arguments, measure, and print a table or one JSON object."""
    wanted = _arguments()
    # Told to stop, it stops what it started and deletes what it wrote.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    # On users' machines Python keeps what it compiled of a program; where it may not, every start compiles it again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    pair = (ours(), hugo())
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        sizes = [_measure(pair, Path(folder) / str(posts), posts, wanted) for posts in wanted.posts]
        # Before the folder goes: deleting so many files can take longer than writing them did.
        _print(sizes, machine(pair[1]), as_json=wanted.json)


def _print(sizes: Sequence[Mapping[str, Any]], measured_on: dict[str, str], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**sizes[0], "machine": measured_on}), flush=True)
    else:
        print(*table(sizes), "", sentence(measured_on), sep="\n", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    sizes = "posts, each in two languages (100 1000 5000)"
    parser.add_argument("--posts", type=int, nargs="+", default=SIZES, metavar="N", help=sizes)
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="pairs of builds of each kind (3)")
    parser.add_argument("--saves", type=int, default=50, metavar="N", help="saves of a post while serving (50)")
    parser.add_argument("--json", action="store_true", help="print one JSON object, for one size")
    wanted = parser.parse_args()
    if wanted.json and len(wanted.posts) > 1:
        parser.error("--json prints one size; say which, as in --posts 1000")
    return wanted


def _measure(pair: Sequence[Generator], folder: Path, posts: int, wanted: argparse.Namespace) -> dict[str, Any]:
    """One size: every measure by turns, ours and then Hugo's, so that both meet the machine in the same mood."""
    series: Series = {generator.name: defaultdict(list) for generator in pair}
    rounds = [
        {generator.name: Trial(generator, folder / f"{generator.name}-{number}", posts) for generator in pair}
        for number in range(wanted.runs)
    ]
    for number, trials in enumerate(rounds, 1):
        _say(f"{posts} posts: builds, pair {number} of {wanted.runs}")
        _build(trials, series)
    _say(f"{posts} posts: {wanted.saves} saves while serving")
    for name, trial in rounds[-1].items():
        seconds, memory = trial.save_to_page(wanted.saves)
        series[name]["save_to_page"] = seconds
        series[name]["memory_serve"] = [memory]
    return summary(posts, series)


def _build(trials: Mapping[str, Trial], series: Series) -> None:
    for name, trial in trials.items():
        series[name]["start_up"].append(trial.start_up().seconds)
    for name, trial in trials.items():
        run = trial.cold()
        series[name]["cold"].append(run.seconds)
        series[name]["memory"].append(run.memory)
    for name, trial in trials.items():
        run = trial.publish_one()
        series[name]["publish_one"].append(run.seconds)
        series[name]["memory_publish_one"].append(run.memory)
    for name, trial in trials.items():
        series[name]["nothing"].append(trial.nothing().seconds)


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
