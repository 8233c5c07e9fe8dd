"""The equality law over thousands of random steps; what it prints repeats the very same ones."""

from __future__ import annotations

import argparse
import random
import sys
import time

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.engine.machine import Law

STEPS_OF_ONE_NEWSROOM = 50


def main() -> None:
    """Take steps until one fails or all are done."""
    parser = argparse.ArgumentParser(prog="scripts/soak", description=__doc__)
    parser.add_argument("--steps", type=int, default=2000, metavar="N", help="how many steps (2000)")
    parser.add_argument("--seed", type=int, metavar="S", help="the seed that a former run printed")
    wanted = parser.parse_args()
    chosen = random.SystemRandom().randrange(2**32) if wanted.seed is None else wanted.seed
    _say(f"scripts/soak --steps {wanted.steps} --seed {chosen}")
    begun = time.monotonic()
    run_state_machine_as_test(
        seed(chosen)(Law),
        settings=settings(
            max_examples=max(1, wanted.steps // STEPS_OF_ONE_NEWSROOM),
            stateful_step_count=min(wanted.steps, STEPS_OF_ONE_NEWSROOM),
            phases=[Phase.generate],
            deadline=None,
            database=None,
            derandomize=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
    _say(f"{wanted.steps} steps in {time.monotonic() - begun:.0f} s: every build was what a cold build is")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
