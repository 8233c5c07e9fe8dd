"""How the cost of a task grows with its size, told without a limit in seconds that a busy machine would break."""

from __future__ import annotations

import time
from collections.abc import Callable


def grows_in_proportion(task: Callable[[int], object], size: int) -> bool:
    """Whether four times the size costs less than nine times the processor's time; a square would cost sixteen.

    The least of three runs stands for each size, for others' work only ever adds to it.
    """
    return _least_cost(task, 4 * size) < 9 * _least_cost(task, size) + _CLOCK_TICK


_CLOCK_TICK = 0.01
"""Seconds of the processor below which its clock and its caches say more than the task does."""


def _least_cost(task: Callable[[int], object], size: int) -> float:
    costs = []
    for _ in range(3):
        begun = time.process_time()
        task(size)
        costs.append(time.process_time() - begun)
    return min(costs)
