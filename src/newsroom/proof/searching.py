"""The search for all traces at once: in the squeezed text first, and where something is found, with a second look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from ahocorasick_rs import BytesAhoCorasick

from newsroom.proof.folding import folded, squeezed
from newsroom.proof.traces import Trace

MARKUP: Final = "\0"
"""Stands where markup was taken out of a text: it may be between two words, or in the midst of one."""


class Searcher:
    """Knows the traces by their letters, whatever their number: a text is gone through once."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        by_needle: dict[bytes, list[Trace]] = {}
        for trace in traces:
            by_needle.setdefault(trace.needle, []).append(trace)
        by_needle.pop(b"", None)
        self._traces = list(by_needle.values())
        self._automaton = BytesAhoCorasick(list(by_needle)) if by_needle else None

    def found(self, text: str) -> list[Trace]:
        """The traces that a text holds, each once."""
        candidates = self.candidates(text)
        return list(confirmed(candidates, text)) if candidates else []

    def candidates(self, text: str) -> list[Trace]:
        """The traces whose letters are in a text; those with a pattern may still be no part of it."""
        letters = squeezed(text)
        # To look for the first is twice as fast as to look for all, and nearly always enough.
        if self._automaton is None or not self._automaton.find_matches_as_indexes(letters):
            return []
        numbers = {number for number, _, _ in self._automaton.find_matches_as_indexes(letters, overlapping=True)}
        return [trace for number in sorted(numbers) for trace in self._traces[number]]


def confirmed(candidates: Iterable[Trace], text: str) -> Iterator[Trace]:
    """Those that have no pattern, or one that the text fits, whether markup parts words or stands in one."""
    apart, together = (cache(lambda: folded(text)), cache(lambda: folded(text.replace(MARKUP, ""))))
    for trace in candidates:
        if not trace.pattern or re.search(trace.pattern, apart()) or re.search(trace.pattern, together()):
            yield trace
