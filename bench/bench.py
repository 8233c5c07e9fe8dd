"""Time the build of a generated newsroom, as a whole process, in a fresh folder each run."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_corpus

REPOSITORY = Path(__file__).resolve().parent.parent
AT = "2026-11-23T09:00+04:00"


def main() -> None:
    """Parse the arguments, run, and print a table or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1000, help="posts, each in two languages (1000)")
    parser.add_argument("--runs", type=int, default=3, help="builds to time (3)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        root = Path(folder) / "newsroom"
        write_corpus(root, REPOSITORY, wanted.posts)
        runs = [_time_build(root, Path(folder) / f"site-{number}") for number in range(wanted.runs)]
    _print(wanted.posts, runs, as_json=wanted.json)


def _time_build(root: Path, site: Path) -> tuple[float, int]:
    """Wall seconds and peak bytes of one build."""
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "build", "--at", AT, "--site-dir", str(site)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"the build failed: {command}")
    return seconds, usage.ru_maxrss * 1024


def _print(posts: int, runs: list[tuple[float, int]], *, as_json: bool) -> None:
    seconds = statistics.median(run[0] for run in runs)
    memory = statistics.median(run[1] for run in runs)
    if as_json:
        cold = {"median": seconds, "runs": [run[0] for run in runs]}
        print(json.dumps({"posts": posts, "ours": {"cold": cold, "memory": memory}}))
        return
    spread = ", ".join(f"{run[0]:.2f}" for run in runs)
    print(f"{posts} posts × 2 languages, {os.cpu_count()} cores")
    print(f"cold build {seconds:.2f} s (runs: {spread}), {memory / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
